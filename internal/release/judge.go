package release

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/oasdiff/checker"
	"github.com/oasdiff/oasdiff/checker/rules"
	"github.com/oasdiff/oasdiff/diff"
	"github.com/oasdiff/oasdiff/load"

	"github.com/sandbank/sandbank/internal/contract"
)

// comparer is one comparison under way.
type comparer struct {
	old, new *Document
	// operations are those of both documents, by method and path; keys keeps their order.
	operations map[string]*pair
	keys       []string
	changes    []Change
}

// pair is an operation of the old document and the same one of the new; one of them may be nil.
type pair struct{ before, after *contract.Operation }

var variable = regexp.MustCompile(`\{[^/}]*\}`)

// operationKey tells operations apart as those do who call them: the names of a path's variables are not sent.
func operationKey(method, path string) string {
	return strings.ToUpper(method) + " " + variable.ReplaceAllString(path, "{}")
}

func newComparer(old, new *Document) *comparer {
	c := &comparer{old: old, new: new, operations: map[string]*pair{}}
	at := func(o *contract.Operation) *pair {
		key := operationKey(o.Method, o.Path)
		if c.operations[key] == nil {
			c.operations[key] = &pair{}
			c.keys = append(c.keys, key)
		}
		return c.operations[key]
	}
	for _, o := range new.API.Operations {
		at(o).after = o
	}
	for _, o := range old.API.Operations {
		at(o).before = o
	}
	return c
}

// The names of the two documents among what oasdiff reports; they appear in no message.
const oldName, newName = "old", "new"

// judge has oasdiff find and rank the changes.
func (c *comparer) judge() error {
	a, b := aligned(c.old.value, c.new.value)
	oldLines, newLines := number(a), number(b)
	oldSpec, err := specification(oldLines, oldName)
	if err != nil {
		return fmt.Errorf("read %s for the comparison: %w", c.old.File, err)
	}
	newSpec, err := specification(newLines, newName)
	if err != nil {
		return fmt.Errorf("read %s for the comparison: %w", c.new.File, err)
	}
	differences, sources, err := diff.GetWithOperationsSourcesMap(diff.NewConfig(), oldSpec, newSpec)
	if err != nil {
		return fmt.Errorf("compare %s with %s: %w", c.new.File, c.old.File, err)
	}
	found := checker.CheckBackwardCompatibilityUntilLevel(checker.NewConfig(checker.GetAllChecks()), differences, sources, checker.INFO)
	about := map[string]rules.Rule{}
	for _, r := range checker.GetAllRules().Metadata() {
		about[r.Id] = r
	}
	for _, f := range found {
		rule := about[f.GetId()]
		if rule.Area == rules.AreaInfo || f.GetId() == "api-schema-removed" {
			continue // versions are judged here, and schemas count where they are used
		}
		c.changes = append(c.changes, c.changeOf(f, rule, oldLines, newLines))
	}
	return nil
}

// specification reads a document for oasdiff, with the lines of its parts. Parameters of a path become those of its
// operations; names of headers are written small, for they are equal however they are written.
func specification(n *numbered, name string) (*load.SpecInfo, error) {
	loader := openapi3.NewLoader()
	loader.IncludeOrigin = true
	return load.NewSpecInfoFromData(loader, []byte(n.text.String()), name, load.WithFlattenParams(), load.WithLowercaseHeaders())
}

func (c *comparer) changeOf(f checker.Change, rule rules.Rule, oldLines, newLines *numbered) Change {
	ch := Change{ID: f.GetId(), Level: levelOf(f.GetLevel()), direction: rule.Direction, area: rule.Area, Hint: hintFrom(f.GetComment(checker.NewDefaultLocalizer()))}
	ch.wording, ch.roles = wordingOf(ch.ID, f.GetArgs())
	if status := ch.wording.value(ch.roles.status); status != "" {
		ch.Statuses = []string{status}
	}
	if args := f.GetArgs(); ch.roles.property >= 0 && ch.roles.property < len(args) {
		ch.property, _ = args[ch.roles.property].(string)
	}
	if path := f.GetPath(); path != "" {
		c.at(&ch, f.GetOperation(), path)
	}
	ch.from, ch.to = pointerAt(f.GetBaseSource(), oldLines), pointerAt(f.GetRevisionSource(), newLines)
	if ch.from == "" && ch.to == "" {
		c.resolve(&ch)
	}
	c.ownPlace(&ch)
	if names := tokens(ch.from + ch.to); len(ch.Statuses) == 0 && len(names) > 4 && names[0] == "paths" && names[3] == "responses" {
		ch.Statuses = []string{names[4]}
	}
	if len(f.GetDisclaimers()) == 0 {
		c.raise(&ch)
	}
	return ch
}

// at tells a change which operation it is at.
func (c *comparer) at(ch *Change, method, path string) {
	if p := c.operations[operationKey(method, path)]; p != nil {
		ch.before, ch.after = p.before, p.after
		o := p.after
		if o == nil {
			o = p.before
		}
		ch.Operation, ch.Method, ch.Path = o.ID, o.Method, o.Path
		return
	}
	ch.Method, ch.Path = method, path // a webhook
}

func levelOf(l checker.Level) Level {
	switch {
	case l >= checker.ERR:
		return Breaking
	case l == checker.WARN:
		return Warning
	}
	return Info
}

