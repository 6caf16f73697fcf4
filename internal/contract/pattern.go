package contract

import (
	"regexp"
	"regexp/syntax"
)

// pattern is a regular expression with a quicker way to say yes: the patterns of documents are mostly runs of character
// classes, which one walk over the text decides. A walk that fails proves nothing, and the expression decides then.
type pattern struct {
	re   *regexp.Regexp
	walk []step // nil when the expression is not that simple
}

func newPattern(re *regexp.Regexp) *pattern {
	p := &pattern{re: re}
	if tree, err := syntax.Parse(re.String(), syntax.Perl); err == nil {
		p.walk = anchoredWalk(tree)
	}
	return p
}

// match tells what the regular expression tells.
func (p *pattern) match(s string) bool {
	if p.walk != nil && walk(p.walk, s, 0) == len(s) {
		return true
	}
	return p.re.MatchString(s)
}

// step is one part of a walk: between least and most bytes of a class, or one of some alternatives, each a walk of its
// own, that may be left out when optional.
type step struct {
	class        *[256]bool
	least, most  int
	alternatives [][]step
	optional     bool
}

// walk gives the position behind the steps, or -1 when they do not fit. Each step takes as much as it can.
func walk(steps []step, s string, at int) int {
	for i := range steps {
		st := &steps[i]
		if st.class == nil {
			if at = st.choose(s, at); at < 0 {
				return -1
			}
			continue
		}
		n := 0
		for n < st.most && at < len(s) && st.class[s[at]] {
			n++
			at++
		}
		if n < st.least {
			return -1
		}
	}
	return at
}

func (st *step) choose(s string, at int) int {
	for _, a := range st.alternatives {
		if behind := walk(a, s, at); behind >= 0 {
			return behind
		}
	}
	if st.optional {
		return at
	}
	return -1
}

// anchoredWalk gives the walk for an expression between ^ and $; nil when there is none.
func anchoredWalk(tree *syntax.Regexp) []step {
	if tree.Op != syntax.OpConcat || len(tree.Sub) < 3 ||
		tree.Sub[0].Op != syntax.OpBeginText || tree.Sub[len(tree.Sub)-1].Op != syntax.OpEndText {
		return nil
	}
	steps, ok := stepsOf(tree.Sub[1 : len(tree.Sub)-1])
	if !ok {
		return nil
	}
	return steps
}

func stepsOf(list []*syntax.Regexp) ([]step, bool) {
	var out []step
	for _, r := range list {
		steps, ok := stepsOfOne(r)
		if !ok {
			return nil, false
		}
		out = append(out, steps...)
	}
	return out, true
}

func stepsOfOne(r *syntax.Regexp) ([]step, bool) {
	switch r.Op {
	case syntax.OpEmptyMatch:
		return nil, true
	case syntax.OpCapture:
		return stepsOfOne(r.Sub[0])
	case syntax.OpConcat:
		return stepsOf(r.Sub)
	case syntax.OpLiteral:
		var out []step
		for _, c := range r.Rune {
			if c > 127 || r.Flags&syntax.FoldCase != 0 {
				return nil, false
			}
			out = append(out, step{class: classOf([]rune{c, c}), least: 1, most: 1})
		}
		return out, true
	case syntax.OpCharClass:
		return []step{{class: classOf(r.Rune), least: 1, most: 1}}, true
	case syntax.OpAnyCharNotNL:
		return []step{{class: classOf([]rune{0, '\n' - 1, '\n' + 1, 127}), least: 1, most: 1}}, true
	case syntax.OpAnyChar:
		return []step{{class: classOf([]rune{0, 127}), least: 1, most: 1}}, true
	case syntax.OpAlternate:
		st := step{}
		for _, sub := range r.Sub {
			steps, ok := stepsOfOne(sub)
			if !ok {
				return nil, false
			}
			st.alternatives = append(st.alternatives, steps)
		}
		return []step{st}, true
	case syntax.OpQuest, syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		return repeated(r)
	}
	return nil, false
}

// unlimited is more than any text is long.
const unlimited = 1 << 30

func repeated(r *syntax.Regexp) ([]step, bool) {
	least, most := r.Min, r.Max
	switch r.Op {
	case syntax.OpQuest:
		least, most = 0, 1
	case syntax.OpStar:
		least, most = 0, unlimited
	case syntax.OpPlus:
		least, most = 1, unlimited
	}
	if most < 0 {
		most = unlimited
	}
	inner, ok := stepsOfOne(r.Sub[0])
	if !ok || r.Flags&syntax.NonGreedy != 0 {
		return nil, false
	}
	if len(inner) == 1 && inner[0].class != nil && inner[0].least == 1 && inner[0].most == 1 {
		return []step{{class: inner[0].class, least: least, most: most}}, true
	}
	if least == 0 && most == 1 {
		return []step{{alternatives: [][]step{inner}, optional: true}}, true
	}
	return nil, false
}

// classOf gives the ASCII part of a class of ranges; the walk leaves other characters to the expression.
func classOf(ranges []rune) *[256]bool {
	var class [256]bool
	for i := 0; i+1 < len(ranges); i += 2 {
		for c := ranges[i]; c <= ranges[i+1] && c < 128; c++ {
			class[c] = true
		}
	}
	return &class
}
