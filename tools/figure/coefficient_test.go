package figure

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"junheng/tools/report"
)

// TestCoefficients: the coefficient of one thing is not the mean of all, in
// the rows of a table under a caption that names the stages as in a sentence.
func TestCoefficients(t *testing.T) {
	const rows = `<h1>示例县自评报告</h1><table><caption>表1 小学、初中校际差异系数</caption>
<tr><th>指标</th><th>小学</th><th>初中</th></tr>
<tr><td>每百名学生拥有县级以上骨干教师数</td><td>0.38</td><td>0.31</td></tr></table>`
	for _, c := range []struct{ name, text, want string }{
		{"a table", rows, "0.38 小学 cv_backbone_per_100, 0.31 初中 cv_backbone_per_100"},
		{"one thing, then all", "小学体育场馆面积差异系数0.44，小学差异系数0.31。", "0.44 小学 cv_area_sports_per_pupil, 0.31 小学 cv_primary"},
		{"the other stage of one thing", "小学生均教学及辅助用房面积差异系数0.4，初中0.38。", "0.4 小学 cv_area_teaching_per_pupil, 0.38 初中 cv_area_teaching_per_pupil"},
		{"the mean of things named", "图书、计算机等的小学综合差异系数为0.36。", "0.36 小学 cv_primary"},
	} {
		if got := said(t, c.text); got != c.want {
			t.Errorf("%s (-want +got)\n%s", c.name, cmp.Diff(c.want, got))
		}
	}
}

// TestFormer: what was before is not what is, whatever stands between.
func TestFormer(t *testing.T) {
	const want = "26  , 3  offcampus_academic_institutions"
	for _, text := range []string{"学科类校外培训机构由治理前的26所压减为3所。", "学科类校外培训机构由26所减少到3所。", "学科类校外培训机构从26所减为3所。"} {
		if got := said(t, text); got != want {
			t.Errorf("%s reads %q, want %q", text, got, want)
		}
	}
}

// said is each figure of a text, or of a table in HTML: value, stage, indicator.
func said(t *testing.T, text string) string {
	t.Helper()
	name, body := "a.txt", "示例县工作总结\n\n一、基本情况\n\n"+text+"\n"
	if strings.HasPrefix(text, "<") {
		name, body = "a.html", "<html><body>"+text+"</body></html>"
	}
	rep, err := report.Read(name, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	figures, _ := NewReader(national(t)).Read(rep)
	var got []string
	for _, f := range figures {
		got = append(got, f.Raw+" "+string(f.Stage)+" "+f.Indicator)
	}
	return strings.Join(got, ", ")
}