var (
	statusChange   = regexp.MustCompile(`^response-(non-)?success-status-(added|removed)$`)
	propertyChange = regexp.MustCompile(`-property-(added|removed)(-|$)|^new-[a-z]+-request-property`)
)

// ownPlace mends the places of responses and properties that come or go: oasdiff gives those of the components that
// they refer to.
func (c *comparer) ownPlace(ch *Change) {
	at := func(*contract.Operation) string { return "" }
	switch {
	case statusChange.MatchString(ch.ID):
		at = func(o *contract.Operation) string {
			return below(below("/paths", o.Path)+"/"+strings.ToLower(o.Method)+"/responses", ch.Statuses[0])
		}
	case propertyChange.MatchString(ch.ID):
		steps := step.FindAllString(ch.property, -1)
		last := max(0, len(steps)-1)
		at = func(o *contract.Operation) string {
			if s := named(ch, o, strings.Join(steps[:last], "/")); s != nil && len(steps) > 0 {
				return below(s.Pointer+"/properties", steps[last])
			}
			return ""
		}
	}
	if ch.from != "" && ch.before != nil {
		ch.from = cmp.Or(at(ch.before), ch.from)
	}
	if ch.to != "" && ch.after != nil {
		ch.to = cmp.Or(at(ch.after), ch.to)
	}
}

// inParameter is where oasdiff points for a parameter as a whole.
var inParameter = regexp.MustCompile(`(/parameters/[0-9]+)/in$`)

// pointerAt gives what stands where oasdiff points, "" when it points nowhere.
func pointerAt(s *checker.Source, n *numbered) string {
	if s == nil || s.Line < 1 || s.Line >= len(n.pointers) {
		return ""
	}
	return inParameter.ReplaceAllString(n.pointers[s.Line], "$1")
}

// raised are rules that weigh more here than in oasdiff, each with its reason.
var raised = map[string]struct {
	level Level
	why   string
}{
	"api-removed-with-deprecation":                          {Breaking, "a caller fails, whether it was told before or not"},
	"api-path-removed-with-deprecation":                     {Breaking, "a caller fails, whether it was told before or not"},
	"api-operation-id-removed":                              {Warning, "generated clients and scenarios go by this name"},
	"request-body-discriminator-mapping-deleted":            {Breaking, "a request that carries the value is refused"},
	"request-body-discriminator-mapping-changed":            {Breaking, "a request that carries the value is held against another schema"},
	"request-body-discriminator-property-name-changed":      {Breaking, "a request without the new property is refused"},
	"request-body-discriminator-added":                      {Warning, "a request must carry the property, with one of the values that are mapped"},
	"request-property-discriminator-mapping-deleted":        {Breaking, "a request that carries the value is refused"},
	"request-property-discriminator-mapping-changed":        {Breaking, "a request that carries the value is held against another schema"},
	"request-property-discriminator-added":                  {Warning, "a request must carry the property, with one of the values that are mapped"},
	"request-property-discriminator-property-name-changed":  {Breaking, "a request without the new property is refused"},
	"response-body-discriminator-mapping-added":             {Breaking, "a client that chooses by the property does not know the value"},
	"response-body-discriminator-mapping-changed":           {Breaking, "a client that chooses by the property reads another schema"},
	"response-body-discriminator-property-name-changed":     {Breaking, "a client chooses by the old property"},
	"response-body-discriminator-removed":                   {Warning, "a client may choose by the property"},
	"response-property-discriminator-mapping-added":         {Breaking, "a client that chooses by the property does not know the value"},
	"response-property-discriminator-mapping-changed":       {Breaking, "a client that chooses by the property reads another schema"},
	"response-property-discriminator-property-name-changed": {Breaking, "a client chooses by the old property"},
	"response-property-discriminator-removed":               {Warning, "a client may choose by the property"},
}

// raise ranks a change higher where this project is stricter than oasdiff: unknown query parameters are refused, and so
// are members that a closed object does not declare.
func (c *comparer) raise(ch *Change) {
	if r, ok := raised[ch.ID]; ok && r.level > ch.Level {
		ch.Level, ch.Hint = r.level, r.why
	}
	switch ch.ID {
	case "request-parameter-removed", "request-parameter-removed-with-deprecation":
		if ch.wording.value(ch.roles.location) == "query" {
			ch.Level, ch.Hint = Breaking, "a query parameter that is not declared is refused"
		}
	case "request-property-removed", "request-property-removed-with-deprecation", "request-property-removed-before-sunset":
		if c.closed(ch.from) {
			ch.Level, ch.Hint = Breaking, "the object is closed: a member that is not declared is refused"
		}
	}
}

// closed tells whether the object that a property of the old document belongs to takes no other members in the new one.
func (c *comparer) closed(property string) bool {
	object, _ := c.new.at(holder(property)).(map[string]any)
	return object != nil && (object["additionalProperties"] == false || object["unevaluatedProperties"] == false)
}

// merge makes one change of those at an operation that differ in their status only.
func merge(changes []Change) []Change {
	seen := map[string]int{}
	var out []Change
	for _, ch := range changes {
		key := ch.name() + "\x00" + ch.said(ch.roles.status)
		if i, known := seen[key]; known {
			first := &out[i]
			for _, s := range ch.Statuses {
				first.Statuses = with(first.Statuses, s)
			}
			for _, i := range ch.Interactions {
				first.note(i)
			}
			first.wording = first.wording.withStatuses(first.roles.status, first.Statuses)
			continue
		}
		seen[key] = len(out)
		out = append(out, ch)
	}
	return out
}
