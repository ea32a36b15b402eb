package report

import (
	"strings"
	"testing"
)

// TestHostile: pages made to be slow or large come to an end; each would take
// minutes or gigabytes where a step looks back over all before it.
func TestHostile(t *testing.T) {
	page := func(body string) string {
		return "<html><body><p>我县情况如下，现报告各项工作。</p>" + body + "</body></html>"
	}
	for name, text := range map[string]string{
		"broken lines without end":   strings.Repeat("各学校认真落实有关工作要求并取得了比较好的成效，\n", 60_000),
		"tails without end":          strings.Repeat("各学校认真落实。\n", 20_000) + strings.Repeat("相关阅读\n", 20_000),
		"marks without end":          strings.Repeat("【第一篇】\n", 50_000),
		"headings in headings":       strings.Repeat("一、情况\n（一）做法\n1、措施\n（1）成效\n", 20_000),
		"tables in tables":           page(strings.Repeat("<table><tr><td>", 150) + "文字" + strings.Repeat("</table>", 150)),
		"spans beyond the table":     page("<table>" + strings.Repeat("<tr><td rowspan=60000 colspan=1000>一</td><td>2</td></tr>", 2000) + "</table>"),
		"elements never closed":      page(strings.Repeat("<font><span><b>文", 3000)),
		"attributes without end":     page("<div " + strings.Repeat("a=1 ", 100_000) + ">文字</div>"),
		"entities without end":       page(strings.Repeat("&ldquo;文&amp;ldquo;", 50_000)),
		"tags shown, shown in shown": strings.Repeat("&amp;lt;br&amp;gt;文字&lt;p&gt;", 20_000),
		"one long line of digits":    strings.Repeat("1234567890", 100_000) + "人",
		"a comment never closed":     page("<!--" + strings.Repeat("<p>", 100_000)),
	} {
		t.Run(name, func(t *testing.T) {
			for _, ending := range []string{"a.html", "a.txt"} {
				if rep, err := Read(ending, []byte(text)); err == nil && len(rep.Articles) == 0 {
					t.Error("neither read nor refused")
				}
			}
		})
	}
}
