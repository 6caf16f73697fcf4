package contract

import "strconv"

// bounds are what the parts of a demand ask of the number of items or members.
func bounds(parts []*Schema, of func(*Schema) (least, most *int)) (least, most int) {
	most = 1 << 20
	for _, s := range parts {
		low, high := of(s)
		if low != nil {
			least = max(least, *low)
		}
		if high != nil {
			most = min(most, *high)
		}
	}
	return least, most
}

// maxGeneratedItems bounds how many items or members a demand may force.
const maxGeneratedItems = 10_000

// listPlan is what the parts of a demand ask of a list.
type listPlan struct {
	least, most int
	unique      bool
	// wanted are the schemas of contains, each as often as it is demanded, for the items from index from on.
	wanted []*Schema
	from   int
	prefix int
}

func (g *generator) plan(d *demand, depth, try int) listPlan {
	var p listPlan
	p.least, p.most = bounds(d.parts, func(s *Schema) (*int, *int) { return s.MinItems, s.MaxItems })
	open := true
	for _, s := range d.parts {
		p.unique = p.unique || s.UniqueItems
		p.prefix = max(p.prefix, len(s.PrefixItems))
		if s.Items != nil && s.Items.never {
			p.most = min(p.most, len(s.PrefixItems))
		}
		if a := s.assertion("unevaluatedItems"); a != nil && a.child.never {
			open = false
		}
		if a := s.assertion("contains"); a != nil {
			times := 1
			if least := s.assertion("minContains"); least != nil {
				times, _ = parseInt(least.raw)
			}
			for range min(times, maxGeneratedItems) {
				p.wanted = append(p.wanted, a.child)
			}
		}
	}
	if !open && !anyItems(d.parts) {
		p.most = min(p.most, p.prefix+len(p.wanted))
	}
	p.from = p.prefix
	if len(p.wanted) > 0 && (p.prefix+len(p.wanted) > p.most || try%4 == 3) {
		p.from = 0 // the first items serve two masters
	}
	needed := min(max(p.least, p.prefix, p.from+len(p.wanted)), max(p.least, p.most))
	p.least = max(p.least, p.from+len(p.wanted))
	if roomy := depth < roomyDepth && try%3 != 2; roomy {
		p.most = min(p.most, max(needed+2, 3))
		p.least = max(p.least, min(needed, p.most))
	} else {
		p.most = min(p.most, p.least)
	}
	return p
}

func anyItems(parts []*Schema) bool {
	for _, s := range parts {
		if s.Items != nil {
			return true
		}
	}
	return false
}

// list makes as many items as are demanded, and a few more where there is room.
func (g *generator) list(d *demand, depth, try int) (any, bool) {
	p := g.plan(d, depth, try)
	if p.least > p.most || p.least > maxGeneratedItems {
		g.fail(d.all[0], depth, "no list has as many items as it demands")
		return nil, false
	}
	demanded, _ := bounds(d.parts, func(s *Schema) (*int, *int) { return s.MinItems, nil })
	demanded = max(demanded, p.from*min(1, len(p.wanted))+len(p.wanted))
	count := p.least
	if p.most > p.least {
		count += g.random.IntN(p.most-p.least) + 1
	}
	list, seen := make([]any, 0, min(count, 64)), map[string]bool{}
	for i := range count {
		v, ok := g.item(d, &p, i, depth, seen)
		if !ok {
			if len(list) >= demanded {
				break
			}
			return nil, false
		}
		if p.unique {
			seen[canonical(v)] = true
		}
		list = append(list, v)
	}
	return list, true
}

// item makes the item at an index.
func (g *generator) item(d *demand, p *listPlan, i, depth int, seen map[string]bool) (any, bool) {
	all := d.itemSchemas(i)
	if n := i - p.from; n >= 0 && n < len(p.wanted) {
		all = append(all, p.wanted[n])
	}
	if len(all) == 0 {
		return "item " + strconv.Itoa(i+1), !seen[canonical("item "+strconv.Itoa(i+1))]
	}
	make := g.value
	if i >= p.least {
		make = g.optional
	}
	for range 6 {
		v, ok := make(all, depth+1)
		if !ok {
			return nil, false
		}
		if !p.unique || !seen[canonical(v)] {
			return v, true
		}
	}
	return g.unseen(all, depth, seen)
}

// unseen finds a value that a list without repetitions does not hold yet.
func (g *generator) unseen(all []*Schema, depth int, seen map[string]bool) (any, bool) {
	if inner := g.demand(all, depth+1, g.try); inner != nil {
		if values, few := g.domain(inner); few {
			for _, i := range g.random.Perm(len(values)) {
				if !seen[canonical(values[i])] {
					return values[i], true
				}
			}
			g.fail(all[0], depth+1, "it has too few values for a list without repetitions")
			return nil, false
		}
	}
	before := g.try
	defer func() { g.try = before }()
	for n := range 40 { // examples and small ranges give way to other values
		g.try = before + n
		if v, ok := g.value(all, depth+1); ok && !seen[canonical(v)] {
			return v, true
		}
	}
	return nil, false
}

// itemSchemas lists what the parts ask of the item at an index.
func (d *demand) itemSchemas(i int) []*Schema {
	var all []*Schema
	evaluated := false
	for _, s := range d.parts {
		switch {
		case i < len(s.PrefixItems):
			all, evaluated = append(all, s.PrefixItems[i]), true
		case s.Items != nil:
			all, evaluated = append(all, s.Items), true
		}
	}
	for _, s := range d.parts {
		if a := s.assertion("unevaluatedItems"); a != nil && !evaluated && !a.child.never {
			all = append(all, a.child)
		}
	}
	return all
}
