package server

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/contract"
)

// This file serves the web app, at every path that nothing else is at: its files by their names, and its one page to
// browsers that follow a link to any of its addresses.

// webPage is the name of the app's page, and webHashed the folder of the files whose names change with their content.
const (
	webPage   = "index.html"
	webHashed = "assets/"
)

// nonceMark stands in the page where the nonce belongs that style elements made by scripts are known by.
const nonceMark = "STYLE-NONCE"

// nonceSize is the number of random bytes in a nonce.
const nonceSize = 16

// webPolicy is the Content-Security-Policy of the app's page, but for the nonce: everything comes from this server, and
// other sites cannot put it into a frame. Style elements that scripts make need the nonce; style attributes in markup,
// scripts that do not come as a file and the evaluation of text are refused.
const webPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// consolePath is where the app has the test console of an API, by its name.
const consolePath = "/console/"

// besideApp are the paths of what the server has beside APIs, and of the app's files.
var besideApp = []string{"/docs", "/openapi", clientsPath, "/metrics", "/.well-known", "/assets"}

// webTypes has the media types of files that are worth compressing, by ending; webImages those that are compressed already.
var (
	webTypes = map[string]string{
		".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json", ".wasm": "application/wasm",
	}
	webImages = map[string]string{".png": "image/png", ".webp": "image/webp", ".woff2": "font/woff2"}
)

// zeroQuality is the weight of what is not wanted at all (RFC 9110, section 12.4.2).
var zeroQuality = regexp.MustCompile(`^[qQ]=0(\.0{0,3})?$`)

// webApp is the web app, as it was built.
type webApp struct {
	page  []byte // with nonceMark
	files map[string]*webFile
}

// webFile is one file of the app.
type webFile struct {
	plain  *page
	hashed bool
	// packed compresses the file when somebody first asks for it compressed; nil is not worth it.
	packed func() *page
}

// newWebApp reads the files of the app; nil without one.
func newWebApp(app fs.FS) (*webApp, error) {
	if app == nil {
		return nil, nil
	}
	w := &webApp{files: map[string]*webFile{}}
	err := fs.WalkDir(app, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, ".") {
			return err
		}
		data, err := fs.ReadFile(app, name)
		if err != nil {
			return err
		}
		if name == webPage {
			w.page = data
			return nil
		}
		w.files["/"+name] = newWebFile(name, data)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("server: the web app: %w", err)
	}
	if bytes.Count(w.page, []byte(nonceMark)) != 1 {
		return nil, errors.New("server: the web app has no " + webPage + " with the place of a nonce; build it again")
	}
	return w, nil
}

func newWebFile(name string, data []byte) *webFile {
	mediaType, compressible := webTypes[path.Ext(name)]
	if !compressible {
		mediaType = cmp.Or(webImages[path.Ext(name)], "application/octet-stream")
	}
	f := &webFile{plain: newPage(mediaType, data), hashed: strings.HasPrefix(name, webHashed)}
	if compressible {
		f.packed = sync.OnceValue(func() *page { return newPage(mediaType, packed(data)) })
	}
	return f
}

// packed compresses with gzip.
func packed(data []byte) []byte {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err == nil {
		_, err = z.Write(data)
	}
	if err = errors.Join(err, z.Close()); err != nil {
		panic(err) // the level is one that there is, and a buffer takes everything
	}
	return out.Bytes()
}

// web answers from the web app. It is false where the app has nothing at the path; then nothing is written.
func (s *Server) web(c *gin.Context) bool {
	r := c.Request
	if s.app == nil || r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	if f := s.app.files[r.URL.Path]; f != nil {
		f.serve(c)
		return true
	}
	if !acceptsHTML(r.Header.Values("Accept")) || s.notTheApps(r.URL.Path) {
		return false
	}
	s.app.serve(c)
	return true
}

// notTheApps tells whether an address is below one where there are APIs, pages of the server's own, or files of the app.
func (s *Server) notTheApps(address string) bool {
	below := func(base string) bool { return address == base || strings.HasPrefix(address, base+"/") }
	api := func(a *contract.API) bool { return a.BasePath != "" && below(a.BasePath) }
	return slices.ContainsFunc(besideApp, below) || slices.ContainsFunc(s.apis, api) || slices.ContainsFunc(s.foreign.Load().matched, api)
}

// acceptsHTML tells whether HTML is asked for by name, as browsers do for a page and for nothing else.
func acceptsHTML(accept []string) bool {
	for _, value := range accept {
		for part := range strings.SplitSeq(value, ",") {
			if mediaType, _, _ := strings.Cut(part, ";"); strings.EqualFold(strings.TrimSpace(mediaType), "text/html") {
				return true
			}
		}
	}
	return false
}

// serve answers with the app's page, under a policy with a nonce of its own: so it is never kept.
func (w *webApp) serve(c *gin.Context) {
	random := make([]byte, nonceSize)
	_, _ = rand.Read(random) // never fails
	nonce := base64.StdEncoding.EncodeToString(random)
	h := c.Writer.Header()
	h["Content-Type"] = contentTypes.of("text/html")
	h["Cache-Control"] = []string{"no-store"}
	h["Content-Security-Policy"] = []string{fmt.Sprintf(webPolicy, nonce)}
	h["Referrer-Policy"] = []string{"no-referrer"}
	h["X-Frame-Options"] = []string{"DENY"}
	h["Cross-Origin-Opener-Policy"] = []string{"same-origin"}
	h["Permissions-Policy"] = []string{"camera=(), geolocation=(), microphone=(), payment=(), usb=()"}
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(bytes.Replace(w.page, []byte(nonceMark), []byte(nonce), 1)))
}

// serve answers with a file, compressed where the caller takes that.
func (f *webFile) serve(c *gin.Context) {
	h := c.Writer.Header()
	p := f.plain
	if f.packed != nil {
		h["Vary"] = []string{"Accept-Encoding"}
		if takesGzip(c.Request.Header.Values("Accept-Encoding")) {
			p = f.packed()
			h["Content-Encoding"] = []string{"gzip"}
		}
	}
	h["Content-Type"] = contentTypes.of(p.mediaType)
	h["Etag"] = []string{p.etag}
	h["Cache-Control"] = []string{"no-cache"}
	if f.hashed {
		h["Cache-Control"] = []string{"public, max-age=31536000, immutable"}
	}
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(p.body))
}

// takesGzip tells whether an answer may be compressed with gzip (RFC 9110, section 12.5.3).
func takesGzip(accept []string) bool {
	any, named, found := false, false, false
	for _, value := range accept {
		for part := range strings.SplitSeq(value, ",") {
			coding, parameter, _ := strings.Cut(part, ";")
			refused := zeroQuality.MatchString(strings.TrimSpace(parameter))
			switch strings.ToLower(strings.TrimSpace(coding)) {
			case "gzip":
				named, found = !refused, true
			case "*":
				any = !refused
			}
		}
	}
	return found && named || !found && any
}
