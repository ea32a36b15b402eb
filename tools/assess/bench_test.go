package assess

import (
	"math/rand"
	"runtime"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"junheng/tools/balance"
)

// sites is the number of school sites of the whole country.
const sites = 240000

// country is districts of some 84 sites each, a few of them many times over:
// what is measured is judging, not memory for a table that nobody holds whole.
func country(b *testing.B) ([][]balance.School, int) {
	r := rand.New(rand.NewSource(1))
	var ds [][]balance.School
	for range 32 {
		for d := randomDistrict(r, 84); ; d = append(d, randomDistrict(r, 84)...) {
			if len(d) >= 84 {
				ds = append(ds, tabled(d[:84]))
				break
			}
		}
	}
	return ds, sites / 84
}

// BenchmarkCountry judges 240,000 sites under every standard in one go: first
// a plain loop that only reads the fields and divides, then the verdicts in
// numbers, then with every word of every working.
func BenchmarkCountry(b *testing.B) {
	inds, standards := national(b)
	rules := New(inds, standards)
	ds, n := country(b)
	items, said := statements(standards)
	var plain time.Duration // of one year, in processor time
	b.Run("plain-loop", func(b *testing.B) {
		var sink float64
		start := processor(b)
		for b.Loop() {
			for i := range n {
				for j := range ds[i%len(ds)] {
					s := &ds[i%len(ds)][j]
					for k, stage := range stageNames[:2] {
						p, _ := s.Values.Get("pupils_" + stage)
						if p.Missing != "" || p.Value == 0 {
							continue
						}
						for _, c := range seven {
							for _, f := range c.plus {
								if !c.shared {
									f += suffix[compulsory[k]]
								}
								sink += c.factor * at0(s, f) / p.Value
							}
						}
					}
				}
			}
		}
		_ = sink
		plain = (processor(b) - start) / time.Duration(b.N)
	})
	b.Run("judge", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for i := range n {
				rules.Judge(Input{Year: 2023, Schools: ds[i%len(ds)]})
			}
		}
	})
	b.Run("judge-ten-years-all-cores", func(b *testing.B) {
		b.ReportAllocs()
		start := processor(b)
		for b.Loop() {
			var g errgroup.Group
			for core := range runtime.GOMAXPROCS(0) {
				g.Go(func() error {
					for i := core; i < 10*n; i += runtime.GOMAXPROCS(0) {
						rules.Judge(Input{Year: 2023, Schools: ds[i%len(ds)], Items: items, Stated: said})
					}
					return nil
				})
			}
			g.Wait()
		}
		took := (processor(b) - start) / time.Duration(b.N)
		b.ReportMetric(took.Seconds(), "processor-s")
		if plain > 0 {
			b.ReportMetric(float64(took)/float64(10*plain), "judge/plain-loop")
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.Sys)/(1<<20), "MiB-from-system")
	})
	b.Run("words", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for i := range n {
				rules.Year(Input{Year: 2023, Schools: ds[i%len(ds)]})
			}
		}
	})
}

// processor is the time this process has spent on processors.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// statements are an item of a district's summary for every criterion that has
// a limit of its own, and forty figures of its reports.
func statements(standards []balance.Standard) (items []balance.Item, said []Stated) {
	for _, s := range standards {
		for _, c := range s.Criteria {
			if c.Level == balance.LevelDistrict && len(c.Limits) > 0 && s.Base == "" {
				items = append(items, balance.Item{Indicator: c.Indicator, Datum: balance.Datum{Value: c.Limits[0].Value}})
			}
			if len(c.Stages) == 2 && len(said) < 40 {
				said = append(said, stated(c.Indicator, balance.StagePrimary, 1, ""))
			}
		}
	}
	return items, said
}

// tabled lays schools out as record reads them from one table: they share the
// columns, and a column that a school has no word on is 不适用.
func tabled(schools []balance.School) []balance.School {
	var ids []string
	seen := map[string]bool{}
	for i := range schools {
		for _, id := range schools[i].Values.Fields().IDs() {
			if !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
	}
	fields := balance.NewFields(ids, nil)
	for i := range schools {
		row := make([]balance.Entry, len(ids))
		for j, id := range ids {
			row[j] = schools[i].Values.At(schools[i].Values.Fields().Index(id))
		}
		schools[i].Values = balance.NewValues(fields, row, i)
	}
	return schools
}
