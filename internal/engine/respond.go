package engine

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// respondDecl is a respond: as written.
type respondDecl struct {
	status, mediaType, header              *yaml.Node
	body, file, example, problem, generate *yaml.Node
	detail, errors                         *yaml.Node
	node                                   *yaml.Node
}

// responder compiles the respond: of one rule.
type responder struct {
	l        *loader
	r        *ruleDecl
	s        *source
	scope    *expression.Scope
	finds    []find
	decl     respondDecl
	out      *answer
	declared *contract.Response
	media    *contract.MediaType
	what     string // "a body" or "an outcome"
}

func (l *loader) compileRespond(r *ruleDecl, scope *expression.Scope, finds []find) *answer {
	p := &responder{l: l, r: r, s: r.src(), scope: scope, finds: finds, out: &answer{}, what: "a body"}
	if r.respond == nil || !p.read() {
		return nil
	}
	if p.decl.problem != nil {
		return p.problemAnswer()
	}
	if p.r.off {
		return p.offContract()
	}
	if !p.chooseStatus() || !p.chooseMedia() {
		return nil
	}
	p.headers()
	switch {
	case p.decl.body != nil:
		p.body()
	case p.decl.file != nil:
		p.file()
	case p.decl.example != nil:
		p.example()
	case p.decl.generate != nil:
		p.generate()
	case p.media != nil:
		p.l.error("missing-body", p.s.place(p.decl.node), "give body:, file:, example:, problem: or generate: true",
			"status %d of %s has a body", p.out.status, r.operation.ID)
	}
	return p.out
}

// read takes respond: apart and refuses two bodies.
func (p *responder) read() bool {
	d := &p.decl
	d.node = p.r.respond
	keep := func(to **yaml.Node) func(_, v *yaml.Node) { return func(_, v *yaml.Node) { *to = v } }
	ok := p.l.readFields(p.s, p.r.respond, "respond", []field{
		{name: "status", read: keep(&d.status)}, {name: "type", read: keep(&d.mediaType)}, {name: "header", read: keep(&d.header)},
		{name: "body", read: keep(&d.body)}, {name: "file", read: keep(&d.file)}, {name: "example", read: keep(&d.example)},
		{name: "problem", read: keep(&d.problem)}, {name: "generate", read: keep(&d.generate)},
		{name: "detail", read: keep(&d.detail)}, {name: "errors", read: keep(&d.errors)},
	})
	if !ok {
		return false
	}
	var given []string
	for name, n := range map[string]*yaml.Node{"body": d.body, "file": d.file, "example": d.example, "problem": d.problem, "generate": d.generate} {
		if n != nil {
			given = append(given, name)
		}
	}
	slices.Sort(given)
	if len(given) > 1 {
		p.l.error("two-bodies", p.s.place(p.r.respond), "keep one of them", "respond has %s", strings.Join(given, " and "))
		return false
	}
	if d.problem == nil && (d.detail != nil || d.errors != nil) {
		p.l.error("detail-without-problem", p.s.place(p.r.respond), "add problem: CODE", "detail and errors belong to a problem")
		return false
	}
	if p.r.operation == nil && d.problem == nil && !p.r.off {
		p.l.error("star-body", p.s.place(p.r.respond), "answer with problem: CODE", `a rule for "*" answers every operation and can only answer with a problem`)
		return false
	}
	return true
}

func (p *responder) chooseStatus() bool {
	p.out.status = p.r.operation.DefaultStatus()
	at := p.decl.node
	if p.decl.status != nil {
		v, _ := scalar(p.decl.status)
		status, isInt := v.(int)
		if !isInt || p.decl.status.Kind != yaml.ScalarNode || status < 200 || status > 599 {
			p.l.error("bad-status", p.s.place(p.decl.status), "", "a status is a number from 200 to 599")
			return false
		}
		p.out.status, at = status, p.decl.status
	}
	p.declared = p.r.operation.Response(p.out.status)
	if p.declared == nil {
		p.undeclared(at, p.out.status)
		return false
	}
	return true
}

