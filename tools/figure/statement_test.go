package figure

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"junheng/tools/report"
)

// TestStatements: what reports say besides numbers, with what it touches and
// by when.
func TestStatements(t *testing.T) {
	r := NewReader(national(t))
	for _, c := range []struct {
		name, heading, text string
		want                []string
	}{
		{"a decimal does not end it", "三、下一步打算", "计划投入资金2。6亿元改善条件。", []string{"commitment|计划投入资金2。6亿元改善条件||"}},
		{"within some years", "三、下一步打算", "三年内新增学位1200个，缓解入学压力，力争实现目标。", []string{"commitment|三年内新增学位1200个，缓解入学压力，力争实现目标|new_places|三年内"}},
		{"two documents in one breath", "一、主要做法", "一是印发《教学常规管理细则》和《德育工作意见》，规范办学。", []string{
			"document|《教学常规管理细则》、《德育工作意见》||", "measure|印发《教学常规管理细则》和《德育工作意见》，规范办学||"}},
		{"a missed standard among measures", "一、主要做法及成效", "一是教师培训完成率97%，没有达到100%。", []string{"problem|教师培训完成率97%，没有达到100%||"}},
		{"an announcement names nothing", "二、存在问题", "对照标准，主要存在以下困难。", nil},
		{"what it counts", "二、存在问题", "全县小学班额超过45人的班级有81个，差距较大。", []string{"problem|全县小学班额超过45人的班级有81个，差距较大|class_size_over_45_count|"}},
	} {
		rep, err := report.Read("a.txt", []byte("工作总结\n\n"+c.heading+"\n\n"+c.text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		_, said := r.Read(rep)
		var got []string
		for _, s := range said {
			got = append(got, strings.Join([]string{string(s.Kind), s.Text, s.Indicator, s.Due}, "|"))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
	}
}
