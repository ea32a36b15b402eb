package main

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// live serves the built folder as it is, but for two lines in each page that
// let the browser reload when the site was built again.
type live struct {
	dir   string
	files http.Handler

	mu      sync.Mutex
	fault   string // of the last build; empty when it went well
	readers map[chan string]bool
}

func newLive(dir string) *live {
	return &live{dir: dir, files: http.FileServer(http.Dir(dir)), readers: map[chan string]bool{}}
}

const (
	eventsPath = "/-/events"
	scriptPath = "/-/reload.js"
)

// reloadScript is sent by serve only; no published page holds it.
const reloadScript = `const said = new EventSource("` + eventsPath + `");
said.onmessage = (event) => {
  if (event.data === "") return location.reload();
  let box = document.getElementById("junheng-fault");
  if (!box) {
    box = document.createElement("pre");
    box.id = "junheng-fault";
    box.style = "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;margin:0;padding:1rem;background:#7a1f00;color:#fff;font:14px/1.6 monospace;white-space:pre-wrap;z-index:99";
    document.body.append(box);
  }
  box.textContent = event.data;
};
`

var policy = regexp.MustCompile(`(?i)<meta http-equiv="?content-security-policy"?[^>]*>`)

func (l *live) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	switch {
	case r.URL.Path == eventsPath:
		l.events(w, r)
	case r.URL.Path == scriptPath:
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(w, reloadScript)
	default:
		name := filepath.Join(l.dir, filepath.FromSlash(strings.TrimPrefix(filepath.ToSlash(filepath.Clean("/"+r.URL.Path)), "/")))
		if strings.HasSuffix(r.URL.Path, "/") {
			name = filepath.Join(name, "index.html")
		}
		page, err := os.ReadFile(name)
		if err != nil || filepath.Ext(name) != ".html" {
			l.files.ServeHTTP(w, r)
			return
		}
		page = policy.ReplaceAll(page, nil)
		page = bytes.Replace(page, []byte("</body>"), []byte(`<script src="`+scriptPath+`"></script></body>`), 1)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(page)
	}
}

// events tells one browser of every rebuild until it goes away.
func (l *live) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no stream", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	flusher.Flush()
	ch := make(chan string, 1)
	l.mu.Lock()
	l.readers[ch] = true
	if l.fault != "" {
		ch <- l.fault
	}
	l.mu.Unlock()
	defer func() {
		l.mu.Lock()
		delete(l.readers, ch)
		l.mu.Unlock()
	}()
	for {
		select {
		case <-r.Context().Done():
			return
		case fault := <-ch:
			fmt.Fprintf(w, "data: %s\n\n", strings.ReplaceAll(fault, "\n", "\ndata: "))
			flusher.Flush()
		}
	}
}

// rebuilt tells every browser: an empty fault means reload.
func (l *live) rebuilt(fault string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fault = fault
	for ch := range l.readers {
		select {
		case ch <- fault:
		default: // it has not read the last one yet
		}
	}
}
