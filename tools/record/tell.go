package record

// maxSame bounds how often the same remedy is told for one column.
const maxSame = 100

// fault notes what is wrong with a cell of column h.
func (t *table) fault(h *heading, c cell, what, mend string) {
	key := h.written + "\x00" + mend
	if t.same[key]++; t.same[key] <= maxSame {
		t.refuse(c, "“"+snippet(h.written)+"”"+what, mend)
	} else if t.same[key] == maxSame+1 {
		t.refuse(c, "“"+snippet(h.written)+"”这一栏同样的问题超过 "+itoa(maxSame)+" 处，从这里起不再一一列出", "整栏检查；"+mend)
	}
}

func (t *table) notice(h *heading, c cell, what, mend string) {
	t.remark(c, "“"+snippet(h.written)+"”"+what, mend)
}

// refuse and remark say first where a spreadsheet shows the cell: a clerk
// looks there, not at line and character.
func (t *table) refuse(c cell, what, mend string) {
	t.ps.Fault(t.grid.place(c), t.grid.spot(c)+what, mend)
}

func (t *table) remark(c cell, what, mend string) {
	t.ps.Notice(t.grid.place(c), t.grid.spot(c)+what, mend)
}
