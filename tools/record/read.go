package record

import (
	"io/fs"

	"junheng/tools/balance"
)

type unitWord struct{}
type relation struct{}
type band struct{}
type refusedHeader struct{}

// ReadNational reads divisions.toml, indicators.toml, columns.toml,
// sources.toml and standards/*.toml. fsys is rooted at data/.
func ReadNational(fsys fs.FS) (*National, balance.Problems) { return &National{}, nil }

// ReadFolder reads data/districts/<code>.
func ReadFolder(fsys fs.FS, code string, n *National) (*Folder, balance.Problems) {
	return &Folder{}, nil
}
