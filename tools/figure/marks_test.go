package figure

import (
	"html"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
	"junheng/tools/balance"
)

type stated struct {
	at                 int
	raw, unit          string
	value              float64
	cmp                balance.Comparator
	stage              balance.Stage
	kind, alt          balance.Kind
	indicator          string
	loose, vague, done bool
}

type hand struct {
	bytes   []byte
	text    string
	facts   []stated
	neutral map[int]bool
}

var marked = regexp.MustCompile(`\{([^{}|]+)\|([^{}]*)\}`)

// readHand takes the marks out of a document.
func readHand(t *testing.T, file string) *hand {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(string(text), "\n")
	h := &hand{neutral: map[int]bool{}}
	usual := stated{cmp: balance.Eq, kind: balance.Observed}
	for _, word := range strings.Fields(strings.TrimPrefix(head, "#!")) {
		usual.set(strings.TrimPrefix(strings.TrimPrefix(word, "stage="), "kind="))
	}
	var out strings.Builder
	last := 0
	for _, m := range marked.FindAllStringSubmatchIndex(body, -1) {
		out.WriteString(body[last:m[0]])
		last = m[1]
		f := usual
		f.at, f.raw = out.Len(), body[m[2]:m[3]]
		out.WriteString(f.raw)
		words := strings.Fields(body[m[4]:m[5]])
		if words[0] == "~" {
			h.neutral[f.at] = true
			continue
		}
		f.value = plainValue(f.raw)
		if f.unit = words[0]; f.unit == "-" {
			f.unit = ""
		}
		for _, word := range words[1:] {
			if !f.set(word) {
				t.Fatalf("%s: %q means nothing", file, word)
			}
		}
		h.facts = append(h.facts, f)
	}
	out.WriteString(body[last:])
	h.text = out.String()
	h.bytes = []byte(h.text)
	if strings.Contains(head, " gbk") {
		h.bytes, _ = simplifiedchinese.GB18030.NewEncoder().Bytes(h.bytes)
	}
	return h
}

// set takes one word of a mark.
func (f *stated) set(word string) bool {
	for _, c := range balance.Comparators {
		if word == string(c) {
			f.cmp = c
			return true
		}
	}
	for _, s := range balance.Stages {
		if word == string(s) {
			f.stage = s
			return true
		}
	}
	for _, k := range balance.Kinds {
		if word == string(k) {
			f.kind = k
			return true
		}
	}
	key, value, _ := strings.Cut(word, "=")
	switch key {
	case "i":
		f.indicator = value
	case "v":
		f.value, _ = strconv.ParseFloat(value, 64)
	case "alt":
		f.alt = balance.Kind(strings.Split(value, ",")[0])
	case "raw":
		f.raw = value
	case "loose":
		f.loose = true
	case "b":
		f.vague = true
	case "ø":
		f.stage = ""
	case "max", "s", "cmp?", "gbk", "":
	default:
		return false
	}
	return true
}

// plainValue reads a numeral without the scanner's help.
func plainValue(raw string) float64 {
	s := strings.NewReplacer("。", ".", "．", ".", ",", "", "，", "", " ", "", "％", "", "%", "").Replace(raw)
	s = strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
	if i := strings.IndexAny("一二三四五", s); i >= 0 && len(s) == 3 {
		return float64(i/3 + 1)
	}
	times := 1.0
	for name, n := range map[string]float64{"万": 1e4, "亿": 1e8} {
		if cut, ok := strings.CutSuffix(s, name); ok {
			s, times = cut, n
		}
	}
	v, _ := strconv.ParseFloat(s, 64)
	if s == "两" {
		v = 2
	}
	return v * times
}

// flat is text without tags, entities and white space, and where each byte of
// it stood.
func flat(text string) (string, []int) {
	var out strings.Builder
	var at []int
	for i := 0; i < len(text); {
		if text[i] == '<' {
			if k := strings.IndexByte(text[i:], '>'); k > 0 {
				i += k + 1
				continue
			}
		}
		piece := text[i : i+1]
		if k := strings.IndexByte(text[i:], ';'); text[i] == '&' && k > 0 && k < 10 {
			piece = text[i : i+k+1]
		} else {
			for n := range text[i:] {
				if n > 0 {
					piece = text[i : i+n]
					break
				}
			}
			if piece == text[i:i+1] && text[i] >= 0x80 {
				piece = text[i:]
			}
		}
		for _, r := range html.UnescapeString(piece) {
			if !unicode.IsSpace(r) {
				s := string(r)
				out.WriteString(s)
				for range len(s) {
					at = append(at, i)
				}
			}
		}
		i += len(piece)
	}
	return out.String(), at
}
