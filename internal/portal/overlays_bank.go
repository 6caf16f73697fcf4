package portal

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/sandbank/sandbank/internal/problem"
)

// BankOverlay gives a scenario file in its latest version to the bank's staff.
func (s *Service) BankOverlay(ctx context.Context, by Actor, id string) (o Overlay, err error) {
	if err := by.staff(); err != nil {
		return o, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		o, err = bankOverlay(ctx, tx, id)
		return err
	})
	return o, err
}

// bankOverlay gives an overlay as the bank's staff sees it.
func bankOverlay(ctx context.Context, tx Tx, id string) (Overlay, error) {
	o, err := tx.Overlay(ctx, id)
	if err != nil {
		return o, err
	}
	o.OrganisationName, err = organisationNames(tx)(ctx, o.Organisation)
	return o, err
}

// PublishOverlay makes a version of a scenario file speak in all sandboxes, in the place of the one before.
func (s *Service) PublishOverlay(ctx context.Context, by Actor, c OverlayChecker, id string, number int64, reason string) (o Overlay, err error) {
	if err := by.staff(); err != nil {
		return o, err
	}
	for range maxOverlayTries {
		var v OverlayVersion
		var published []OverlayFile
		read := func(tx Tx) error {
			if o, err = bankOverlay(ctx, tx, id); err != nil {
				return err
			}
			if v, err = overlayVersion(ctx, tx, o, number, "/version"); err != nil {
				return err
			}
			published, err = tx.OverlayFiles(ctx, "")
			published = slices.DeleteFunc(published, func(f OverlayFile) bool { return f.ID == id })
			return err
		}
		if err := s.store.View(ctx, read); err != nil {
			return o, err
		}
		report, err := c.Check(ctx, OverlayCompany{Published: published, Publish: true}, v.Text)
		if err != nil {
			return o, err
		}
		if report.Findings.Errors() > 0 {
			return o, invalidOverlay(report.Findings)
		}
		before := published
		err = s.store.Update(ctx, func(tx Tx) error {
			if err := read(tx); err != nil {
				return err
			}
			if !slices.Equal(published, before) {
				return errOthers
			}
			o.Publication = &Publication{Number: number, At: s.now(), By: PersonName{by.Person, by.FullName}, Reason: reason}
			return s.publication(ctx, tx, by, o, v.Author, "overlay.published", reason, fmt.Sprintf(
				"The bank has published version %d of your scenario %s for API %s: it speaks in the sandboxes of all organisations now.\n\n%s\n",
				number, o.Name, o.API, reason))
		})
		if !errors.Is(err, errOthers) {
			return o, err
		}
	}
	return o, refuse(problem.ServiceUnavailable, "Other overlays are being published all the time. Try again.")
}

// WithdrawOverlay makes a scenario file speak in the sandboxes of its organisation alone, or nowhere when that has
// deleted it.
func (s *Service) WithdrawOverlay(ctx context.Context, by Actor, id, reason string) (o Overlay, err error) {
	if err := by.staff(); err != nil {
		return o, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		if o, err = bankOverlay(ctx, tx, id); err != nil {
			return err
		}
		if o.Publication == nil {
			return refuse(problem.OverlayStateConflict, "The overlay is not published.")
		}
		number := o.Publication.Number
		v, err := tx.OverlayVersion(ctx, id, number)
		if err != nil {
			return err
		}
		o.Publication = nil
		if err := s.publication(ctx, tx, by, o, v.Author, "overlay.withdrawn", reason, fmt.Sprintf(
			"The bank has withdrawn version %d of your scenario %s for API %s: it no longer speaks in the sandboxes of other organisations.\n\n%s\n",
			number, o.Name, o.API, reason)); err != nil {
			return err
		}
		if o.Deleted {
			return tx.DeleteOverlay(ctx, id, 0)
		}
		return nil
	})
	return o, err
}

// publication keeps what is published of an overlay, tells its author, and writes the audit log.
func (s *Service) publication(ctx context.Context, tx Tx, by Actor, o Overlay, author PersonName, action, reason, text string) error {
	if err := tx.SaveOverlay(ctx, o); err != nil {
		return err
	}
	for _, organisation := range []string{"", o.Organisation} {
		if err := tx.NoteOverlayChange(ctx, organisation); err != nil {
			return err
		}
	}
	if err := s.mailPerson(ctx, tx, author.ID, letter{"Your scenario " + o.Name, text}); err != nil {
		return err
	}
	return s.auditOverlay(ctx, tx, by, o, action, reason)
}

// DownloadOverlay gives the text of the version that is published, or else of the latest, and a name for the file.
func (s *Service) DownloadOverlay(ctx context.Context, by Actor, id string) (name, text string, err error) {
	if err := by.staff(); err != nil {
		return "", "", err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		o, err := tx.Overlay(ctx, id)
		if err != nil {
			return err
		}
		name, text = o.Name+".yaml", o.Latest.Text
		if o.Publication != nil {
			v, err := tx.OverlayVersion(ctx, id, o.Publication.Number)
			if err != nil {
				return err
			}
			text = v.Text
		}
		return s.auditOverlay(ctx, tx, by, o, "overlay.downloaded", "")
	})
	return name, text, err
}
