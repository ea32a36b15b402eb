package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// Version 版本 is which document a year was judged under.
type Version struct {
	Standard  string        `json:"standard"`
	Name      string        `json:"name"`
	Number    string        `json:"number"` // 文号; of the override where there is one
	Issued    string        `json:"issued"`
	Region    string        `json:"region,omitempty"` // of an override chosen by name
	Effective balance.Years `json:"effective"`
	InForce   bool          `json:"in_force"` // in this year and division
}

// Under returns rules that judge any year and any division under one standard,
// whether or not it is in force there: a national one as it stands, or a
// region's override merged into its base. False if there is none of that id.
func (r *Rules) Under(id string) (*Rules, bool) {
	for _, s := range r.standards {
		if s.ID != id {
			continue
		}
		if s.Base != "" {
			over := s
			for _, base := range r.standards {
				if base.ID == over.Base {
					s = Override(base, over)
				}
			}
			s.Region, s.Effective = over.Region, over.Effective
		}
		return &Rules{indicators: r.indicators, standards: r.standards, buffers: r.buffers, only: &s}, true
	}
	return nil, false
}

// IDs lists the standards that Under takes.
func (r *Rules) IDs() []string {
	ids := make([]string, len(r.standards))
	for i := range r.standards {
		ids[i] = r.standards[i].ID
	}
	return ids
}

func (r *Rules) applied(in *Input) []balance.Standard {
	if r.only != nil {
		return []balance.Standard{*r.only}
	}
	return Applied(r.standards, in.District.Code, in.Year)
}

func version(s *balance.Standard, in *Input) Version {
	return Version{Standard: s.ID, Name: s.Name, Number: s.Number, Issued: s.Issued, Region: s.Region, Effective: s.Effective,
		InForce: s.Effective.Holds(in.Year) && strings.HasPrefix(in.District.Code, s.Region)}
}

// notInForce says that a year was judged under a standard that does not hold
// for it.
func (b *bench) notInForce() string {
	v := version(b.std, b.in)
	switch {
	case v.InForce:
		return ""
	case !v.Effective.Holds(b.in.Year):
		return fmt.Sprintf("按指定的版本判定；%s用于%s，不是%d学年的现行标准", v.Number, years(v.Effective), b.in.Year)
	}
	return fmt.Sprintf("按指定的版本判定；%s用于行政区划代码以%s开头的地方", v.Number, v.Region)
}
