package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"junheng/tools/balance"
)

// ErrRefused says that a push was refused, and that the pusher was told why.
var ErrRefused = errors.New("推送没有被接受")

// An update is one line that git gives a hook.
type update struct{ old, new, ref string }

func readUpdates(in io.Reader) (list []update, err error) {
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		f := strings.SplitN(lines.Text(), " ", 3)
		if len(f) != 3 {
			return nil, fmt.Errorf("git 给出的“%s”看不懂", lines.Text())
		}
		list = append(list, update{f[0], f[1], f[2]})
	}
	return list, lines.Err()
}

// PreReceive is the hook that git runs when the objects of a push have come in
// and before any branch moves: it looks at them where they are, in quarantine,
// and returns ErrRefused, or says what the push will change and lets it in.
func (s *Server) PreReceive(in io.Reader, out io.Writer) error {
	updates, err := readUpdates(in)
	if err != nil {
		return err
	}
	u, why := only(updates)
	if why != "" {
		return s.refuse(out, "ref", []string{why})
	}
	release, err := s.take("receive.lock", func() { fmt.Fprintln(out, "另一次推送正在检查，请稍候……") })
	if errors.Is(err, errBusy) {
		return s.refuse(out, short(u.new), []string{"另一次推送一直没有结束。请过几分钟再推送；若仍如此，请站点管理员查看服务器"})
	}
	if err != nil {
		return err
	}
	defer release()
	s.settle()
	if why, err := s.late(u); err != nil {
		return err
	} else if why != "" {
		return s.refuse(out, short(u.new), []string{why})
	}
	problems, err := s.git.inspectObjects(u.new, s.Total)
	if err != nil || len(problems) > 0 {
		return s.refuseProblems(out, u, problems, err)
	}
	entries, err := s.git.list(u.new)
	if errors.Is(err, errTooMany) {
		return s.refuse(out, short(u.new), []string{"data: " + err.Error() + "。检查是不是放错了文件夹"})
	}
	if err != nil {
		return err
	}
	tree, err := s.git.open(u.new, entries)
	if err != nil {
		return err
	}
	defer tree.Close()
	if problems, err = inspectTree(entries, s.Total, tree.blobs.read); err != nil || len(problems) > 0 {
		return s.refuseProblems(out, u, problems, err)
	}
	return s.judge(out, u, tree)
}

// judge holds a state that may be read against check, and answers.
func (s *Server) judge(out io.Writer, u update, tree *Tree) error {
	if len(districtsOf(tree)) == 0 {
		return s.refuse(out, short(u.new), []string{"data/districts/ 里没有任何区县。请把区县文件夹放在 data/districts/六位代码/ 里"})
	}
	codes, err := s.unchecked(tree)
	if err != nil {
		return err
	}
	problems := s.Check(dataOf(tree), codes)
	if n := problems.Faults(); n > 0 {
		count := fmt.Sprintf("检查了%d个区县：%d处错误，%d处提示。有错误的数据不会公布。", len(codes), n, len(problems)-n)
		return s.refuse(out, short(u.new), inData(problems), count)
	}
	var before fs.FS
	untouched := func(string) bool { return false }
	if !none(u.old) {
		old, err := s.state(u.old)
		if err != nil {
			return err
		}
		defer old.Close()
		before = dataOf(old)
		untouched = func(code string) bool { return same(old, tree, path.Join(districts, code)) }
	}
	changes, err := s.Changes(before, dataOf(tree), untouched)
	if err != nil {
		return err
	}
	foot := []string{fmt.Sprintf("检查了%d个区县：没有错误，%d处提示。数据已收下，正在生成网站……", len(codes), len(problems))}
	if err := s.say(out, short(u.new)+"-accepted", append(changes, inData(problems)...), foot...); err != nil {
		return err
	}
	return s.announce(u.new)
}

// only returns the one update there may be, or why there is none.
func only(updates []update) (u update, why string) {
	for _, u := range updates {
		switch {
		case u.ref != mainRef:
			return u, fmt.Sprintf("只收 main 分支，不收 %s。请用 git push 远程名 HEAD:main 推送", printable(u.ref))
		case none(u.new):
			return u, "main 分支不能删除。撤下数据请提交一次删除文件的改动"
		}
	}
	if len(updates) != 1 {
		return u, "一次只能推送 main 一个分支"
	}
	return updates[0], ""
}

// late says why a push that does not follow on what is there is refused.
func (s *Server) late(u update) (why string, err error) {
	tip, err := s.git.tip()
	if err != nil {
		return "", err
	}
	if tip != u.old && !(tip == "" && none(u.old)) {
		return "有人刚刚先推送了。请 git pull 合并他的改动，再推送一次", nil
	}
	if kind, err := s.git.run("cat-file", "-t", u.new); err != nil {
		return "", err
	} else if kind != "commit" {
		return "推送的不是一次提交", nil
	}
	if none(u.old) {
		return "", nil
	}
	if ok, err := s.git.follows(u.old, u.new); err != nil || ok {
		return "", err
	}
	return "这次推送会抹去已经公布的历史（强制推送）。请 git pull 合并，再推送一次", nil
}

// refuse tells the pusher why, and returns ErrRefused.
func (s *Server) refuse(out io.Writer, name string, why []string, foot ...string) error {
	foot = append(foot, "这次推送没有被接受，网站没有改动。")
	return errors.Join(ErrRefused, s.say(out, name+"-refused", why, foot...))
}

func (s *Server) refuseProblems(out io.Writer, u update, problems balance.Problems, err error) error {
	if err != nil {
		return err
	}
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	return s.refuse(out, short(u.new), lines)
}

// inData prints problems as check does on a folder named data; faults come
// before notices, for the first lines are what a pusher sees.
func inData(problems balance.Problems) (lines []string) {
	for _, notice := range []bool{false, true} {
		for _, p := range problems {
			if p.Notice == notice {
				p.Place.File = path.Join("data", p.Place.File)
				lines = append(lines, p.String())
			}
		}
	}
	return lines
}
