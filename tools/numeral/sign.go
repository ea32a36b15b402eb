package numeral

import "unicode/utf8"

// signs says what each character from signLow to signHigh is worth in a
// numeral: 0 nothing, 1 to 10 a digit from 零 to 九, twenty and the next 廿 and
// 卅, above tens a power of ten.
const (
	signLow  = 0x3000
	signHigh = 0x9fff
	twenty   = 12 // signs[廿], one less than that of 卅
	tens     = 20 // signs[十] = tens+1, signs[万] = tens+4
)

var signs = func() (t [signHigh - signLow + 1]uint8) {
	for d, forms := range []string{"零〇", "一壹弌", "二两贰貳兩", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"} {
		for _, r := range forms {
			t[r-signLow] = uint8(d + 1)
		}
	}
	for _, m := range []struct {
		forms string
		power uint8
	}{{"十拾", 1}, {"百佰", 2}, {"千仟", 3}, {"万萬", 4}, {"亿億", 8}, {"兆", 12}} {
		for _, r := range m.forms {
			t[r-signLow] = tens + m.power
		}
	}
	t['廿'-signLow], t['卅'-signLow] = twenty, twenty+1
	return t
}()

// sign returns the entry of signs for the character at i.
func sign(text string, i int) uint8 {
	if i < 0 || i+3 > len(text) || text[i] < 0xe3 || text[i] > 0xe9 {
		return 0
	}
	r := rune(text[i]&0x0f)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f)
	if r < signLow || r > signHigh {
		return 0
	}
	return signs[r-signLow]
}

// opens reports whether a numeral may start with r, which takes three bytes.
func opens(r rune) bool {
	if r >= signLow && r <= signHigh {
		return signs[r-signLow] != 0
	}
	return r >= '０' && r <= '９' || r >= 'Ⅰ' && r <= 'Ⅻ'
}

// digit returns the Arabic digit at i and its width, or width 0.
func digit(text string, i int) (d uint64, width int) {
	if i >= len(text) {
		return 0, 0
	}
	if c := text[i] - '0'; c <= 9 {
		return uint64(c), 1
	}
	if i+3 <= len(text) && text[i] == 0xef && text[i+1] == 0xbc {
		if c := text[i+2] - 0x90; c <= 9 {
			return uint64(c), 3
		}
	}
	return 0, 0
}

// before returns the character that ends at i and its width.
func before(text string, i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	if c := text[i-1]; c < 0x80 {
		return rune(c), 1
	}
	if i >= 3 {
		if r := three(text[i-3], text[i-2], text[i-1]); r > 0 {
			return r, 3
		}
	}
	return utf8.DecodeLastRuneInString(text[max(0, i-4):i])
}

// after returns the character at i and its width.
func after(text string, i int) (rune, int) {
	if i >= len(text) {
		return 0, 0
	}
	if c := text[i]; c < 0x80 {
		return rune(c), 1
	}
	if i+3 <= len(text) {
		if r := three(text[i], text[i+1], text[i+2]); r > 0 {
			return r, 3
		}
	}
	return utf8.DecodeRuneInString(text[i:])
}

// three decodes the three bytes of most characters of Chinese text; 0 where
// they are not one, or one of the rarer.
func three(a, b, c byte) rune {
	if a <= 0xe0 || a >= 0xf0 || a == 0xed || b&0xc0 != 0x80 || c&0xc0 != 0x80 {
		return 0
	}
	return rune(a&0x0f)<<12 | rune(b&0x3f)<<6 | rune(c&0x3f)
}

// blank returns where i leads past one space.
func blank(text string, i int) int {
	if i >= len(text) {
		return i
	}
	switch text[i] {
	case ' ':
		return i + 1
	case 0xc2, 0xe2, 0xe3:
		switch r, w := after(text, i); r {
		case '\u00a0', '\u3000', '\u2009':
			return i + w
		}
	}
	return i
}

var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}
