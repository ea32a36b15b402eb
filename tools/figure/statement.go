package figure

import "junheng/tools/balance"

func (w *walker) statements(p *balance.Paragraph) {}
func (w *walker) table(p *balance.Paragraph)      {}
