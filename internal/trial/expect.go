package trial

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
)

// expectation is what a step's answer, and the sandbox after it, must be like. Parts that are not set are not looked at.
type expectation struct {
	place     finding.Place
	statuses  []string // such as 200 or 4XX, at least one of which must be; nil when anything may be
	statusAt  finding.Place
	responses []string // the entries of the contract that the answer can be of
	refused   bool     // the request may break the contract, because that is what is being tried

	header, state, tables []namedWant
	body                  *want
	exact                 bool
	absent                []absentWant
	rule, scenario        *nameWant
	problem               *nameWant
	fault                 *nameWant
	delay                 *delayWant
	callbacks             *want
	hits                  []hitsWant
	offContract           *flagWant
	contract              *flagWant
}

type nameWant struct {
	name  string
	place finding.Place
}

type namedWant struct {
	name  string
	place finding.Place
	want  *want
}

type absentWant struct {
	path  []string
	text  string
	place finding.Place
}

type delayWant struct {
	low, high time.Duration
	place     finding.Place
}

// hitsWant is how often a rule has matched; "" is the one that answered.
type hitsWant struct {
	rule  string
	count int
	place finding.Place
}

type flagWant struct {
	value bool
	place finding.Place
}

// expectReader reads one expectation.
type expectReader struct {
	*stepReader
	o   *contract.Operation // nil for a step that calls nothing
	out *expectation

	body, exact, absent, header *yaml.Node
}

// expectation reads expect:. A call without one, or with one that says nothing of how it ends, must succeed.
func (r *stepReader) expectation(n *yaml.Node, o *contract.Operation) *expectation {
	e := &expectReader{stepReader: r, o: o, out: &expectation{place: r.out.place}}
	if n != nil {
		e.out.place = r.Place(n)
		e.read(n)
	}
	if o != nil {
		e.outcome()
		e.shapes()
	}
	return e.out
}

func (e *expectReader) read(n *yaml.Node) {
	keep := func(to **yaml.Node) func(_, v *yaml.Node) { return func(_, v *yaml.Node) { *to = v } }
	members := []engine.Member{
		{Name: "state", Read: func(_, v *yaml.Node) {
			e.out.state = e.named(v, "state", e.program.StateNames(e.suite.api.Name))
		}},
		{Name: "tables", Read: func(_, v *yaml.Node) {
			e.out.tables = e.named(v, "table", e.program.TableNames(e.suite.api.Name))
		}},
		{Name: "callbacks", Read: func(_, v *yaml.Node) { e.out.callbacks = e.readCallbacks(v) }},
		{Name: "hits", Read: func(_, v *yaml.Node) { e.readHits(v) }},
	}
	if e.o != nil {
		members = append(members, []engine.Member{
			{Name: "status", Read: func(_, v *yaml.Node) { e.readStatus(v) }},
			{Name: "header", Read: keep(&e.header)}, {Name: "body", Read: keep(&e.body)},
			{Name: "exact", Read: keep(&e.exact)}, {Name: "absent", Read: keep(&e.absent)},
			{Name: "rule", Read: func(_, v *yaml.Node) { e.out.rule = e.readRule(v) }},
			{Name: "scenario", Read: func(_, v *yaml.Node) { e.out.scenario = e.readScenario(v) }},
			{Name: "problem", Read: func(_, v *yaml.Node) { e.out.problem = e.readProblem(v) }},
			{Name: "fault", Read: func(_, v *yaml.Node) {
				e.out.fault = e.oneOf(v, "fault", []string{"none", string(engine.Reset), string(engine.Empty), string(engine.Truncate), string(engine.Garbage), string(engine.Dribble)})
			}},
			{Name: "delay", Read: func(_, v *yaml.Node) { e.out.delay = e.readDelay(v) }},
			{Name: "offContract", Read: func(_, v *yaml.Node) { e.out.offContract = &flagWant{e.Flag(v, "offContract"), e.Place(v)} }},
			{Name: "contract", Read: func(_, v *yaml.Node) { e.out.contract = &flagWant{e.Flag(v, "contract"), e.Place(v)} }},
		}...)
	}
	e.Fields(n, "an expectation", members)
}

// outcome settles with which statuses the call may end, and which entries of the contract those are.
func (e *expectReader) outcome() {
	out := e.out
	if out.statuses == nil && out.problem == nil && out.rule == nil && out.scenario == nil && (out.fault == nil || out.fault.name == "none") && out.contract == nil {
		out.statuses, out.statusAt = []string{"2XX"}, out.place
		if out.place == e.stepReader.out.place && e.call != nil {
			out.statusAt = e.Place(e.call)
		}
	}
	may := out.statuses
	if out.problem != nil {
		if d, ok := e.program.ProblemOf(e.suite.api.Name, out.problem.name); ok && may == nil {
			may = []string{strconv.Itoa(d.Status)}
		}
	}
	for _, r := range e.o.Responses {
		if may == nil || slices.ContainsFunc(may, func(status string) bool { return overlaps(r.Status, status) }) {
			out.responses = append(out.responses, r.Status)
		}
	}
	for _, status := range may {
		out.refused = out.refused || status[0] == '4'
	}
	if len(out.responses) == 0 && out.offContract == nil && may != nil {
		at := out.statusAt
		if out.problem != nil && out.statuses == nil {
			at = out.problem.place
		}
		e.reader.Report(finding.Finding{Code: "unknown-status", Place: at, Hint: "declared: " + strings.Join(e.o.StatusCodes(), ", "),
			Message: "operation " + e.o.ID + " never answers with " + strings.Join(may, " or ")})
	}
}

