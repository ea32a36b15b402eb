package site

import (
	"encoding/json"
	"strings"
	"testing"

	"junheng/tools/record"
)

// TestPublishPageNamesWhatIsRead holds that the page for bureaus names every
// column, key and district indicator there is, offers each template, and that
// its twin is made of the same.
func TestPublishPageNamesWhatIsRead(t *testing.T) {
	_, n := demo(t, "990102", nil)
	c := &nation{n: n}
	page := c.publish()
	words := asJSON(t, page.View)
	for _, col := range n.Columns {
		if !strings.Contains(words, `"name":"`+col.Header+`"`) {
			t.Errorf("the page does not name the column %s", col.Header)
		}
	}
	keys := 0
	for _, f := range record.Formats() {
		for _, k := range f.Keys {
			keys++
			if !strings.Contains(words, `"name":"`+k.Path+`"`) {
				t.Errorf("the page does not name %s of %s", k.Path, f.File)
			}
		}
	}
	if keys < 40 {
		t.Errorf("only %d keys", keys)
	}
	for _, i := range n.Indicators {
		if named := strings.Contains(words, `"text":"`+i.ID+`"`); named != (i.Level == "district" && i.Kind != "standard") {
			t.Errorf("%s (%s): named %v", i.ID, i.Level, named)
		}
	}
	for _, f := range page.Files {
		if !strings.Contains(words, `"href":"/publish/`+f.Name+`"`) || f.Text == "" {
			t.Errorf("%s is not offered", f.Name)
		}
	}
	var twin struct {
		Formats    []record.Format
		Columns    []struct{ Header string }
		Indicators []struct{ ID string }
	}
	if err := json.Unmarshal([]byte(page.Twin), &twin); err != nil || len(twin.Formats) != len(record.Formats()) || len(twin.Columns) != len(n.Columns) || len(twin.Indicators) != len(n.Indicators) {
		t.Errorf("twin: %v", err)
	}
}
