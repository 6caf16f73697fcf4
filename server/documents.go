package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// page is something that does not change while the server runs: a document, or a rendered page.
type page struct {
	mediaType string
	body      []byte
	etag      string
	// policy is the Content-Security-Policy, "" for none.
	policy string
}

func newPage(mediaType string, body []byte) *page {
	sum := sha256.Sum256(body)
	return &page{mediaType: mediaType, body: body, etag: `"` + hex.EncodeToString(sum[:16]) + `"`}
}

// serve answers GET and HEAD, also conditional and partial ones.
func (p *page) serve(c *gin.Context) {
	h := c.Writer.Header()
	h["Content-Type"] = contentTypes.of(p.mediaType)
	h["Etag"] = []string{p.etag}
	h["Cache-Control"] = []string{"no-cache"}
	if p.policy != "" {
		h["Content-Security-Policy"] = []string{p.policy}
	}
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(p.body))
}

// register serves a page at a path.
func (s *Server) register(path string, p *page) {
	s.engine.GET(path, p.serve)
	s.engine.HEAD(path, p.serve)
}

// apiEntry is one API in the index of documents.
type apiEntry struct {
	Name       string `json:"name"`
	Title      string `json:"title"`
	Version    string `json:"version"`
	BasePath   string `json:"basePath"`
	Operations int    `json:"operations"`
	YAML       string `json:"yaml"`
	JSON       string `json:"json"`
	Docs       string `json:"docs"`
}

// documents registers the APIs' documents, their index, and the rendered reference.
//
//	/openapi              the index
//	/openapi/{api}.yaml   a document, self-contained
//	/openapi/{api}.json
//	/docs, /docs/{api}    the reference (docs.go)
func (s *Server) documents() error {
	entries := make([]apiEntry, 0, len(s.apis))
	for _, a := range s.apis {
		e := apiEntry{
			Name: a.Name, Title: a.Title, Version: a.Version, BasePath: a.BasePath, Operations: len(a.Operations),
			YAML: "/openapi/" + a.Name + ".yaml", JSON: "/openapi/" + a.Name + ".json", Docs: "/docs/" + a.Name,
		}
		s.register(e.YAML, newPage("application/yaml", a.YAML)) // RFC 9512
		s.register(e.JSON, newPage("application/json", a.JSON))
		entries = append(entries, e)
	}
	index, err := json.MarshalIndent(struct {
		APIs []apiEntry `json:"apis"`
	}{entries}, "", "  ")
	if err != nil {
		return fmt.Errorf("server: the index of documents: %w", err)
	}
	s.register("/openapi", newPage("application/json", append(index, '\n')))
	return s.docs(entries)
}
