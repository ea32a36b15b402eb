package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// Makeup 构成 says which items a standard's count is made of, which parts
// decide without being counted, and which are only shown:
//
//	31项＝资源配置·各校与资源配置·校际差异7项＋政府保障程度15项；社会认可度不计入项数，也决定结论；前提条件只公布，不决定结论
func Makeup(std *balance.Standard, year int) string {
	type group struct {
		names []string
		items map[string]bool
	}
	var groups []*group
	var beside, vetoes, shown []string
	total := map[string]bool{}
	for _, p := range std.Parts {
		items, any := map[string]bool{}, false
		for i := range std.Criteria {
			if c := &std.Criteria[i]; c.Part == p.ID && c.Effective.Holds(year) {
				any = true
				if c.Item != "" {
					items[c.Item] = true
				}
			}
		}
		switch {
		case !any:
		case p.Rule == balance.RuleInfo:
			name := p.Name
			if len(items) > 0 {
				name += fmt.Sprintf("（%d项）", len(items))
			}
			shown = append(shown, name)
		case p.Rule == balance.RuleVeto:
			vetoes = append(vetoes, p.Name)
		case len(items) == 0:
			beside = append(beside, p.Name)
		default:
			var in *group
			for _, g := range groups {
				for it := range items {
					if g.items[it] {
						in = g // the same items looked at twice: in each school, and between schools
					}
				}
			}
			if in == nil {
				in = &group{items: map[string]bool{}}
				groups = append(groups, in)
			}
			in.names = append(in.names, p.Name)
			for it := range items {
				in.items[it], total[it] = true, true
			}
		}
	}
	var sums []string
	for _, g := range groups {
		twice := ""
		if len(g.names) > 1 {
			twice = "（同一项合计一次）"
		}
		sums = append(sums, fmt.Sprintf("%s%d项%s", strings.Join(g.names, "与"), len(g.items), twice))
	}
	out := []string{}
	if len(sums) > 0 {
		out = append(out, fmt.Sprintf("%d项＝%s", len(total), strings.Join(sums, "＋")))
	}
	for _, l := range []struct {
		names []string
		says  string
	}{{beside, "不计入项数，也决定结论"}, {vetoes, "触及其一即为未达标"}, {shown, "只公布或只计分，不单独决定结论"}} {
		if len(l.names) > 0 {
			out = append(out, strings.Join(l.names, "、")+l.says)
		}
	}
	return strings.Join(out, "；")
}
