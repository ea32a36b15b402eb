package record

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"junheng/tools/balance"
)

// manyRows writes a school table of n rows with every column.
func manyRows(n *National, rows int) string {
	var b strings.Builder
	for i, c := range n.Columns {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(c.Header)
	}
	b.WriteByte('\n')
	for r := range rows {
		for i, c := range n.Columns {
			if i > 0 {
				b.WriteByte(',')
			}
			switch {
			case c.ID == "code":
				fmt.Fprintf(&b, "2199%06d", r)
			case c.ID == "name":
				fmt.Fprintf(&b, "示例镇第%d小学", r)
			case c.ID == "type":
				b.WriteString("小学")
			case c.ID == "setting":
				b.WriteString("镇区")
			case c.Stage == balance.StageJunior || c.Stage == balance.StageSenior || c.Type == TypeText:
				b.WriteString("不适用")
			case zero(c.ID):
				b.WriteString("0")
			case c.ID == "class_max_primary":
				b.WriteString("40")
			case c.ID == "pupils_primary":
				fmt.Fprint(&b, 400+r%80)
			case c.ID == "area_outdoor_sports", c.ID == "area_building":
				fmt.Fprintf(&b, "%d.5", 4000+r%1000)
			default:
				b.WriteString("12")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
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

// BenchmarkCSV reads a file of 200,000 schools with every column into
// balance.School, beside encoding/csv alone in the same run. The metric is the
// ratio of the two.
func BenchmarkCSV(b *testing.B) {
	n := readColumnsOnly(b)
	const rows = 200_000
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "schools.csv"), []byte(manyRows(n, rows)), 0o600); err != nil {
		b.Fatal(err)
	}
	var plain, ours time.Duration
	for b.Loop() {
		took(&plain, func() {
			f, err := os.Open(filepath.Join(dir, "schools.csv"))
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
			var ps balance.Problems
			if s := readSchools(os.DirFS(dir), "schools.csv", n, &ps, new([]Text)); len(s) != rows || len(ps) > 0 {
				b.Fatal(len(s), printed(ps))
			}
		})
	}
	b.ReportMetric(float64(ours)/float64(plain), "schools/encoding-csv")
}

// BenchmarkWorkbook reads 200,000 schools from .xlsx beside excelize's own
// streaming read of the same file.
func BenchmarkWorkbook(b *testing.B) {
	n := readColumnsOnly(b)
	const rows = 200_000
	var table [][]any
	for _, line := range strings.Split(strings.TrimSpace(manyRows(n, rows)), "\n") {
		var row []any
		for i, word := range strings.Split(line, ",") {
			if v, ok := plainNumber(word); ok && i > 0 {
				row = append(row, v)
			} else {
				row = append(row, word)
			}
		}
		table = append(table, row)
	}
	data := workbookOf(b, table, nil)
	var plain, ours time.Duration
	for b.Loop() {
		took(&plain, func() {
			f, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				b.Fatal(err)
			}
			defer f.Close()
			r, err := f.Rows("Sheet1")
			if err != nil {
				b.Fatal(err)
			}
			for r.Next() {
				if _, err := r.Columns(); err != nil {
					b.Fatal(err)
				}
			}
		})
		took(&ours, func() {
			if s, ps := readBook(b, data); len(s) != rows || len(ps) > 0 {
				b.Fatal(len(s), printed(ps))
			}
		})
	}
	b.ReportMetric(float64(ours)/float64(plain), "schools/excelize")
}

// took keeps the fastest of several runs: the others measure the machine.
func took(best *time.Duration, f func()) {
	start := time.Now()
	f()
	if d := time.Since(start); *best == 0 || d < *best {
		*best = d
	}
}
