package sandbox

import (
	"strings"
	"time"
)

// Filter says which entries are wanted; the zero value wants all. All that is given has to hold.
type Filter struct {
	// From and To bound when requests were received, by the server's clock: From is within, To is not.
	From, To time.Time
	// Operation is an operation's id, or api/id.
	Operation string
	// Status is a status, or a class: 4 is every 4xx.
	Status         int
	Scenario, Rule string
	// Text stands somewhere in what may be shown of the request or its answer, in small or capital letters.
	Text string
	// Before leaves out entries from this number on; 0 leaves out none. It gives stable pages while requests come in.
	Before uint64
	// Offset leaves out the first ones that are wanted, and Limit bounds how many are given; 0 gives all.
	Offset, Limit int
}

// Entries gives the entries in memory that are wanted, the latest first, with how many there are on all pages and how
// many the journal has had and no longer has.
func (s *Sandbox) Entries(f Filter) (page []*Entry, total int, dropped uint64) {
	s = s.own()
	dropped = s.Dropped()
	page, total = f.among(s.journal.entries())
	return page, total, dropped
}

// KeptEntries is Entries with what the store has. Of entries that come from there it gives no more than what lists
// show, unless a text is looked for: KeptEntry gives the rest. The error wraps ErrStorage.
func (s *Sandbox) KeptEntries(f Filter) (page []*Entry, total int, dropped uint64, err error) {
	s = s.own()
	if s.registry.store == nil {
		page, total, dropped = s.Entries(f)
		return page, total, dropped, nil
	}
	kept, err := s.keptEntries(JournalQuery{Below: f.Before, Detail: f.Text != ""})
	if err != nil {
		return nil, 0, 0, err
	}
	page, total = f.among(kept)
	return page, total, s.Dropped(), nil
}

func (f Filter) among(entries []*Entry) (page []*Entry, total int) {
	f.Text = strings.ToLower(f.Text)
	for _, e := range entries {
		if !f.wants(e) {
			continue
		}
		if total++; total > f.Offset && (f.Limit <= 0 || len(page) < f.Limit) {
			page = append(page, e)
		}
	}
	return page, total
}

func (f *Filter) wants(e *Entry) bool {
	switch {
	case f.Before > 0 && e.Number >= f.Before,
		!f.From.IsZero() && e.Received.Before(f.From),
		!f.To.IsZero() && !e.Received.Before(f.To),
		f.Scenario != "" && e.Scenario != f.Scenario,
		f.Rule != "" && e.Rule != f.Rule,
		f.Status != 0 && e.Status != f.Status && e.Status/100 != f.Status:
		return false
	}
	if o := e.Operation; f.Operation != "" && (o == nil || f.Operation != o.ID && f.Operation != o.API.Name+"/"+o.ID) {
		return false
	}
	return f.Text == "" || e.mentions(f.Text)
}

// mentions looks for a text, in small letters, in what may be shown of the entry: what is hidden cannot be found.
func (e *Entry) mentions(text string) bool {
	shown := e.Shown()
	found := func(s string) bool { return strings.Contains(strings.ToLower(s), text) }
	if found(shown.Method+" "+shown.Target) || found(e.Code) || found(e.Rule) || found(e.Scenario) || found(e.World.RequestID) {
		return true
	}
	for _, m := range []Message{shown.Request, shown.Answer} {
		if found(string(m.Body)) {
			return true
		}
		for name, values := range m.Header {
			if found(name + ": " + strings.Join(values, ", ")) {
				return true
			}
		}
	}
	return false
}
