package contract

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// loader is one load: the files read and what was found wrong in them. It is dropped when the load is over.
type loader struct {
	report
	fsys   fs.FS
	folder string // references stay below it; "." is the root of fsys
	files  map[string]*source
	shaped map[*node]bool
}

// Option changes how a document is loaded.
type Option func(*loader)

// BelowFolder keeps references below a folder of the file system, such as the document's own.
func BelowFolder(name string) Option { return func(l *loader) { l.folder = path.Clean(name) } }

// Load reads an OpenAPI document, 3.0 or 3.1, in YAML or JSON, with the files of fsys that it refers to. All that is
// wrong with references and the shape is found together, and when these are right, all that is wrong with what it says.
// The API is nil when there are errors, and only then.
func Load(fsys fs.FS, file string, options ...Option) (*API, finding.List) {
	l := &loader{fsys: fsys, folder: ".", files: map[string]*source{}, shaped: map[*node]bool{}}
	for _, o := range options {
		o(l)
	}
	api := l.load(path.Clean(file))
	l.list.Sort()
	l.list = fewOfEach(l.list)
	if l.list.Errors() > 0 {
		return nil, l.list
	}
	return api, l.list
}

// maxOfEach bounds how many findings of one kind are reported, so that what is said once of every schema of a large
// document does not hide the rest.
const maxOfEach = 100

func fewOfEach(list finding.List) finding.List {
	counts := map[string]int{}
	kept := list[:0]
	for _, f := range list {
		if counts[f.Code]++; counts[f.Code] <= maxOfEach {
			kept = append(kept, f)
		}
	}
	for i := range kept {
		f := &kept[i]
		if more := counts[f.Code] - maxOfEach; more > 0 {
			counts[f.Code] = 0
			kept = append(kept, finding.Finding{Code: f.Code, Severity: f.Severity, Place: finding.Place{File: f.File},
				Message: strconv.Itoa(more) + " more findings of this kind are not listed"})
		}
	}
	return kept
}

func (l *loader) load(file string) *API {
	root := l.read(file)
	if root.root == nil || !l.checkVersion(root) {
		return nil
	}
	moved := l.bundle(root)
	l.checkShape("document", root.root)
	if l.list.Errors() > 0 {
		return nil // what follows counts on the shape
	}
	document := root.root
	info := document.get("info")
	a := &API{
		Name: strings.TrimSuffix(path.Base(file), path.Ext(file)), Title: info.textOf("title"), Version: info.textOf("version"), Summary: info.textOf("summary"),
		Description: info.textOf("description"), fsys: l.fsys, byID: map[string]*Operation{}, schemas: map[string]*Schema{}, compile: &compiler{},
	}
	if a.Title == "" {
		a.Title = a.Name
	}
	a.BasePath = l.basePath(document)
	l.buildAPI(a, document)
	if l.list.Errors() > 0 {
		return nil
	}
	a.JSON = document.appendJSON(make([]byte, 0, len(root.data)))
	a.YAML = root.data
	if moved || strings.EqualFold(path.Ext(file), ".json") {
		a.YAML = document.appendYAML(make([]byte, 0, len(root.data)))
	}
	return a
}

func (l *loader) checkVersion(root *source) bool {
	document := root.root
	if document.kind != object {
		l.fail("not-openapi", document.at, "an OpenAPI document is an object, this is %s", document.kind)
		return false
	}
	if v := document.get("swagger"); v != nil {
		l.add(finding.Error, "unsupported-version", v.at, "convert the document to OpenAPI 3", "Swagger %s is not supported", v.text)
		return false
	}
	version := document.get("openapi")
	if version == nil {
		l.fail("not-openapi", document.at, "this is no OpenAPI document: the field openapi, which holds the version, is missing")
		return false
	}
	if v := version.text; v != "3.0" && v != "3.1" && !strings.HasPrefix(v, "3.0.") && !strings.HasPrefix(v, "3.1.") {
		l.add(finding.Error, "unsupported-version", version.at, "if it uses nothing newer, it may call itself 3.1.0", "OpenAPI %s is not supported; 3.0 and 3.1 are", v)
		return false
	}
	return true
}

// textOf gives a member's text, also where it was written without quotes and so became a number.
func (n *node) textOf(name string) string {
	if m := n.get(name); m != nil && m.kind != list && m.kind != object && m.kind != null {
		return m.text
	}
	return ""
}

// basePath is the path of the first server, its variables at their defaults, without a slash at its end.
func (l *loader) basePath(document *node) string {
	servers := document.get("servers")
	if servers == nil || len(servers.items) == 0 {
		return ""
	}
	server := servers.items[0]
	address := server.str("url")
	variables := server.get("variables")
	for i, k := range memberKeys(variables) {
		address = strings.ReplaceAll(address, "{"+k.name+"}", variables.items[i].textOf("default"))
	}
	if strings.ContainsAny(address, "{}") {
		l.fail("bad-server", server.get("url").at, "the server's URL uses a variable that is not declared")
		return ""
	}
	_, rest, absolute := strings.Cut(address, "://")
	if !absolute {
		rest, absolute = strings.CutPrefix(address, "//") // the scheme is the caller's (RFC 3986, section 4.2)
	}
	if absolute {
		address = "/"
		if slash := strings.IndexByte(rest, '/'); slash >= 0 {
			address = rest[slash:]
		}
	}
	address, _, _ = strings.Cut(address, "?")
	clean := strings.TrimRight(path.Clean("/"+address), "/")
	for _, other := range servers.items[1:] {
		if p := strings.TrimRight(other.str("url"), "/"); clean != "" && !strings.HasSuffix(p, clean) {
			l.warn("further-server", other.at, "the operations are served below %s, the path of the first server; this one is ignored", clean)
		}
	}
	return clean
}

func memberKeys(n *node) []key {
	if n == nil || n.kind != object {
		return nil
	}
	return n.keys
}

// buildAPI builds the schemas and operations of a document whose shape is known to be right.
func (l *loader) buildAPI(a *API, document *node) {
	b := &builder{
		loader: l, api: a, root: document, names: map[*node]string{}, built: map[*node]*Schema{},
		copyOf: map[*Schema]*copied{}, found: map[string]*node{}, v30: strings.HasPrefix(document.textOf("openapi"), "3.0"),
	}
	components := document.get("components").get("schemas")
	for i, k := range memberKeys(components) {
		b.names[components.items[i]] = k.name
	}
	for i, k := range memberKeys(components) {
		a.schemas[k.name] = b.schema(components.items[i], "/components/schemas/"+escapeToken(k.name))
	}
	ob := &operationBuilder{builder: b, schemes: document.get("components").get("securitySchemes")}
	ob.operations()
	ob.webhooks()
	for _, c := range b.copies {
		b.complete(c)
	}
	ob.checkVerdicts()
	b.findLoops()
	if l.list.Errors() > 0 {
		return
	}
	ob.finish()
	b.checkExamples()
}

// checkExamples warns of examples and defaults that break their own schema.
func (b *builder) checkExamples() {
	for _, e := range b.examples {
		v := e.value.value()
		if slices.ContainsFunc(e.directions, func(d Direction) bool { return e.schema.Accepts(v, d) }) {
			continue
		}
		if bad := e.schema.Validate(v, e.directions[0]); len(bad) > 0 {
			place := ""
			if bad[0].Pointer != "" {
				place = bad[0].Pointer + " "
			}
			b.warn("invalid-"+e.what, e.value.at, "the %s breaks its own schema: %s%s", e.what, place, bad[0].Message)
		}
	}
}
