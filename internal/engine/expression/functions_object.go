package expression

import (
	"net/url"
	"strconv"
	"strings"
)

func objectFunctions() []function {
	object := parameter{name: "object", takes: takesObject}
	return []function{
		{
			name: "merge", params: []parameter{object, {name: "more", takes: takesObject, repeats: true}}, result: "object",
			doc: "The members of all the objects; of equal names the last one's counts.", example: `merge(goal, {"updatedAt": now})`, build: buildMerge,
		},
		{
			name: "page",
			params: []parameter{{name: "rows", takes: takesList}, {name: "n", takes: takesInt}, {name: "size", takes: takesInt},
				{name: "url", takes: takesText}},
			result: "{items, count, next, previous, exists, number, pages}",
			doc: "Page n, from 1, of a list, and the URLs of its neighbours, made by replacing the query parameter page; " +
				"exists is false beyond the end, but page 1 of an empty list exists.",
			example: `page(rows, query.page ?? 1, 10, request.url)`, build: buildPage,
		},
	}
}

func buildMerge(_ *compiler, k *call) code {
	t := k.args[0].typ
	evals := make([]evalFunc, len(k.args))
	for i, x := range k.args {
		evals[i] = x.eval
		if i > 0 {
			t = mergeTypes(t, x.typ)
		}
	}
	at := k.at
	return code{typ: k.of(t), eval: func(env *Env) (any, *RuntimeError) {
		out := map[string]any{}
		for _, eval := range evals {
			v, err := eval(env)
			if err != nil {
				return nil, err
			}
			object, err := toObject(v, at)
			if err != nil {
				return nil, err
			}
			if err := env.charge(len(object), at); err != nil {
				return nil, err
			}
			for name, v := range object {
				out[name] = v
			}
		}
		return out, nil
	}}
}

// mergeTypes is the type of a with b's members put over it. Members that an
// open object may have beyond its known ones are taken not to have the names
// of the other's.
func mergeTypes(a, b *Type) *Type {
	if a.Kind != Object || b.Kind != Object {
		return &Type{Kind: Object, Open: true}
	}
	merged := &Type{Kind: Object, Name: a.Name, Open: a.Open || b.Open, Fields: make(map[string]*Type, len(a.Fields)+len(b.Fields))}
	switch {
	case a.Elem != nil && b.Elem != nil:
		merged.Elem = join(a.Elem, b.Elem)
	case a.Elem != nil || b.Elem != nil:
		merged.Open = true
	}
	for name, f := range a.Fields {
		merged.Fields[name] = f
	}
	for name, g := range b.Fields {
		f, both := a.Fields[name]
		if !both || !g.Optional {
			merged.Fields[name] = g
			continue
		}
		// Absent in b, it stays as it is in a; null in b, it is null.
		merged.Fields[name] = join(f, g.required()).with(func(t *Type) {
			t.Optional = f.Optional || g.Nullable
			t.Nullable = f.Nullable || g.Nullable
		})
	}
	return merged
}

func pageType(rows *Type) *Type {
	address := &Type{Kind: String, Optional: true, Nullable: true}
	return &Type{Kind: Object, Name: "page", Fields: map[string]*Type{
		"items": {Kind: List, Elem: elemOf(rows), Sensitive: rows.Sensitive}, "count": intType, "next": address, "previous": address,
		"exists": boolType, "number": intType, "pages": intType,
	}}
}

func buildPage(_ *compiler, k *call) code {
	rows, number, size, address := k.args[0].eval, k.args[1].eval, k.args[2].eval, k.args[3].eval
	at := k.at
	return code{typ: pageType(k.args[0].typ), eval: func(env *Env) (any, *RuntimeError) {
		items, err := evalList(env, rows, at)
		if err != nil {
			return nil, err
		}
		n, err := evalInt(env, number, at)
		if err != nil {
			return nil, err
		}
		perPage, err := evalInt(env, size, at)
		if err != nil {
			return nil, err
		}
		here, err := evalText(env, address, at)
		if err != nil {
			return nil, err
		}
		return pageOf(env, items, n, perPage, here, at)
	}}
}

func evalInt(env *Env, eval evalFunc, at int) (int, *RuntimeError) {
	v, err := eval(env)
	if err != nil {
		return 0, err
	}
	return toInt(v, at)
}

func pageOf(env *Env, items []any, n, size int, here string, at int) (any, *RuntimeError) {
	if size < 1 {
		return nil, fail(at, "the size of a page is less than 1")
	}
	u, bad := url.Parse(here)
	if bad != nil {
		return nil, fail(at, "the page's address is no URL")
	}
	if err := env.chargeText(2*len(here), at); err != nil {
		return nil, err
	}
	pages := len(items) / size
	if len(items)%size != 0 || pages == 0 {
		pages++
	}
	exists := n >= 1 && n <= pages
	out := map[string]any{
		"items": []any{}, "count": len(items), "next": nil, "previous": nil, "exists": exists, "number": n, "pages": pages,
	}
	if !exists {
		return out, nil
	}
	from, to := (n-1)*size, len(items)
	if to-from > size {
		to = from + size
	}
	out["items"] = items[from:to:to]
	if n < pages {
		out["next"] = pageURL(u, n+1)
	}
	if n > 1 {
		out["previous"] = pageURL(u, n-1)
	}
	return out, nil
}

// pageURL is the URL of another page. The other query parameters stay as they
// are written, in their order.
func pageURL(u *url.URL, n int) string {
	page := "page=" + strconv.Itoa(n)
	var query []string
	placed := false
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		name, _, _ := strings.Cut(part, "=")
		if decoded, err := url.QueryUnescape(name); err == nil && decoded == "page" {
			if !placed {
				query = append(query, page)
			}
			placed = true
		} else if part != "" {
			query = append(query, part)
		}
	}
	if !placed {
		query = append(query, page)
	}
	other := *u
	other.RawQuery = strings.Join(query, "&")
	return other.String()
}
