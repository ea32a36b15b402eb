package audit_test

import (
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"junheng/tools/audit"
	"junheng/tools/figure"
	"junheng/tools/report"
)

// long are pages of a megabyte, each dense in something else.
func long() map[string]string {
	page := func(unit string) string {
		return "<html><head><title>示例县义务教育均衡发展情况报告</title></head><body>" + strings.Repeat(unit, 1<<20/len(unit)) + "</body></html>"
	}
	const prose = "<p>全县现有义务教育学校38所（其中小学30所、初中8所），在校学生36000人，专任教师2483人，近三年累计投入资金1．6亿元，巩固率达到99。6%以上。</p>\n"
	return map[string]string{
		"prose":      page(prose + "<p>坚持教育优先发展，进一步完善经费保障机制，统筹推进城乡义务教育一体化，着力缩小校际差距，努力办好每一所学校。</p>\n"),
		"figures":    page(prose),
		"tables":     page("<table><tr><th>学校</th><th>学生数</th><th>教师数</th></tr>" + strings.Repeat("<tr><td>示例小学</td><td>1234</td><td>56</td></tr>", 30) + "</table>"),
		"one line":   page("在校学生3600人、"),
		"fine tags":  page("<div><p>文字</p></div>"),
		"word spans": page(`<p class="MsoNormal"><span lang="EN-US" style="font-size:16.0pt;font-family:仿宋_GB2312">现有</span><span style="font-size:16.0pt">小学30所。</span></p>`),
	}
}

func readAll(r *figure.Reader, page string) error {
	rep, err := report.Read("a.html", []byte(page))
	if err != nil {
		return err
	}
	figs, _ := r.Read(rep)
	audit.Report(rep, figs)
	return nil
}

// peak is the most memory that was live at once while do ran, beyond what was
// before: the heap is collected all the time and looked at after each cycle.
func peak(do func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(5))
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	base, most, done := m.HeapAlloc, uint64(0), atomic.Bool{}
	looked := make(chan struct{})
	go func() {
		defer close(looked)
		for !done.Load() {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
			time.Sleep(time.Millisecond)
		}
	}()
	do()
	done.Store(true)
	<-looked
	return max(most, base) - base
}

// TestMemory: from bytes to audited figures no more than 40 times the page is
// live at once.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("measures for seconds")
	}
	r := reader(t)
	for name, page := range long() {
		times := math.Inf(1)
		for try := 0; try < 4 && times > 40; try++ { // a busy machine collects late
			n := peak(func() {
				if err := readAll(r, page); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			})
			times = min(times, float64(n)/float64(len(page)))
		}
		t.Logf("%s: %.1f times the page", name, times)
		if times > 40 {
			t.Errorf("%s: %.1f times the page, want at most 40", name, times)
		}
	}
}

// BenchmarkMemory gives the most memory live at once, in bytes of the page.
func BenchmarkMemory(b *testing.B) {
	r := reader(b)
	for name, page := range long() {
		b.Run(name, func(b *testing.B) {
			most := uint64(0)
			for b.Loop() {
				most = max(most, peak(func() {
					if err := readAll(r, page); err != nil {
						b.Fatal(err)
					}
				}))
			}
			b.ReportMetric(float64(most)/float64(len(page)), "times-page")
		})
	}
}
