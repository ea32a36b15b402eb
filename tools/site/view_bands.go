package site

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/chart"
)

// sizeBand is the number of classes with from to to pupils; to 0 has no end.
type sizeBand struct {
	from, to int
	classes  float64
}

// sizeLine is a number of pupils that a document draws a line at.
type sizeLine struct {
	above int    // the first class beyond the line has one more
	says  string // 过小学上限
	own   balance.Stage
}

// known gives the value of a field of the school table, if there is one.
type known func(id string) (float64, bool)

func ofSchool(s balance.School) known {
	return func(id string) (float64, bool) {
		d, ok := s.Values.Get(id)
		return d.Value, ok && d.Known()
	}
}

// ofSchools adds up what schools have; one that should say and does not leaves
// the sum unknown.
func ofSchools(all []balance.School) known {
	return func(id string) (float64, bool) {
		sum, any := 0.0, false
		for _, s := range all {
			switch d, ok := s.Values.Get(id); {
			case ok && d.Known():
				sum, any = sum+d.Value, true
			case !ok || d.Missing != balance.NotApplicable:
				return 0, false
			}
		}
		return sum, any
	}
}

// stageKey is how fields of the school table name a stage.
var stageKey = map[balance.Stage]string{balance.StagePrimary: "_primary", balance.StageJunior: "_junior"}

// sizeBands are a stage's classes by size: the ten bands of the national form,
// or where these are not told what lies between the counts of larger classes.
func (y *year) sizeBands(get known, stage balance.Stage) []sizeBand {
	classes := "classes" + stageKey[stage]
	all, ok := get(classes)
	if !ok || all == 0 {
		return nil
	}
	var out []sizeBand
	for _, id := range y.b.n.Parts(classes) {
		n, ok := get(id)
		from, to, named := bounds(strings.TrimSuffix(strings.TrimPrefix(id, "classes_"), stageKey[stage]))
		if !ok || !named {
			return y.coarse(get, stage, all)
		}
		out = append(out, sizeBand{from, to, n})
	}
	return out
}

// bounds reads the pupils of a band from its field: to25, 26_30, over65.
func bounds(s string) (from, to int, ok bool) {
	if n, err := strconv.Atoi(strings.TrimPrefix(s, "to")); err == nil {
		return 0, n, true
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(s, "over")); err == nil {
		return n + 1, 0, true
	}
	a, b, _ := strings.Cut(s, "_")
	from, err := strconv.Atoi(a)
	to, err2 := strconv.Atoi(b)
	return from, to, err == nil && err2 == nil
}

