package site

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"
)

// TestCorrectionsStandWhereTheyBelong holds that a correction is listed with
// both statements, that the page it is about says so, and that one whose page
// is gone is still listed.
func TestCorrectionsStandWhereTheyBelong(t *testing.T) {
	d, n := demo(t, "990102", func(tree fstest.MapFS) {
		tree["districts/990102/2023/corrections.toml"] = &fstest.MapFile{Data: []byte(`
[[correction]]
date = "2024-04-02"
page = "/districts/990102/2023/quality-2017/"
wrong = "写作41人"
right = "应为14人"
told = "读者"

[[correction]]
date = "2024-05-01"
page = "/districts/990102/schools/2199029999/"
wrong = "列有这所学校"
right = "学校已撤销"
told = "示例边境区教育局"
`)}
	})
	out := View(d, n)
	marked := 0
	for _, p := range out.Pages {
		says := strings.Contains(asJSON(t, p.View.Meta), "2024年4月2日有更正")
		if says != (p.View.Address == "/districts/990102/2023/quality-2017/") {
			t.Errorf("%s: says it was corrected: %v", p.View.Address, says)
		}
		if says {
			marked++
		}
	}
	if marked != 1 {
		t.Errorf("%d pages say that they were corrected, want 1", marked)
	}
	for _, file := range National(n, []Summary{out.Summary}) {
		if file.Name != "corrections" {
			continue
		}
		view := asJSON(t, file.Data.View)
		for _, want := range []string{"写作41人", "应为14人", "读者", "学校已撤销", "示例边境区教育局", "已更正2处"} {
			if !strings.Contains(view, want) {
				t.Errorf("/corrections/ does not say %s", want)
			}
		}
		if strings.Contains(view, `"href":"/districts/990102/schools/2199029999/"`) {
			t.Error("/corrections/ leads to a page that is gone")
		}
		if newest := strings.Index(view, "2024年5月1日"); newest > strings.Index(view, "2024年4月2日") {
			t.Error("the newest correction does not stand first")
		}
		var twin struct {
			Schema      string
			Corrections []struct{ Code, Date, Page, Wrong, Right, Told, Href string }
		}
		if err := json.Unmarshal([]byte(file.Data.Twin), &twin); err != nil || len(twin.Corrections) != 2 || twin.Corrections[1].Wrong != "写作41人" || twin.Corrections[1].Code != "990102" {
			t.Errorf("twin: %v %+v", err, twin)
		}
		return
	}
	t.Error("there is no page of corrections")
}
