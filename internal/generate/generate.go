// Package generate writes Go code from a loaded document: the types of its schemas, a client, or the gin server of an API
// of one's own. It also writes the modules around the code, which build as they are.
//
// The work is done by oapi-codegen with this project's templates (gen/templates). A document passes through these steps:
//
//	read     (document.go)  the self-contained document as oapi-codegen wants it, an overlay laid over it
//	adapt    (adapt.go)     what oapi-codegen knows no Go for is said in a way that it knows
//	measure  (measure.go)   schemas that would be written out without end, or into megabytes, are refused
//	write    (code.go)      oapi-codegen, one document at a time since its state is global; variables that would hide
//	                        others are renamed first (parameters.go)
//	check    (check.go)     the code is type-checked, and imports only what it uses
//
// What goes wrong is a finding at the operation or schema that it is about (blame.go). The same document gives the same
// bytes. Nothing is read from the machine, so that a server can generate too.
package generate

import (
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// File is a file that was generated.
type File struct {
	// Name is the path below the folder that the files go to, with slashes.
	Name string
	Data []byte
	// Own tells that the file is only a beginning: it is to be edited, and never written over.
	Own bool
}

// Options say what the code is called. Zero values stand for names made from the API's.
type Options struct {
	// Package is the name of the Go package.
	Package string
	// Module is the path of a Go module; "" gives the package alone.
	Module string
	// Folder is the name of the folder that a module is written to, for its README; "" is that of the package.
	Folder string
	// Overlay is an OpenAPI Overlay in YAML that is laid over the document, nil for none.
	Overlay []byte
}

// part is a kind of code.
type part int

const (
	typesPart part = iota
	clientPart
	serverPart
)

// Types gives the types of a document's schemas, parameters and bodies. The files are nil when there are errors, and
// only then.
func Types(api *contract.API, o Options) ([]File, finding.List) {
	return inPackage(api, o, typesPart)
}

// Client gives a client with the types that it needs. The files are nil when there are errors, and only then.
func Client(api *contract.API, o Options) ([]File, finding.List) {
	return inPackage(api, o, clientPart)
}

// inPackage gives a package, with a module around it when that has a path.
func inPackage(api *contract.API, o Options, p part) ([]File, finding.List) {
	if o.Package == "" {
		o.Package = PackageName(api.Name)
	}
	c, found := write(api, o, p)
	if c == nil {
		return nil, found
	}
	files := []File{{Name: o.Package + ".gen.go", Data: c.text}}
	if o.Module == "" {
		return files, found
	}
	rest, trouble := moduleAround(api, o, p, c)
	if rest == nil {
		return nil, append(found, trouble...)
	}
	return append(files, rest...), found
}
