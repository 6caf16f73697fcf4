package sandbox_test

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/sandbank/sandbank/internal/sandbox"
)

// writing is a store that counts the rows of journals that it gets, or refuses them.
type writing struct {
	*disk
	rows    atomic.Int64
	refuses atomic.Bool
}

func (w *writing) Append(ctx context.Context, rows []sandbox.JournalRow, most int) error {
	if w.refuses.Load() {
		return errDisk
	}
	w.rows.Add(int64(len(rows)))
	return w.disk.Append(ctx, rows, most)
}

func onWriting(t *testing.T, entries int, failed *atomic.Int64) (*writing, *bench) {
	t.Helper()
	w := &writing{disk: newDisk(t)}
	return w, newBench(t, func(o *sandbox.Options) {
		o.Store, o.Process, o.JournalEntries = w, processes.Add(1), entries
		o.Failed = func(string, error) { failed.Add(1) }
	})
}

func TestEntriesThatLaterOnesDisplaceAreNotWrittenAndNotLost(t *testing.T) {
	w, b := onWriting(t, 5, nil)
	s := b.get("one")
	second := 0
	for round, more := range []int{3, 1, 12, 0, 40, 5, 6, 2} {
		for range more {
			s.Record(entry(10, second))
			second++
		}
		before := w.rows.Load()
		page, total, dropped, err := s.KeptEntries(sandbox.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		if total != min(second, 5) || dropped != 0 || b.Stats().Dropped != 0 {
			t.Errorf("round %d: %d entries, %d dropped", round, total, dropped)
		}
		for i, e := range page {
			if want := fmt.Sprint("r-", second-1-i); e.World.RequestID != want {
				t.Errorf("round %d: entry %d is %s, want %s", round, i, e.World.RequestID, want)
			}
		}
		if got := w.rows.Load() - before; got != int64(min(more, 5)) {
			t.Errorf("round %d: %d rows written of %d entries", round, got, more)
		}
	}
}

func TestEntriesOfManySandboxesAreAllWritten(t *testing.T) {
	w, b := onWriting(t, 50, nil)
	for i := range 700 {
		b.get(fmt.Sprint("s", i%20)).Record(entry(10, i))
	}
	for i := range 20 {
		page, total, dropped, err := b.get(fmt.Sprint("s", i)).KeptEntries(sandbox.Filter{})
		if err != nil || total != 35 || dropped != 0 {
			t.Errorf("%d: %d entries, %d dropped, %v", i, total, dropped, err)
		}
		if got := page[0].World.RequestID; got != fmt.Sprint("r-", 680+i) {
			t.Errorf("%d: the latest is %s", i, got)
		}
	}
	if got := w.rows.Load(); got != 700 {
		t.Errorf("%d rows written", got)
	}
}

func TestEntriesThatCannotBeWrittenAreCounted(t *testing.T) {
	var failed atomic.Int64
	w, b := onWriting(t, 50, &failed)
	s := b.get("one")
	w.refuses.Store(true)
	for i := range 7 {
		s.Record(entry(10, i))
	}
	ended, end := context.WithCancel(t.Context())
	b.KeepJournals(ended, func(context.Context) error { end(); return nil })
	w.refuses.Store(false)
	s.Record(entry(10, 7))
	if _, total, dropped, err := s.KeptEntries(sandbox.Filter{}); err != nil || total != 1 || dropped != 7 || b.Stats().Dropped != 7 || failed.Load() != 1 {
		t.Errorf("%d entries, %d dropped, %d told, %v", total, dropped, failed.Load(), err)
	}
}

func TestAnOriginalIsReadAsItCame(t *testing.T) {
	d := newDisk(t)
	e := entry(10, 1)
	e.Original.Target = "/bank/v1/offer?note=%C3%A9&secret=1"
	e.Original.Request.Body = []byte(`{"goal":"\u00e9 <b>"}`)
	e.Original.Request.Header["X-Odd"] = []string{`a "quoted" \ text`, "", "é\t"}
	e.Original.Answer = sandbox.Message{Body: []byte(`{"x":1}`)}
	want := e.Original
	if err := written(t, d, e); err != nil {
		t.Fatal(err)
	}
	got, err := d.process(t).get("one").KeptEntry("r-1")
	if err != nil || got == nil || got.Lost {
		t.Fatalf("%+v, %v", got, err)
	}
	if want.Answer.Header = got.Original.Answer.Header; len(want.Answer.Header) != 0 || !reflect.DeepEqual(got.Original, want) {
		t.Errorf("the original is\n%+v\nand was\n%+v", got.Original, want)
	}
	if text := fmt.Sprint(got.Shown()); strings.Contains(text, "secret-key") {
		t.Errorf("what is shown has a secret: %s", text)
	}
}

// written records an entry through a process that writes it.
func written(t *testing.T, d *disk, e *sandbox.Entry) error {
	t.Helper()
	b := d.process(t).get("one")
	b.Record(e)
	_, _, _, err := b.KeptEntries(sandbox.Filter{})
	return err
}

func TestAnOriginalThatAnEarlierProgramHasKeptWholeIsRead(t *testing.T) {
	d := newDisk(t)
	if err := written(t, d, entry(10, 1)); err != nil {
		t.Fatal(err)
	}
	rows, err := d.Journal(t.Context(), "one", sandbox.JournalQuery{Detail: true})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	want := entry(10, 1).Original
	r := rows[0]
	if r.Original, err = json.Marshal(want); err != nil {
		t.Fatal(err)
	}
	r.Number++
	r.Request = "whole"
	if err := d.Append(t.Context(), []sandbox.JournalRow{r}, 10); err != nil {
		t.Fatal(err)
	}
	got, err := d.process(t).get("one").KeptEntry("whole")
	if err != nil || got == nil || !reflect.DeepEqual(got.Original, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestABusySandboxIsWrittenEveryFourthRound(t *testing.T) {
	w, b := onWriting(t, 5, nil)
	ctx, end := context.WithCancel(t.Context())
	var written []int64
	second := 0
	b.KeepJournals(ctx, func(context.Context) error {
		written = append(written, w.rows.Swap(0))
		if len(written) == 9 {
			end()
		}
		b.get("calm").Record(entry(10, 1000+len(written)))
		for range 7 {
			b.get("busy").Record(entry(10, second))
			second++
		}
		return nil
	})
	if got, want := fmt.Sprint(append(written, w.rows.Load())), "[0 1 1 1 6 1 1 1 6 6]"; got != want { // the last round writes all
		t.Errorf("the rounds have written %s, want %s", got, want)
	}
	if page, _, dropped, err := b.get("busy").KeptEntries(sandbox.Filter{}); err != nil || dropped != 0 || page[0].World.RequestID != fmt.Sprint("r-", second-1) {
		t.Errorf("the latest is %v, %d dropped, %v", page, dropped, err)
	}
}
