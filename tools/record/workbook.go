package record

import (
	"io/fs"

	"junheng/tools/balance"
)

func readWorkbook(fsys fs.FS, name string, n *National, ps *balance.Problems) []balance.School {
	ps.Fault(balance.Place{File: name}, "还读不了 .xlsx 工作簿", "在 Excel 里另存为“CSV UTF-8（逗号分隔）”，文件名 schools.csv")
	return nil
}
