package site

import "testing"

func TestPortableLinksNameFiles(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`<a href="./">`, `<a href="./index.html">`},
		{`<a href="../">`, `<a href="../index.html">`},
		{`<a href="..">`, `<a href="../index.html">`},
		{`<a class="f" href="../../indicators/cv/">`, `<a class="f" href="../../indicators/cv/index.html">`},
		{`<a href="../2023/#a2-p14">`, `<a href="../2023/index.html#a2-p14">`},
		{`<a href="../compare/?d=990101#t">`, `<a href="../compare/index.html?d=990101#t">`},
		{`<a href="#top">`, `<a href="#top">`},
		{`<a href="index.json">`, `<a href="index.json">`},
		{`<a href="https://example.org/">`, `<a href="https://example.org/">`},
		{`<form action="../../search/" method="get">`, `<form action="../../search/index.html" method="get">`},
		{`<script defer src="../js/a.js" integrity="sha256-x="></script>`, `<script defer src="../js/a.js"></script>`},
		{`<link rel="stylesheet" href="../css/site.css">`, `<link rel="stylesheet" href="../css/site.css">`},
	} {
		if got := string(portable([]byte(c.in))); got != c.want {
			t.Errorf("%s becomes %s, want %s", c.in, got, c.want)
		}
	}
}
