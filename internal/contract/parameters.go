package contract

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// styles lists the styles that a parameter may have where it is sent (OpenAPI, Parameter Object, "style").
var styles = map[string][]string{
	"path":   {"simple", "label", "matrix"},
	"query":  {"form", "spaceDelimited", "pipeDelimited", "deepObject"},
	"header": {"simple"},
	"cookie": {"form"},
}

func defaultStyle(in string) string { return styles[in][0] }

// parameters gathers those of the operation and those of its path that it does not override.
func (b *operationBuilder) parameters(o *Operation, item, n *node, pointer string) {
	own := b.declared(n.get("parameters"), pointer+"/parameters")
	shared := b.declared(item.get("parameters"), pointer[:strings.LastIndexByte(pointer, '/')]+"/parameters")
	for _, p := range shared {
		if !slices.ContainsFunc(own, func(q *Parameter) bool { return q.In == p.In && q.Name == p.Name }) {
			o.Parameters = append(o.Parameters, p)
		}
	}
	o.Parameters = append(o.Parameters, own...)
	slices.SortStableFunc(o.Parameters, func(p, q *Parameter) int { return inRank(p.In) - inRank(q.In) })
	b.checkTemplate(o, n)
}

func inRank(in string) int { return slices.Index([]string{"path", "query", "header", "cookie"}, in) }

func (b *operationBuilder) declared(n *node, pointer string) []*Parameter {
	if n == nil {
		return nil
	}
	var out []*Parameter
	for i, item := range n.items {
		item, at := b.deref("parameter", item, pointer+"/"+strconv.Itoa(i))
		if item == nil {
			continue
		}
		p := b.parameter(item, at)
		if p == nil {
			continue
		}
		if slices.ContainsFunc(out, func(q *Parameter) bool { return q.In == p.In && q.Name == p.Name }) {
			b.fail("duplicate-parameter", item.at, "the %s parameter %q is declared twice", p.In, p.Name)
			continue
		}
		out = append(out, p)
	}
	return out
}

func (b *operationBuilder) parameter(n *node, pointer string) *Parameter {
	p := &Parameter{
		Name: n.textOf("name"), In: n.textOf("in"), Description: n.textOf("description"), Required: n.flag("required"),
		Deprecated: n.flag("deprecated"), Sensitive: n.flag("x-sensitive"), AllowEmpty: n.flag("allowEmptyValue"), Style: n.textOf("style"),
	}
	if styles[p.In] == nil {
		b.fail("bad-parameter", n.get("in").at, "a parameter is in path, query, header or cookie, not in %q", p.In)
		return nil
	}
	if p.In == "header" {
		p.Name = strings.ToLower(p.Name)
		p.canonical = http.CanonicalHeaderKey(p.Name)
		if p.Name == "accept" || p.Name == "content-type" || p.Name == "authorization" {
			b.warn("ignored-parameter", n.at, "OpenAPI leaves the header %s to content negotiation and security schemes; this parameter is ignored", p.Name)
			return nil
		}
	}
	if p.In == "path" && !p.Required {
		b.warn("bad-parameter", n.at, "the path parameter %q is always required; say required: true", p.Name)
		p.Required = true
	}
	if p.Style == "" {
		p.Style = defaultStyle(p.In)
	} else if !slices.Contains(styles[p.In], p.Style) {
		b.add(finding.Error, "bad-parameter", n.get("style").at, "possible here: "+strings.Join(styles[p.In], ", "), "a %s parameter cannot have the style %q", p.In, p.Style)
		return nil
	}
	p.Explode = p.Style == "form" || p.Style == "deepObject"
	if e := n.get("explode"); e != nil {
		p.Explode = e.text == "true"
	}
	if content := n.get("content"); content != nil && len(content.keys) > 0 {
		if len(content.keys) > 1 {
			b.fail("bad-parameter", content.at, "the content of a parameter has exactly one media type")
		}
		p.Content = mediaTypeName(content.keys[0].name)
		if schema := content.items[0].get("schema"); schema != nil {
			p.Schema = b.schema(schema, pointer+"/content/"+escapeToken(content.keys[0].name)+"/schema")
		}
		n = content.items[0]
	} else if schema := n.get("schema"); schema != nil {
		p.Schema = b.schema(schema, pointer+"/schema")
	} else {
		b.warn("bad-parameter", n.at, "the %s parameter %q has neither a schema nor a content; any text is taken", p.In, p.Name)
	}
	if p.Schema == nil {
		p.Schema = b.newSchema(&node{kind: object, at: n.at}, pointer)
	}
	p.Examples = b.mediaExamples(n, p.Schema, Inbound, true)
	return p
}

