package doclint

import "github.com/sandbank/sandbank/internal/contract"

// unusedComponent is about components that nothing which is served leads to. Components of other files are not looked
// at: other documents may use them.
func unusedComponent(l *linter, document *contract.Object) {
	u := usage{document: l.document, used: map[*contract.Object]bool{}, chosen: map[*contract.Object]bool{}}
	for _, child := range document.Children {
		if child.Kind != "components" {
			u.use(child)
		}
	}
	for u.grown {
		u.grown = false
		u.useHeirs()
	}
	for _, o := range l.document.Objects {
		if o.Component() && !u.used[o] && o.Place().File == l.document.File {
			l.report(o, at{place: o.Place()}, "nothing uses %s", subject(o))
		}
	}
}

// usage follows what is used from the paths on.
type usage struct {
	document *contract.Document
	used     map[*contract.Object]bool
	chosen   map[*contract.Object]bool // schemas that extend one with a discriminator
	grown    bool
}

func (u *usage) use(o *contract.Object) {
	if o == nil || u.used[o] {
		return
	}
	u.used[o], u.grown = true, true
	if o.IsReference() {
		u.use(u.document.Resolve(o.Text("$ref")))
	}
	switch o.Kind {
	case "operation":
		for _, point := range o.Names("x-decision-points") {
			u.use(u.document.Resolve(o.Text("x-decision-points", point, "item", "$ref")))
			u.use(u.document.Resolve(o.Text("x-decision-points", point, "verdict", "$ref")))
		}
	case "requirement":
		for _, scheme := range o.Names() {
			u.use(u.document.Resolve("#/components/securitySchemes/" + scheme))
		}
	case "discriminator":
		for _, value := range o.Names("mapping") {
			u.use(u.document.Resolve(o.Text("mapping", value)))
		}
	}
	for _, child := range o.Children {
		u.use(child)
	}
}

// useHeirs uses the schemas that extend a used one which has a discriminator, at any remove: they are chosen by their
// names (OpenAPI, Discriminator Object).
func (u *usage) useHeirs() {
	for _, o := range u.document.Objects {
		if o.Kind != "schema" || !o.Component() || u.chosen[o] {
			continue
		}
		for _, base := range part(o, "allOf") {
			if target := base.Target(); u.chosen[target] || u.used[target] && target.Has("discriminator") {
				u.chosen[o], u.grown = true, true
				u.use(o)
			}
		}
	}
}
