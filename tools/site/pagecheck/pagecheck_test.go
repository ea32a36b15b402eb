package pagecheck

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
)

const good = `<!DOCTYPE html><html lang="zh-Hans"><head><title>页</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><link rel="stylesheet" href="../css/a.css"></head>
<body><h1 id="top">页</h1><h2>节</h2><a href="#top">上</a> <a href="../">首页</a> <a href="../b/#x">乙</a> <a href="https://example.com/">原文</a></body></html>`

func tree(page string) fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	plain := strings.NewReplacer(`href="../css/a.css"`, `href="css/a.css"`, `href="../"`, `href="./"`, `href="../b/#x"`, `href="b/#x"`).Replace(good)
	return fstest.MapFS{
		"index.html":   file(plain),
		"a/index.html": file(page),
		"b/index.html": file(strings.Replace(good, `id="top"`, `id="x"`, 1) + `<p id="top">`),
		"css/a.css":    file(""),
	}
}

func TestGoodSitePasses(t *testing.T) {
	faults, err := Check(tree(good))
	if err != nil || len(faults) != 0 {
		t.Errorf("%v, faults %v", err, faults)
	}
}

func TestEachFaultIsFound(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{`../b/#x`, `../c/`, `链接 "../c/" 落空`},
		{`../b/#x`, `../b/#y`, `链接 "../b/#y" 的锚点不存在`},
		{`../b/#x`, `../b`, `链接 "../b" 指向目录却没有以 / 结尾`},
		{`../b/#x`, `/b/`, `链接 "/b/" 以 / 开头，放在子目录下会断`},
		{`../b/#x`, `../../b/`, `链接 "../../b/" 走出了网站`},
		{`../b/#x`, `javascript:alert(1)`, `链接 "javascript:alert(1)" 的协议不可用`},
		{`../css/a.css`, `//cdn.example/a.css`, `向别的主机请求 "//cdn.example/a.css"`},
		{`<h2>`, `<h3>`, `标题从 h1 跳到 h3`},
		{`<h2>节</h2>`, `<h1>节</h1>`, `有 2 个 h1`},
		{` lang="zh-Hans"`, ``, `html 没有 lang`},
		{`<title>页</title>`, `<title></title>`, `有 0 个 title`},
		{`Content-Security-Policy`, `x`, `没有内容安全策略`},
		{`<h2>`, `<h2 id="top">`, `id "top" 出现不止一次`},
		{`<h2>`, `<h2 style="color:red">`, `内容安全策略会拦下内嵌的 h2 style`},
		{`<h2>`, `<h2 onclick="x()">`, `内容安全策略会拦下内嵌的 h2 onclick`},
	} {
		faults, err := Check(tree(strings.Replace(good, c.old, c.new, 1)))
		if err != nil {
			t.Fatal(err)
		}
		if len(faults) != 1 || faults[0].Page != "a/index.html" || faults[0].What != c.want {
			t.Errorf("%q → %q: got %v, want %q", c.old, c.new, faults, c.want)
		}
	}
}

// TestWeight holds each limit on what a page makes a reader load.
func TestWeight(t *testing.T) {
	noise := func(n int) string { // does not compress below n bytes
		var b strings.Builder
		r := rand.New(rand.NewPCG(1, 1))
		for b.Len() < 2*n {
			fmt.Fprintf(&b, "%04x", r.IntN(1<<16))
		}
		return b.String()
	}
	many := ""
	for i := range 8 {
		many += fmt.Sprintf(`<img src="../../p%d.svg" alt="">`, i)
	}
	for _, c := range []struct{ page, add, want string }{
		{"districts/990101/index.html", "<p>" + noise(26<<10), "网页压缩后"},
		{"districts/990101/schools/2199010101/index.html", "<p>" + noise(26<<10), "网页压缩后"},
		{"standards/x/index.html", "<p>" + noise(26<<10), ""}, // no page a parent waits for
		{"standards/x/index.html", "<p>" + noise(81<<10), "首次打开要下载"},
		{"standards/x/index.html", `<script src="../../big.js"></script>`, "脚本压缩后"},
		{"standards/x/index.html", many, "首次打开要请求 9 次"},
	} {
		site := fstest.MapFS{"big.js": {Data: []byte(noise(11 << 10))}}
		for i := range 8 {
			site[fmt.Sprintf("p%d.svg", i)] = &fstest.MapFile{}
		}
		body := strings.NewReplacer(`<link rel="stylesheet" href="../css/a.css">`, "", `<a href="../b/#x">乙</a>`, "", `<a href="../">首页</a>`, "").Replace(good)
		site[c.page] = &fstest.MapFile{Data: []byte(strings.Replace(body, "</body>", c.add+"</body>", 1))}
		faults, err := Check(site)
		if err != nil {
			t.Fatal(err)
		}
		if c.want == "" && len(faults) > 0 || c.want != "" && (len(faults) != 1 || !strings.HasPrefix(faults[0].What, c.want)) {
			t.Errorf("%s: %v, want %q", c.page, faults, c.want)
		}
	}
}
