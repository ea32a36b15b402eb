// Package hugo runs Hugo v0.165.0 inside this process. It is the only package
// that imports hugolib, because linking it costs every test that does 16 s.
//
// Hugo reads the site's own files (content, layouts, assets, i18n, hugo.toml)
// from the working folder and, where the folder lacks them, from the files
// embedded in the binary. It writes into an empty folder and nowhere else.
package hugo

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"github.com/bep/logg"
	"github.com/bep/overlayfs"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// Version is the Hugo that is linked in, as go.mod pins it.
const Version = "0.165.0"

// Run is one Hugo build.
type Run struct {
	Site     fs.FS     // embedded files, under the names they have in the repository
	Work     string    // absolute working folder; its files win over Site, and its build/ is what the adapters read
	Out      string    // absolute, empty folder to publish into
	Cache    string    // absolute folder Hugo may keep temporary files in
	District string    // params.district: a code for its pages alone, "none" for the national ones, "all" for everything
	Origin   string    // params.origin: the site's public address, used only where an absolute one must stand; may be empty
	Log      io.Writer // Hugo's own warnings and errors
}

// Build publishes the site and returns how many pages Hugo rendered. Any
// warning is an error: a page that replaced another, or a template that
// printed nothing, is only a warning to Hugo.
func Build(r Run) (pages int, err error) {
	source, err := overlay(r.Site, r.Work)
	if err != nil {
		return 0, err
	}
	flags := config.New()
	flags.Set("workingDir", r.Work)
	flags.Set("publishDir", r.Out)
	flags.Set("cacheDir", r.Cache)
	flags.Set("environment", "production")
	log := loggers.New(loggers.Options{StdOut: r.Log, StdErr: r.Log})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Logger: log, Flags: flags, Environment: "production",
		Filename: r.config(), SkipNpmCheck: true,
		Environ: []string{"HUGO_PARAMS_DISTRICT=" + r.District, "HUGO_PARAMS_ORIGIN=" + r.Origin}, // never empty, or the caller's environment leaks in
	})
	if err != nil {
		return 0, fmt.Errorf("hugo.toml: %w", err)
	}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs, StdOut: r.Log, StdErr: r.Log,
		Fs: hugofs.NewFromSourceAndDestination(source, afero.NewOsFs(), configs.LoadingInfo.Cfg),
	})
	if err != nil {
		return 0, err
	}
	defer func() {
		if cerr := sites.Close(); err == nil {
			err = cerr
		}
	}()
	if err := sites.Build(hugolib.BuildCfg{NoBuildLock: true}); err != nil {
		return 0, err
	}
	if n := sites.Log.LoggCount(logg.LevelWarn); n > 0 {
		return 0, fmt.Errorf("有 %d 处警告，视为失败", n)
	}
	return len(sites.Pages()), nil
}

// config lists the configuration files; a later one wins. A build of one
// district must not write the root's lists, and district.toml sees to that.
func (r Run) config() string {
	if r.District == "none" || r.District == "all" {
		return "hugo.toml"
	}
	return "hugo.toml,district.toml"
}

// overlay lays the working folder over the embedded files. bep/overlayfs is
// used because afero's CopyOnWriteFs panics in Hugo.
func overlay(site fs.FS, work string) (afero.Fs, error) {
	base := afero.NewMemMapFs()
	err := fs.WalkDir(site, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(site, path)
		if err != nil {
			return err
		}
		return afero.WriteFile(base, filepath.Join(work, path), data, 0o644)
	})
	if err != nil {
		return nil, err
	}
	return overlayfs.New(overlayfs.Options{Fss: []afero.Fs{afero.NewOsFs(), base}}), nil
}
