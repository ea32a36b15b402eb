package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"junheng"
	"junheng/tools/site/hugo"
	"junheng/tools/site/sample"
)

// plainHugo is the yardstick: one Hugo build of everything that stands in
// build/, in a process of its own.
func plainHugo() {
	work, err := os.Getwd()
	for _, dir := range os.Args[1:] {
		err = errors.Join(err, os.MkdirAll(dir, 0o755))
	}
	if err == nil {
		_, err = hugo.Build(hugo.Run{Site: junheng.Site, Work: work, Out: os.Args[1], Cache: os.Args[2], District: "all", Log: io.Discard})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// usage is what one process cost.
type usage struct{ seconds, mebibytes float64 }

func cost(b *testing.B, name string, args ...string) usage {
	b.Helper()
	var errw bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &errw
	if err := cmd.Run(); err != nil {
		b.Fatalf("%s: %v\n%s", name, err, &errw)
	}
	s := cmd.ProcessState
	return usage{(s.UserTime() + s.SystemTime()).Seconds(), float64(s.SysUsage().(*syscall.Rusage).Maxrss) / 1024}
}

// BenchmarkBuild measures a clean build and the build after one district
// changed, in processor seconds and peak memory, beside one plain Hugo build
// of the same pages. none-cpu-s, a build that finds nothing to do, is the share
// that grows with the number of districts: every folder is hashed and every
// note read. JUNHENG_DISTRICTS and JUNHENG_SCHOOLS set the largest number of
// districts and how many schools each has; plain Hugo holds every page in
// memory, and has no room for more than some 20,000.
func BenchmarkBuild(b *testing.B) {
	env := func(name string, usual int) int {
		if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
			return n
		}
		return usual
	}
	most, schools := env("JUNHENG_DISTRICTS", 100), env("JUNHENG_SCHOOLS", 70)
	for n := 10; n <= most; n *= 10 {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				work := b.TempDir()
				b.Chdir(work)
				spec := sample.Spec{Districts: n, Schools: schools, Year: 2023, Seed: 1}
				if err := sample.Write("data", spec); err != nil {
					b.Fatal(err)
				}
				clean := cost(b, "junheng", "build")
				spec.Seed = 2
				if err := sample.District("data", n/2, spec); err != nil {
					b.Fatal(err)
				}
				one := cost(b, "junheng", "build")
				nothing := cost(b, "junheng", "build")
				if n*schools <= 20000 {
					plain := cost(b, "plainhugo", filepath.Join(work, "plain"), filepath.Join(work, "cache"))
					b.ReportMetric(clean.seconds/plain.seconds, "clean/plain")
					b.ReportMetric(plain.mebibytes, "plain-MiB")
				}
				b.ReportMetric(clean.seconds, "clean-cpu-s")
				b.ReportMetric(clean.mebibytes, "clean-MiB")
				b.ReportMetric(one.seconds, "one-cpu-s")
				b.ReportMetric(nothing.seconds, "none-cpu-s")
				b.ReportMetric(0, "ns/op")
			}
		})
	}
}
