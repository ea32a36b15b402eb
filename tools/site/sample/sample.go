// Package sample makes districts up, as many as asked for: plausible in size
// and shape, plainly synthetic, and the same for the same seed. Benchmarks and
// long tests build sites from them.
package sample

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Spec says what to make.
type Spec struct {
	Districts int    // at most 4000, 40 to a region (the first four digits of the code)
	Schools   int    // in each district
	Year      int    // 学年
	Seed      uint64 // the same seed gives the same bytes
}

// Code is the code of the i-th district.
func Code(i int) string { return fmt.Sprintf("99%02d%02d", i/40, i%40+1) }

// parent is the region the i-th district says it belongs to.
func parent(i int) string { return fmt.Sprintf("样例省样例%02d市", i/40) }

// Write makes dir a data folder: divisions.toml and districts/. National data
// are not written; they come from the binary.
func Write(dir string, s Spec) error {
	var divisions strings.Builder
	for i := range s.Districts {
		fmt.Fprintf(&divisions, "[[division]]\ncode = %q\nname = \"样例%s县\"\nlevel = \"district\"\nkind = \"县\"\nparent = %q\n\n", Code(i), Code(i)[2:], parent(i))
		if err := District(dir, i, s); err != nil {
			return err
		}
	}
	return write(filepath.Join(dir, "divisions.toml"), divisions.String())
}

// District writes the folder of the i-th district.
func District(dir string, i int, s Spec) error {
	rng := rand.New(rand.NewPCG(s.Seed, uint64(i)))
	code := Code(i)
	schools := make([]school, s.Schools)
	var total totals
	for k := range schools {
		schools[k] = makeSchool(rng, code, k)
		total.add(schools[k])
	}
	folder, report := filepath.Join(dir, "districts", code), prose(rng, total)
	for name, text := range map[string]string{
		"district.toml": fmt.Sprintf("code = %q\nname = \"样例%s县\"\nlevel = \"district\"\nkind = \"县\"\nparent = %q\nlicence = \"CC BY 4.0\"\n\n"+
			"[bureau]\nname = \"样例%s县教育局\"\n\n[release]\nschool_rows = true\nbasis = \"合成数据，不涉及真实学校\"\n", code, code[2:], parent(i), code[2:]),
		fmt.Sprintf("%d/schools.csv", s.Year):         table(schools),
		fmt.Sprintf("%d/summary.toml", s.Year):        items(rng, s.Year),
		fmt.Sprintf("%d/reports/summary.txt", s.Year): report,
		fmt.Sprintf("%d/reports/summary.toml", s.Year): "title = \"义务教育优质均衡发展工作总结\"\nlevel = \"district\"\npublished = \"" +
			fmt.Sprint(s.Year+1) + fmt.Sprintf("-01-20\"\nsha256 = \"%x\"\n", sha256.Sum256([]byte(report))) + "\n[[article]]\nnumber = 1\ntitle = \"义务教育优质均衡发展工作总结\"\nspeaks_for = \"district\"\n",
	} {
		if err := write(filepath.Join(folder, filepath.FromSlash(name)), text); err != nil {
			return err
		}
	}
	return nil
}

func write(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o644)
}

type totals struct{ primarySchools, juniorSchools, primary, junior, teachers int }

func (t *totals) add(s school) {
	if s.primary > 0 {
		t.primarySchools++
	} else {
		t.juniorSchools++
	}
	t.primary += s.primary
	t.junior += s.junior
	t.teachers += s.teachers
}

// prose is a report in the usual form; its sums add up.
func prose(rng *rand.Rand, t totals) string {
	return fmt.Sprintf(`义务教育优质均衡发展工作总结

一、基本情况

全县现有义务教育学校%d所，其中小学%d所，初中%d所。在校学生%d人，其中小学%d人，初中%d人。专任教师%d人。

二、主要措施及成效

（一）加大投入。全县共投入资金%d万元，新增学位%d个。义务教育巩固率达到%.1f%%。

（二）落实“双减”。原有线下学科类校外培训机构%d所，已全部注销，压减率达到100%%。

三、突出问题困难

城区学校班额偏大，体育、艺术专任教师不足，全县还缺体育、艺术专任教师%d人。

四、下一步打算

力争用三年时间新建学校%d所，新增学位%d个。
`, t.primarySchools+t.juniorSchools, t.primarySchools, t.juniorSchools, t.primary+t.junior, t.primary, t.junior, t.teachers,
		1000+rng.IntN(9000), 500+rng.IntN(3000), 94+5*rng.Float64(), 2+rng.IntN(30), 10+rng.IntN(200), 1+rng.IntN(6), 1000+rng.IntN(5000))
}

// items are a few district items.
func items(rng *rand.Rand, year int) string {
	return fmt.Sprintf("year = %d\n\n[[item]]\nindicator = \"retention_junior_3y\"\nstage = \"初中\"\nvalue = %.1f\nunit = \"%%\"\nevidence = \"合成数据\"\n",
		year, 93+6*rng.Float64())
}
