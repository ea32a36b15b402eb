package privacy

import (
	"strings"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// Folder looks for personal matter in what a bureau wrote itself: every text
// and comment of its TOML files and every cell of words of its school tables.
// There it is a fault, not masked: the bureau can and must take it out.
func Folder(f *record.Folder) balance.Problems {
	var ps balance.Problems
	for _, t := range f.Texts {
		_, found := Mask(strings.Map(halfWidth, t.Text))
		said := map[string]bool{}
		for _, name := range found {
			if !said[name] {
				said[name] = true
				ps.Fault(t.Place, t.Name+"里有"+name, "这是个人信息，数据文件是公开的，删去它；要留联系方式的，写单位的办公电话")
			}
		}
	}
	ps.Sort()
	return ps
}

// halfWidth makes half-width letters, digits and signs of full-width ones.
func halfWidth(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '\u3000':
		return ' '
	}
	return r
}
