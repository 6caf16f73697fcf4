package release

import (
	"regexp"
	"slices"
	"strings"

	"github.com/oasdiff/oasdiff/checker/rules"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/pact"
)

// takenAway are changes that break nobody who counts on no more than the old document promised, and everybody who reads
// what is gone.
var takenAway = map[string]bool{
	"response-optional-property-removed": true, "response-optional-write-only-property-removed": true, "optional-response-header-removed": true,
}

// statusRemoved breaks those who expect the status, unless a class or default stands for it now.
const statusRemoved = "response-non-success-status-removed"

// consumer is an interaction with an operation of the old document that it agrees with.
type consumer struct {
	*pact.Interaction
	pair     *pair
	old, new usage
}

// breaks finds the interactions that the changes break, and notes them with the changes:
//
//   - An interaction that agreed with the old document and disagrees with the new one is broken by the changes that are
//     about what it uses, by all of its operation when none is, and by those of the whole document in the end.
//   - A response that may be something else, or lacks something, breaks the interactions that read this.
//   - Credentials that are newly needed break the interactions that have none of them.
//
// What breaks an interaction is a breaking change, whatever oasdiff thinks of it.
func (c *comparer) breaks(pacts []*pact.File) {
	if len(pacts) == 0 {
		return
	}
	was, is := verdicts(pacts, c.old), verdicts(pacts, c.new)
	var found []Change
	for n, v := range was {
		if v.disagrees != "" {
			continue
		}
		p := c.operations[operationKey(v.operation.Method, v.operation.Path)]
		if p == nil {
			continue
		}
		i := consumer{v.interaction, p, used(c.old, p.before, v.interaction), used(c.new, p.after, v.interaction)}
		for k := range c.changes {
			if ch := &c.changes[k]; c.breaksReader(ch, &i) || c.locksOut(ch, &i) {
				ch.note(v.interaction)
			}
		}
		now := is[n]
		if now.disagrees == "" {
			continue
		}
		if culprits := c.culprits(&i); len(culprits) > 0 {
			for _, k := range culprits {
				c.changes[k].note(v.interaction)
			}
			continue
		}
		found = append(found, unexplained(p, now, v.interaction))
	}
	for n := range c.changes {
		ch := &c.changes[n]
		if len(ch.Interactions) == 0 {
			continue
		}
		if ch.Level = Breaking; ch.ID == unjudged {
			ch.Hint = "" // a pact judged it
		}
	}
	c.changes = append(c.changes, merge(found)...)
}

func (c *Change) note(i *pact.Interaction) { c.Interactions = with(c.Interactions, i) }

// breaksReader tells whether a change of a response breaks who reads it as an interaction does.
func (c *comparer) breaksReader(ch *Change, i *consumer) bool {
	return ch.direction == rules.DirectionResponse && (ch.Level == Breaking || takenAway[ch.ID]) && c.touches(ch, i)
}

// locksOut tells whether a change of the credentials keeps out who calls as an interaction does.
func (c *comparer) locksOut(ch *Change, i *consumer) bool {
	return ch.area == rules.AreaSecurity && ch.Level == Breaking && i.pair.after != nil &&
		(ch.before == nil || ch.before == i.pair.before) && !credentialsEnough(i.pair.before, i.pair.after, i.Interaction)
}

// touches tells whether a change is about what an interaction uses.
func (c *comparer) touches(ch *Change, i *consumer) bool {
	if ch.before != i.pair.before || ch.before == nil {
		return false
	}
	if ch.direction == rules.DirectionResponse && !c.ofStatus(ch, i) {
		return false
	}
	if name := ch.wording.value(ch.roles.parameter); name != "" {
		return sends(i.Interaction, ch.wording.value(ch.roles.location), name) != newlyRequired.MatchString(ch.ID)
	}
	if header := ch.wording.value(ch.roles.header); header != "" {
		return headerOf(i.Response.Header, header)
	}
	if media := ch.wording.value(ch.roles.mediaType); media != "" && ch.property == "" {
		body := i.Request.Body
		if ch.direction == rules.DirectionResponse {
			body = i.Response.Body
		}
		return body.ContentType == "" || body.ContentType == media
	}
	from, to := ch.subject(c.old, ch.from), ch.subject(c.new, ch.to)
	switch {
	case from == "" && to == "":
		return true // it is about the operation, a body or a response as a whole
	case ch.direction == rules.DirectionResponse:
		return i.old.received[from] || i.new.received[to]
	case newlyRequired.MatchString(ch.ID) && ch.ID != memberRequired && holder(to) != "":
		return i.new.sent[holder(to)] && !i.new.sent[to]
	}
	return i.old.sent[from] || i.new.sent[to]
}

// newlyRequired are the rules of what a request must have, and did not have to.
var newlyRequired = regexp.MustCompile(`(became|new|added)-required`)

// memberRequired is about the schema of an object, not about that of a member: there is none.
const memberRequired = "request-member-became-required"

// subject gives the schema that a change is about, in one of the documents; "" when it is about none.
func (c *Change) subject(d *Document, pointer string) string {
	if pointer == "" {
		return ""
	}
	if names := tokens(pointer); strings.Contains(c.ID, "-object-") && names[len(names)-1] == "additionalProperties" {
		return pointerOf(names[:len(names)-1])
	}
	return d.subject(pointer, strings.Contains(c.ID, "-of-added") || strings.Contains(c.ID, "-of-removed"))
}

// ofStatus tells whether a change is of the response that an interaction expects.
func (c *comparer) ofStatus(ch *Change, i *consumer) bool {
	if len(ch.Statuses) == 0 {
		return true
	}
	for _, o := range []*contract.Operation{i.pair.before, i.pair.after} {
		if o == nil {
			continue
		}
		if r := o.Response(i.Response.Status); r != nil && slices.Contains(ch.Statuses, r.Status) {
			return true
		}
	}
	return false
}

// culprits gives the indexes of the changes to which it is due that an interaction no longer agrees: those that may
// break it and are about what it uses, else any that are about a schema that it uses, else those of its operation, else
// those of the document as a whole.
func (c *comparer) culprits(i *consumer) []int {
	for _, fits := range []func(*Change) bool{
		func(ch *Change) bool {
			return (ch.Level >= Warning || takenAway[ch.ID] || ch.ID == statusRemoved) && c.touches(ch, i)
		},
		func(ch *Change) bool {
			return ch.subject(c.old, ch.from)+ch.subject(c.new, ch.to) != "" && c.touches(ch, i)
		},
		func(ch *Change) bool { return ch.Level >= Warning && ch.before != nil && ch.before == i.pair.before },
		func(ch *Change) bool { return ch.Level == Breaking && ch.before == nil && ch.after == nil },
	} {
		var out []int
		for n := range c.changes {
			if fits(&c.changes[n]) {
				out = append(out, n)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// unexplained is the change that an interaction tells of when nothing else does.
func unexplained(p *pair, now verdict, i *pact.Interaction) Change {
	o := p.before
	if p.after != nil {
		o = p.after
	}
	return Change{ID: "pact-disagrees", Level: Breaking, direction: rules.DirectionNone, area: rules.AreaNone,
		Operation: o.ID, Method: o.Method, Path: o.Path, before: p.before, after: p.after, roles: noRoles, Interactions: []*pact.Interaction{i},
		wording: says("what a consumer expects no longer agrees with the document: %0", plain(now.disagrees))}
}
