package report

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// nameEnd is where the name of a tag ends.
func nameEnd(text string, i int) int {
	for i < len(text) && !space(text[i]) && text[i] != '/' && text[i] != '>' {
		i++
	}
	return i
}

// lookup is the element of a name in any case; 0 for one HTML does not know.
func lookup(name string) atom.Atom {
	var low [16]byte
	if len(name) > len(low) {
		return 0
	}
	for i := range len(name) {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		low[i] = c
	}
	return atom.Lookup(low[:len(name)])
}

// tagEnd is the > that ends a tag whose name ends at i: one in quotes is part
// of a value.
func tagEnd(text string, i int) int {
	for i < len(text) && text[i] != '>' {
		if text[i] != '=' {
			i++
			continue
		}
		for i++; i < len(text) && space(text[i]); i++ {
		}
		if i < len(text) && (text[i] == '"' || text[i] == '\'') {
			n := strings.IndexByte(text[i+1:], text[i])
			if n < 0 {
				return len(text)
			}
			i += n + 2
			continue
		}
		for i < len(text) && !space(text[i]) && text[i] != '>' {
			i++
		}
	}
	return i
}

// commentEnd is where a comment or a declaration that begins at i ends.
func commentEnd(text string, i int) int {
	if !strings.HasPrefix(text[i:], "<!--") {
		if n := strings.IndexByte(text[i:], '>'); n >= 0 {
			return i + n + 1
		}
		return len(text)
	}
	if rest := text[i+4:]; strings.HasPrefix(rest, ">") || strings.HasPrefix(rest, "->") {
		return i + 5 + strings.IndexByte(rest, '>')
	}
	for at := i + 4; ; {
		n := strings.Index(text[at:], "--")
		if n < 0 {
			return len(text)
		}
		at += n
		switch rest := text[at+2:]; {
		case strings.HasPrefix(rest, ">"):
			return at + 3
		case strings.HasPrefix(rest, "!>"):
			return at + 4
		}
		at++
	}
}

// rawEnd is where the end tag of name begins that ends its raw text at i. In a
// script, one inside a comment that opens a script of its own does not.
func rawEnd(text string, i int, name string) int {
	for at := i; ; {
		n := strings.Index(text[at:], "</")
		if n < 0 {
			return len(text)
		}
		at += n
		rest := text[at+2:]
		if len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) && nameEnd(rest, 0) == len(name) {
			if note := strings.LastIndex(text[i:at], "<!--"); note < 0 || !strings.EqualFold(name, "script") ||
				strings.Contains(text[i+note:at], "-->") || !strings.Contains(strings.ToLower(text[i+note:at]), "<script") {
				return at
			}
			i = at // what was looked at is not looked at again
		}
		at += 2
	}
}

// nextAttribute takes the first attribute from s; key is "" when there is none.
func nextAttribute(s string) (key, value, rest string) {
	i := 0
	for i < len(s) && (space(s[i]) || s[i] == '/') {
		i++
	}
	from := i
	for i < len(s) && !space(s[i]) && s[i] != '/' && (s[i] != '=' || i == from) {
		i++
	}
	key = s[from:i]
	for i < len(s) && space(s[i]) {
		i++
	}
	if i == len(s) || s[i] != '=' {
		return key, "", s[i:]
	}
	for i++; i < len(s) && space(s[i]); i++ {
	}
	if i < len(s) && (s[i] == '"' || s[i] == '\'') {
		if n := strings.IndexByte(s[i+1:], s[i]); n >= 0 {
			return key, s[i+1 : i+1+n], s[i+n+2:]
		}
	}
	from = i
	for i < len(s) && !space(s[i]) {
		i++
	}
	return key, s[from:i], s[i:]
}

// attribute returns the value of an attribute among attrs, or "".
func attribute(attrs, name string) string {
	for attrs != "" {
		var key, value string
		if key, value, attrs = nextAttribute(attrs); strings.EqualFold(key, name) {
			return html.UnescapeString(value)
		}
	}
	return ""
}
