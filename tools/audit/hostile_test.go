package audit_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/html"

	"junheng/tools/audit"
	"junheng/tools/report"
)

// TestHostile: documents made to be slow come to an end, and say nothing.
func TestHostile(t *testing.T) {
	r := reader(t)
	for name, text := range map[string]string{
		"one sentence of parts":    "全县教师1人，" + strings.Repeat("其中小学2人，初中3人，", 20000),
		"one bracket in another":   strings.Repeat("学校38所(其中小学30所,", 5000),
		"clauses all alike":        strings.Repeat("将双减工作纳入党委教育工作重点任务，并成立相关工作领导小组，", 20000),
		"totals without end":       strings.Repeat("全区中小学(含教学点)共164所。教学点100个。\n", 5000),
		"shares of one base":       strings.Repeat("教师100人，其中骨干20人，占30%。\n", 5000),
		"a table of totals":        "<table>" + strings.Repeat("<tr><td>合计<td>1<td>2<td>3</tr><tr><td>小计<td>1<td>2<td>3</tr>", 2000) + "</table>",
		"digits and 万 in one line": strings.Repeat("1万", 100000),
	} {
		t.Run(name, func(t *testing.T) {
			checksOf(t, r, "a.txt", "我县情况如下。\n"+text)
		})
	}
}

// FuzzAudit: whatever is read can be audited, and every check points to
// figures that exist.
func FuzzAudit(f *testing.F) {
	f.Add("全县教职工4264人(小学2613人,初中1411人)，女教师占65.1%，男教师占44.9%。")
	f.Add("评估标准之一:2000人以下。\n区一小2237人、二小3749人。共超出5221人。")
	f.Add("<table><tr><td>学段<td>数<tr><td>小学<td>1<tr><td>合计<td>2</table>")
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		rep, err := report.Read("a.txt", []byte(text))
		if err != nil {
			return
		}
		figs, _ := r.Read(rep)
		ids := map[string]bool{}
		for _, x := range figs {
			ids[x.ID] = true
		}
		for _, c := range audit.Report(rep, figs) {
			if c.Text == "" || c.Formula == "" || len(c.Quotes) == 0 {
				t.Fatalf("a check without words: %+v", c)
			}
			for _, id := range c.Figures {
				if !ids[id] {
					t.Fatalf("no figure %s", id)
				}
			}
		}
	})
}

// BenchmarkAudited goes from bytes to audited figures, beside html.Parse on the
// same pages in turn: how many times the processor time it takes, and how many
// bytes it asks for to one of the page.
func BenchmarkAudited(b *testing.B) {
	r := reader(b)
	files, _ := filepath.Glob("../../data/districts/*/*/reports/*.html")
	var pages [][]byte
	size := 0
	for _, f := range files {
		if data, err := os.ReadFile(f); err == nil {
			pages = append(pages, data)
			size += len(data)
		}
	}
	spent := func(do func(page []byte)) time.Duration {
		before := processor(b)
		for _, p := range pages {
			do(p)
		}
		return processor(b) - before
	}
	var parse, audited time.Duration
	b.SetBytes(int64(size))
	for b.Loop() {
		parse += spent(func(p []byte) { html.Parse(strings.NewReader(string(p))) })
		audited += spent(func(p []byte) {
			rep, err := report.Read("a.html", p)
			if err != nil {
				b.Fatal(err)
			}
			figs, _ := r.Read(rep)
			audit.Report(rep, figs)
		})
	}
	b.ReportMetric(float64(audited)/float64(parse), "times-parse")
	b.ReportMetric(float64(audited.Nanoseconds())/float64(b.N), "audited-ns/op")
}

// processor is the time this process has spent on processors.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
