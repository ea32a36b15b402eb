package site

// Mark is a verdict as shape and word.
type Mark struct {
	State string `json:"state"` // met transit short unsure none off
	Word  string `json:"word"`
}

// Cell is a value held against its limit (layouts/_partials/components/cell.html).
type Cell struct {
	Stage string `json:"stage,omitempty"`
	Value string `json:"value,omitempty"`
	Href  string `json:"href,omitempty"`
	Mark  *Mark  `json:"mark,omitempty"`
	Basis string `json:"basis,omitempty"`
	Raw   bool   `json:"raw,omitempty"`
	Gap   string `json:"gap,omitempty"`
	Track string `json:"track,omitempty"`
	Also  []Run  `json:"also,omitempty"`
}

// Ledger is rows against the line (forms/ledger.html).
type Ledger struct {
	Caption string      `json:"caption"`
	Head    string      `json:"head"`
	Stages  []string    `json:"stages"`
	Ends    []string    `json:"ends"`
	Rows    []LedgerRow `json:"rows"`
}

// LedgerRow is one criterion, or one school.
type LedgerRow struct {
	ID    string `json:"id,omitempty"`
	Name  string `json:"name"`
	Href  string `json:"href,omitempty"`
	Limit string `json:"limit,omitempty"`
	Cells []Cell `json:"cells"`
	How   *How   `json:"how,omitempty"`
}

// How is a working, opened on demand (components/how.html).
type How struct {
	Plain   string      `json:"plain,omitempty"` // in words a parent uses
	Rule    string      `json:"rule,omitempty"`
	Clause  string      `json:"clause,omitempty"`
	Open    bool        `json:"open,omitempty"`
	Columns []HowColumn `json:"columns"`
}

// HowColumn is the working of one verdict.
type HowColumn struct {
	Head      string     `json:"head,omitempty"` // 小学 · 推算
	Threshold string     `json:"threshold,omitempty"`
	Inputs    []HowInput `json:"inputs,omitempty"`
	Steps     []string   `json:"steps,omitempty"`
	Most      []HowInput `json:"most,omitempty"` // the schools that add most to a spread
	Result    string     `json:"result,omitempty"`
	Note      string     `json:"note,omitempty"`
	Lacks     []string   `json:"lacks,omitempty"`
}

// HowInput is one number a working starts from.
type HowInput struct {
	Name  string `json:"name"`
	Text  string `json:"text"`
	Place string `json:"place,omitempty"`
	Href  string `json:"href,omitempty"`
	Quote string `json:"quote,omitempty"`
}
