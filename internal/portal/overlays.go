package portal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

// Overlay is a scenario file of an organisation. It speaks in the sandboxes of that organisation, and in everybody's what
// the bank has published of it.
type Overlay struct {
	ID, Organisation string
	// OrganisationName is there for the bank's staff alone.
	OrganisationName string
	// API and Name say which scenario it is; they stand in the file and never change. Title and Default are those of the
	// latest version.
	API, Name, Title string
	Default          bool
	// Latest is the latest version, or the published one where the organisation has deleted the file.
	Latest  OverlayVersion
	Deleted bool
	// Publication is nil when nothing of it is published.
	Publication *Publication
}

// OverlayVersion is one version of a scenario file.
type OverlayVersion struct {
	Number  int64 // from 1
	Text    string
	Author  PersonName
	SavedAt time.Time
	Comment string
	// RollbackTo is the version whose text it has; 0 when it goes back to none.
	RollbackTo int64
	// Warnings are what was found in it when it was saved.
	Warnings finding.List
}

// Publication is what the bank has published of an overlay.
type Publication struct {
	Number int64
	At     time.Time
	By     PersonName
	Reason string
}

// OverlayFile is a scenario file that speaks: the latest version of an organisation, or one that is published.
type OverlayFile struct{ ID, API, Name, Text string }

// OverlayEdition tells of whose overlays there is an edition: those of an organisation, or, where that is "", those that
// are published. Editions count all changes of overlays.
type OverlayEdition struct {
	Organisation string
	Edition      int64
}

// OverlayFilter narrows a list of overlays; empty members narrow nothing.
type OverlayFilter struct {
	Organisation, API string
	Published         *bool
}

// Overlays is what a Store keeps of scenario overlays.
type Overlays interface {
	// Overlay gives one with the text of its latest version; deleted ones only as long as they are published.
	Overlay(ctx context.Context, id string) (Overlay, error)
	// Overlays lists those that fit without their texts, by API, name and id. Deleted ones that are published are among
	// them where no organisation is named.
	Overlays(ctx context.Context, f OverlayFilter) ([]Overlay, error)
	// InsertOverlay adds an overlay with its first version; ErrTaken when the organisation has one of its API and name.
	InsertOverlay(ctx context.Context, o Overlay) error
	// SaveOverlay changes what is said of an overlay, its versions aside.
	SaveOverlay(ctx context.Context, o Overlay) error
	// InsertOverlayVersion adds a version; ErrTaken when its number is there.
	InsertOverlayVersion(ctx context.Context, id string, v OverlayVersion) error
	OverlayVersion(ctx context.Context, id string, number int64) (OverlayVersion, error)
	// OverlayVersions lists the versions without their texts, the latest first.
	OverlayVersions(ctx context.Context, id string) ([]OverlayVersion, error)
	// DeleteOverlay takes an overlay away with all versions but the one numbered kept; 0 keeps nothing.
	DeleteOverlay(ctx context.Context, id string, kept int64) error

	// OverlayFiles lists the files that speak in the sandboxes of an organisation; "" lists those that are published.
	OverlayFiles(ctx context.Context, organisation string) ([]OverlayFile, error)
	// NoteOverlayChange makes a new edition of an organisation's overlays, or of the published ones.
	NoteOverlayChange(ctx context.Context, organisation string) error
	// OverlayEditions lists whose overlays have changed after an edition.
	OverlayEditions(ctx context.Context, after int64) ([]OverlayEdition, error)
}

const (
	maxOverlays = 100
	// maxOverlayBytes bounds the files of an organisation together.
	maxOverlayBytes = 4 << 20
	// maxOverlayTries is how often a file is checked anew because others have changed meanwhile.
	maxOverlayTries = 5
)

// Limits of an organisation: checks and tests, which save nothing, and saving, each of which is compiled by every process.
var (
	overlayChecks = limit{"overlay-check", 60, time.Minute}
	overlayTests  = limit{"overlay-test", 30, time.Minute}
	overlaySaves  = limit{"overlay-save", 30, time.Minute}
)