// checkTemplate holds the path's variables against the path parameters.
func (b *operationBuilder) checkTemplate(o *Operation, n *node) {
	names := templateNames(o.Path)
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			b.fail("bad-path", n.at, "the path names {%s} twice", name)
		} else if o.Parameter("path", name) == nil {
			var declared []string
			for _, p := range o.Parameters {
				if p.In == "path" {
					declared = append(declared, p.Name)
				}
			}
			b.add(finding.Error, "missing-path-parameter", n.at, finding.DidYouMean(name, declared), "the path names {%s}, and no path parameter of that name is declared", name)
		}
	}
	for _, p := range o.Parameters {
		if p.In == "path" && !slices.Contains(names, p.Name) {
			b.fail("unknown-path-parameter", n.at, "the path parameter %q does not stand in the path %s", p.Name, o.Path)
		}
	}
}

// encoding tells how one member of a form or multipart body is sent.
type encoding struct {
	contentType []string
	style       string
	explode     bool
}

func (b *operationBuilder) encodings(n *node) map[string]*encoding {
	if n == nil {
		return nil
	}
	out := map[string]*encoding{}
	for i, k := range memberKeys(n) {
		item := n.items[i]
		e := &encoding{style: item.textOf("style"), explode: true}
		for name := range strings.SplitSeq(item.textOf("contentType"), ",") {
			if name = mediaTypeName(name); name != "" {
				e.contentType = append(e.contentType, name)
			}
		}
		if e.style == "" {
			e.style = "form"
		} else if !slices.Contains(styles["query"], e.style) {
			b.fail("bad-encoding", item.get("style").at, "a member cannot have the style %q; possible are %s", e.style, strings.Join(styles["query"], ", "))
		} else {
			e.explode = e.style == "form" || e.style == "deepObject"
		}
		if v := item.get("explode"); v != nil {
			e.explode = v.text == "true"
		}
		out[k.name] = e
	}
	return out
}

// finish computes what can only be known when every schema is complete, and builds the matcher of paths.
func (b *operationBuilder) finish() {
	b.api.paths = &pathTree{}
	for _, o := range b.api.Operations {
		for _, p := range o.Parameters {
			p.written = serialised{p.Name, p.Schema, shapeOf(p.Schema), p.Style, p.Explode, p.AllowEmpty}
			p.Sensitive = p.Sensitive || p.Schema.Sensitive
		}
		o.lookup = indexParameters(o)
		for _, r := range o.Responses {
			if r.Status[0] == '2' {
				for _, m := range r.Content {
					o.success = append(o.success, m.Type)
				}
			}
		}
	}
	for _, p := range b.paths {
		b.addPath(p)
	}
}

func (b *operationBuilder) addPath(p builtPath) {
	t, problem := parseTemplate(p.template)
	if problem != "" {
		return // reported before
	}
	leaf := b.api.paths.leaf(t)
	if leaf.template != nil {
		first := b.paths[slices.IndexFunc(b.paths, func(q builtPath) bool { return q.template == leaf.template.text })]
		b.list = append(b.list, finding.Finding{Code: "ambiguous-path", Place: p.at.place(),
			Message: "the path " + p.template + " matches exactly what " + first.template + " matches",
			Related: []finding.Related{{Place: first.at.place(), Message: first.template}}})
		return
	}
	leaf.template, leaf.operations = t, map[string]*Operation{}
	for _, o := range b.api.Operations {
		if o.Path == p.template {
			leaf.operations[o.Method] = o
		}
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
