package site

import (
	"math"
	"strconv"
)

// Palette shows the colours of the style sheet (forms/palette.html).
type Palette struct {
	Caption string   `json:"caption"`
	Rows    []Colour `json:"rows"`
}

// Colour is one colour of assets/css/1-tokens.css, on light paper and on dark.
type Colour struct {
	Token  string  `json:"token"` // ink is --ink
	Name   string  `json:"name"`
	Use    string  `json:"use"`
	Light  string  `json:"light"` // #1b1e24
	Dark   string  `json:"dark"`
	Needs  float64 `json:"-"` // contrast that WCAG 2.2 asks of its use: 4.5 text, 3 marks, 0 ornament
	Ratios string  `json:"ratios,omitempty"`
}

// colours are the ones things are drawn in; grounds are what they stand on. A
// test holds both against the style sheet.
var (
	colours = []Colour{
		{Token: "ink", Name: "墨", Use: "正文", Light: "#1b1e24", Dark: "#e7e3d9", Needs: 4.5},
		{Token: "soft", Name: "淡墨", Use: "说明、单位", Light: "#575b60", Dark: "#a9aaa8", Needs: 4.5},
		{Token: "rule", Name: "靛青", Use: "达标线、链接、焦点；唯一的强调色", Light: "#1f3d6e", Dark: "#93b1e6", Needs: 4.5},
		{Token: "met", Name: "石青", Use: "达标", Light: "#00639c", Dark: "#6fb7ea", Needs: 4.5},
		{Token: "short", Name: "赭", Use: "未达标、待说明", Light: "#a34f00", Dark: "#f0a252", Needs: 4.5},
		{Token: "edge", Name: "界", Use: "界线、刻度，不用于文字", Light: "#85816f", Dark: "#7c7d7b", Needs: 3},
		{Token: "hair", Name: "丝", Use: "只作装饰的细线", Light: "#d8d3c5", Dark: "#34373c"},
	}
	grounds = []Colour{
		{Token: "paper", Name: "纸", Use: "底色", Light: "#f7f5ee", Dark: "#15171b"},
		{Token: "wash", Name: "染", Use: "展开的算法、代码的底色", Light: "#efebe0", Dark: "#1e2126"},
	}
)

// contrast is the ratio of two colours as WCAG 2.2 defines it, 1 to 21.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// luminance is the relative luminance of #rrggbb; WCAG 2.2, glossary.
func luminance(hex string) float64 {
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil || len(hex) != 7 {
		panic("site: colour " + hex) // they are constants of this file
	}
	channel := func(shift uint) float64 {
		c := float64(n>>shift&255) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*channel(16) + .7152*channel(8) + .0722*channel(0)
}

// lowest is the least contrast a colour has, on any ground of one scheme.
func lowest(c Colour, dark bool) float64 {
	least := 21.0
	for _, g := range grounds {
		if dark {
			least = min(least, contrast(c.Dark, g.Dark))
		} else {
			least = min(least, contrast(c.Light, g.Light))
		}
	}
	return least
}

func palette() Palette {
	p := Palette{Caption: "颜色；对比度取在两种底色上较低的一个"}
	for _, c := range colours {
		c.Ratios = number(lowest(c, false), 1) + "，暗 " + number(lowest(c, true), 1)
		p.Rows = append(p.Rows, c)
	}
	p.Rows = append(p.Rows, grounds...)
	return p
}
