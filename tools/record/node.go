package record

import "junheng/tools/balance"

// spot is a line and a column (in characters), both from 1.
type spot struct{ line, column int }

// node is one key of a TOML text, or one element of a list, with its place.
// Tables have children by key, arrays a list; both may grow as the text goes on.
type node struct {
	key    spot // where the key stands; for an array element, where it begins
	value  spot // where the value begins; for a table, its header
	table  map[string]*node
	list   []*node
	set    bool // given a value by “key = value”, not by a header
	header bool // a [table] header of its own has been seen

	comments []comment // of the root: every comment of the text
}

// comment is what stands behind a #.
type comment struct {
	at   spot
	text string
}

// child returns the entry for key, made if it is not there yet.
func (n *node) child(key string, at spot) *node {
	c := n.table[key]
	if c == nil {
		c = &node{key: at, value: at}
		if n.table == nil {
			n.table = map[string]*node{}
		}
		n.table[key] = c
	}
	return c
}

// into returns the table that a header or dotted key goes on in: the last
// element of a repeated table, n itself otherwise.
func (n *node) into() *node {
	if len(n.list) > 0 && !n.set {
		return n.list[len(n.list)-1]
	}
	return n
}

// get returns the entry under keys, or nil.
func (n *node) get(keys ...string) *node {
	for _, k := range keys {
		if n == nil {
			return nil
		}
		n = n.table[k]
	}
	return n
}

// item returns element i of a list, or nil.
func (n *node) item(i int) *node {
	if n == nil || i < 0 || i >= len(n.list) {
		return nil
	}
	return n.list[i]
}

// tomlFile is a TOML file as read: its name, the places of its keys, and
// whether parts of it had to be left out.
type tomlFile struct {
	name    string
	root    *node
	partial bool   // something in it could not be read: what is missing may only be unreadable
	texts   []Text // what is written in it
}

// at returns the place of a key, or of the table n if the key is not there.
func (f *tomlFile) at(n *node, key string) balance.Place {
	if c := n.get(key); c != nil {
		n = c
	}
	return f.place(n)
}

// valueAt is at for the value behind the key.
func (f *tomlFile) valueAt(n *node, key string) balance.Place {
	if c := n.get(key); c != nil {
		return balance.Place{File: f.name, Line: c.value.line, Column: c.value.column}
	}
	return f.place(n)
}

func (f *tomlFile) place(n *node) balance.Place {
	p := balance.Place{File: f.name}
	if n != nil {
		p.Line, p.Column = n.key.line, n.key.column
	}
	return p
}
