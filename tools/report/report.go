// Package report turns the bytes of a published document into articles,
// sections, paragraphs and tables: charset, page metadata, main text without
// the page around it, the articles of a collection, and the outline of each.
//
// Paragraph text is what the document says: tags dropped, entities resolved,
// white space folded, nothing else changed, so that every quote can be found
// in the original again.
package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"strings"

	"junheng/tools/balance"
)

// MaxSize is the most bytes a document may have.
const MaxSize = 8 << 20

// block is one paragraph or table in reading order, before anything is known
// of articles and sections.
type block struct {
	text  string         // cleaned
	table *balance.Table // instead of text
	rank  int            // 1–6 for h1–h6, 7 for a line that is bold throughout
	links int            // code points of text that stand in links
	start bool           // begins a record of an export: the title of an article
	soft  bool           // only a line break stands before it, no blank line
	inset bool           // begins with white space, as a new paragraph does
}

// page is a document taken apart: what it says of itself, and its blocks.
type page struct {
	title, publisher, published, url string

	blocks []block
	split  bool     // records of an export: articles begin at the blocks that say so
	cut    []string // lines that say the text is not all there
	unfold []string // lines that open the rest of it
}

// Read reads one published document. name gives the ending; a document that
// cannot be read is refused with an error that says, for a clerk, why and how
// to convert it. Slug, Retrieved, and what only a sidecar knows stay empty.
func Read(name string, data []byte) (*balance.Report, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("文件有 %.1f MB，超过 8 MB 的上限。请只保存正文页，去掉图片和附件后重新提交", float64(len(data))/(1<<20))
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, errors.New("文件是空的。请重新下载原件")
	}
	sum := sha256.Sum256(data)
	rep := &balance.Report{File: name, SHA256: hex.EncodeToString(sum[:]), Size: len(data)}
	p, err := open(rep, name, data)
	if err != nil {
		return nil, err
	}
	trim(p)
	rep.Title, rep.Publisher, rep.Published, rep.URL = p.title, p.publisher, p.published, p.url
	rep.Announced = announced(p)
	parts := articles(p)
	if len(parts) == 0 {
		return nil, errors.New("文件里没有读出正文。请打开原件确认有文字；若正文是图片，请先转成文字再提交")
	}
	for _, a := range parts {
		outline(&a.Article, a.ranks)
		a.Level = level(&a.Article)
		rep.Articles = append(rep.Articles, a.Article)
	}
	if rep.Level = levelOfName(rep.Publisher); rep.Level == "" && len(rep.Articles) == 1 {
		rep.Level = rep.Articles[0].Level
	}
	if rep.Title == "" {
		rep.Title = strings.TrimSuffix(path.Base(name), path.Ext(name))
	}
	noticeCuts(rep, p)
	return rep, nil
}
