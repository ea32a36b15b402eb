package record

import (
	"io/fs"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"junheng/tools/balance"
)

// districtFile is district.toml.
type districtFile struct {
	Code    string        `toml:"code" zh:"行政区划代码,代码" need:"\"990101\"" say:"六位，与文件夹同名"`
	Name    string        `toml:"name" zh:"名称,区县名称" need:"\"…\"" say:"全称，与 divisions.toml 一致"`
	Short   string        `toml:"short" zh:"简称" say:"句子里用的简称"`
	Kind    string        `toml:"kind" zh:"类别" say:"县、市辖区、功能区等；不写则照 divisions.toml"`
	Level   balance.Level `toml:"level" zh:"层级" say:"不写则照 divisions.toml"`
	Parent  string        `toml:"parent" zh:"上级" say:"上级名称；不写则照 divisions.toml"`
	Licence string        `toml:"licence" zh:"数据许可,许可" need:"\"CC BY 4.0\"" say:"公众按什么条件使用这些数据"`
	Bureau  struct {
		Name    string `toml:"name" zh:"单位名称" need:"\"…教育局\"" say:"公开的单位名称"`
		Address string `toml:"address" zh:"地址" say:"办公地址"`
		Phone   string `toml:"phone" zh:"电话,办公电话" say:"办公电话，不写手机"`
		Email   string `toml:"email" zh:"邮箱,电子邮箱" say:"单位邮箱"`
		Site    string `toml:"site" zh:"网址,网站" say:"以 http:// 或 https:// 开头"`
	} `toml:"bureau" zh:"教育主管部门" say:"对数据负责、受理更正的单位"`
	Release struct {
		SchoolRows bool   `toml:"school_rows" zh:"公布到校数据" say:"true 逐校公布，false 不公布"`
		Basis      string `toml:"basis" zh:"公开依据,依据" say:"规定的名称和条款"`
	} `toml:"release" zh:"公开" say:"逐校公布的依据；没有依据，学校表只用于推算"`
}

var mobile = regexp.MustCompile(`(^|[^0-9])1[3-9][0-9]([ -]?[0-9]{4}){2}($|[^0-9])`)

func readDistrict(fsys fs.FS, name, code string, division balance.Division, ps *balance.Problems, said *[]Text) balance.District {
	var doc districtFile
	f := load(fsys, name, &doc, ps)
	d := balance.District{Division: division}
	d.Code = code
	if f == nil {
		return d
	}
	root := f.root
	if doc.Code != "" && doc.Code != code {
		ps.Fault(f.valueAt(root, "code"), "代码“"+snippet(doc.Code)+"”与文件夹“"+code+"”不同", "写成 code = \""+code+"\"；放错了文件夹的，移到自己的文件夹")
	}
	if division.Name != "" && doc.Name != "" && doc.Name != division.Name {
		ps.Fault(f.valueAt(root, "name"), "名称“"+snippet(doc.Name)+"”与 divisions.toml 里的“"+division.Name+"”不同", "写成 name = \""+division.Name+"\"，或请站点管理员改 divisions.toml")
	}
	oneOf(f, root, "level", doc.Level, balance.Levels, ps)
	if root.get("bureau") == nil && !f.partial {
		ps.Fault(f.place(root), "缺少 [bureau]（教育主管部门）", "补上 [bureau] 和下面的 name、phone")
	}
	bureau := root.get("bureau")
	if mobile.MatchString(doc.Bureau.Phone) {
		ps.Fault(f.valueAt(bureau, "phone"), "电话是手机号", "只写单位的办公电话")
	}
	for _, t := range f.texts { // an office's own telephone and mail are meant for the public
		if t.Place != f.valueAt(bureau, "phone") && t.Place != f.valueAt(bureau, "email") {
			*said = append(*said, t)
		}
	}
	if doc.Bureau.Email != "" && !strings.Contains(doc.Bureau.Email, "@") {
		ps.Fault(f.valueAt(bureau, "email"), "邮箱“"+snippet(doc.Bureau.Email)+"”里没有 @", "写完整的邮箱地址")
	}
	address(f, bureau, "site", doc.Bureau.Site, ps)
	if doc.Release.SchoolRows && strings.TrimSpace(doc.Release.Basis) == "" && !f.partial {
		ps.Fault(f.at(root.get("release"), "school_rows"), "要公布到校数据，却没有写公开依据", "补上 basis = \"…\"（规定的名称和条款），或写 school_rows = false")
	}
	if doc.Name != "" {
		d.Name = doc.Name
	}
	if doc.Kind != "" {
		d.Kind = doc.Kind
	}
	if doc.Parent != "" {
		d.Parent = doc.Parent
	}
	if doc.Level != "" {
		d.Level = doc.Level
	}
	d.Short, d.Licence = doc.Short, doc.Licence
	d.Bureau = balance.Bureau(doc.Bureau)
	d.Release = balance.Release(doc.Release)
	return d
}

// address requires a web address without a name and password.
func address(f *tomlFile, e *node, key, v string, ps *balance.Problems) {
	if v == "" {
		return
	}
	at := f.valueAt(e, key)
	if i, _ := unseen(v); i > 0 {
		return // told of every text
	}
	if i := strings.IndexFunc(v, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("<>\"\\^`{|}“”‘’，。；：、", r)
	}); i >= 0 {
		r, _ := utf8.DecodeRuneInString(v[i:])
		sign := "“" + string(r) + "”"
		if unicode.IsSpace(r) {
			sign = "空格"
		}
		ps.Fault(at, "网址里有"+sign, "从浏览器地址栏重新复制，一处只写一个网址")
		return
	}
	u, err := url.Parse(v)
	switch {
	case err != nil:
		ps.Fault(at, "网址“"+snippet(v)+"”不合写法", "从浏览器地址栏重新复制")
	case u.User != nil:
		ps.Fault(at, "网址里有用户名或密码（@ 前面的部分）", "删去它，只留公开的网址")
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		ps.Fault(at, "网址“"+snippet(v)+"”不完整", "写完整的网址，以 http:// 或 https:// 开头")
	}
}
