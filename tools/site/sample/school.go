package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// school is one row before it is printed. A synthetic school has one stage.
type school struct {
	code, name, kind, setting         string
	primary, junior, classes          int
	biggest, over, over55             int
	staff, teachers, qualified        int
	midTitle, backbone, peArt         int
	teaching, indoor, outdoor         int
	equipment, rooms, computers, book int
	music, art                        int
}

// makeSchool draws a school: most are small, a few are large and crowded.
func makeSchool(rng *rand.Rand, code string, k int) school {
	s := school{setting: "乡村"}
	junior := k%5 == 4
	pupils := 60 + int(rng.ExpFloat64()*420)
	if pupils > 3200 {
		pupils = 3200
	}
	if pupils > 500 {
		s.setting = "镇区"
	}
	if pupils > 1100 {
		s.setting = "城区"
	}
	perClass := 28 + rng.IntN(22)
	s.classes = (pupils + perClass - 1) / perClass
	s.biggest = min(pupils, (pupils+s.classes-1)/s.classes+rng.IntN(6))
	limit, category := 45, "21"
	if junior {
		limit, category = 50, "31"
		s.kind, s.junior = "初中", pupils
	} else {
		s.kind, s.primary = "小学", pupils
	}
	if s.biggest > limit {
		s.over = 1 + s.classes/4
	}
	if s.biggest > 55 {
		s.over55 = 1
	}
	s.over = min(s.over, s.classes)
	s.code = fmt.Sprintf("%s%s%04d", category, code[:4], (int(code[4]-'0')*10+int(code[5]-'0'))*100+k)
	s.name = fmt.Sprintf("样例%s县第%d%s", code[2:], k+1, s.kind)
	per := func(rate float64) int { return int(float64(pupils)*rate*(0.75+0.6*rng.Float64())) + 1 }
	s.teachers = per(0.062)
	s.staff = s.teachers + 1 + s.teachers/12
	s.qualified = min(s.teachers, per(0.05))
	s.midTitle = min(s.teachers, per(0.03))
	s.backbone = min(s.teachers, per(0.011))
	s.peArt = min(s.teachers, per(0.0095))
	s.teaching, s.indoor, s.outdoor = per(5.4), per(0.3), per(9.2)
	s.equipment, s.rooms = per(2350), per(0.025)
	s.computers, s.book = per(0.13), per(26)
	s.music, s.art = 1+s.classes/12, 1+s.classes/14
	return s
}

// table prints the school table with the national form's headers.
func table(schools []school) string {
	var b strings.Builder
	b.WriteString("学校标识码,学校名称,办学类型,举办者,城乡分类,小学在校生数,初中在校生数,小学班数,初中班数,小学最大班额,初中最大班额," +
		"小学45人以上班数,初中50人以上班数,小学55人以上班数,初中55人以上班数,小学教职工数,初中教职工数,小学专任教师数,初中专任教师数," +
		"小学高于规定学历教师数,初中高于规定学历教师数,小学中级及以上职称教师数,初中中级及以上职称教师数,小学县级以上骨干教师数,初中县级以上骨干教师数," +
		"小学体育艺术专任教师数,初中体育艺术专任教师数,教学及辅助用房面积(㎡),室内体育用房面积(㎡),运动场地面积(㎡),教学仪器设备值(元)," +
		"网络多媒体教室间数,计算机台数,图书册数,音乐教室间数,美术教室间数\n")
	for _, s := range schools {
		fmt.Fprintf(&b, "%s,%s,%s,县级教育部门,%s", s.code, s.name, s.kind, s.setting)
		for _, v := range []int{s.primary + s.junior, s.classes, s.biggest, s.over, s.over55, s.staff, s.teachers, s.qualified, s.midTitle, s.backbone, s.peArt} {
			if s.junior > 0 {
				fmt.Fprintf(&b, ",不适用,%d", v)
			} else {
				fmt.Fprintf(&b, ",%d,不适用", v)
			}
		}
		for _, v := range []int{s.teaching, s.indoor, s.outdoor, s.equipment, s.rooms, s.computers, s.book, s.music, s.art} {
			fmt.Fprintf(&b, ",%d", v)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
