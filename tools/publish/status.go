package publish

// State 状态 is how the live site stands to the tip of main.
type State struct {
	Tip      string // commit of main; empty when nothing was pushed yet
	Live     Release
	Any      bool // there is a live release
	Building bool // somebody is building right now
	Back     bool // the live release is one that was gone back to
	Behind   bool // live is not what this program makes of main
	Old      bool // of the right commit, but by another program or other layouts
	Releases []Release
}

// Status compares live with the tip of main.
func (s *Server) Status() (st State, err error) {
	if st.Tip, err = s.git.tip(); err != nil {
		return st, err
	}
	if st.Live, st.Any, err = s.Live(); err != nil {
		return st, err
	}
	if st.Releases, err = s.releases(); err != nil {
		return st, err
	}
	st.Building = s.busy("build.lock")
	st.Behind = st.Tip != "" && !(st.Any && s.current(st.Live, st.Tip))
	st.Old = st.Behind && st.Any && st.Live.Commit == st.Tip
	for _, r := range st.Releases {
		st.Back = st.Back || r.Withdrawn && r.Commit == st.Tip && r.number() > st.Live.number()
	}
	return st, nil
}
