package site

// Stack is a table that folds (forms/stack.html).
type Stack struct {
	Caption string     `json:"caption"`
	Head    string     `json:"head"`
	Middle  string     `json:"middle"`
	Last    string     `json:"last"`
	Rows    []StackRow `json:"rows"`
}

// StackRow is one entry of a Stack.
type StackRow struct {
	ID    string      `json:"id,omitempty"`
	Name  string      `json:"name"`
	Href  string      `json:"href,omitempty"`
	Limit string      `json:"limit,omitempty"`
	Sub   bool        `json:"sub,omitempty"`
	Marks []StackMark `json:"marks,omitempty"`
	Text  []Run       `json:"text,omitempty"`
	Lines [][]Run     `json:"lines,omitempty"` // as paragraphs of their own
	Tally []string    `json:"tally,omitempty"`
	How   *How        `json:"how,omitempty"`
}

// StackMark is a verdict in a list (components/mark.html).
type StackMark struct {
	Mark  *Mark  `json:"mark,omitempty"`
	Stage string `json:"stage,omitempty"`
	Basis string `json:"basis,omitempty"`
	Raw   bool   `json:"raw,omitempty"`
	Gap   string `json:"gap,omitempty"`
	Limit string `json:"limit,omitempty"` // in place of a verdict, on pages about standards
}

// Entries are dated or named entries (forms/rows.html).
type Entries struct {
	Rows []Entry `json:"rows"`
}

// Entry is one of Entries.
type Entry struct {
	ID     string  `json:"id,omitempty"`
	Name   string  `json:"name"`
	Href   string  `json:"href,omitempty"`
	Small  string  `json:"small,omitempty"`
	Mark   *Mark   `json:"mark,omitempty"`
	Sums   []Run   `json:"sums,omitempty"`
	Raw    bool    `json:"raw,omitempty"`
	Quotes []Quote `json:"quotes,omitempty"`
	Text   []Run   `json:"text,omitempty"`
	Answer string  `json:"answer,omitempty"`
}

// Quote is a sentence of a report and where it stands.
type Quote struct {
	Text  string `json:"text"`
	Href  string `json:"href"`
	About []Run  `json:"about,omitempty"`
}

// Table is a plain table (forms/table.html); the first cell names the row.
type Table struct {
	Caption string        `json:"caption"`
	Head    []TableHead   `json:"head"`
	Rows    [][]TableCell `json:"rows"`
}

// TableHead names a column.
type TableHead struct {
	Text  string `json:"text"`
	Small string `json:"small,omitempty"` // of a matrix: the limit
	Href  string `json:"href,omitempty"`
	Num   bool   `json:"num,omitempty"`
}

// TableCell is one entry of a Table.
type TableCell struct {
	Text  string `json:"text"`
	Small string `json:"small,omitempty"`
	Href  string `json:"href,omitempty"`
	Num   bool   `json:"num,omitempty"`
	Mark  *Mark  `json:"mark,omitempty"`
	Raw   bool   `json:"raw,omitempty"`
	Bar   string `json:"bar,omitempty"` // SVG below the text, which says the same
}

// Facts are large numbers with their names, and class sizes (forms/facts.html).
type Facts struct {
	Facts []Fact  `json:"facts"`
	Bands []Bands `json:"bands,omitempty"`
	All   *Fold   `json:"all,omitempty"`
}

// Fact is one large number.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Unit  string `json:"unit,omitempty"`
	Href  string `json:"href,omitempty"`
	Mark  *Mark  `json:"mark,omitempty"`
	Gap   string `json:"gap,omitempty"`
}

// Bands are classes by size (components/bands.html).
type Bands struct {
	Caption string `json:"caption"`
	Head    string `json:"head"`
	Rows    []Band `json:"rows"`
}

// Band is one class size band; Line names the line that it is the first beyond,
// Edge says that the line is the limit of its stage.
type Band struct {
	Name  string `json:"name"`
	Count string `json:"count"`
	Bar   string `json:"bar"`
	Line  string `json:"line,omitempty"`
	Edge  bool   `json:"edge,omitempty"`
}

// Matrix is schools against criteria, in code order (forms/matrix.html).
type Matrix struct {
	Caption string      `json:"caption"`
	Head    []TableHead `json:"head"`
	Rows    []MatrixRow `json:"rows"`
}

// MatrixRow is one school.
type MatrixRow struct {
	Name  string      `json:"name"`
	Href  string      `json:"href,omitempty"`
	Small string      `json:"small,omitempty"`
	Cells []TableCell `json:"cells"`
}

// Reduction is the flow of institutions and what else 双减 asks (forms/double-reduction.html).
type Reduction struct {
	Flow  []Flow `json:"flow,omitempty"`
	Stack *Stack `json:"stack,omitempty"`
}

// Flow is one stream of institutions.
type Flow struct {
	Before     string `json:"before"`
	BeforeName string `json:"before_name"`
	After      string `json:"after"`
	AfterName  string `json:"after_name"`
	Raw        bool   `json:"raw,omitempty"`
	SVG        string `json:"svg"`
	Text       []Run  `json:"text"`
}

// Fold is a long table behind a summary (forms/fold.html).
type Fold struct {
	Summary string `json:"summary"`
	Table   Table  `json:"table"`
}