// offContract compiles an answer that the document does not know: any status, any media type, any body.
func (p *responder) offContract() *answer {
	for name, n := range map[string]*yaml.Node{"example": p.decl.example, "generate": p.decl.generate} {
		if n != nil {
			p.l.error("off-contract", p.s.place(n), "write the body out", "%s comes from the contract, and the rule is off it", name)
			return nil
		}
	}
	p.out.status = http200
	if p.r.operation != nil {
		p.out.status = p.r.operation.DefaultStatus()
	}
	if p.decl.status != nil {
		p.out.status = p.l.count(p.s, p.decl.status, "status", 200, 599)
	}
	p.out.mediaType = "application/json"
	if p.decl.mediaType != nil {
		p.out.mediaType, _ = p.l.text(p.s, p.decl.mediaType, "type")
	}
	p.media = &contract.MediaType{Type: p.out.mediaType}
	p.headers()
	switch {
	case p.decl.body != nil:
		p.body()
	case p.decl.file != nil:
		p.file()
	default:
		p.out.mediaType = ""
	}
	return p.out
}

const http200 = 200

func (p *responder) undeclared(at *yaml.Node, status int) {
	var known []string
	for _, r := range p.r.operation.Responses {
		known = append(known, r.Status)
	}
	p.l.report(finding.Finding{Code: "unknown-status", Place: p.s.place(at), Hint: "declared: " + strings.Join(known, ", "),
		Message: fmt.Sprintf("operation %s declares no status %d", p.r.operation.ID, status),
		Related: []finding.Related{{Place: p.r.operation.Place(), Message: "the operation is declared here"}}})
}

// chooseMedia picks the media type: the one that is named, or the only one that the status has.
func (p *responder) chooseMedia() bool {
	known := mediaTypes(p.declared)
	if p.decl.mediaType != nil {
		name, ok := p.l.text(p.s, p.decl.mediaType, "type")
		if !ok {
			return false
		}
		p.media = p.declared.MediaType(name)
		if p.media == nil {
			p.l.error("unknown-media-type", p.s.place(p.decl.mediaType), orNothing(didYouMean(name, known), "declared: "+strings.Join(known, ", ")),
				"status %d of %s has no media type %q", p.out.status, p.r.operation.ID, name)
			return false
		}
		p.out.mediaType = name
		return true
	}
	switch len(p.declared.Content) {
	case 0:
		return true
	case 1:
		p.media = p.declared.Content[0]
		p.out.mediaType = p.media.Type
		return true
	}
	p.l.error("media-type-needed", p.s.place(p.decl.node), "add type: with one of "+strings.Join(known, ", "),
		"status %d of %s has several media types", p.out.status, p.r.operation.ID)
	return false
}

