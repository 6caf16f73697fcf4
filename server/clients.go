package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/gen/typescript"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/generate"
	"github.com/sandbank/sandbank/internal/problem"
)

// This file serves clients to download:
//
//	/clients                        the list of them
//	/clients/{api}/go.zip           a Go module, generated from the document that is served
//	/clients/{api}/typescript.zip   an npm package, for the APIs that the program carries
//
// A document that has operations at these paths answers them itself.

const (
	clientsPath    = "/clients"
	goFile         = "go.zip"
	typescriptFile = "typescript.zip"
)

// maxGenerated bounds the documents that a client is generated from while others are served, in bytes of JSON: this many
// take some seconds and half a gigabyte.
const maxGenerated = 2 << 20

// downloads are the archives of one API's clients, for one edition of its document.
type downloads struct {
	api        *contract.API
	carried    bool // by the program, so that code for it was generated beforehand
	golang     download
	typescript download
}

// download is an archive that is made when somebody first asks for it.
type download struct {
	once sync.Once
	page *page
	err  error
}

// get gives the archive, made by the function if nobody has asked before.
func (d *download) get(make func() ([]byte, error)) (*page, error) {
	d.once.Do(func() {
		var archive []byte
		if archive, d.err = make(); d.err == nil {
			d.page = newPage("application/zip", archive)
		}
	})
	return d.page, d.err
}

// newDownloads prepares the archives of all APIs. Those of documents that are still the same go on.
func (s *Server) newDownloads(others []*contract.API) map[string]*downloads {
	var before map[string]*downloads
	if f := s.foreign.Load(); f != nil {
		before = f.downloads
	}
	out := map[string]*downloads{}
	for i, a := range slices.Concat(s.apis, others) {
		d := before[a.Name]
		if d == nil || !bytes.Equal(d.api.JSON, a.JSON) {
			d = &downloads{api: a, carried: i < len(s.apis)}
		}
		out[a.Name] = d
	}
	return out
}

// clientEntry is one API in the list of clients.
type clientEntry struct {
	API        string `json:"api"`
	Title      string `json:"title"`
	Version    string `json:"version"`
	BasePath   string `json:"basePath"`
	Go         string `json:"go"`
	TypeScript string `json:"typescript,omitempty"`
}

// clientOf gives the addresses of an API's clients.
func clientOf(a *contract.API, carried bool) clientEntry {
	base := clientsPath + "/" + url.PathEscape(a.Name) + "/"
	e := clientEntry{API: a.Name, Title: a.Title, Version: a.Version, BasePath: a.BasePath, Go: base + goFile}
	if carried && hasTypeScript(a.Name) {
		e.TypeScript = base + typescriptFile
	}
	return e
}

func hasTypeScript(api string) bool {
	_, err := fs.Stat(typescript.FS, api)
	return err == nil
}

// clients answers the paths of this file. It is false when the path is none of them; then nothing is written.
func (s *Server) clients(c *gin.Context) bool {
	rest, ok := strings.CutPrefix(c.Request.URL.Path, clientsPath)
	if !ok || rest != "" && rest[0] != '/' {
		return false
	}
	api, file := path.Split(rest)
	api = strings.Trim(api, "/")
	if rest != "" && file != goFile && file != typescriptFile {
		return false
	}
	k := callOf(c)
	k.route = s.others.of(clientRoute(rest, file))
	if m := c.Request.Method; m != http.MethodGet && m != http.MethodHead {
		s.notAllowed(c, []string{http.MethodGet, http.MethodHead})
		return true
	}
	if rest == "" {
		k.listClients()
		return true
	}
	d := s.foreign.Load().downloads[api]
	if d == nil {
		k.fail(problem.NotFound, "No API of that name is served here; "+clientsPath+" lists those that are.")
		return true
	}
	k.download(d, file)
	return true
}

// clientRoute is where a request for a client went, without its values.
func clientRoute(rest, file string) string {
	if rest == "" {
		return clientsPath
	}
	return clientsPath + "/{api}/" + file
}

func (k *call) listClients() {
	out := struct {
		Clients []clientEntry `json:"clients"`
	}{[]clientEntry{}}
	f := k.server.foreign.Load()
	for _, a := range k.server.everyAPI() {
		out.Clients = append(out.Clients, clientOf(a, f.downloads[a.Name].carried))
	}
	index, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		k.failed(fmt.Errorf("the list of clients: %w", err))
		return
	}
	newPage("application/json", append(index, '\n')).serve(k.gin)
}

// download answers with an archive, or why there is none.
func (k *call) download(d *downloads, file string) {
	var p *page
	var err error
	if file == goFile {
		p, err = d.golang.get(d.goModule)
	} else {
		p, err = d.typescript.get(d.npmPackage)
	}
	var missing *missingClientError
	switch {
	case errors.As(err, &missing):
		scheme, host := k.server.origin(k.gin.Request)
		k.fail(problem.NotFound, missing.detail(scheme+"://"+host))
	case err != nil:
		k.fail("NOT_IMPLEMENTED", sentence(err.Error()))
	default:
		k.gin.Writer.Header().Set("Content-Disposition", attachment(d.api.Name+"-"+file))
		p.serve(k.gin)
	}
}

// goModule makes the Go client as a module.
func (d *downloads) goModule() ([]byte, error) {
	if len(d.api.JSON) > maxGenerated {
		return nil, fmt.Errorf("the document of API %s is too large for a client to be generated here; 'sandbank generate client' does it", d.api.Name)
	}
	name := generate.PackageName(d.api.Name)
	o := generate.Options{Package: name, Module: "example.com/" + name}
	if d.carried {
		o.Overlay = generate.Overlay(d.api.Name)
	}
	files, found := generate.Client(d.api, o)
	if files == nil {
		f := found[0]
		place := f.Place
		place.File = path.Base(place.File) // folders of this machine are nobody's business
		return nil, fmt.Errorf("the Go client of API %s cannot be generated: %s: %s", d.api.Name, place, f.Message)
	}
	return generate.Archive(append(files, generate.File{Name: generate.LedgerName, Data: generate.LedgerOf(files).Text()}))
}

// npmPackage packs the TypeScript client, which was generated when the program was built.
func (d *downloads) npmPackage() ([]byte, error) {
	if !d.carried || !hasTypeScript(d.api.Name) {
		return nil, &missingClientError{d.api.Name}
	}
	var files []generate.File
	err := fs.WalkDir(typescript.FS, d.api.Name, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(typescript.FS, name)
		files = append(files, generate.File{Name: strings.TrimPrefix(name, d.api.Name+"/"), Data: data})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("the TypeScript client of API %s: %w", d.api.Name, err)
	}
	return generate.Archive(files)
}

// missingClientError says that no TypeScript client was generated for an API.
type missingClientError struct{ api string }

func (e *missingClientError) Error() string { return "there is no TypeScript client of API " + e.api }

// detail says how to generate one from the document that a server serves.
func (e *missingClientError) detail(origin string) string {
	return fmt.Sprintf("TypeScript clients were generated when this program was built, and API %s was not there then. Generate one: "+
		"npx openapi-typescript %s/openapi/%s.json -o %s.d.ts", e.api, origin, url.PathEscape(e.api), safeName(e.api))
}

var unsafeInName = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// safeName makes a name of a file that needs no quotes anywhere.
func safeName(name string) string {
	return strings.TrimLeft(unsafeInName.ReplaceAllString(name, "-"), ".-")
}

// attachment is the Content-Disposition of a download.
func attachment(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": safeName(name)})
}
