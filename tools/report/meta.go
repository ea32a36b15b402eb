package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// What a page says of itself is looked up by selector. They are compiled here,
// because a wrong one would otherwise silently match nothing.
var (
	headTag   = cascadia.MustCompile("head")
	bodyTag   = cascadia.MustCompile("body")
	metaTags  = cascadia.MustCompile("meta[content]")
	canonical = goquery.SingleMatcher(cascadia.MustCompile("link[rel=canonical][href]"))
	cardCells = cascadia.MustCompile("td, th")
	headings  = cascadia.MustCompile("h1")
	titleTag  = goquery.SingleMatcher(cascadia.MustCompile("title"))
)

// readMeta fills in what the page says of itself in its <meta> elements.
func readMeta(p *page, doc *goquery.Document) {
	said := map[string]string{}
	root := doc.Children()
	metas := root.ChildrenMatcher(headTag).FindMatcher(metaTags)
	metas.AddSelection(root.ChildrenMatcher(bodyTag).ChildrenMatcher(metaTags)).Each(func(_ int, m *goquery.Selection) {
		name := lower(m.AttrOr("name", m.AttrOr("property", "")))
		if v := fold(m.AttrOr("content", "")); name != "" && v != "" && said[name] == "" {
			said[name] = v
		}
	})
	if link := doc.FindMatcher(canonical); link.Length() > 0 {
		said["url"] = strings.TrimSpace(link.AttrOr("href", ""))
	}
	fillMeta(p, said)
}

// fillMeta takes each field from the first name in words.toml that is there.
func fillMeta(p *page, said map[string]string) {
	first := func(names []string) string {
		for _, name := range names {
			if v := said[name]; v != "" {
				return v
			}
		}
		return ""
	}
	if t := first(words.Meta.Title); p.title == "" && hasHan(t) && !isSite(t) {
		p.title = cutTo(t, 200)
	}
	if p.publisher == "" {
		p.publisher = publisher(first(words.Meta.Publisher))
	}
	if p.published == "" {
		p.published = date(first(words.Meta.Published))
	}
	if u := first(words.Meta.URL); strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://") {
		p.url = u
	}
}

// readCard fills in what the information card says: a label in one cell, its
// value in the next.
func readCard(p *page, card *goquery.Selection) {
	said := map[string]string{}
	label := ""
	card.FindMatcher(cardCells).Each(func(_ int, cell *goquery.Selection) {
		text := textOf(cell.Get(0))
		if label != "" && said[label] == "" {
			said[label] = text
		}
		label = strings.TrimRight(key(text), ":")
	})
	fillMeta(p, said)
}

// titleOf is the page's first h1, or its <title> without the site's name; ""
// when both only name the site.
func titleOf(doc *goquery.Document) string {
	heading := ""
	doc.FindMatcher(headings).EachWithBreak(func(_ int, h *goquery.Selection) bool {
		if t := textOf(h.Get(0)); count(t) >= 6 && hasHan(t) && !isSite(t) {
			heading = t
		}
		return heading == ""
	})
	if heading != "" {
		return cutTo(heading, 200)
	}
	head := ""
	if titles := doc.FindMatcher(titleTag); titles.Length() > 0 {
		head = textOf(titles.Get(0))
	}
	longest := ""
	for _, part := range strings.FieldsFunc(head, func(r rune) bool { return strings.ContainsRune("_|-–—｜", r) }) {
		if count(part) > count(longest) && hasHan(part) && !isSite(part) {
			longest = part
		}
	}
	return cutTo(longest, 200)
}

// isSite reports whether a line names a website rather than a document.
func isSite(s string) bool {
	k := key(s)
	if i := strings.LastIndexByte(k, '('); i > 0 && strings.HasSuffix(k, ")") {
		k = k[:i]
	}
	return anyOf(words.Page.Site, k)
}

var dateForm = regexp.MustCompile(`((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})`)

// date finds the first whole date in s, as YYYY-MM-DD; "" when there is none.
func date(s string) string {
	if !strings.Contains(s, "19") && !strings.Contains(s, "20") {
		return ""
	}
	m := dateForm.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	return fmt.Sprintf("%s-%02d-%02d", m[1], month, day)
}

// publisher accepts the name of a body; not an address, not a website's slogan.
func publisher(s string) string {
	s = strings.Trim(s, " :：[]【】()（）")
	if !hasHan(s) || count(s) > 40 || strings.Contains(s, "://") || words.noPublisher[s] {
		return ""
	}
	return s
}

// readBylines looks for 来源 and 发布时间 in the first lines of the article and
// in short lines of the page around it.
func readBylines(p *page, doc, article *html.Node, s *surveyed) {
	w := walker{surveyed: s, every: true, article: article}
	w.walk(doc)
	w.flush()
	for _, b := range append(p.blocks[:min(40, len(p.blocks)):min(40, len(p.blocks))], w.out...) {
		if b.table != nil || len(b.text) > 600 {
			continue
		}
		readByline(p, b.text)
		if p.publisher != "" && p.published != "" {
			return
		}
	}
}

// readByline takes publisher and date from one short line.
func readByline(p *page, line string) {
	if count(line) > 150 || !strings.ContainsAny(line, ":：") {
		return
	}
	if v := after(line, words.Meta.BylinePublisher); p.publisher == "" && v != "" {
		end := strings.IndexFunc(v, func(r rune) bool { return r >= '0' && r <= '9' || strings.ContainsRune("|[【（(:：,，;；", r) })
		if end >= 0 {
			v = v[:end]
		}
		for _, next := range words.Meta.BylineEnds {
			if i := strings.Index(v, next); i > 0 {
				v = v[:i]
			}
		}
		p.publisher = publisher(v)
	}
	if v := after(line, words.Meta.BylinePublished); p.published == "" && v != "" {
		p.published = date(cutTo(v, 20))
	}
	if p.published == "" && isByline(line) {
		p.published = date(line)
	}
}

// isByline reports a short line with a date and one of the words of a byline.
func isByline(line string) bool {
	if count(line) > 80 || strings.ContainsAny(line, "。；") || date(line) == "" {
		return false
	}
	for _, w := range words.Meta.Byline {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}

// after returns what follows "label:" in line, for the first label that is there.
func after(line string, labels []string) string {
	for _, l := range labels {
		for _, colon := range []string{":", "："} {
			if _, v, ok := strings.Cut(line, l+colon); ok {
				return strings.TrimLeft(v, " ")
			}
		}
	}
	return ""
}