func orNothing(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (p *responder) headers() {
	if p.decl.header == nil {
		return
	}
	if p.decl.header.Kind != yaml.MappingNode {
		p.l.error("not-a-mapping", p.s.place(p.decl.header), "", "header must be a mapping of names to values")
		return
	}
	for i := 0; i+1 < len(p.decl.header.Content); i += 2 {
		key, value := p.decl.header.Content[i], p.decl.header.Content[i+1]
		if !headerName.MatchString(key.Value) {
			p.l.error("bad-name", p.s.place(key), "", "%q is no header name", key.Value)
			continue
		}
		if reserved := strings.ToLower(key.Value); slices.Contains(reservedHeaders, reserved) {
			p.l.error("reserved-header", p.s.place(key), "", "the server sets %s itself", key.Value)
			continue
		}
		if value.Kind != yaml.ScalarNode {
			p.l.error("not-text", p.s.place(value), "", "a header's value is text")
			continue
		}
		t := p.l.template(p.s, value, p.scope, nil)
		h := answerHeader{name: key.Value}
		if t.kind == literal {
			h.fixed = value.Value
			if strings.ContainsFunc(h.fixed, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
				p.l.error("bad-header-value", p.s.place(value), "", "a header's value holds no control characters")
			}
		} else {
			h.value = t
		}
		p.out.headers = append(p.out.headers, h)
	}
}

func (p *responder) isJSON() bool {
	return p.media != nil && (p.media.Type == "application/json" || strings.HasSuffix(p.media.Type, "+json"))
}

func (p *responder) noContent(at *yaml.Node) bool {
	if p.media == nil {
		p.l.error("no-content", p.s.place(at), "remove it, or declare the content in the document", "status %d of %s has no body", p.out.status, p.r.operation.ID)
		return true
	}
	return false
}

func (p *responder) body() {
	if p.noContent(p.decl.body) {
		return
	}
	var schemas []*contract.Schema
	if p.media.Schema != nil {
		schemas = []*contract.Schema{p.media.Schema}
	}
	before := p.l.findings.Errors()
	t := p.l.template(p.s, p.decl.body, p.scope, schemas)
	p.out.schema = p.media.Schema
	proven := prover{p.l, p.s}.template(t, p.media.Schema)
	failed := p.l.findings.Errors() > before
	if !p.isJSON() {
		p.textBody(t)
		return
	}
	if t.kind == literal {
		p.out.body = t.encoded
		return
	}
	p.out.template, p.out.proven = t, proven
	if !failed && !proven {
		p.renderRows()
	}
}

// textBody is a body of a media type that is not JSON; it is text, with or without holes.
func (p *responder) textBody(t *template) {
	switch t.kind {
	case literal:
		v, ok := t.value.(string)
		if !ok {
			p.l.error("not-text", p.s.place(p.decl.body), "", "a body of %s is text", p.media.Type)
			return
		}
		p.out.body = []byte(v)
	case text, hole:
		p.out.template, p.out.text = t, true
	default:
		p.l.error("not-text", p.s.place(p.decl.body), "", "a body of %s is text", p.media.Type)
	}
}

func (p *responder) file() {
	if p.noContent(p.decl.file) {
		return
	}
	name, ok := p.l.text(p.s, p.decl.file, "file")
	if !ok {
		return
	}
	data, full, ok := p.l.readBeside(p.r.decl, p.decl.file, BodyFile, name)
	if !ok {
		return
	}
	p.out.body = data
	if !p.isJSON() {
		return
	}
	v, err := contract.DecodeJSON(data, maxDepth)
	if err != nil {
		p.l.report(finding.Finding{Code: "json-syntax", Place: syntaxPlace(full, data, err), Message: "not valid JSON: " + err.Error(),
			Related: []finding.Related{{Place: p.s.place(p.decl.file), Message: "named here"}}})
		return
	}
	if p.media.Schema == nil {
		return
	}
	for _, found := range p.media.Schema.Validate(v, contract.Outbound) {
		where := found.Pointer
		if where == "" {
			where = "the value"
		}
		p.l.report(finding.Finding{Code: "body-breaks-schema", Place: p.l.jsonPlace(full, data, found.Pointer), Message: where + " " + found.Message,
			Related: append([]finding.Related{{Place: p.s.place(p.decl.file), Message: "named here"}}, schemaPlace(p.media.Schema)...)})
	}
}

// jsonPlace finds the line of a pointer in a JSON file; JSON is read as the YAML that it also is.
func (l *loader) jsonPlace(name string, data []byte, pointer string) finding.Place {
	var document yaml.Node
	if yaml.Unmarshal(data, &document) != nil || len(document.Content) == 0 {
		return finding.Place{File: name}
	}
	s := newSource(name, data)
	return s.place(nodeAt(document.Content[0], pointer))
}

func (p *responder) example() {
	if p.noContent(p.decl.example) {
		return
	}
	name, ok := p.l.text(p.s, p.decl.example, "example")
	if !ok {
		return
	}
	e, ok := p.media.Example(name)
	if !ok {
		var known []string
		for _, e := range p.media.Examples {
			known = append(known, e.Name)
		}
		p.l.error("unknown-example", p.s.place(p.decl.example), orNothing(didYouMean(name, known), "named in the document: "+strings.Join(known, ", ")),
			"status %d of %s has no example %q", p.out.status, p.r.operation.ID, name)
		return
	}
	if p.media.Schema != nil {
		p.l.violations("body-breaks-schema", p.s, p.decl.example, p.media.Schema.Validate(e.Value, contract.Outbound), p.media.Schema)
	}
	if text, isText := e.Value.(string); isText && !p.isJSON() {
		p.out.body = []byte(text)
		return
	}
	body, err := expression.Encode(nil, e.Value)
	if err != nil {
		p.l.error("unknown-example", p.s.place(p.decl.example), "", "the example cannot be written as JSON: %v", err)
		return
	}
	p.out.body = body
}

func (p *responder) generate() {
	if p.noContent(p.decl.generate) {
		return
	}
	if !p.l.flag(p.s, p.decl.generate, "generate") {
		p.l.error("bad-generate", p.s.place(p.decl.generate), "write generate: true, or remove it", "generate is true")
		return
	}
	if p.media.Schema == nil || !p.isJSON() {
		p.l.error("bad-generate", p.s.place(p.decl.generate), "write the body out", "the contract has no schema to make a value from")
		return
	}
	if _, err := p.media.Schema.Generate(generated(1), contract.Outbound); err != nil {
		p.l.error("bad-generate", p.s.place(p.decl.generate), "write the body out", "no value can be made from the schema: %v", err)
		return
	}
	p.out.generate = p.media.Schema
}
