package privacy

import (
	"strings"
	"testing"
	"unicode/utf8"

	"junheng/tools/balance"
)

func TestMask(t *testing.T) {
	for _, c := range []struct{ text, want, found string }{
		{"咨询请打19900000000找李四。", "咨询请打199********找李四。", "手机号"},
		{"电话：199 0000 0000", "电话：199**********", "手机号"},
		{"联系人：张三，电话0000-1234567", "联系人：张*，电话0000-1234567", "联系人姓名"},
		{"身份证号990101201302300000的学生", "身份证号******************的学生", "身份证号"},
		{"学籍号G990101201302300000。", "学籍号G******************。", "学籍号"},
		{"缴入账号：9900 1234 5678 9012 345", "缴入账号：9900*******************", "银行账号"},
		{"手机+86 19900000000", "手机+86 199********", "手机号"},
		{"手机8619900000000", "手机86199********", "手机号"},
		{"账户为990012345678901234", "账户为9900**************", "银行账号"},
		// what must stay
		{"举报电话：0000-1234567，办公室主任张三", "举报电话：0000-1234567，办公室主任张三", ""},
		{"投入资金13000000000元", "投入资金13000000000元", ""},
		{"面积123456789012345678平方米", "面积123456789012345678平方米", ""},
		{"共有学生36000人，其中小学27094人", "共有学生36000人，其中小学27094人", ""},
		{"联系人：教育督导委员会办公室", "联系人：教育督导委员会办公室", ""},
	} {
		got, found := Mask(c.text)
		if got != c.want || strings.Join(found, " ") != c.found {
			t.Errorf("%s\n got %s %v\nwant %s [%s]", c.text, got, found, c.want, c.found)
		}
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(c.text) {
			t.Errorf("%s: masking changed the count of characters", c.text)
		}
	}
}

func TestReportMasksTextAndTables(t *testing.T) {
	rep := &balance.Report{File: "a.html", Articles: []balance.Article{{Number: 1, Paragraphs: []balance.Paragraph{
		{Number: 1, Text: "联系人：李四"},
		{Number: 2, Table: &balance.Table{Number: 1, Rows: [][]balance.Cell{{{Text: "19900000000"}}}}},
	}}}}
	notices := Report(rep)
	if rep.Articles[0].Paragraphs[0].Text != "联系人：李*" || rep.Articles[0].Paragraphs[1].Table.Rows[0][0].Text != "199********" {
		t.Errorf("not masked: %+v", rep.Articles[0])
	}
	if len(notices) != 2 || notices.Faults() != 0 || !strings.Contains(notices[1].String(), "表1第1行第1列") {
		t.Errorf("notices %v", notices)
	}
}
