package numeral

import (
	"strings"
	"unicode"
)

// keep reports whether q is a quantity, and not a date, a list mark, an
// ordinal, a name, a slogan or a code.
func (s *scanner) keep(q *Quantity, n *number, u *unit) bool {
	t := s.text
	b, bw := before(t, q.Start)
	if b == ' ' {
		b, bw = before(t, q.Start-bw)
	}
	a, aw := after(t, q.End)
	switch {
	case n.odd, n.first.zero, n.first.version, u != nil && u.Never:
		return false
	case a == '_' || a == '＿' || a == '×' || a == 'X' || a == 'x' || a == '*' || a == '○' || a == '□' || a == '╳' || a == 'Ｘ':
		return false // 20__年
	case b == '第' || (b == '+' || b == '＋') || a == '+' || a == '＋' || b == '.' || b == '．' && n.style == Digits:
		return false
	case b < 0x80 && q.From == q.Start && (unicode.IsLetter(b) || b == '-' && s.joined(q.Start-bw)) || b == '№':
		return false
	case q.Form == "" && a < 0x80 && unicode.IsLetter(a):
		return false
	case closes(b, a) && q.Form == "":
		return false // (1) 〔2017〕
	case s.heads(q.Start) && q.Form == "" && marks(t, a, q.End+aw):
		return false
	case n.first.digits > 12 || u != nil && u.Name == "分" && (b == '时' || b == '点' || b == ':'):
		return false
	}
	if q.Unit == "年" && year(q, n) {
		return false
	}
	if q.Form == "" && n.style == Digits && year(q, n) && s.yearFollows(q.End) {
		return false
	}
	if u != nil && u.Name == "级" && n.style == Digits && q.Value >= 1900 {
		return false
	}
	if u != nil && (u.Name == "人" && b == '前' && q.Value < 1000 && !s.near(q.Start, "目前") || u.Name == "期" && n.style == Hanzi) {
		return false
	}
	switch n.style {
	case Roman:
		return u != nil && u.Name == "级"
	case Hanzi:
		return s.keepHanzi(q, n, u, b)
	}
	return true
}

// keepHanzi judges numerals in hanzi, most of which count nothing.
func (s *scanner) keepHanzi(q *Quantity, n *number, u *unit, b rune) bool {
	t := s.text
	if strings.TrimSpace(t) == t[q.Start:q.End] {
		return !n.lone || q.Unit != ""
	}
	if u != nil && u.Small == "yes" && strings.TrimSpace(t) == t[q.Start:q.To] {
		return true // 一千克, and nothing else
	}
	if opened(b) {
		return false // “三个课堂”
	}
	if q.Unit == "%" || q.Unit == "‰" || q.Unit == "‱" || strings.HasSuffix(q.Form, "分之") {
		return true
	}
	if n.lone {
		if strings.HasPrefix(t[q.Start:], "亿万") {
			return false
		}
		r, _ := before(t, q.Start)
		f, ok := findBefore(&words.lone, t, q.Start)
		return u != nil && n.signs >= 1 && (n.signs > 1 && r != '数' && r != '几' && r != '_' || ok && f.cmp != "")
	}
	switch {
	case b == '之' || b == '其' || b == '初' || b == '高' || b == '周' || b == '期' || b == '数' || b == '几':
		return false
	case u == nil:
		r, _ := after(t, q.End)
		return n.signs > 1 && !n.plain && (n.signs > 2 || n.power > 0 || q.Value > 20) && !strings.ContainsRune("中小幼校五四三二大全", r)
	case n.plain:
		return q.Range()
	case n.signs > 1 && !q.Range() || q.Value > 10 || n.infix != "":
		return u.Name != "年" || n.signs > 1
	}
	if q.Value < 0 || q.Value != float64(int(q.Value)) && !q.Range() || q.Range() && n.signs == 2 { // 负三度, 一亩半, 七八个
		return u.Small != "no" || q.Value < 0 || u.Name != "班"
	}
	switch u.Small {
	case "no":
		return false
	case "noun":
		_, behind := find(&words.nouns, t, q.To)
		_, ahead := findBefore(&words.named, t, q.Start)
		if r, _ := after(t, q.To); !behind && (!ahead || r > 0x2e80 && !strings.ContainsRune("，。；、（）和", r)) {
			return false // 两个只增不减
		}
	}
	return q.Value != 1 || q.Range() || s.countsOne(q)
}

