package report

import (
	"strings"
	"testing"
)

// TestBadlyWrittenPages: pages as badly written as legacy ones come apart as a
// browser shows them: paragraphs, with * before those all bold and > before those with links.
func TestBadlyWrittenPages(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<p>一<p>二<div>三</div>四", "一|二|三|四"},
		{"<P ALIGN=center>一<BR>二<br/>三</P>", "一|二|三"},
		{"一</p>二", "一|二"},
		{"<b><p>一</b>二</p><p>三</p>", "一二|三"},
		{"<b>一<p>二<p>三</b>四", "*一|*二|三四"},
		{"<a href=x>一<div>二</a>三</div>四", ">一|>二三|四"},
		{"<a href=x>一<a href=y>二</a>三", ">一二三"},
		{"<a name=x>一</a>二", "一二"},
		{"<ul><li>一<ul><li>二</ul><li>三</ul>", "一|二|三"},
		{"<dl><dt>一<dd>二<dt>三</dl>", "一|二|三"},
		{"<h1>一<h2>二</h2>三", "一|二|三"},
		{"<h1>一</h2>二", "一|二"},
		{"<table>一<tr><td>二</table>三", "一|二|三"},
		{"<table><tr><td>一<td>二<tr><td>三</table>", "一|二|三"},
		{"<table><td>一<table><td>二</table>三</table>四", "一|二|三|四"},
		{"<table><tr><td><b>一<td>二</b></table>三", "*一|二|三"},
		{"<div><td>一</td></div>", "一"},
		{"<div><table><tr><td>一</div>二</table>三", "一二|三"},
		{"<form><div>一</form>二</div>三", "一二|三"},
		{"<script>if(a<b)document.write('<p>x</p>')</script>一", "一"},
		{"<script><!-- <script>x</script> --></script>一", "一"},
		{"<style>p{}</STYLE >一<textarea><p>x</textarea>二", "一二"},
		{"<!-- <p>x --><p>一<!doctype x><![endif]>二<?xml x?>三", "一二三"},
		{"<!-->一<!--->二", "一二"},
		{"<select><option>x<option>y</select>一<button>z</button>二", "一二"},
		{"<svg><path d=x /><text>x</text></svg>一", "一"},
		{"<span style='DISPLAY : None'>x<span>y</span>z</span>一<font style=font-size:0px>x</font>二", "一二"},
		{"<span style=font-size:0.9em>一</span><span hidden>x</span>", "一"},
		{`<p title="a>b" class='x'>一</p>`, "一"},
		{"<p class=it's>一</p>'>二", "一|'>二"},
		{"1<2，3 < 4，<一>，a<", "1<2，3<4，<一>，a<"},
		{"&lt;p&gt;一&nbsp;&ldquo;二&rdquo;", "<p>一“二”"},
		{"<p>一<", "一<"},
		{"<p>一<p", "一"},
		{"<title>x</title><head><meta name=a></head><body>一", "一"},
		{"<noscript><p>x</p></noscript>一<iframe src=x><p>x</iframe>", "一"},
		{strings.Repeat("<div>", 200) + "一" + strings.Repeat("</div>", 200) + "二", "一|二"},
		{strings.Repeat("<b>", 20) + "一<p>二", "*一|*二"},
	} {
		root, err := parse(c.page)
		if err != nil {
			t.Errorf("%.60s: %v", c.page, err)
			continue
		}
		w := walker{surveyed: survey(root)}
		w.walk(root)
		w.flush()
		var got []string
		for _, b := range w.out {
			text := b.text
			if b.rank == 7 {
				text = "*" + text
			}
			if b.links > 0 {
				text = ">" + text
			}
			got = append(got, text)
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%.60s\n got %s\nwant %s", c.page, got, c.want)
		}
	}
}
