package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"regexp"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/swaggest/swgui"
	"github.com/swaggest/swgui/v5/static"
	"github.com/swaggest/swgui/v5emb"
)

// assets is where the viewer's scripts and styles are; they are part of the program.
const assets = "/docs/assets"

// The pages of the reference are rendered once, so that their policy can name the digests of the very scripts that
// stand in them. It admits nothing from another host. Swagger UI makes style attributes while it runs, hence
// 'unsafe-inline' for styles.

// referenceIndex makes the page that lists the APIs.
func referenceIndex(entries []apiEntry) (*page, error) {
	var index bytes.Buffer
	if err := docsIndex.Execute(&index, entries); err != nil {
		return nil, fmt.Errorf("server: the index of the reference: %w", err)
	}
	p := newPage("text/html", index.Bytes())
	p.policy = "default-src 'none'; style-src " + digests(index.String(), "style") + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	return p, nil
}

// viewerOf is Swagger UI for one document.
func viewerOf(e apiEntry) http.Handler {
	return v5emb.NewHandlerWithConfig(swgui.Config{
		Title: e.Title, SwaggerJSON: e.JSON, BasePath: assets,
		SettingsUI: map[string]string{"tryItOutEnabled": "true", "defaultModelsExpandDepth": "0"},
	})
}

// referencePage renders the reference of one API.
func referencePage(e apiEntry) (*page, error) {
	rendered, err := render(viewerOf(e))
	if err != nil {
		return nil, fmt.Errorf("server: the reference of API %s: %w", e.Name, err)
	}
	p := newPage("text/html", rendered)
	p.policy = "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' " +
		digests(string(rendered), "script") + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	return p, nil
}

// viewer registers the scripts and styles that the pages refer to. They are the same for every API.
func (s *Server) viewer() {
	files := viewerOf(apiEntry{})
	s.register(assets+"/*file", func(c *gin.Context) {
		if file := strings.TrimPrefix(c.Param("file"), "/"); !isAsset(file) {
			s.notFound(c)
			return
		}
		files.ServeHTTP(c.Writer, c.Request)
	})
}

// isAsset tells whether the viewer has a file of that name, compressed or not.
func isAsset(name string) bool {
	for _, candidate := range []string{name, name + ".gz"} {
		if info, err := fs.Stat(static.FS, candidate); err == nil && !info.IsDir() {
			return true
		}
	}
	return false
}

// render gives the viewer's page.
func render(viewer http.Handler) ([]byte, error) {
	r, err := http.NewRequestWithContext(context.Background(), http.MethodGet, assets, nil)
	if err != nil {
		return nil, err
	}
	w := &pageWriter{header: http.Header{}, status: http.StatusOK}
	viewer.ServeHTTP(w, r)
	if w.status != http.StatusOK {
		return nil, fmt.Errorf("status %d: %s", w.status, w.body.String())
	}
	return w.body.Bytes(), nil
}

// pageWriter keeps what a handler writes.
type pageWriter struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header gives the page's header.
func (w *pageWriter) Header() http.Header { return w.header }

// WriteHeader keeps the status.
func (w *pageWriter) WriteHeader(status int) { w.status = status }

// Write keeps the body.
func (w *pageWriter) Write(b []byte) (int, error) { return w.body.Write(b) }

var inline = map[string]*regexp.Regexp{
	"script": regexp.MustCompile(`(?s)<script>(.*?)</script>`),
	"style":  regexp.MustCompile(`(?s)<style>(.*?)</style>`),
}

// digests names every inline element of a page as a Content-Security-Policy wants it.
func digests(page, element string) string {
	var out []string
	for _, m := range inline[element].FindAllStringSubmatch(page, -1) {
		sum := sha256.Sum256([]byte(m[1]))
		out = append(out, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	return strings.Join(out, " ")
}

var docsIndex = template.Must(template.New("docs").Parse(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 3rem auto; padding: 0 1rem; }
li { margin: 1rem 0; }
small { color: #555; }
</style>
</head>
<body>
<h1>API reference</h1>
<ul>
{{- range .}}
<li><a href="{{.Docs}}">{{.Title}}</a> {{.Version}}<br>
<small><code>{{.BasePath}}</code>, {{.Operations}} operations, document as <a href="{{.YAML}}">YAML</a> or <a href="{{.JSON}}">JSON</a>,
client in <a href="{{.Client.Go}}">Go</a>{{with .Client.TypeScript}} or <a href="{{.}}">TypeScript</a>{{end}}</small></li>
{{- end}}
</ul>
</body>
</html>
`))
