package portal

import (
	"maps"
	"math/bits"
	"net/http"
	"slices"
	"time"
)

// Figures are calls in numbers.
type Figures struct {
	// Calls are all; ClientErrors those answered 4xx but 429, which are Throttled; ServerErrors those answered 5xx.
	Calls, ClientErrors, ServerErrors, Throttled int64
	// Longest is how long the longest answer took, in milliseconds.
	Longest int64
	// Latency counts calls by how long their answers took: by the bucket of their milliseconds.
	Latency map[int]int64
}

// Count adds a call that was answered with a status.
func (f *Figures) Count(status int, took time.Duration) {
	f.Calls++
	switch {
	case status == http.StatusTooManyRequests:
		f.Throttled++
	case status >= 500:
		f.ServerErrors++
	case status >= 400:
		f.ClientErrors++
	}
	ms := max(0, took.Milliseconds())
	f.Longest = max(f.Longest, ms)
	if f.Latency == nil {
		f.Latency = map[int]int64{}
	}
	f.Latency[bucketOf(ms)]++
}

// Add adds calls that were counted elsewhere.
func (f *Figures) Add(other Figures) {
	f.Calls += other.Calls
	f.ClientErrors += other.ClientErrors
	f.ServerErrors += other.ServerErrors
	f.Throttled += other.Throttled
	f.Longest = max(f.Longest, other.Longest)
	if f.Latency == nil {
		f.Latency = map[int]int64{}
	}
	for bucket, n := range other.Latency {
		f.Latency[bucket] += n
	}
}

// Percentile gives how many milliseconds at most so many per cent of the answers took, exact to 5%; 0 without calls.
func (f *Figures) Percentile(percent int64) int64 {
	var all int64
	for _, n := range f.Latency {
		all += n
	}
	rank := (all*percent + 99) / 100 // the nearest rank
	for _, bucket := range slices.Sorted(maps.Keys(f.Latency)) {
		if rank -= f.Latency[bucket]; rank <= 0 {
			return min(middleOf(bucket), f.Longest)
		}
	}
	return 0
}

// Buckets are as wide as one millisecond up to 32 and as a sixteenth to a thirty-second of their values beyond, so that
// the middle of one is within 5% of all that it counts.
const bucketsPerOctave = 16

func bucketOf(ms int64) int {
	shift := max(0, bits.Len64(uint64(ms))-5)
	return shift*bucketsPerOctave + int(ms>>shift)
}

func middleOf(bucket int) int64 {
	shift := max(0, bucket/bucketsPerOctave-1)
	first := int64(bucket-shift*bucketsPerOctave) << shift
	return first + (int64(1)<<shift-1)/2
}
