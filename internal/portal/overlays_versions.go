package portal

import (
	"context"
	"fmt"
)

// seenOverlay gives an overlay to whoever may see it.
type seenOverlay func(ctx context.Context, tx Tx) (Overlay, error)

// own gives an overlay of the caller's organisation.
func own(by Actor, id string) seenOverlay {
	return func(ctx context.Context, tx Tx) (Overlay, error) { return ownOverlay(ctx, tx, by, id) }
}

// anybodys gives an overlay of any organisation to the bank's staff.
func anybodys(by Actor, id string) seenOverlay {
	return func(ctx context.Context, tx Tx) (Overlay, error) {
		if err := by.staff(); err != nil {
			return Overlay{}, err
		}
		return tx.Overlay(ctx, id)
	}
}

// OverlayVersions lists the versions of a scenario file of the caller's organisation, the latest first, without texts.
func (s *Service) OverlayVersions(ctx context.Context, by Actor, id, cursor string, limit int) ([]OverlayVersion, string, error) {
	return s.overlayVersions(ctx, own(by, id), cursor, limit)
}

// BankOverlayVersions is OverlayVersions for the bank's staff, of any organisation. Of a file that its organisation has
// deleted there is the published version alone.
func (s *Service) BankOverlayVersions(ctx context.Context, by Actor, id, cursor string, limit int) ([]OverlayVersion, string, error) {
	return s.overlayVersions(ctx, anybodys(by, id), cursor, limit)
}

func (s *Service) overlayVersions(ctx context.Context, read seenOverlay, cursor string, limit int) (list []OverlayVersion, next string, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		o, err := read(ctx, tx)
		if err != nil {
			return err
		}
		if list, err = tx.OverlayVersions(ctx, o.ID); err != nil {
			return err
		}
		list, next, err = pageAfter(list, cursor, limit, func(v OverlayVersion) string { return fmt.Sprint(v.Number) })
		return err
	})
	return list, next, err
}

// OverlayDiff gives the difference between two versions of a scenario file of the caller's organisation, in unified
// format; "" when there is none. to 0 is the latest version, from 0 the one before to.
func (s *Service) OverlayDiff(ctx context.Context, by Actor, id string, from, to int64) (before, after int64, text string, err error) {
	return s.overlayDiff(ctx, own(by, id), from, to)
}

// BankOverlayDiff is OverlayDiff for the bank's staff, of any organisation.
func (s *Service) BankOverlayDiff(ctx context.Context, by Actor, id string, from, to int64) (before, after int64, text string, err error) {
	return s.overlayDiff(ctx, anybodys(by, id), from, to)
}

func (s *Service) overlayDiff(ctx context.Context, read seenOverlay, from, to int64) (before, after int64, text string, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		o, err := read(ctx, tx)
		if err != nil {
			return err
		}
		before, after = from, to
		if after == 0 {
			after = o.Latest.Number
		}
		if before == 0 {
			before = max(1, after-1)
		}
		old, err := overlayVersion(ctx, tx, o, before, "")
		if err != nil {
			return err
		}
		young, err := overlayVersion(ctx, tx, o, after, "")
		if err != nil {
			return err
		}
		text = unified(fmt.Sprintf("%s.yaml (version %d)", o.Name, before), fmt.Sprintf("%s.yaml (version %d)", o.Name, after), old.Text, young.Text)
		return nil
	})
	return before, after, text, err
}
