package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// patience bounds how long a test waits for something that must come; it says
// nothing about how fast it should.
const patience = 2 * time.Minute

var printedAddress = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

// TestServe follows a day's work: the site comes up, a saved file changes the
// page, a fault is told while the last good site stays, mending it clears it.
func TestServe(t *testing.T) {
	demoWork(t)
	cmd := exec.Command("junheng", "serve", "--addr", "127.0.0.1:0", "--district", "990107")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errw bytes.Buffer
	cmd.Stderr = &errw
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		if err := cmd.Wait(); err != nil {
			t.Errorf("serve does not end well: %v\n%s", err, &errw)
		}
	})
	lines := bufio.NewScanner(out)
	base := ""
	for base == "" && lines.Scan() {
		base = printedAddress.FindString(lines.Text())
	}
	if base == "" {
		t.Fatalf("no address was printed: %s", &errw)
	}
	go io.Copy(io.Discard, out)

	page := base + "districts/990107/"
	if got := get(t, page); !strings.Contains(got, "示例") || !strings.Contains(got, scriptPath) || policy.MatchString(got) {
		t.Error("the served page lacks its content or the reload script, or a policy would block the script")
	}
	if raw, err := os.ReadFile("public/districts/990107/index.html"); err != nil || strings.Contains(string(raw), scriptPath) || !policy.Match(raw) {
		t.Errorf("the published page must hold the policy and no script: %v", err)
	}
	said := listenEvents(t, base+strings.TrimPrefix(eventsPath, "/"))

	about := "data/districts/990107/district.toml"
	good, err := os.ReadFile(about)
	if err != nil {
		t.Fatal(err)
	}
	write(t, about, strings.Replace(string(good), "CC BY 4.0", "CC0 1.0", 1))
	if got := <-said; got != "" {
		t.Errorf("a good save should reload the page; told %q", got)
	}
	if got := get(t, page); !strings.Contains(got, "CC0 1.0") {
		t.Error("the page does not show the saved change")
	}
	write(t, about, string(good)+"\nnonsense = 1\n")
	if got := <-said; !strings.Contains(got, filepath.ToSlash(about)) || !strings.Contains(got, "nonsense") {
		t.Errorf("a fault should be told by file; told %q", got)
	}
	if got := get(t, page); !strings.Contains(got, "CC0 1.0") {
		t.Error("the last good site does not stay up")
	}
	write(t, about, string(good))
	if got := <-said; got != "" {
		t.Errorf("mending should reload the page; told %q", got)
	}
}

func get(t *testing.T, address string) string {
	t.Helper()
	client := http.Client{Timeout: patience}
	resp, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v", address, resp.Status, err)
	}
	return string(body)
}

// listenEvents hands on what serve tells the browser; the channel closes when
// patience is at an end.
func listenEvents(t *testing.T, address string) <-chan string {
	t.Helper()
	client := http.Client{Timeout: patience}
	resp, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	said := make(chan string)
	go func() {
		defer close(said)
		var message []string
		for s := bufio.NewScanner(resp.Body); s.Scan(); {
			if line, ok := strings.CutPrefix(s.Text(), "data: "); ok {
				message = append(message, line)
			} else if s.Text() == "" && message != nil {
				said <- strings.Join(message, "\n")
				message = nil
			}
		}
	}()
	return said
}
