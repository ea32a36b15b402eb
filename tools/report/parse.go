package report

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parseTree takes a page apart. It never fails: what is no tag is text.
func parseTree(text string) *tree {
	t := &tree{head: true, stack: make([]opened, 0, 64)}
	t.root = &node{tag: atom.Body}
	t.stack = append(t.stack, opened{tag: atom.Body, node: t.root})
	for at := 0; at < len(text); {
		i := strings.IndexByte(text[at:], '<')
		if i < 0 {
			t.run(text[at:])
			break
		}
		i += at
		end := i + 1 // of what the < begins
		switch rest := text[i+1:]; {
		case rest == "":
		case letter(rest[0]):
			t.run(text[at:i])
			end = t.start(text, i+1)
		case rest[0] == '/' && len(rest) > 1 && letter(rest[1]):
			t.run(text[at:i])
			n := nameEnd(text, i+2)
			t.end(lookup(text[i+2 : n]))
			end = min(len(text), tagEnd(text, n)+1)
		case rest[0] == '!' || rest[0] == '?' || rest[0] == '/':
			t.run(text[at:i])
			end = commentEnd(text, i)
		}
		if end == i+1 { // a plain <
			t.run(text[at:end])
		}
		at = end
	}
	return t
}

// run adds a run of text.
func (t *tree) run(s string) {
	if s == "" || t.mute > 0 {
		return
	}
	top := t.top().node
	if t.head || of[top.tag]&rows != 0 || top.last == nil || of[top.last.tag]&box != 0 {
		if strings.Trim(s, " \t\r\n\f") == "" {
			return // nothing that it could part
		}
	}
	t.head = false
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	n := t.insert(0, s)
	n.link, n.bold = t.style.link, t.style.bold > 0
}

// start reads the start tag whose name is at i and returns where to go on.
func (t *tree) start(text string, i int) int {
	n := nameEnd(text, i)
	tag := lookup(text[i:n])
	stop := tagEnd(text, n)
	if stop == len(text) {
		return stop // never closed: no tag
	}
	attrs, end := text[n:stop], stop+1
	what := of[tag]
	if what&raw != 0 {
		inner := rawEnd(text, end, text[i:n])
		if tag == atom.Title && t.title == "" {
			t.title = html.UnescapeString(text[end:inner])
		}
		return inner
	}
	if t.mute > 0 {
		if tag == t.stack[t.mute-1].tag {
			t.push(tag, nil)
		}
		return end
	}
	switch tag {
	case atom.Html, atom.Head, atom.Frameset:
		return end
	case atom.Meta:
		if t.head || len(t.stack) == 1 {
			t.metas = append(t.metas, attrs)
		}
		return end
	case atom.Link:
		t.links = append(t.links, attrs)
		return end
	case atom.Base, atom.Basefont, atom.Bgsound:
		return end
	}
	t.head = false
	if tag == atom.Body {
		return end
	}
	switch {
	case what&(rows|cell) != 0 && tag != atom.Table:
		t.row(tag, attrs)
	case what&format != 0:
		switch tag {
		case atom.A:
			t.style.link = attribute(attrs, "href") != ""
		case atom.B, atom.Strong:
			t.style.bold++
		}
		t.inline(tag, attrs)
	case tag == atom.Br:
		t.insert(tag, "")
	case tag == atom.Hr:
		t.closeP()
		t.insert(tag, "")
	case what&void != 0:
	case what&mute != 0:
		t.push(tag, nil)
		t.mute = len(t.stack)
	case what&box != 0:
		t.box(tag, attrs)
	default:
		if !t.inline(tag, attrs) {
			t.push(tag, nil)
		}
	}
	return end
}

// inline opens an inline element that has something to say of its own.
func (t *tree) inline(tag atom.Atom, attrs string) bool {
	if attrs == "" {
		return false
	}
	kind := classify(tag, attrs)
	if kind == ordinary {
		return false
	}
	n := t.insert(tag, attrs)
	n.kind = kind
	t.push(tag, n)
	return true
}

// box opens an element that begins a paragraph, and closes what it ends.
func (t *tree) box(tag atom.Atom, attrs string) {
	if tag == atom.Form && of[t.top().tag]&rows != 0 {
		return
	}
	t.closeP()
	switch {
	case of[tag]&headline != 0 && of[t.top().tag]&headline != 0:
		t.pop(len(t.stack) - 1)
	case tag == atom.Table && of[t.top().tag]&rows != 0: // a table in no cell
		t.pop(t.findTag(atom.Table, 0))
	case tag == atom.Li || tag == atom.Dd || tag == atom.Dt:
		k := t.find(func(a atom.Atom) bool {
			return a == tag || tag != atom.Li && (a == atom.Dd || a == atom.Dt) || of[a]&special != 0 && a != atom.Address && a != atom.Div && a != atom.P
		}, scope)
		if a := t.stack[k].tag; k > 0 && (a == atom.Li || a == atom.Dd || a == atom.Dt) {
			t.pop(k)
		}
	}
	n := t.insert(tag, attrs)
	n.kind = classify(tag, attrs)
	t.push(tag, n)
}

// row opens a part of a table, and what must be around it.
func (t *tree) row(tag atom.Atom, attrs string) {
	k := t.findTag(atom.Table, 0)
	if k == 0 {
		return
	}
	around := func(a atom.Atom) bool { return of[a]&rows != 0 && a != atom.Tr }
	switch tag {
	case atom.Td, atom.Th:
		if r := t.find(func(a atom.Atom) bool { return of[a]&rows != 0 }, 0); t.stack[r].tag != atom.Tr {
			t.row(atom.Tr, "")
		}
		k = t.find(func(a atom.Atom) bool { return of[a]&rows != 0 }, 0)
	case atom.Tr:
		k = t.find(around, 0)
	}
	t.pop(k + 1)
	n := t.insert(tag, attrs)
	n.kind = classify(tag, attrs)
	t.push(tag, n)
}

// end closes the element an end tag names.
func (t *tree) end(tag atom.Atom) {
	what := of[tag]
	switch {
	case tag == atom.Body || tag == atom.Html || tag == atom.Head:
		return
	case what&format != 0 && t.mute == 0:
		switch tag {
		case atom.A:
			t.style.link = false
		case atom.B, atom.Strong:
			t.style.bold = max(t.style.floor, t.style.bold-1)
		}
		if t.formats == 0 {
			return
		}
	case tag == atom.Br && t.mute == 0:
		t.insert(tag, "")
		return
	case tag == atom.Form: // may close across what it opened
		if k := t.findTag(tag, scope); k == len(t.stack)-1 {
			t.pop(k)
		} else if k > 0 {
			t.stack[k].tag = 0
		}
		return
	}
	stops := special
	switch {
	case what&(rows|cell) != 0:
		stops = trait(0)
		if tag != atom.Table { // not out of the innermost table
			if k := t.findTag(tag, 0); k < t.findTag(atom.Table, 0) {
				return
			}
		}
	case what&special != 0:
		stops = scope
	}
	k := t.find(func(a atom.Atom) bool { return a == tag || what&of[a]&headline != 0 }, stops)
	switch {
	case k > 0:
		t.pop(k)
	case tag == atom.P && t.mute == 0 && of[t.top().tag]&rows == 0:
		t.insert(tag, "")
	}
}
