package portal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Agreement is one version of a text that the bank demands to be accepted.
type Agreement struct {
	Name        string // such as eula or nda
	Number      int    // of the version, from 1
	Title, Text string
	// Purposes are when it is needed.
	Purposes    []Purpose
	PublishedAt time.Time
	// WithdrawnAt is since when the agreement is not demanded any more; zero while it is.
	WithdrawnAt time.Time
}

// Purpose is what an agreement is needed for.
type Purpose string

// What agreements are needed for: to register, for an application (the EULA), for the later stages (the NDA).
const (
	ForRegistration Purpose = "registration"
	ForApplication  Purpose = "application"
	ForUAT          Purpose = "uat"
	ForProduction   Purpose = "production"
)

// AcceptedAgreement is an agreement in the version that somebody accepts.
type AcceptedAgreement struct {
	Name   string
	Number int
}

// AgreementRecord is that an organisation has accepted an agreement, in one version. It counts for all applications of
// the organisation but where Application names one.
type AgreementRecord struct {
	ID, Organisation string
	Agreement        string
	Number           int
	Application      string
	ApplicationName  string `json:"-"` // in lists
	AcceptedAt       time.Time
	AcceptedBy       PersonName // nobody where it was signed outside of the portal
	Signatory        string
	// SignedOn (a day, 2006-01-02), DocumentReference and RecordedBy are of one that was signed outside.
	SignedOn, DocumentReference string
	RecordedBy                  PersonName
}

// Agreements is what a Store keeps of agreements.
type Agreements interface {
	// AgreementVersions lists every version of an agreement ("" is all of them), by name and number.
	AgreementVersions(ctx context.Context, name string) ([]Agreement, error)
	InsertAgreement(ctx context.Context, a Agreement) error
	// WithdrawAgreement notes in every version that the agreement is not demanded any more; the zero time that it is.
	WithdrawAgreement(ctx context.Context, name string, at time.Time) error

	InsertAgreementRecord(ctx context.Context, r AgreementRecord) error
	// AgreementRecords lists those of an organisation, the latest first; limit 0 is all.
	AgreementRecords(ctx context.Context, organisation string, after Place, limit int) ([]AgreementRecord, error)
}

// maxAgreements bounds how many agreements there are, whatever their versions.
const maxAgreements = 200

// Agreements lists the agreements that are demanded, for one purpose ("" is any), in their current versions.
func (s *Service) Agreements(ctx context.Context, purpose Purpose) (list []Agreement, err error) {
	err = s.store.View(ctx, func(tx Tx) (err error) {
		list, err = demanded(ctx, tx, purpose)
		return err
	})
	return list, err
}

// Agreement gives a version of an agreement; 0 is the current one.
func (s *Service) Agreement(ctx context.Context, name string, number int) (found Agreement, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		versions, err := tx.AgreementVersions(ctx, name)
		if err != nil {
			return err
		}
		for _, a := range versions {
			if number == 0 || a.Number == number {
				found = a // the last is the current one
			}
		}
		if found.Name == "" {
			return ErrNotFound
		}
		return nil
	})
	return found, err
}

// PublishAgreement publishes an agreement, or the next version of one, which is the current one from then on.
func (s *Service) PublishAgreement(ctx context.Context, by Actor, a Agreement) (Agreement, error) {
	if err := by.bankAdmin(); err != nil {
		return Agreement{}, err
	}
	a.PublishedAt, a.WithdrawnAt = s.now(), time.Time{}
	slices.Sort(a.Purposes)
	a.Purposes = slices.Compact(a.Purposes)
	err := s.store.Update(ctx, func(tx Tx) error {
		all, err := tx.AgreementVersions(ctx, "")
		if err != nil {
			return err
		}
		a.Number = 1
		names := map[string]bool{a.Name: true}
		for _, known := range all {
			names[known.Name] = true
			if known.Name == a.Name {
				a.Number = known.Number + 1
			}
		}
		if len(names) > maxAgreements {
			return refuse(problem.InUse, fmt.Sprintf("There are %d agreements already; publish a new version of one of them.", maxAgreements))
		}
		if err := tx.WithdrawAgreement(ctx, a.Name, time.Time{}); err != nil {
			return err
		}
		if err := tx.InsertAgreement(ctx, a); err != nil {
			return err
		}
		return s.audit(ctx, tx, by, AuditEntry{Action: "agreement.published", ObjectKind: "agreement", Object: a.Name, ObjectName: a.Title,
			Changes: []AuditChange{{Member: "version", After: fmt.Sprint(a.Number)}}})
	})
	return a, err
}

