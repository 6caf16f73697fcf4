package store

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// enquiries is a portal.Enquiries.
type enquiries struct{ db bun.IDB }

// enquiryRow is a row of enquiries.
type enquiryRow struct {
	ID, Kind, Feedback, State, API, Subject, Message, Organisation, Person, PersonName, Email string
	Answer, AnsweredBy, AnsweredByName                                                        string
	At, AnsweredAt                                                                            int64
}

const enquiryColumns = `id, at, kind, feedback, state, api, subject, message, organisation, person, person_name, email, answer, answered_by,
	answered_by_name, answered_at`

func (r enquiryRow) enquiry() portal.Enquiry {
	return portal.Enquiry{
		ID: r.ID, Kind: portal.EnquiryKind(r.Kind), Feedback: r.Feedback, State: portal.EnquiryState(r.State), API: r.API, Subject: r.Subject,
		Message: r.Message, Organisation: r.Organisation, Person: portal.PersonName{ID: r.Person, Name: r.PersonName}, Email: r.Email,
		ReceivedAt: fromMicros(r.At), Answer: r.Answer, AnsweredBy: portal.PersonName{ID: r.AnsweredBy, Name: r.AnsweredByName},
		AnsweredAt: fromMicros(r.AnsweredAt),
	}
}

// Enquiry implements portal.Enquiries.
func (e enquiries) Enquiry(ctx context.Context, id string) (portal.Enquiry, error) {
	var r enquiryRow
	err := e.db.NewRaw("SELECT "+enquiryColumns+" FROM enquiries WHERE id = ?", id).Scan(ctx, &r)
	return r.enquiry(), found(err, "an enquiry")
}

// Enquiries implements portal.Enquiries. The open ones have a rank before the others.
func (e enquiries) Enquiries(ctx context.Context, f portal.EnquiryFilter) ([]portal.Enquiry, error) {
	q := conditions{}
	q.equal("kind", string(f.Kind))
	q.equal("state", string(f.State))
	q.equal("organisation", f.Organisation)
	const rank = "CASE state WHEN 'open' THEN 0 ELSE 1 END"
	if f.After != (portal.Place{}) {
		after := 1
		if f.Open {
			after = 0
		}
		at := micros(f.After.At)
		q.add("("+rank+" > ? OR "+rank+" = ? AND (at > ? OR at = ? AND id > ?))", after, after, at, at, f.After.ID)
	}
	var rows []enquiryRow
	err := e.db.NewRaw("SELECT "+enquiryColumns+" FROM enquiries"+q.where()+" ORDER BY "+rank+", at, id LIMIT ?", append(q.values, f.Limit)...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("list enquiries: %w", err)
	}
	list := make([]portal.Enquiry, len(rows))
	for i, r := range rows {
		list[i] = r.enquiry()
	}
	return list, nil
}

// InsertEnquiry implements portal.Enquiries.
func (e enquiries) InsertEnquiry(ctx context.Context, v portal.Enquiry) error {
	_, err := e.db.NewRaw("INSERT INTO enquiries ("+enquiryColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		v.ID, micros(v.ReceivedAt), v.Kind, v.Feedback, v.State, v.API, v.Subject, v.Message, v.Organisation, v.Person.ID, v.Person.Name, v.Email,
		v.Answer, v.AnsweredBy.ID, v.AnsweredBy.Name, micros(v.AnsweredAt)).Exec(ctx)
	return done(err, "add an enquiry")
}

// AnswerEnquiry implements portal.Enquiries.
func (e enquiries) AnswerEnquiry(ctx context.Context, v portal.Enquiry) error {
	r, err := e.db.NewRaw(`UPDATE enquiries SET state = ?, answer = ?, answered_by = ?, answered_by_name = ?, answered_at = ?
		WHERE id = ? AND state = ?`, v.State, v.Answer, v.AnsweredBy.ID, v.AnsweredBy.Name, micros(v.AnsweredAt), v.ID, portal.EnquiryOpen).Exec(ctx)
	return changed(r, err, "an enquiry")
}
