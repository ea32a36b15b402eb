package figure

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"junheng/tools/balance"
	"junheng/tools/report"
)

// TestHands reads documents in the manner of other hands, written before anyone
// looked at the word lists. In testdata/hands every stated quantity is marked
// in place, {41.8万|人 小学 i=pupils_primary}: the numeral, its unit (- for
// none), then what is not usual: comparator, stage, kind, indicator (i=), value
// (v=), another kind that will do (alt=), loose (any unit), b (may be missed),
// ø (no stage). {50|~} is neither right nor wrong. The first line gives the
// document's own stage and kind.
func TestHands(t *testing.T) {
	r := NewReader(national(t))
	var all tally
	files, _ := filepath.Glob("testdata/hands/*")
	for _, file := range files {
		h := readHand(t, file)
		rep, err := report.Read(filepath.Base(file), h.bytes)
		if err != nil {
			t.Fatal(file, err)
		}
		figures, _ := r.Read(rep)
		checkPlaces(t, rep, figures)
		got := h.match(figures)
		t.Logf("%s: %s\n%s", filepath.Base(file), got.String(), strings.Join(got.said, "\n"))
		all.add(got)
	}
	t.Log("all: " + all.String())
	for _, c := range []struct {
		what      string
		right, of int
		least     float64
	}{
		{"recall", all.found, all.firm, 0.997}, {"precision", all.matched, all.read, 0.998}, {"stage", all.stage[0], all.stage[1], 0.97},
		{"kind", all.kind[0], all.kind[1], 0.99}, {"comparator", all.cmp[0], all.cmp[1], 0.995}, {"indicator", all.ind[0], all.ind[1], 0.958},
	} {
		if share := float64(c.right) / float64(c.of); share < c.least {
			t.Errorf("%s %d of %d = %.3f, want %.3f", c.what, c.right, c.of, share, c.least)
		}
	}
}

type tally struct {
	firm, found, matched, read int
	stage, kind, cmp, ind      [2]int
	said                       []string
}

func (t *tally) String() string {
	return fmt.Sprintf("recall %d/%d precision %d/%d stage %v kind %v comparator %v indicator %v", t.found, t.firm, t.matched, t.read, t.stage, t.kind, t.cmp, t.ind)
}

func (t *tally) add(o tally) {
	t.firm, t.found, t.matched, t.read = t.firm+o.firm, t.found+o.found, t.matched+o.matched, t.read+o.read
	for i := range 2 {
		t.stage[i] += o.stage[i]
		t.kind[i] += o.kind[i]
		t.cmp[i] += o.cmp[i]
		t.ind[i] += o.ind[i]
	}
}

// match finds each figure's fact by the place its quote has in the document.
func (h *hand) match(figures []balance.Figure) (t tally) {
	text, at := flat(h.text)
	for _, f := range figures {
		quote, _ := flat(f.Source.Quote)
		before, _ := flat(string([]rune(f.Source.Quote)[:f.RawStart]))
		t.read++
		var hit *stated
		neutral := false
		for from := 0; hit == nil; {
			k := strings.Index(text[from:], quote)
			if k < 0 || quote == "" {
				break
			}
			if inside := len(before); inside < len(quote) {
				place := at[from+k+inside]
				neutral = neutral || h.neutral[place]
				for j := range h.facts {
					g := &h.facts[j]
					same := g.loose || g.unit == f.Unit || near2(g.unit, f.Unit)
					if hit == nil && !g.done && g.at == place && same && abs(g.value-f.Value) <= 1e-6*max(1, g.value) {
						hit = g
					}
				}
			}
			from += k + 1
		}
		if hit == nil {
			if neutral {
				t.read--
			} else {
				t.said = append(t.said, "extra: "+show(f)+" | "+f.Source.Quote)
			}
			continue
		}
		hit.done = true
		t.matched++
		t.agree(&t.kind, hit, f, hit.kind == f.Kind || hit.alt == f.Kind, true)
		t.agree(&t.stage, hit, f, hit.stage == f.Stage, hit.stage != "")
		t.agree(&t.cmp, hit, f, hit.cmp == f.Comparator, true)
		t.agree(&t.ind, hit, f, hit.indicator == f.Indicator, hit.indicator != "")
	}
	for _, g := range h.facts {
		if !g.vague {
			t.firm++
			if g.done {
				t.found++
			} else {
				t.said = append(t.said, "missed: "+g.raw)
			}
		}
	}
	return t
}

func (t *tally) agree(n *[2]int, g *stated, f balance.Figure, ok, counts bool) {
	if !counts {
		return
	}
	n[1]++
	if ok {
		n[0]++
	} else {
		t.said = append(t.said, fmt.Sprintf("differs: %s | %s, want %s %s %s %s", f.Source.Quote, show(f), g.cmp, g.stage, g.kind, g.indicator))
	}
}

// near2 takes the counters of schools and of classes for one another.
func near2(a, b string) bool {
	in := func(s string, list ...string) bool {
		for _, t := range list {
			if s == t {
				return true
			}
		}
		return false
	}
	return in(a, "所", "间", "个", "家") && in(b, "所", "间", "个", "家") || in(a, "个", "班") && in(b, "个", "班") || in(a, "", "比", "倍") && in(b, "", "比", "倍")
}

func abs(x float64) float64 { return max(x, -x) }
