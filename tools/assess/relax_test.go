package assess

import (
	"strings"
	"testing"

	"junheng/tools/balance"
)

// relaxedYear judges one school in a year in which the 过渡口径 of the
// procedure of 2019 hold.
func relaxedYear(t *testing.T, year int, typ balance.SchoolType, change ...any) Result {
	t.Helper()
	inds, standards := national(t)
	s := at("1", change...)
	s.Type = typ
	return Year(Input{Year: year, Schools: []balance.School{s}, Indicators: inds, Standards: standards})
}

// TestRelaxation: an easier limit counts only where the school claims it and
// only in its years; where it might have counted, the verdict says so.
func TestRelaxation(t *testing.T) {
	for _, c := range []struct {
		name  string
		year  int
		pairs []any
		want  balance.Outcome
		note  string
	}{
		{"not claimed", 2022, nil, balance.NotMet, "如果符合过渡口径"},
		{"claimed", 2022, []any{"transition_size", 1}, balance.MetTransition, "按过渡口径：2010年"},
		{"claimed with no", 2022, []any{"transition_size", 0}, balance.NotMet, "如果符合过渡口径"},
		{"beyond the easier limit too", 2022, []any{"transition_size", 1, "pupils_primary", 2401}, balance.NotMet, ""},
		{"before its years", 2018, []any{"transition_size", 1}, balance.NotMet, "只用于2019至2022学年"},
		{"after its years", 2023, []any{"transition_size", 1}, balance.NotMet, "只用于2019至2022学年"},
		{"after its years and not claimed", 2023, nil, balance.NotMet, ""},
	} {
		r := relaxedYear(t, c.year, balance.Primary, append([]any{"pupils_primary", 2300}, c.pairs...)...)
		v := find(t, r, "quality-2017", "", "quality.g04", "1", "")
		if v.Outcome != c.want || !strings.Contains(v.Note, c.note) || c.note == "" && strings.Contains(v.Note, "过渡") {
			t.Errorf("%s: %s %q", c.name, v.Outcome, v.Note)
		}
		if d := district(t, r, "quality.g04", ""); d.Outcome != c.want {
			t.Errorf("%s: district %s", c.name, d.Outcome)
		}
	}
}

// TestRelaxedByWhatCountsBesides: a village school of 50 to 99 pupils may count
// teachers it shares, a crowded one the grounds it rents; the working shows the
// sum, and the number itself stays what it is.
func TestRelaxedByWhatCountsBesides(t *testing.T) {
	const near = "按过渡口径："
	for _, c := range []struct {
		name      string
		typ       balance.SchoolType
		pairs     []any
		criterion string
		want      balance.Outcome
		step      string
	}{
		{"one shared teacher", balance.TeachingSite, []any{"pupils_primary", 80, "pe_art_primary", 0, "pe_art_shared_primary", 1}, "quality.r3", balance.MetTransition, near + "(0 + 1) × 100 ÷ 80 = 1.25 ≥ 0.9"},
		{"a school of 100 may not", balance.Primary, []any{"pupils_primary", 100, "pe_art_primary", 0, "pe_art_shared_primary", 1}, "quality.r3", balance.NotMet, ""},
		{"one of 99 may", balance.Primary, []any{"pupils_primary", 99, "pe_art_primary", 0, "pe_art_shared_primary", 1}, "quality.r3", balance.MetTransition, near + "(0 + 1) × 100 ÷ 99 = 1.0101 ≥ 0.9"},
		{"none shared", balance.Primary, []any{"pupils_primary", 80, "pe_art_primary", 0, "pe_art_shared_primary", 0}, "quality.r3", balance.NotMet, ""},
		{"rented grounds", balance.Primary, []any{"area_outdoor_sports", 4000, "area_extra_sports", 2500}, "quality.r5", balance.MetTransition, near + "(5,000 + 2,500) ÷ 1,000 = 7.5 ≥ 7.5"},
		{"too little rented", balance.Primary, []any{"area_outdoor_sports", 4000, "area_extra_sports", 2499}, "quality.r5", balance.NotMet, ""},
	} {
		r := relaxedYear(t, 2021, c.typ, c.pairs...)
		v := find(t, r, "quality-2017", "", c.criterion, "1", "小学")
		if v.Outcome != c.want || !strings.Contains(strings.Join(v.Working.Steps, "\n"), c.step) {
			t.Errorf("%s: %s %q", c.name, v.Outcome, v.Working.Steps)
		}
		if c.want == balance.NotMet && strings.Contains(v.Note, "过渡") {
			t.Errorf("%s: %q", c.name, v.Note)
		}
	}
}

// TestOrganisers: a part may leave schools out by who runs them.
func TestOrganisers(t *testing.T) {
	scope := balance.Scope{Organisers: []string{"民办", "省级", "10", "3"}}
	for organiser, out := range map[string]bool{"民办": true, "民办（企业）": true, "省级教育部门": true, "10": true, "3": true, "县级教育部门": false, "7": false, "13": false, "": false} {
		s := balance.School{Type: balance.Primary, Organiser: organiser}
		if counts(&scope, &section{school: &s}) == out {
			t.Errorf("%q: left out %v", organiser, !out)
		}
	}
}