// OverlayCompany is what a file is checked together with, beside the bank's own files.
type OverlayCompany struct {
	// Published files are of the bank's rank. Own ones go before them; those of an organisation that is about to publish
	// are left out.
	Published, Own []OverlayFile
	// Publish tells that the file is to be of the bank's rank.
	Publish bool
}

// OverlayReport is what a check has found.
type OverlayReport struct {
	// API, Name, Title and Default are what the file says, as far as it can be read.
	API, Name, Title string
	Default          bool
	Findings         finding.List
}

// OverlayChecker checks scenario files. It is safe for concurrent use.
type OverlayChecker interface {
	// Head tells which scenario a file is; empty texts where it cannot be read.
	Head(text string) (api, name string)
	// Check tells what would be found if a file spoke in a company.
	Check(ctx context.Context, company OverlayCompany, text string) (OverlayReport, error)
}

// invalidOverlay refuses a file with what was found in it.
func invalidOverlay(found finding.List) error {
	return &Refusal{Code: problem.OverlayInvalid, Detail: "The scenario file has errors; findings lists them with their places.", Findings: found}
}

// CheckOverlay tells what would be found if a file were saved, and saves nothing.
func (s *Service) CheckOverlay(ctx context.Context, by Actor, c OverlayChecker, text string) (OverlayReport, error) {
	company, err := s.draftCompany(ctx, by, c, text, overlayChecks)
	if err != nil {
		return OverlayReport{}, err
	}
	return c.Check(ctx, company, text)
}

// OverlayTestCompany gives what a file of the caller's organisation is tested together with. Asking for it counts as a
// test.
func (s *Service) OverlayTestCompany(ctx context.Context, by Actor, c OverlayChecker, text string) (OverlayCompany, error) {
	return s.draftCompany(ctx, by, c, text, overlayTests)
}

// draftCompany gives the company of a file that need not be saved, as often as the limit lets it.
func (s *Service) draftCompany(ctx context.Context, by Actor, c OverlayChecker, text string, most limit) (company OverlayCompany, err error) {
	if err := by.inOrganisation(); err != nil {
		return company, err
	}
	if err := s.attempt(ctx, by.Organisation, most); err != nil {
		return company, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		company, err = companyOf(ctx, tx, by.Organisation, c, text)
		return err
	})
	return company, err
}

// companyOf reads what a file of an organisation is checked together with: not with what it takes the place of.
func companyOf(ctx context.Context, tx Tx, organisation string, c OverlayChecker, text string) (company OverlayCompany, err error) {
	if company.Published, err = tx.OverlayFiles(ctx, ""); err != nil {
		return company, err
	}
	if company.Own, err = tx.OverlayFiles(ctx, organisation); err != nil {
		return company, err
	}
	api, name := c.Head(text)
	company.Own = slices.DeleteFunc(company.Own, func(f OverlayFile) bool { return f.API == api && f.Name == name })
	return company, nil
}

// draft is a version that is about to be saved.
type draft struct {
	text, comment     string
	match, rollbackTo int64
}

// CreateOverlay saves a scenario file of the caller's organisation.
func (s *Service) CreateOverlay(ctx context.Context, by Actor, c OverlayChecker, text, comment string) (o Overlay, err error) {
	if err := by.inOrganisation(); err != nil {
		return o, err
	}
	if err := s.attempt(ctx, by.Organisation, overlaySaves); err != nil {
		return o, err
	}
	err = s.checked(ctx, by, c, text, func(tx Tx) error {
		list, err := tx.Overlays(ctx, OverlayFilter{Organisation: by.Organisation})
		if err != nil {
			return err
		}
		api, name := c.Head(text)
		if name != "" && slices.ContainsFunc(list, func(o Overlay) bool { return o.API == api && o.Name == name }) {
			return refuse(problem.OverlayExists, "The organisation has an overlay "+name+" for API "+api+".")
		}
		if len(list) >= maxOverlays {
			return refuse(problem.OverlaysFull, fmt.Sprintf("The organisation has %d overlays.", maxOverlays))
		}
		return nil
	}, func(tx Tx, r OverlayReport) error {
		o = Overlay{ID: s.newID(), Organisation: by.Organisation, API: r.API, Name: r.Name, Title: r.Title, Default: r.Default}
		o.Latest = OverlayVersion{Number: 1, Text: text, Author: PersonName{by.Person, by.FullName}, SavedAt: s.now(), Comment: comment, Warnings: r.Findings}
		if err := tx.InsertOverlay(ctx, o); err != nil {
			return err
		}
		return s.noteOverlay(ctx, tx, by, o, "overlay.saved", comment)
	})
	return o, err
}