// coarse are the bands between the fields that count classes above a number.
func (y *year) coarse(get known, stage balance.Stage, all float64) []sizeBand {
	out := []sizeBand{{0, 0, all}}
	for _, above := range y.counted(stage) {
		n, ok := get("classes_over" + itoa(above) + stageKey[stage])
		if !ok {
			continue
		}
		last := &out[len(out)-1]
		last.to, last.classes = above, last.classes-n
		out = append(out, sizeBand{above + 1, 0, n})
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// counted are the numbers above which the school table counts classes.
func (y *year) counted(stage balance.Stage) []int {
	var out []int
	for _, c := range y.b.n.Columns {
		if s, ok := strings.CutPrefix(c.ID, "classes_over"); ok {
			if n, err := strconv.Atoi(strings.TrimSuffix(s, stageKey[stage])); err == nil {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// sizeLines are the lines that the standards draw through the bands: the limit
// of a stage, and from how many pupils on a class is called 大班额.
func (y *year) sizeLines() []sizeLine {
	var out []sizeLine
	add := func(l sizeLine) {
		if !slices.ContainsFunc(out, func(o sizeLine) bool { return o.above == l.above }) {
			out = append(out, l)
		}
	}
	for _, s := range y.standards {
		for _, c := range s.Criteria {
			for _, t := range c.Limits {
				if c.Level == balance.LevelSchool && len(t.Over) > 0 {
					add(sizeLine{int(t.Value), "过" + string(t.Stage) + "上限", t.Stage})
				}
			}
		}
	}
	for _, s := range y.standards {
		for _, c := range s.Criteria {
			i, _ := y.b.n.Indicator(c.Indicator)
			if i.Formula == nil || c.Level != balance.LevelDistrict || len(i.Formula.Plus) != 1 {
				continue
			}
			if n, err := strconv.Atoi(strings.TrimPrefix(i.Formula.Plus[0], "classes_over")); err == nil {
				name, _, _ := strings.Cut(i.Name, "（")
				add(sizeLine{above: n, says: name})
			}
		}
	}
	return out
}

// bands are a stage's classes by size as bars against the lines.
func (y *year) bands(name string, get known, stage balance.Stage) (Bands, bool) {
	sizes, lines := y.sizeBands(get, stage), y.sizeLines()
	if sizes == nil {
		return Bands{}, false
	}
	limit, all, most := 0, 0.0, 0.0
	for _, l := range lines {
		if l.own == stage {
			limit = l.above
		}
	}
	for _, b := range sizes {
		all, most = all+b.classes, max(most, b.classes)
	}
	out := Bands{
		Caption: fmt.Sprintf("%s%s各班人数，共%s个班，%s", name, stage, number(all, 0), season(y.Year.Year)), Head: string(stage) + "每班人数",
	}
	for _, b := range sizes {
		state := "met"
		if limit > 0 && b.from > limit {
			state = "short"
		}
		row := Band{Name: b.name(), Count: number(b.classes, 0)}
		for _, l := range lines {
			if b.from == l.above+1 {
				row.Line, row.Edge = l.says, l.own == stage
			}
		}
		if b.classes > 0 {
			row.Bar = chart.Bar(b.classes/most, state)
		}
		out.Rows = append(out.Rows, row)
	}
	return out, true
}

func (b sizeBand) name() string {
	switch {
	case b.from == 0:
		return itoa(b.to) + "人及以下"
	case b.to == 0:
		return itoa(b.from) + "人及以上"
	}
	return itoa(b.from) + "至" + itoa(b.to) + "人"
}

var bandNotes = []string{"横条是班数，最长的是班最多的一档；实心不超过本学段的上限，空心超过。", "粗线是本学段的上限，虚线是别的线，右边写明过的是哪一条。几条线各有出处，不要混用。"}

// classSizes is a district's classes by size.
func (y *year) classSizes() Part {
	f := Facts{Facts: []Fact{}}
	var says []string
	get := ofSchools(y.Schools)
	for _, st := range balance.Stages {
		if b, ok := y.bands(y.b.d.Name, get, st); ok {
			f.Bands = append(f.Bands, b)
			says = append(says, y.overSays(get, st))
		}
	}
	if len(f.Bands) == 0 {
		return Part{}
	}
	return Part{
		ID: "classes", Title: "班额", Form: "facts", Data: f, Gist: text(strings.Join(says, "；") + "。"),
		Note: append([]string{"全区县学校表相加。"}, bandNotes...),
	}
}

// overSays is how many classes lie beyond each line: 小学1,012个班，超过45人的312个，超过55人的161个.
func (y *year) overSays(get known, stage balance.Stage) string {
	sizes := y.sizeBands(get, stage)
	all := 0.0
	for _, b := range sizes {
		all += b.classes
	}
	s := fmt.Sprintf("%s%s个班", stage, number(all, 0))
	for _, l := range y.sizeLines() {
		over, told := 0.0, false
		for _, b := range sizes {
			if b.from > l.above {
				over, told = over+b.classes, told || b.from == l.above+1
			}
		}
		if told && (l.own == stage || l.own == "") {
			s += "，" + fmt.Sprintf("超过%d人的%s个", l.above, number(over, 0))
		}
	}
	return s
}
