package record

import (
	"errors"
	"io/fs"
	"path"
	"sort"
	"strconv"

	"junheng/tools/balance"
)

// Years that can stand on a folder: compulsory education has been law since 1986.
const firstYear, lastYear = 1986, 2100

// ReadFolder reads data/districts/<code>: district.toml and every year. It
// returns what could be read beside every fault found; with a folder that is
// not there the Folder is empty. fsys is rooted at data/.
func ReadFolder(fsys fs.FS, code string, n *National) (*Folder, balance.Problems) {
	var ps balance.Problems
	folder := &Folder{}
	dir := path.Join("districts", code)
	at := balance.Place{File: dir}
	if !digits(code, 6) {
		ps.Fault(at, "文件夹名“"+snippet(code)+"”不是 6 位行政区划代码", "用本区县的 6 位代码作文件夹名")
		return folder, ps
	}
	if info, err := fs.Lstat(fsys, dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		ps.Fault(at, "是链接，不是文件夹", "换成文件夹本身")
		return folder, ps
	}
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		what := "文件夹打不开"
		if errors.Is(err, fs.ErrNotExist) {
			what = "没有这个文件夹"
		}
		ps.Fault(at, what, "检查行政区划代码和路径")
		return folder, ps
	}
	division, known := n.Division(code)
	if !known {
		ps.Fault(at, "行政区划 "+code+" 不在 divisions.toml 里", "核对文件夹名；确是新的区划，请站点管理员加到 divisions.toml")
	}
	found, sound := false, false // district.toml: is there, is without fault
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case e.Name() == "district.toml" && e.Type().IsRegular():
			before := ps.Faults()
			folder.District = readDistrict(fsys, name, code, division, &ps, &folder.Texts)
			found, sound = true, ps.Faults() == before
		case e.IsDir() && safeName(e.Name()):
			year, err := strconv.Atoi(e.Name())
			if err != nil || !digits(e.Name(), 4) || year < firstYear || year > lastYear {
				ps.Fault(balance.Place{File: name}, "文件夹“"+snippet(e.Name())+"”不是年份", "每个学年一个文件夹，以开学那一年命名，如 2023 表示 2023—2024 学年")
				continue
			}
			folder.Years = append(folder.Years, readYear(fsys, name, year, n, &ps, &folder.Texts))
		default:
			named(name, e, &ps)
		}
	}
	if !found {
		ps.Fault(at, "缺少 district.toml", "写明本区县的代码、名称、教育主管部门和数据许可，可参照示例")
		folder.District.Division = division
		folder.District.Code = code
	}
	sort.Slice(folder.Years, func(i, j int) bool { return folder.Years[i].Year > folder.Years[j].Year })
	for _, y := range folder.Years {
		folder.District.Years = append(folder.District.Years, y.Year)
	}
	for _, y := range folder.Years {
		if sound && len(y.Schools) > 0 && !folder.District.Release.SchoolRows {
			ps.Notice(balance.Place{File: path.Join(dir, "district.toml")}, "没有写公开依据，学校数据只用于计算，不逐校公布", "要公布的，在 [release] 写 school_rows = true 和 basis = \"…\"")
			break
		}
	}
	if len(folder.Years) == 0 {
		ps.Notice(at, "还没有任何一年的数据", "建一个以年份命名的文件夹，如 2023")
	}
	ps.Sort()
	return folder, ps
}

// readYear reads one year's folder.
func readYear(fsys fs.FS, dir string, year int, n *National, ps *balance.Problems, said *[]Text) Year {
	y := Year{Year: year}
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		ps.Fault(balance.Place{File: dir}, "文件夹打不开", "检查权限")
		return y
	}
	var csv, xlsx, answers, reviews bool
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		regular := e.Type().IsRegular()
		switch {
		case e.Name() == "reports" && e.IsDir():
			y.Reports = readReports(fsys, name, ps, said)
		case e.Name() == "summary.toml" && regular:
			y.Items = readSummary(fsys, name, year, n, ps, said)
		case e.Name() == "schools.csv" && regular:
			csv = true
		case e.Name() == "schools.xlsx" && regular:
			xlsx = true
		case e.Name() == "answers.toml" && regular:
			answers = true
		case e.Name() == "corrections.toml" && regular:
			y.Corrections = readCorrections(fsys, name, ps, said)
		case e.Name() == "review.toml" && regular:
			reviews = true
		default:
			named(name, e, ps)
		}
	}
	if len(entries) == 0 {
		ps.Notice(balance.Place{File: dir}, "这一年还没有数据", "放入 summary.toml、schools.csv 或报告")
	}
	if csv && xlsx {
		ps.Fault(balance.Place{File: path.Join(dir, "schools.xlsx")}, "schools.csv 和 schools.xlsx 只能有一个", "留下最新的一个，删去另一个")
	}
	if csv {
		y.Schools = readSchools(fsys, path.Join(dir, "schools.csv"), n, ps, said)
	}
	if xlsx {
		var items []balance.Item
		y.Schools, items = readWorkbook(fsys, path.Join(dir, "schools.xlsx"), n, ps, said)
		y.Items = joinItems(y.Items, items, n, ps)
	}
	if reviews {
		y.Reviews = ReadReviews(fsys, path.Join(dir, "review.toml"), y.Reports, n, ps, said)
	}
	if answers {
		y.Answers = readAnswers(fsys, path.Join(dir, "answers.toml"), y.Reports, ps, said)
	}
	return y
}
