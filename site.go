// Package junheng holds what a site is made of, so that one binary and a data
// folder are enough to make it.
package junheng

import "embed"

// Site is the site's own files and the national data, under their names in the
// repository. Files of the same name in the working folder win over them.
//
//go:embed all:content all:layouts all:assets all:i18n all:static hugo.toml district.toml
//go:embed data/*.toml data/standards
var Site embed.FS
