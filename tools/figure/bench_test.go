package figure

import (
	"strings"
	"testing"

	"junheng/tools/balance"
	"junheng/tools/numeral"
)

func reportOf(paragraphs ...string) *balance.Report {
	a := balance.Article{Number: 1, Title: "义务教育均衡发展工作总结", Sections: []balance.Section{{}}}
	for i, t := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, balance.Paragraph{Number: i + 1, Text: t})
	}
	return &balance.Report{Articles: []balance.Article{a}}
}

const sentence = "全县现有义务教育学校38所（其中小学30所、初中6所、九年一贯制学校2所），在校学生36000人，专任教师2483人。" +
	"坚持教育优先发展，进一步完善经费保障机制，统筹推进城乡义务教育一体化，着力缩小校际差距，努力办好每一所学校，" +
	"不断满足人民群众对优质教育的期盼。近三年累计投入资金1．6亿元，新建改扩建校舍8。42万平方米，新增学位约三千二百个，" +
	"小学、初中校际差异系数分别为0.31和0.24，巩固率达到99。6%以上。"

// BenchmarkRead says what meaning costs beside finding the quantities.
func BenchmarkRead(b *testing.B) {
	r := NewReader(national(b))
	var paragraphs []string
	for range 500 {
		paragraphs = append(paragraphs, sentence)
	}
	rep := reportOf(paragraphs...)
	b.Run("numeral.Scan", func(b *testing.B) {
		b.SetBytes(int64(len(sentence) * 500))
		var found []numeral.Quantity
		for b.Loop() {
			for _, t := range paragraphs {
				found = numeral.Append(found[:0], t)
			}
		}
	})
	b.Run("figure.Read", func(b *testing.B) {
		b.SetBytes(int64(len(sentence) * 500))
		for b.Loop() {
			r.Read(rep)
		}
	})
}

// BenchmarkHostile reads paragraphs of a megabyte that never end a sentence.
func BenchmarkHostile(b *testing.B) {
	r := NewReader(national(b))
	for name, unit := range map[string]string{
		"figures": "小学30所", "lists": "小学、初中分别为30、6所，", "nesting": "（小学30所", "closing": "）小学30所", "dates": "2023年", "zeros": "清零", "stages": "小学、",
		"thresholds": "超过45人的班级", "schools": "区一小2237人、", "plans": "计划投资30万元，", "digits and 万": "3万", "words": "生均教学及辅助用房面积", "bare": "3、",
	} {
		line := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			for b.Loop() {
				r.Read(reportOf(line))
			}
		})
	}
}