// UpdateOverlay saves another version of a scenario file. match is the version that the change is made on; 0 is any. A
// text that is the same makes no version.
func (s *Service) UpdateOverlay(ctx context.Context, by Actor, c OverlayChecker, id string, match int64, text, comment string) (Overlay, error) {
	return s.saveVersion(ctx, by, c, id, "overlay.saved", func(Tx, Overlay) (draft, error) {
		return draft{text: text, comment: comment, match: match}, nil
	})
}

// RollBackOverlay makes a version with the text of an older one.
func (s *Service) RollBackOverlay(ctx context.Context, by Actor, c OverlayChecker, id string, match, number int64, comment string) (Overlay, error) {
	return s.saveVersion(ctx, by, c, id, "overlay.rolled-back", func(tx Tx, o Overlay) (draft, error) {
		v, err := overlayVersion(ctx, tx, o, number, "/version")
		return draft{text: v.Text, comment: comment, match: match, rollbackTo: number}, err
	})
}

// saveVersion saves the version that write gives for an overlay of the caller's organisation.
func (s *Service) saveVersion(ctx context.Context, by Actor, c OverlayChecker, id, action string, write func(Tx, Overlay) (draft, error)) (o Overlay, err error) {
	if err := by.inOrganisation(); err != nil {
		return o, err
	}
	if err := s.attempt(ctx, by.Organisation, overlaySaves); err != nil {
		return o, err
	}
	var d draft
	err = s.store.View(ctx, func(tx Tx) error {
		if o, err = ownOverlay(ctx, tx, by, id); err != nil {
			return err
		}
		d, err = write(tx, o)
		return err
	})
	if err != nil {
		return o, err
	}
	err = s.checked(ctx, by, c, d.text, func(tx Tx) error {
		if o, err = ownOverlay(ctx, tx, by, id); err != nil {
			return err
		}
		if d.match != 0 && d.match != o.Latest.Number {
			return ErrStale
		}
		if api, name := c.Head(d.text); (api != o.API || name != o.Name) && name != "" && api != "" {
			return invalidOverlay(finding.List{{Code: "another-scenario", Place: finding.Place{File: o.Name + ".yaml"},
				Message: fmt.Sprintf("the file is scenario %s of API %s, and the overlay is %s of %s", name, api, o.Name, o.API),
				Hint:    "create another overlay for another scenario"}})
		}
		return nil
	}, func(tx Tx, r OverlayReport) error {
		if o.Latest.Text == d.text && d.rollbackTo == 0 {
			return nil
		}
		o.Title, o.Default = r.Title, r.Default
		o.Latest = OverlayVersion{Number: o.Latest.Number + 1, Text: d.text, Author: PersonName{by.Person, by.FullName}, SavedAt: s.now(),
			Comment: d.comment, RollbackTo: d.rollbackTo, Warnings: r.Findings}
		if err := tx.InsertOverlayVersion(ctx, o.ID, o.Latest); err != nil {
			return err
		}
		if err := tx.SaveOverlay(ctx, o); err != nil {
			return err
		}
		return s.noteOverlay(ctx, tx, by, o, action, d.comment)
	})
	return o, err
}

