package balance

// Level 层级 says whose territory or whose house something is.
type Level string

const (
	LevelProvince Level = "province" // 省级
	LevelCity     Level = "city"     // 地市级
	LevelDistrict Level = "district" // 县级：县、县级市、市辖区、旗及功能区
	LevelTownship Level = "township" // 乡镇、街道
	LevelSchool   Level = "school"   // 学校
)

// Levels lists every Level, widest first.
var Levels = []Level{LevelProvince, LevelCity, LevelDistrict, LevelTownship, LevelSchool}

// Division 行政区划 is one county-level unit that is expected to publish.
// Codes follow GB/T 2260, or the statistical codes for zones without one
// (统计用区划代码编制规则). Codes that begin with 99 belong to no real place and
// are used for examples only.
type Division struct {
	Code   string `json:"code" toml:"code"`     // 6 digits
	Name   string `json:"name" toml:"name"`     // 全称
	Level  Level  `json:"level" toml:"level"`   // nearly always district
	Kind   string `json:"kind" toml:"kind"`     // 县 县级市 市辖区 自治县 旗 功能区
	Parent string `json:"parent" toml:"parent"` // 上级名称, as printed on pages
}

// Example reports whether the division exists for demonstration only.
func (d Division) Example() bool { return len(d.Code) == 6 && d.Code[:2] == "99" }

// District 区县 is a Division that has a folder: what its bureau says of itself.
type District struct {
	Division
	Short   string  `json:"short,omitempty"`   // 简称 used inside sentences
	Bureau  Bureau  `json:"bureau"`            // 教育主管部门
	Licence string  `json:"licence"`           // 数据许可
	Release Release `json:"release,omitempty"` // 学校数据公开依据
	Years   []int   `json:"years"`             // 学年, newest first
}

// Bureau 教育主管部门 is who answers for the figures.
type Bureau struct {
	Name    string `json:"name" toml:"name"`
	Address string `json:"address,omitempty" toml:"address"`
	Phone   string `json:"phone,omitempty" toml:"phone"` // office telephone, never a private one
	Email   string `json:"email,omitempty" toml:"email"`
	Site    string `json:"site,omitempty" toml:"site"`
}

// Release 公开依据 is the recorded choice to publish rows school by school.
// 《教育统计管理规定》第三十一条 forbids handing out what identifies one
// respondent without a basis, so without Basis no school row reaches a page.
type Release struct {
	SchoolRows bool   `json:"school_rows" toml:"school_rows"`
	Basis      string `json:"basis,omitempty" toml:"basis"`
}