// overlaps tells whether some status is meant by both: an entry of the contract ("404", "4XX", "default"), and what is
// expected ("404", "4XX").
func overlaps(entry, status string) bool {
	switch {
	case entry == "default" || entry == status:
		return true
	case entry[1:] == "XX" || status[1:] == "XX":
		return entry[0] == status[0]
	}
	return false
}

// shapes reads what is said of headers and the body, held against the contract's entries.
func (e *expectReader) shapes() {
	var headers []string
	var schemas []*contract.Schema
	for _, r := range e.o.Responses {
		if !slices.Contains(e.out.responses, r.Status) {
			continue
		}
		for _, h := range r.Headers {
			headers = append(headers, strings.ToLower(h.Name))
		}
		for _, m := range r.Content {
			if m.Schema != nil {
				schemas = append(schemas, m.Schema)
			}
		}
	}
	if e.out.offContract != nil && e.out.offContract.value {
		schemas = nil
	}
	e.readHeaders(headers)
	if e.body != nil {
		e.out.body = e.want(e.body, "body", schemas)
	}
	if e.exact != nil {
		if e.out.exact = e.Flag(e.exact, "exact"); e.out.exact && e.body == nil {
			e.Error("bad-expectation", e.exact, "write body: …, or remove exact", "exact says how the body is compared, and there is none")
		}
	}
	if e.absent != nil {
		e.readAbsent(schemas)
	}
}

// commonHeaders are headers of answers that no document declares one by one.
var commonHeaders = []string{
	"content-type", "content-length", "location", "retry-after", "etag", "allow", "www-authenticate", "accept", "cache-control",
	"x-request-id", "x-sandbox-scenario", "x-sandbox-rule", "preference-applied", "ratelimit", "ratelimit-policy", "x-content-type-options",
}

func (e *expectReader) readHeaders(declared []string) {
	n := e.header
	if n == nil {
		return
	}
	if n.Kind != yaml.MappingNode {
		e.Error("not-a-mapping", n, "", "header must be a mapping of header names to values")
		return
	}
	known := append(slices.Clone(declared), commonHeaders...)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := strings.ToLower(n.Content[i].Value)
		if near := finding.Suggest(name, known); near != "" && !slices.Contains(known, name) {
			e.Error("unknown-header", n.Content[i], `did you mean "`+near+`"?`, "operation %s declares no header %q", e.o.ID, n.Content[i].Value)
		}
		e.out.header = append(e.out.header, namedWant{name, e.Place(n.Content[i]), e.want(n.Content[i+1], "header "+name, nil)})
	}
}

// readStatus reads status: 404, 4XX or a list of them.
func (e *expectReader) readStatus(n *yaml.Node) {
	e.out.statusAt = e.Place(n)
	list := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		list = n.Content
	}
	for _, item := range list {
		text := strings.ToUpper(item.Value)
		ok := item.Kind == yaml.ScalarNode && len(text) == 3 && text[0] >= '1' && text[0] <= '5'
		if _, err := strconv.Atoi(text); err != nil && ok {
			ok = text[1:] == "XX"
		}
		if !ok {
			e.Error("bad-status", item, "write 404, 4XX or [200, 503]", "%q is no status", item.Value)
			continue
		}
		e.out.statuses = append(e.out.statuses, text)
	}
}

// readAbsent reads absent: [name, outer.inner], members that the body must not have.
func (e *expectReader) readAbsent(schemas []*contract.Schema) {
	if e.absent.Kind != yaml.SequenceNode {
		e.Error("not-a-list", e.absent, "write absent: [reason]", "absent is a list of members")
		return
	}
	for _, n := range e.absent.Content {
		text, ok := e.Text(n, "a member")
		if !ok || text == "" {
			continue
		}
		a := absentWant{path: strings.Split(text, "."), text: text, place: e.Place(n)}
		at := schemas
		for _, name := range a.path {
			if _, err := strconv.Atoi(name); err == nil {
				at = engine.ItemSchemas(at)
				continue
			}
			names, open := engine.Members(at)
			if len(at) > 0 && !open && !slices.Contains(names, name) {
				e.Error("unknown-member", n, hint(name, names), "an answer of operation %s never has %q", e.o.ID, text)
				break
			}
			at = engine.MemberSchemas(at, name)
		}
		e.out.absent = append(e.out.absent, a)
	}
}

// named reads a mapping of known names to what they must be.
func (e *expectReader) named(n *yaml.Node, what string, names []string) []namedWant {
	if !e.known(n, "API "+e.suite.api.Name, what, names) {
		return nil
	}
	var out []namedWant
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i].Value, n.Content[i+1]
		if values := e.program.StateValues(e.suite.api.Name, name); what == "state" && value.Kind == yaml.ScalarNode && !strings.Contains(value.Value, "${") && !slices.Contains(values, value.Value) {
			e.Error("unknown-value", value, hint(value.Value, values), "state %s is never %q", name, value.Value)
		}
		out = append(out, namedWant{name, e.Place(n.Content[i]), e.want(value, what+" "+name, nil)})
	}
	return out
}