// checked checks a file and saves it in one transaction in which nothing has changed that it was checked with. allow may
// refuse it before it is checked, and is asked again when it is saved.
func (s *Service) checked(ctx context.Context, by Actor, c OverlayChecker, text string, allow func(Tx) error, save func(Tx, OverlayReport) error) error {
	for range maxOverlayTries {
		var company OverlayCompany
		read := func(tx Tx) (err error) {
			if err := allow(tx); err != nil {
				return err
			}
			if company, err = companyOf(ctx, tx, by.Organisation, c, text); err != nil {
				return err
			}
			return company.room(text)
		}
		if err := s.store.View(ctx, read); err != nil {
			return err
		}
		report, err := c.Check(ctx, company, text)
		if err != nil {
			return err
		}
		if report.Findings.Errors() > 0 {
			return invalidOverlay(report.Findings)
		}
		before := company
		err = s.store.Update(ctx, func(tx Tx) error {
			if err := read(tx); err != nil {
				return err
			}
			if !slices.Equal(company.Own, before.Own) || !slices.Equal(company.Published, before.Published) {
				return errOthers
			}
			return save(tx, report)
		})
		if !errors.Is(err, errOthers) {
			return err
		}
	}
	return refuse(problem.ServiceUnavailable, "Other overlays are being saved all the time. Try again.")
}

// errOthers says that other files have changed since a file was checked with them.
var errOthers = errors.New("other overlays have changed")

// room refuses a file that makes an organisation's overlays too large.
func (c *OverlayCompany) room(text string) error {
	size := len(text)
	for _, f := range c.Own {
		size += len(f.Text)
	}
	if size > maxOverlayBytes {
		return refuse(problem.OverlaysFull, fmt.Sprintf("The organisation's overlays would be larger than %d MiB together.", maxOverlayBytes>>20))
	}
	return nil
}

// noteOverlay makes a new edition of the organisation's overlays and writes the audit log.
func (s *Service) noteOverlay(ctx context.Context, tx Tx, by Actor, o Overlay, action, reason string) error {
	if err := tx.NoteOverlayChange(ctx, o.Organisation); err != nil {
		return err
	}
	return s.auditOverlay(ctx, tx, by, o, action, reason)
}

func (s *Service) auditOverlay(ctx context.Context, tx Tx, by Actor, o Overlay, action, reason string) error {
	return s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "overlay", Object: o.ID, ObjectName: o.API + "/" + o.Name,
		Organisation: o.Organisation, Reason: reason, Changes: []AuditChange{{Member: "version", After: fmt.Sprint(o.Latest.Number)}}})
}

// ownOverlay gives an overlay of the caller's organisation.
func ownOverlay(ctx context.Context, tx Tx, by Actor, id string) (Overlay, error) {
	o, err := tx.Overlay(ctx, id)
	if err != nil {
		return o, err
	}
	if err := by.member(o.Organisation); err != nil {
		return Overlay{}, err
	}
	if o.Deleted {
		return Overlay{}, ErrNotFound
	}
	return o, nil
}

// overlayVersion gives a version that a request names at a pointer into its body, or in a parameter.
func overlayVersion(ctx context.Context, tx Tx, o Overlay, number int64, pointer string) (OverlayVersion, error) {
	v, err := tx.OverlayVersion(ctx, o.ID, number)
	if errors.Is(err, ErrNotFound) {
		detail := fmt.Sprintf("The overlay has no version %d; the latest is %d.", number, o.Latest.Number)
		if pointer == "" {
			return v, refuse(problem.OverlayVersionUnknown, detail)
		}
		return v, refuseField(problem.OverlayVersionUnknown, detail, pointer, "there is no such version")
	}
	return v, err
}

// DeleteOverlay takes a scenario file away with all its versions. What is published of it stays.
func (s *Service) DeleteOverlay(ctx context.Context, by Actor, id string) error {
	if err := by.inOrganisation(); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		o, err := ownOverlay(ctx, tx, by, id)
		if err != nil {
			return err
		}
		kept := int64(0)
		if o.Publication != nil {
			kept = o.Publication.Number
		}
		if err := tx.DeleteOverlay(ctx, id, kept); err != nil {
			return err
		}
		return s.noteOverlay(ctx, tx, by, o, "overlay.deleted", "")
	})
}
