package store_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/portal"
)

func TestAStoreOfOverlays(t *testing.T) {
	everywhere(t, map[string]func(*testing.T, portal.Store){
		"an overlay comes back as it was, with its versions":         overlaysComeBack,
		"an organisation has one overlay of a name at a time":        overlayNamesAreUnique,
		"files that speak are the latest or the published ones":      overlayFiles,
		"a deleted overlay keeps the version that is published":      deletedOverlays,
		"editions are seen in their order, also when many make them": overlayEditions,
	})
}

func overlay(id, organisation, name, text string) portal.Overlay {
	return portal.Overlay{ID: id, Organisation: organisation, API: "deposits", Name: name, Title: "It's", Default: true,
		Latest: portal.OverlayVersion{Number: 1, Text: text, Author: portal.PersonName{ID: "p", Name: "Asha"}, SavedAt: noon, Comment: "c",
			Warnings: finding.List{{Code: "w", Severity: finding.Warning, Place: finding.Place{File: "f", Line: 3, Column: 2}, Message: "m"}}}}
}

func overlaysComeBack(t *testing.T, s portal.Store) {
	o := overlay("1", "o", "one", "text ? $1 ' \" \n é")
	second := portal.OverlayVersion{Number: 2, Text: "two", Author: portal.PersonName{ID: "q", Name: "Ravi"}, SavedAt: noon.Add(time.Hour), RollbackTo: 1, Warnings: finding.List{}}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertOverlay(ctx, o), tx.InsertOverlay(ctx, overlay("2", "o", "another", "x")), tx.InsertOverlay(ctx, overlay("3", "p", "one", "x")))
	})
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.Overlay(ctx, "1")
		if !reflect.DeepEqual(got, o) {
			t.Errorf("%+v", got)
		}
		return err
	})
	changed := o
	changed.Title, changed.Default, changed.Latest = "Other", false, second
	changed.Publication = &portal.Publication{Number: 1, At: noon, By: portal.PersonName{ID: "b", Name: "Meera"}, Reason: "r"}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertOverlayVersion(ctx, "1", second), tx.SaveOverlay(ctx, changed))
	})
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return tx.InsertOverlayVersion(t.Context(), "1", second) }); !errors.Is(err, portal.ErrTaken) {
		t.Errorf("a version a second time: %v", err)
	}
	yes, no := true, false
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.Overlay(ctx, "1")
		if !reflect.DeepEqual(got, changed) {
			t.Errorf("%+v", got)
		}
		versions, more := tx.OverlayVersions(ctx, "1")
		if len(versions) != 2 || versions[0].Number != 2 || versions[0].Text != "" || versions[1].Comment != "c" {
			t.Errorf("%+v", versions)
		}
		v, most := tx.OverlayVersion(ctx, "1", 1)
		if !reflect.DeepEqual(v, o.Latest) {
			t.Errorf("%+v", v)
		}
		if _, err := tx.OverlayVersion(ctx, "1", 3); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("a version that is none: %v", err)
		}
		for f, want := range map[portal.OverlayFilter]int{{}: 3, {Organisation: "o"}: 2, {API: "x"}: 0, {Published: &yes}: 1, {Organisation: "o", Published: &no}: 1} {
			list, err := tx.Overlays(ctx, f)
			if err != nil || len(list) != want {
				t.Errorf("%+v gives %+v, %v", f, list, err)
			}
			for _, o := range list {
				if o.Latest.Text != "" {
					t.Errorf("a list has texts: %+v", o)
				}
			}
		}
		return errors.Join(err, more, most)
	})
}

func overlayNamesAreUnique(t *testing.T, s portal.Store) {
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		return tx.InsertOverlay(ctx, overlay("1", "o", "one", "x"))
	})
	again := func() error {
		return s.Update(t.Context(), func(tx portal.Tx) error { return tx.InsertOverlay(t.Context(), overlay("2", "o", "one", "x")) })
	}
	if err := again(); !errors.Is(err, portal.ErrTaken) {
		t.Errorf("%v", err)
	}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteOverlay(ctx, "1", 1) })
	if err := again(); err != nil {
		t.Errorf("in the place of a deleted one: %v", err)
	}
}

func overlayFiles(t *testing.T, s portal.Store) {
	o := overlay("1", "o", "one", "first")
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		err := errors.Join(tx.InsertOverlay(ctx, o), tx.InsertOverlay(ctx, overlay("2", "p", "two", "other")))
		o.Latest.Number, o.Latest.Text = 2, "second"
		o.Publication = &portal.Publication{Number: 1}
		return errors.Join(err, tx.InsertOverlayVersion(ctx, "1", o.Latest), tx.SaveOverlay(ctx, o))
	})
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		for organisation, want := range map[string]string{"o": "second", "p": "other", "": "first"} {
			list, err := tx.OverlayFiles(ctx, organisation)
			if err != nil || len(list) != 1 || list[0].Text != want || list[0].API != "deposits" {
				t.Errorf("%q has %+v, %v", organisation, list, err)
			}
		}
		return nil
	})
}

func deletedOverlays(t *testing.T, s portal.Store) {
	o := overlay("1", "o", "one", "first")
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		err := tx.InsertOverlay(ctx, o)
		o.Latest.Number, o.Publication = 2, &portal.Publication{Number: 1, At: noon}
		return errors.Join(err, tx.InsertOverlayVersion(ctx, "1", o.Latest), tx.SaveOverlay(ctx, o), tx.DeleteOverlay(ctx, "1", 1))
	})
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.Overlay(ctx, "1")
		if !got.Deleted || got.Latest.Number != 1 || got.Latest.Text != "first" {
			t.Errorf("%+v", got)
		}
		own, more := tx.Overlays(ctx, portal.OverlayFilter{Organisation: "o"})
		all, most := tx.Overlays(ctx, portal.OverlayFilter{})
		files, last := tx.OverlayFiles(ctx, "o")
		if len(own) != 0 || len(all) != 1 || len(files) != 0 {
			t.Errorf("%+v, %+v, %+v", own, all, files)
		}
		return errors.Join(err, more, most, last)
	})
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteOverlay(ctx, "1", 0) })
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		if _, err := tx.Overlay(ctx, "1"); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("%v", err)
		}
		return nil
	})
}

func overlayEditions(t *testing.T, s portal.Store) {
	const organisations, rounds = 6, 3
	var group sync.WaitGroup
	for n := range organisations {
		group.Go(func() {
			for done := 0; done < rounds; {
				err := s.Update(context.Background(), func(tx portal.Tx) error { return tx.NoteOverlayChange(context.Background(), fmt.Sprint("o", n)) })
				if err == nil {
					done++
				}
			}
		})
	}
	// Whoever polls meanwhile misses nothing.
	seen, last := map[string]int64{}, int64(0)
	poll := func() {
		lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.OverlayEditions(ctx, last)
			for _, e := range list {
				seen[e.Organisation], last = e.Edition, e.Edition
			}
			return err
		})
	}
	for range 20 {
		poll()
	}
	group.Wait()
	poll()
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.OverlayEditions(ctx, 0)
		if len(list) != organisations || list[len(list)-1].Edition != organisations*rounds {
			t.Errorf("%+v", list)
		}
		for _, e := range list {
			if seen[e.Organisation] != e.Edition {
				t.Errorf("a poll has missed %+v and saw %d", e, seen[e.Organisation])
			}
		}
		return err
	})
}
