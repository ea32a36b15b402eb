package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// rowSteps writes how a section's value follows from its row.
func (b *bench) rowSteps(f *finding, w *balance.Working) {
	c := f.ind.columns[f.stage]
	var sum []string
	for k, fields := range [2][]string{c.plus, c.minus} {
		for _, id := range fields {
			in, ok := b.input(f.school, id)
			if !ok {
				continue
			}
			w.Inputs = append(w.Inputs, in)
			if len(sum) > 0 {
				sum = append(sum, []string{"+", "−"}[k])
			}
			sum = append(sum, plain(in.Value))
		}
	}
	if f.limit != nil {
		for _, l := range f.limit.Over {
			if in, ok := b.input(f.school, l); ok {
				w.Inputs = append(w.Inputs, in)
			}
		}
	}
	if f.limit != nil && f.limit.ForEach > 0 {
		var n []string
		for _, id := range f.limit.For {
			if in, ok := b.input(f.school, id); ok {
				w.Inputs = append(w.Inputs, in)
				n = append(n, plain(in.Value))
			}
		}
		top := strings.Join(n, " + ")
		if len(n) > 1 {
			top = "(" + top + ")"
		}
		w.Steps = append(w.Steps, fmt.Sprintf("%s ÷ %s，进一取整，应有 %s", top, plain(f.limit.ForEach), plain(f.want)))
	}
	if !f.has {
		return
	}
	top := strings.Join(sum, " ")
	if !f.ind.perHead {
		if len(sum) > 1 {
			w.Steps = append(w.Steps, top+" = "+plain(f.value))
		}
		return
	}
	if in, ok := b.input(f.school, pupilsOf(f.stage)); ok {
		w.Inputs = append(w.Inputs, in)
	}
	if len(sum) > 1 {
		top = "(" + top + ")"
	}
	if f.ind.Formula.Split == balance.SplitAsset && !same(f.sec.share.v, 1) {
		w.Steps = append(w.Steps, b.shareStep(f, w))
		top += " × " + short(f.sec.share.v, 6)
	}
	if f.ind.Formula.Factor != 1 {
		top += " × " + plain(f.ind.Formula.Factor)
	}
	w.Steps = append(w.Steps, top+" ÷ "+plain(f.per)+" = "+short(f.value, f.ind.Decimals+2))
}

// shareStep writes which part of the school's shared assets counts for a stage.
func (b *bench) shareStep(f *finding, w *balance.Working) string {
	var own string
	var all []string
	for _, split := range b.std.Splits {
		if split.Type != f.school.Type {
			continue
		}
		for _, p := range []struct {
			stage  balance.Stage
			weight float64
		}{{balance.StagePrimary, split.Primary}, {balance.StageJunior, split.Junior}, {balance.StageSenior, split.Senior}} {
			in, ok := b.input(f.school, pupilsOf(p.stage))
			if p.weight == 0 || !ok {
				continue
			}
			term := plain(in.Value)
			if p.weight != 1 {
				term = plain(p.weight) + " × " + term
			}
			if p.stage == f.stage {
				own = term
			} else {
				w.Inputs = append(w.Inputs, in)
			}
			all = append(all, term)
		}
	}
	return fmt.Sprintf("%s份额 = %s ÷ (%s) = %s", f.stage, own, strings.Join(all, " + "), short(f.sec.share.v, 6))
}