// countsOne reports whether 一 counts: 只有一所学校, but not 每一所学校.
func (s *scanner) countsOne(q *Quantity) bool {
	window := s.text[max(s.last, q.Start-36):q.Start]
	for window != "" && window[0]&0xc0 == 0x80 {
		window = window[1:]
	}
	if k := strings.LastIndexAny(window, "。，,；;：:"); k >= 0 {
		_, w := after(window, k)
		window = window[k+w:]
	}
	r, _ := before(s.text, q.Start)
	if strings.ContainsRune("每任同另某这那哪唯统逐单头专进不各", r) {
		return false
	}
	for _, w := range []string{"只有", "仅有", "共有", "现有", "设有", "建有", "拥有", "建成", "新建", "下辖", "辖", "新增", "增设", "配备", "招聘", "仅", "只", "共"} {
		if strings.Contains(window, w) {
			return true
		}
	}
	return false
}

// year reports whether q is a year rather than a number of years.
func year(q *Quantity, n *number) bool {
	return q.Value >= 1900 && q.Max <= 2100 && q.Value == float64(int(q.Value)) || n.plain || n.style == Digits && n.first.digits == 2 && n.first.zero
}

// yearFollows reports whether what follows makes a four-digit number a year:
// 2018、2019年, 2023秋季, 2021学年.
func (s *scanner) yearFollows(i int) bool {
	r, w := after(s.text, i)
	if strings.ContainsRune("春秋夏冬届级版", r) {
		return true
	}
	if strings.ContainsRune("、和及与,，-—至到~～", r) {
		for range 2 {
			if c, cw := after(s.text, i+w); c == r {
				w += cw
			}
		}
		d := i + w
		for k := d; k < d+4; k++ {
			if k >= len(s.text) || s.text[k]-'0' > 9 {
				return k == d+2 && strings.HasPrefix(s.text[d:], "20")
			}
		}
		return s.text[d:d+2] == "19" || s.text[d:d+2] == "20"
	}
	return false
}

// heads reports whether i is where a list mark may stand: at the start of a
// text, a line or a clause.
func (s *scanner) heads(i int) bool {
	r, w := before(s.text, i)
	if r == '(' || r == '（' {
		r, w = before(s.text, i-w)
	}
	if r == ' ' || r == '\u3000' {
		r, w = before(s.text, i-w)
	}
	switch r {
	case '。', '；', ';', '：', ':', '\n', '\r', '\t', ' ', '！', '？', '!', '?', ')', '）', '”', '>':
		return true
	}
	return w == 0
}

// marks reports whether r, at the end of a number that stands where a list mark
// may, makes it one: 1、 2. 三） but not 30、6、2所.
func marks(text string, r rune, next int) bool {
	switch r {
	case '、', '.', '．', ')', '）', ']', '］', '〕', '】':
		return !digitAt(text, next)
	case '是', '要':
		return true
	}
	return false
}

func closes(b, a rune) bool {
	switch b {
	case '(', '（':
		return a == ')' || a == '）'
	case '[', '［', '〔', '【':
		return a == ']' || a == '］' || a == '〕' || a == '】'
	}
	return false
}

func opened(r rune) bool {
	switch r {
	case '“', '"', '‘', '「', '『', '《', '〈', '\'':
		return true
	}
	return false
}

// joined reports whether the hyphen at i ties what follows to a letter or digit.
func (s *scanner) joined(i int) bool {
	r, _ := before(s.text, i)
	return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
