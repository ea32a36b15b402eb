package assess

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// writeFolder writes a district of so many primary schools, every column filled.
func writeFolder(b *testing.B, columns []record.Column, rows int) (dir, table string) {
	dir = b.TempDir()
	table = filepath.Join(dir, "districts/990101/2023/schools.csv")
	if err := os.MkdirAll(filepath.Dir(table), 0o700); err != nil {
		b.Fatal(err)
	}
	var t strings.Builder
	for r := -1; r < rows; r++ {
		for i, c := range columns {
			if i > 0 {
				t.WriteByte(',')
			}
			switch {
			case r < 0:
				t.WriteString(c.Header)
			case c.ID == "code":
				fmt.Fprintf(&t, "2199%06d", r)
			case c.ID == "name":
				fmt.Fprintf(&t, "示例镇第%d小学", r)
			case c.ID == "type":
				t.WriteString("小学")
			case c.ID == "setting":
				t.WriteString("镇区")
			case c.Type == record.TypeText || c.Stage == balance.StageJunior || c.Stage == balance.StageSenior || !c.Type.Numeric():
				t.WriteString("不适用")
			case zero(c.ID):
				t.WriteString("0")
			case c.ID == "class_max_primary":
				t.WriteString("40")
			case c.ID == "pupils_primary":
				fmt.Fprint(&t, 400+r%80)
			case c.ID == "area_outdoor_sports", c.ID == "area_teaching", c.ID == "area_building":
				fmt.Fprintf(&t, "%d.5", 4000+len(c.ID)+r%1000)
			default:
				t.WriteString("12")
			}
		}
		t.WriteByte('\n')
	}
	if err := os.WriteFile(table, []byte(t.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return dir, table
}

// zero reports whether a column is 0 where there are 12 classes of 40 and 12
// teachers of physical education.
func zero(id string) bool {
	for _, start := range []string{"classes_", "music_p", "fine_art", "arts_", "transition"} {
		if strings.HasPrefix(id, start) {
			return id != "classes_primary" && id != "classes_36_40_primary"
		}
	}
	return false
}

// BenchmarkCoefficients goes from a file of 200,000 schools to the coefficients
// of every standard, through the whole reading of a bureau's folder, beside
// encoding/csv alone in the same run. The metric is the ratio of the two.
func BenchmarkCoefficients(b *testing.B) {
	n, ps := record.ReadNational(os.DirFS("../../data"))
	if ps.Faults() > 0 {
		b.Fatal(ps)
	}
	rules := New(n.Indicators, n.Standards)
	const rows = 200_000
	dir, table := writeFolder(b, n.Columns, rows)
	var plain, read, ours time.Duration
	took := func(best *time.Duration, f func()) {
		start := time.Now()
		f()
		if d := time.Since(start); *best == 0 || d < *best {
			*best = d
		}
	}
	for b.Loop() {
		took(&plain, func() {
			f, err := os.Open(table)
			if err != nil {
				b.Fatal(err)
			}
			defer f.Close()
			for r := csv.NewReader(f); ; {
				if _, err := r.Read(); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		})
		took(&ours, func() {
			start := time.Now()
			folder, ps := record.ReadFolder(os.DirFS(dir), "990101", n)
			if len(folder.Years) != 1 || len(folder.Years[0].Schools) != rows {
				b.Fatal(ps)
			}
			if d := time.Since(start); read == 0 || d < read {
				read = d
			}
			for cv, s := range coefficients(rules, folder.Years[0].Schools) {
				if s.st != known || s.Pupils == 0 {
					b.Fatal(cv, s.st)
				}
			}
		})
	}
	b.ReportMetric(float64(read)/float64(plain), "schools/encoding-csv")
	b.ReportMetric(float64(ours)/float64(plain), "coefficients/encoding-csv")
}

// coefficients measures the primary schools by every criterion that is a
// coefficient, each way of splitting and each scope as its standard says.
func coefficients(rules *Rules, schools []balance.School) map[string]*Spread {
	all := map[string]*Spread{}
	var tables []*table
	for _, std := range Applied(rules.standards, "990101", 2023) {
		b := &bench{rules: rules, in: &Input{Schools: schools}, std: &std, cvs: map[key]*Spread{}, table: tableFor(schools, std.Splits, &tables)}
		b.derive(b.columns())
		for i := range std.Criteria {
			c := &std.Criteria[i]
			for p := range std.Parts {
				if ind := rules.indicators[c.Indicator]; ind != nil && ind.CVOf != "" && std.Parts[p].ID == c.Part {
					all[c.ID] = b.spread(ind.CVOf, balance.StagePrimary, &std.Parts[p])
				}
			}
		}
	}
	return all
}

// TestCoefficients: the benchmark measures all of them.
func TestCoefficients(t *testing.T) {
	inds, standards := national(t)
	all := coefficients(New(inds, standards), []balance.School{at("1"), at("2", "books", 9000)})
	if len(all) < 15 {
		t.Errorf("only %d coefficients", len(all))
	}
}