// WithdrawAgreement makes that an agreement is not demanded any more. Doing it again changes nothing.
func (s *Service) WithdrawAgreement(ctx context.Context, by Actor, name string) error {
	if err := by.bankAdmin(); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		versions, err := tx.AgreementVersions(ctx, name)
		if err != nil {
			return err
		}
		if len(versions) == 0 {
			return ErrNotFound
		}
		current := versions[len(versions)-1]
		if !current.WithdrawnAt.IsZero() {
			return nil
		}
		if err := tx.WithdrawAgreement(ctx, name, s.now()); err != nil {
			return err
		}
		return s.audit(ctx, tx, by, AuditEntry{Action: "agreement.withdrawn", ObjectKind: "agreement", Object: name, ObjectName: current.Title})
	})
}

// AcceptAgreement records that an organisation accepts the current version of an agreement.
func (s *Service) AcceptAgreement(ctx context.Context, by Actor, a AcceptedAgreement, signatory string) (r AgreementRecord, err error) {
	if err := by.adminOfOwn(); err != nil {
		return r, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		current, err := currentAgreement(ctx, tx, a)
		if err != nil {
			return err
		}
		r, err = s.recordAcceptance(ctx, tx, by, by.Organisation, current, "", signatory)
		if err != nil {
			return err
		}
		p, err := tx.Person(ctx, by.Person)
		if err != nil {
			return err
		}
		return s.mail(ctx, tx, p.Email, mailAgreementCopy(p, current))
	})
	return r, err
}

// RecordAgreement records for the bank that an organisation has signed an agreement outside of the portal.
func (s *Service) RecordAgreement(ctx context.Context, by Actor, organisation string, r AgreementRecord) (AgreementRecord, error) {
	if err := by.staff(); err != nil {
		return r, err
	}
	r.ID, r.Organisation, r.AcceptedAt, r.RecordedBy = s.newID(), organisation, s.now(), by.named()
	err := s.store.Update(ctx, func(tx Tx) error {
		if _, err := activeOrganisation(ctx, tx, organisation); err != nil {
			return err
		}
		versions, err := tx.AgreementVersions(ctx, r.Agreement)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(versions, func(a Agreement) bool { return a.Number == r.Number })
		if i < 0 {
			return refuseField(problem.AgreementUnknown, "There is no such agreement in this version.", "/version", "there is no such agreement in this version")
		}
		if err := tx.InsertAgreementRecord(ctx, r); err != nil {
			return err
		}
		if err := s.mailAdmins(ctx, tx, organisation, mailAgreementRecorded(versions[i], r)); err != nil {
			return err
		}
		return s.audit(ctx, tx, by, AuditEntry{Action: "agreement.recorded", ObjectKind: "agreement", Object: r.Agreement, ObjectName: versions[i].Title,
			Organisation: organisation, Changes: []AuditChange{{Member: "version", After: fmt.Sprint(r.Number)}}})
	})
	return r, err
}

// AgreementRecords lists what an organisation has agreed to, the latest first, for its members and for the bank.
func (s *Service) AgreementRecords(ctx context.Context, by Actor, organisation string, after Place, limit int) (list []AgreementRecord, next string, err error) {
	allowed := by.staff
	if organisation == "" {
		organisation, allowed = by.Organisation, by.inOrganisation
	}
	if err := allowed(); err != nil {
		return nil, "", err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		if _, err := activeOrganisation(ctx, tx, organisation); err != nil {
			return err
		}
		if list, err = tx.AgreementRecords(ctx, organisation, after, limit+1); err != nil {
			return err
		}
		for i := range list {
			if list[i].Application == "" {
				continue
			}
			a, err := tx.Application(ctx, list[i].Application)
			if err != nil {
				return err
			}
			list[i].ApplicationName = a.Name
		}
		return nil
	})
	list, next = page(list, limit, func(r AgreementRecord) Place { return Place{r.AcceptedAt, r.ID} })
	return list, next, err
}

