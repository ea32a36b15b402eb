package report

// docxTable is a table being read; its cells name the rows they span afterwards.
type docxTable struct {
	rows  [][]written
	above []docxAt // per grid column, the cell that a vertical merge continues
	cell  []string // paragraphs of the cell being read
	span  int
	merge string // "", restart, continue
	col   int    // grid column of the cell being read
}

// docxAt is a written cell, by its row and place in it.
type docxAt struct{ row, index int }

// put adds a cell to the last row, or lengthens the one it continues.
func (t *docxTable) put(text string) {
	if len(t.rows) == 0 {
		t.rows = append(t.rows, nil)
	}
	r := len(t.rows) - 1
	col := t.col
	t.col += t.span
	if t.col > maxColumns {
		return
	}
	for len(t.above) < t.col {
		t.above = append(t.above, docxAt{-1, 0})
	}
	if from := t.above[col]; t.merge == "continue" && from.row >= 0 && text == "" {
		t.rows[from.row][from.index].rows++
		return
	}
	t.rows[r] = append(t.rows[r], written{text: text, rows: 1, cols: t.span})
	for c := col; c < t.col; c++ {
		t.above[c] = docxAt{r, len(t.rows[r]) - 1}
	}
}

// texts are the cells in reading order.
func (t *docxTable) texts() (out []string) {
	for _, row := range t.rows {
		for _, c := range row {
			if c.text != "" {
				out = append(out, c.text)
			}
		}
	}
	return out
}
