package numeral

import (
	"regexp"
	"strings"
	"testing"
)

// prose has the density of numbers of an ordinary work summary.
var prose = strings.Repeat("全县现有义务教育学校38所，其中小学30所、初中6所，在校学生36000人，专任教师2483人。"+
	"坚持教育优先发展，进一步完善经费保障机制，统筹推进城乡义务教育一体化，着力缩小校际差距，努力办好每一所学校，"+
	"不断满足人民群众对优质教育的期盼。近三年累计投入资金1．6亿元，新建改扩建校舍8。42万平方米，新增学位约三千二百个，"+
	"小学、初中校际差异系数分别为0.31和0.24，巩固率达到99。6%以上。一是强化领导，成立工作专班，层层落实责任；"+
	"二是加强督导，把均衡发展纳入年度考核，形成齐抓共管的良好局面，切实保障适龄儿童少年平等接受义务教育的权利。\n", 400)

func BenchmarkScan(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	var found []Quantity
	for b.Loop() {
		found = Append(found[:0], prose)
	}
}

// BenchmarkRegexp is what one would write without this package: a regexp of
// numerals and the commonest units, and no judgement.
func BenchmarkRegexp(b *testing.B) {
	re := regexp.MustCompile(`(?:约|近|超过|不低于|不超过)?(?:[0-9０-９]+(?:[.．。,][0-9０-９]+)*|[〇零一二两三四五六七八九十百千]+)[余多]?[十百千万亿]*(?:%|％|人次|人|名|所|间|个|台|套|册|平方米|平方公里|亩|元|倍|个百分点)?(?:以上|以下|左右)?`)
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		re.FindAllStringIndex(prose, -1)
	}
}

// BenchmarkHostile is a line that a quadratic scanner does not survive.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"digits": "7", "digits and 万": "3万", "万": "万", "hanzi": "三", "zeros": "零", "points": "1.", "full stops": "1。", "ranges": "1-", "fractions": "三分之",
		"ratios": "1:", "groups": "1 ", "spaces": "123 ", "commas": "123,", "until": "1至", "series": "1、", "points in hanzi": "三点",
	} {
		line := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			for b.Loop() {
				Scan(line)
			}
		})
	}
}