// demanded lists the agreements that are demanded for a purpose ("" is any), in their current versions.
func demanded(ctx context.Context, tx Tx, purpose Purpose) ([]Agreement, error) {
	all, err := tx.AgreementVersions(ctx, "")
	if err != nil {
		return nil, err
	}
	var out []Agreement
	for i, a := range all {
		last := i+1 == len(all) || all[i+1].Name != a.Name
		if last && a.WithdrawnAt.IsZero() && (purpose == "" || slices.Contains(a.Purposes, purpose)) {
			out = append(out, a)
		}
	}
	return out, nil
}

// currentAgreement gives an agreement that is demanded, when the version is the current one.
func currentAgreement(ctx context.Context, tx Tx, a AcceptedAgreement) (Agreement, error) {
	all, err := demanded(ctx, tx, "")
	if err != nil {
		return Agreement{}, err
	}
	for _, current := range all {
		if current.Name == a.Name && current.Number == a.Number {
			return current, nil
		}
	}
	return Agreement{}, refuseField(problem.AgreementUnknown, "There is no such agreement, or this version is not the current one.", "/agreement",
		"there is no such agreement in this version, or it is not the current one")
}

// mustAccept gives the agreements that are demanded for a purpose; it refuses when one of them is not accepted in its
// current version, naming them at pointer.
func mustAccept(ctx context.Context, tx Tx, purpose Purpose, accepted []AcceptedAgreement, pointer string) ([]Agreement, error) {
	needed, err := demanded(ctx, tx, purpose)
	if err != nil {
		return nil, err
	}
	var missing []string
	for _, a := range needed {
		if !slices.Contains(accepted, AcceptedAgreement{a.Name, a.Number}) {
			missing = append(missing, fmt.Sprintf("%s in version %d", a.Name, a.Number))
		}
	}
	if len(missing) > 0 {
		return nil, refuseField(problem.AgreementNotAccepted, "These agreements must be accepted: "+strings.Join(missing, ", ")+".", pointer,
			"must have "+strings.Join(missing, " and "))
	}
	return needed, nil
}

// recordAcceptance records that somebody accepts an agreement for an organisation, with an audit entry; application is
// "" where it counts for all of them.
func (s *Service) recordAcceptance(ctx context.Context, tx Tx, by Actor, organisation string, a Agreement, application, signatory string) (AgreementRecord, error) {
	r := AgreementRecord{ID: s.newID(), Organisation: organisation, Agreement: a.Name, Number: a.Number, Application: application,
		AcceptedAt: s.now(), AcceptedBy: by.named(), Signatory: signatory}
	if err := tx.InsertAgreementRecord(ctx, r); err != nil {
		return r, err
	}
	return r, s.audit(ctx, tx, by, AuditEntry{Action: "agreement.accepted", ObjectKind: "agreement", Object: a.Name, ObjectName: a.Title,
		Organisation: organisation, Application: application, Changes: []AuditChange{{Member: "version", After: fmt.Sprint(a.Number)}}})
}

// missingAgreements lists the agreements that an organisation has not accepted, in their current versions, of those that
// are demanded for a purpose. Records of another application than the one that is named do not count.
func missingAgreements(ctx context.Context, tx Tx, organisation, application string, purpose Purpose) ([]Agreement, error) {
	needed, err := demanded(ctx, tx, purpose)
	if err != nil || len(needed) == 0 {
		return nil, err
	}
	records, err := tx.AgreementRecords(ctx, organisation, Place{}, 0)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(needed, func(a Agreement) bool {
		return slices.ContainsFunc(records, func(r AgreementRecord) bool {
			return r.Agreement == a.Name && r.Number == a.Number && (r.Application == "" || r.Application == application)
		})
	}), nil
}

// activeOrganisation gives an organisation that has been activated. One that waits for it is not there yet.
func activeOrganisation(ctx context.Context, tx Tx, id string) (Organisation, error) {
	o, err := tx.Organisation(ctx, id)
	if err == nil && o.Status == OrganisationPending {
		return o, ErrNotFound
	}
	return o, err
}

// notFound tells whether there is no such thing.
func notFound(err error) bool { return errors.Is(err, ErrNotFound) }
