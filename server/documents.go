package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/openapi"
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
	return &page{mediaType: mediaType, body: body, etag: tagOf(body)}
}

// tagOf gives the entity tag of a content.
func tagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:16]) + `"`
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
func (s *Server) register(path string, serve gin.HandlerFunc) {
	s.engine.GET(path, serve)
	s.engine.HEAD(path, serve)
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
	// Client is where clients can be had, which /clients lists for programs.
	Client clientEntry `json:"-"`
}

func listed(a *contract.API) apiEntry {
	name := url.PathEscape(a.Name)
	return apiEntry{
		Name: a.Name, Title: a.Title, Version: a.Version, BasePath: a.BasePath, Operations: len(a.Operations),
		YAML: "/openapi/" + name + ".yaml", JSON: "/openapi/" + name + ".json", Docs: "/docs/" + name,
	}
}

// apiPages makes the pages of one API, by path:
//
//	/openapi/{api}.yaml   the document, self-contained
//	/openapi/{api}.json
//	/docs/{api}           the reference (docs.go)
func apiPages(a *contract.API) (map[string]*page, error) {
	docs, err := referencePage(listed(a))
	if err != nil {
		return nil, err
	}
	return map[string]*page{
		"/openapi/" + a.Name + ".yaml": newPage("application/yaml", a.YAML), // RFC 9512
		"/openapi/" + a.Name + ".json": newPage("application/json", a.JSON),
		"/docs/" + a.Name:              docs,
	}, nil
}

// indexPages makes the pages that list the APIs, first those that the program carries: /openapi for programs, /docs for
// people.
func indexPages(carried, others []*contract.API) (map[string]*page, error) {
	apis := slices.Concat(carried, others)
	entries := make([]apiEntry, len(apis))
	for i, a := range apis {
		entries[i] = listed(a)
		entries[i].Client = clientOf(a, i < len(carried))
	}
	index, err := json.MarshalIndent(struct {
		APIs []apiEntry `json:"apis"`
	}{entries}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("server: the index of documents: %w", err)
	}
	docs, err := referenceIndex(entries)
	if err != nil {
		return nil, err
	}
	return map[string]*page{"/openapi": newPage("application/json", append(index, '\n')), "/docs": docs}, nil
}

// changelogPath is where it says what changed in the versions of an API's document, in Markdown (RFC 7763).
func changelogPath(a *contract.API) string { return "/openapi/" + a.Name + ".changelog.md" }

// documents registers the pages of the APIs that the program carries, with their changelogs, and the indexes, which also
// list the others.
func (s *Server) documents() error {
	for _, a := range s.apis {
		pages, err := apiPages(a)
		if err != nil {
			return err
		}
		if text := openapi.Changelog(a.Name); text != "" {
			pages[changelogPath(a)] = newPage("text/markdown", []byte(text))
		}
		for path, p := range pages {
			s.register(path, p.serve)
		}
	}
	for _, path := range []string{"/openapi", "/docs"} {
		s.register(path, func(c *gin.Context) { s.foreign.Load().pages[path].serve(c) })
	}
	s.viewer()
	return nil
}
