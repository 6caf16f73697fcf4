package contract

import (
	"maps"
	"strconv"
)

// This file chooses among the members of unions when a value is held against its schema as an excerpt.

// union applies the members of a union that fit: the one that the discriminator chooses, if it is shown.
func (r *excerptReader) union(u pendingUnion, k *knowledge, v any, tokens []string) {
	branches := u.list
	if d := u.schema.Discriminator; d != nil && u.schema.isUnion(u.list) {
		members, isObject := v.(map[string]any)
		tag, given := members[d.Property]
		name, _ := tag.(string)
		chosen := d.Mapping[name]
		switch {
		case !isObject:
			branches = d.others
		case chosen != nil:
			r.choose(chosen, tokens)
			r.apply(chosen, v, tokens, k)
			r.unions(k, v, tokens)
			return
		case given:
			k.known[d.Property] = true
			r.add(below(tokens, d.Property), "discriminator", tagMessage(d, false))
			r.all(members, k) // nothing can be said of the others
			return
		}
	}
	var fits []*excerptReader
	var knows []*knowledge
	only, best, cost := 0, -1, 0
	trials := make([]*excerptReader, len(branches))
	for i, branch := range branches {
		own := k.clone()
		trials[i] = r.trial(branch, v, tokens, own, len(k.unions) == 0)
		if len(trials[i].found) == 0 {
			fits, knows, only = append(fits, trials[i]), append(knows, own), i
		} else if c := trials[i].cost(len(tokens)); best < 0 || c < cost {
			best, cost = i, c
		}
	}
	switch {
	case len(fits) == 1:
		r.choose(branches[only], tokens)
		for pointer, schemas := range fits[0].at {
			r.at[pointer] = append(r.at[pointer], schemas...)
		}
		*k = knowledge{known: knows[0].known, names: knows[0].names, lists: knows[0].lists, rest: knows[0].rest, unions: k.unions}
	case len(fits) > 1:
		for _, own := range knows {
			maps.Copy(k.known, own.known)
			k.names, k.lists, k.rest = append(k.names, own.names...), k.lists || own.lists, append(k.rest, own.rest...)
		}
	default:
		r.nearest(branches, trials, best, v, tokens, k)
	}
}

// nearest reports what keeps the value from the member of a union that it comes nearest to.
func (r *excerptReader) nearest(branches []*Schema, trials []*excerptReader, best int, v any, tokens []string, k *knowledge) {
	members, _ := v.(map[string]any)
	r.all(members, k)
	if best < 0 {
		r.add(tokens, "oneOf", "is not allowed here")
		return
	}
	note := ""
	if len(branches) > 1 {
		note = " (as " + branches[best].label(best) + ", the nearest of " + strconv.Itoa(len(branches)) + " forms)"
	}
	for _, f := range trials[best].found {
		r.add(f.tokens, f.keyword, f.message+note)
	}
	r.choose(branches[best], tokens)
	for pointer, schemas := range trials[best].at {
		r.at[pointer] = append(r.at[pointer], schemas...)
	}
}

// choose remembers a member of a union as what speaks of the value.
func (r *excerptReader) choose(s *Schema, tokens []string) {
	pointer := joinPointer(tokens)
	r.at[pointer] = append(r.at[pointer], s)
}

// all marks every member as spoken of.
func (r *excerptReader) all(members map[string]any, k *knowledge) {
	for name := range members {
		k.known[name] = true
	}
}
