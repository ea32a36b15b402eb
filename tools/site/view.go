// Package site turns what is known of districts into a folder of static pages:
// views (derived JSON under build/), which Hugo's templates print. Everything
// is computed and formatted here, so that templates stay thin; a page is an
// opening and a list of parts, each drawn by the form it names.
package site

import (
	"junheng/tools/balance"
	"junheng/tools/district"
	"junheng/tools/record"
)

// DistrictJSON is build/districts/<code>.json: every page of one district, or
// of one region.
type DistrictJSON struct {
	Code    string  `json:"code"`
	Hash    string  `json:"hash"` // digest of all it came from: folder, national data, program, layouts, words
	Pages   []Page  `json:"pages"`
	Summary Summary `json:"-"` // what the pages above it are made of; a file of its own
	Find    Find    `json:"-"` // what the search is made of; a file of its own
}

// Page is one page with its machine twin.
type Page struct {
	Path        string   `json:"path"` // under the section's folder: 990101/2023/quality-2017
	Kind        string   `json:"kind"` // folder in layouts/: district, year, names …
	Title       string   `json:"title"`
	Description string   `json:"description"`
	View        PageView `json:"view"`
	Twin        string   `json:"twin"` // index.json, ready to be written
	Files       []File   `json:"files,omitempty"`
}

// PageView is what a page shows. The comments in layouts/_partials/opening.html
// and part.html are its other half.
type PageView struct {
	Owner   *Owner   `json:"owner,omitempty"`   // whose page it is; none on national pages
	Example bool     `json:"example"`           // national pages: some of the divisions shown are examples
	Address string   `json:"address,omitempty"` // permanent, printed on paper
	Crumbs  []Link   `json:"crumbs"`
	Heading string   `json:"heading,omitempty"` // h1, when it is not the title
	Meta    []Run    `json:"meta,omitempty"`
	Lead    []Run    `json:"lead"`            // the first sentence
	Aside   []string `json:"aside,omitempty"` // smaller sentences under it
	Seek    *Seek    `json:"seek,omitempty"`  // a field that finds schools
	Parts   []Part   `json:"parts"`
}

// Part is one section of a page.
type Part struct {
	ID    string   `json:"id"` // anchor
	Title string   `json:"title"`
	Note  []string `json:"note,omitempty"` // how to read it
	Gist  []Run    `json:"gist,omitempty"` // what it comes to
	Form  string   `json:"form"`           // partial in layouts/_partials/forms
	Data  any      `json:"data"`           // as that form's first lines ask
	Links []Link   `json:"links,omitempty"`
	Sheet bool     `json:"sheet,omitempty"` // stands on the sheet that a district's or school's page prints as
	Under bool     `json:"under,omitempty"` // belongs to the part before it: smaller, not counted, not in the contents
}

// Owner is the district a page belongs to.
type Owner struct {
	Code    string         `json:"code"`
	Name    string         `json:"name"`
	Short   string         `json:"short"`
	Example bool           `json:"example"`
	Bureau  balance.Bureau `json:"bureau"`
	Licence string         `json:"licence"`
	Version string         `json:"version"`           // of the folder the page came from
	Dated   string         `json:"dated"`             // of its newest source, in words
	Updated string         `json:"updated,omitempty"` // the same as 2024-03-01
	Href    string         `json:"href"`
}

// Link is a name that leads somewhere, or a name alone.
type Link struct {
	Name string `json:"name"`
	Href string `json:"href,omitempty"`
}

// Run is a piece of a sentence.
type Run struct {
	Text   string `json:"text"`
	Strong bool   `json:"strong,omitempty"`
	Href   string `json:"href,omitempty"`
	Raw    bool   `json:"raw,omitempty"` // 机读待核
}

// View derives every page of a district.
func View(d *district.District, n *record.National) DistrictJSON {
	b := newBuilder(d, n)
	out := DistrictJSON{Code: d.Code}
	if len(b.years) > 0 {
		out.Pages = append(out.Pages, b.districtPage(b.years[0]))
	}
	for _, y := range b.years {
		out.Pages = append(out.Pages, y.yearPage())
		for _, s := range y.standards {
			working := y.workingPage(s)
			out.Pages = append(out.Pages, working)
			if p, ok := y.matrixPage(s, working.Files); ok {
				out.Pages = append(out.Pages, p)
			}
			if reduces(s) {
				out.Pages = append(out.Pages, y.reductionPage(s))
			}
		}
		out.Pages = append(out.Pages, y.missingPage())
		if y.before != nil {
			out.Pages = append(out.Pages, y.changePage())
		}
		for i := range y.Reports {
			out.Pages = append(out.Pages, y.reportPage(&y.Reports[i]))
		}
	}
	out.Pages = append(out.Pages, b.namesPage()...)
	out.Pages = append(out.Pages, b.schoolPages()...)
	addresses := map[string]bool{}
	for i := range out.Pages {
		out.Pages[i].View.Address = "/districts/" + out.Pages[i].Path + "/"
		addresses[out.Pages[i].View.Address] = true
	}
	corrections := b.corrections(addresses)
	corrected(out.Pages, corrections)
	out.Summary, out.Find = b.summary(), b.find()
	if len(b.years) > 0 {
		out.Pages[0].Files = append(out.Pages[0].Files, b.compared(out.Summary))
	}
	out.Summary.Corrections = corrections
	return out
}

// sheet marks what a district's or school's page prints as: the standing and
// the line, one sheet to pin up. The rest stays on the screen.
func sheet(parts []Part) []Part {
	for i, p := range parts {
		parts[i].Sheet = p.ID == "standards" || p.Form == "ledger" && p.ID != "size" || p.Form == "plain" || p.ID == "numbers"
	}
	return parts
}

// text is a sentence of one run.
func text(s string) []Run {
	if s == "" {
		return nil
	}
	return []Run{{Text: s}}
}
