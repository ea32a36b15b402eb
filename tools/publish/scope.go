package publish

import "path"

// unchecked lists the districts of a state that must be checked: those that
// differ from what is live, or all of them if anything they share does, or the
// live site is of another program.
func (s *Server) unchecked(tree *Tree) ([]string, error) {
	codes := districtsOf(tree)
	live, ok, err := s.Live()
	if err != nil || !ok || live.Program != s.Program || live.Site != s.siteVersion() {
		return codes, err
	}
	base, err := s.state(live.Commit)
	if err != nil {
		return nil, err
	}
	defer base.Close()
	for _, e := range tree.dirs["data"] {
		if name := path.Join("data", e.Name()); name != districts && !same(base, tree, name) {
			return codes, nil
		}
	}
	if len(base.dirs["data"]) != len(tree.dirs["data"]) {
		return codes, nil
	}
	var out []string
	for _, code := range codes {
		if !same(base, tree, path.Join(districts, code)) {
			out = append(out, code)
		}
	}
	return out, nil
}

const districts = "data/districts"

func districtsOf(t *Tree) (codes []string) {
	for _, e := range t.dirs[districts] {
		codes = append(codes, e.Name())
	}
	return codes
}

// same reports whether two states have the same at name, a file or a folder.
func same(a, b *Tree, name string) bool {
	if x, y := a.files[name], b.files[name]; x != nil || y != nil {
		return x != nil && y != nil && x.id == y.id
	}
	_, x := a.dirs[name]
	_, y := b.dirs[name]
	return x == y && a.Version(name) == b.Version(name)
}
