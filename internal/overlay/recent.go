package overlay

import "container/list"

// recent keeps so many values by their keys; the one that was not used for the longest time has to go first.
type recent[V any] struct {
	most  int
	order list.List // of keys, the latest used first
	kept  map[string]kept[V]
}

type kept[V any] struct {
	value V
	place *list.Element
}

func (r *recent[V]) get(key string) (V, bool) {
	k, ok := r.kept[key]
	if ok {
		r.order.MoveToFront(k.place)
	}
	return k.value, ok
}

func (r *recent[V]) put(key string, value V) {
	r.drop(key)
	if r.kept == nil {
		r.kept = map[string]kept[V]{}
	}
	r.kept[key] = kept[V]{value, r.order.PushFront(key)}
	if len(r.kept) > r.most {
		r.drop(r.order.Back().Value.(string))
	}
}

func (r *recent[V]) drop(key string) {
	if k, ok := r.kept[key]; ok {
		r.order.Remove(k.place)
		delete(r.kept, key)
	}
}
