package server

import (
	"maps"
	"sync"
	"sync/atomic"
)

// known keeps a value for every key that has come up. Reading is one look-up in a map that never changes; a key that
// is new copies the map, so it suits keys that are soon all known.
type known[K comparable, V any] struct {
	make  func(K) V
	guard sync.Mutex // held while the map is replaced
	all   atomic.Pointer[map[K]V]
}

// newKnown makes an empty one. The function makes the value of a new key; it is called once for each, one at a time.
func newKnown[K comparable, V any](create func(K) V) *known[K, V] {
	k := &known[K, V]{make: create}
	k.all.Store(&map[K]V{})
	return k
}

// of gives the value of a key.
func (k *known[K, V]) of(key K) V {
	if v, ok := (*k.all.Load())[key]; ok {
		return v
	}
	k.guard.Lock()
	defer k.guard.Unlock()
	before := *k.all.Load()
	if v, ok := before[key]; ok {
		return v
	}
	v := k.make(key)
	after := make(map[K]V, len(before)+1)
	maps.Copy(after, before)
	after[key] = v
	k.all.Store(&after)
	return v
}
