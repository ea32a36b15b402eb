package figure

import "junheng/tools/balance"

// Line is a figure as `junheng extract` prints it, one JSON object a line. Its
// fields are a contract that others script against.
type Line struct {
	Article    int                `json:"article"`
	Section    []string           `json:"section"`
	Paragraph  int                `json:"paragraph"`
	Start      int                `json:"start"`
	End        int                `json:"end"`
	Quote      string             `json:"quote"`
	Raw        string             `json:"raw"`
	RawStart   int                `json:"raw_start"`
	Value      float64            `json:"value"`
	ValueMax   *float64           `json:"value_max"`
	Unit       *string            `json:"unit"` // null for a coefficient
	Comparator balance.Comparator `json:"comparator"`
	Approx     bool               `json:"approx"`
	Subject    string             `json:"subject"`
	Stage      *string            `json:"stage"`
	Scope      string             `json:"scope"`
	Kind       balance.Kind       `json:"kind"`
	Period     *string            `json:"period"`
	Indicator  *string            `json:"indicator"`
	Table      int                `json:"table,omitempty"`
	Row        int                `json:"row,omitempty"`
	Column     int                `json:"column,omitempty"`
	ID         string             `json:"id"`
	File       string             `json:"file,omitempty"` // where several are read
}

// LineOf returns f as it is printed.
func LineOf(f balance.Figure) Line {
	s := f.Source
	if s.Section == nil {
		s.Section = []string{}
	}
	return Line{
		Article: s.Article, Section: s.Section, Paragraph: s.Paragraph, Start: s.Start, End: s.End, Quote: s.Quote,
		Raw: f.Raw, RawStart: f.RawStart, Value: f.Value, ValueMax: f.ValueMax, Unit: orNull(f.Unit),
		Comparator: f.Comparator, Approx: f.Approx, Subject: f.Subject, Stage: orNull(string(f.Stage)), Scope: f.Scope,
		Kind: f.Kind, Period: orNull(f.Period), Indicator: orNull(f.Indicator),
		Table: s.Table, Row: s.Row, Column: s.Column, ID: f.ID,
	}
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
