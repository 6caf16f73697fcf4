package portal

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// UsageSink keeps what was counted: all of a list or, after an error, nothing.
type UsageSink interface {
	AddUsage(ctx context.Context, list []Usage) error
}

const (
	meterShards = 16
	// maxCounters bounds the counters that wait to be kept; calls beyond are lost.
	maxCounters = 50_000
)

// Meter counts calls in memory until they are kept. The zero value is ready. It is safe for concurrent use.
type Meter struct {
	shards [meterShards]meterShard
	lost   atomic.Int64
	today  atomic.Pointer[datedDay]
}

type meterShard struct {
	guard    sync.Mutex
	counters map[counter]*Figures
}

// counter says what a call is counted under.
type counter struct {
	day                            Day
	organisation, application, api string
}

// datedDay is a day with its number.
type datedDay struct {
	number int64
	day    Day
}

// Count counts a call of an API by an application that was answered with a status.
func (m *Meter) Count(at time.Time, organisation, application, api string, status int, took time.Duration) {
	c := counter{m.dayOf(at), organisation, application, api}
	s := m.shard(application)
	s.guard.Lock()
	defer s.guard.Unlock()
	if f := m.figures(s, c); f != nil {
		f.Count(status, took)
	} else {
		m.lost.Add(1)
	}
}

// Lost is how many calls could not be counted.
func (m *Meter) Lost() int64 { return m.lost.Load() }

// dayOf is DayOf, written once a day.
func (m *Meter) dayOf(t time.Time) Day {
	const halfHour = 1800 // days begin at half past an hour of UTC
	number := t.Unix() / halfHour
	if known := m.today.Load(); known != nil && known.number == number {
		return known.day
	}
	day := DayOf(t)
	m.today.Store(&datedDay{number, day})
	return day
}

// shard spreads ids, whose ends are random.
func (m *Meter) shard(id string) *meterShard {
	if id == "" {
		return &m.shards[0]
	}
	return &m.shards[int(id[len(id)-1])%meterShards]
}

// figures gives those of a counter; nil when there is no room for another. The shard's guard is held.
func (m *Meter) figures(s *meterShard, c counter) *Figures {
	f := s.counters[c]
	if f == nil && len(s.counters) < maxCounters/meterShards {
		f = new(Figures)
		if s.counters == nil {
			s.counters = map[counter]*Figures{}
		}
		s.counters[c] = f
	}
	return f
}

// Flush has what was counted kept. After an error it waits for the next time.
func (m *Meter) Flush(ctx context.Context, to UsageSink) error {
	var list []Usage
	for i := range m.shards {
		s := &m.shards[i]
		s.guard.Lock()
		taken := s.counters
		s.counters = nil
		s.guard.Unlock()
		for c, f := range taken {
			list = append(list, Usage{UsageKey: UsageKey{Day: c.day, Organisation: c.organisation, Application: c.application, API: c.api}, Figures: *f})
		}
	}
	if len(list) == 0 {
		return nil
	}
	err := to.AddUsage(ctx, list)
	if err != nil {
		for i := range list {
			m.restore(&list[i])
		}
	}
	return err
}

// restore counts again what could not be kept.
func (m *Meter) restore(u *Usage) {
	s := m.shard(u.Application)
	s.guard.Lock()
	defer s.guard.Unlock()
	if f := m.figures(s, counter{u.Day, u.Organisation, u.Application, u.API}); f != nil {
		f.Add(u.Figures)
	} else {
		m.lost.Add(u.Calls)
	}
}
