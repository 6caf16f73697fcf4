package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// audits is a portal.Audits.
type audits struct{ db bun.IDB }

// auditRow is a row of audit_entries.
type auditRow struct {
	ID, Actor, Person, PersonName, Username, RequestID, ClientAddress string
	Action, ObjectKind, Object, ObjectName, Application, Organisation string
	Reason, Changes                                                   string
	At                                                                int64
}

const auditColumns = `id, at, actor, person, person_name, username, request_id, client_address, action, object_kind, object,
	object_name, application, organisation, reason, changes`

// InsertAudit implements portal.Audits.
func (a audits) InsertAudit(ctx context.Context, e portal.AuditEntry) error {
	changes, err := json.Marshal(e.Changes)
	if err != nil {
		return fmt.Errorf("write an audit entry: %w", err)
	}
	_, err = a.db.NewRaw("INSERT INTO audit_entries ("+auditColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		e.ID, micros(e.At), e.Actor, e.Person, e.PersonName, e.Username, e.RequestID, e.ClientAddress, e.Action, e.ObjectKind, e.Object,
		e.ObjectName, e.Application, e.Organisation, e.Reason, string(changes)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write an audit entry: %w", err)
	}
	return nil
}

// Audit implements portal.Audits.
func (a audits) Audit(ctx context.Context, f portal.AuditFilter) ([]portal.AuditEntry, error) {
	q := conditions{}
	q.equal("organisation", f.Organisation)
	q.equal("application", f.Application)
	q.equal("person", f.Person)
	q.equal("action", f.Action)
	if !f.Since.IsZero() {
		q.add("at >= ?", micros(f.Since))
	}
	if !f.Until.IsZero() {
		q.add("at < ?", micros(f.Until))
	}
	q.before(f.After)
	var rows []auditRow
	err := a.db.NewRaw("SELECT "+auditColumns+" FROM audit_entries"+q.where()+" ORDER BY at DESC, id DESC LIMIT ?", append(q.values, f.Limit)...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read the audit log: %w", err)
	}
	list := make([]portal.AuditEntry, len(rows))
	for i, r := range rows {
		list[i] = portal.AuditEntry{
			ID: r.ID, At: fromMicros(r.At), Actor: portal.ActorKind(r.Actor), Person: r.Person, PersonName: r.PersonName, Username: r.Username,
			RequestID: r.RequestID, ClientAddress: r.ClientAddress, Action: r.Action, ObjectKind: r.ObjectKind, Object: r.Object,
			ObjectName: r.ObjectName, Application: r.Application, Organisation: r.Organisation, Reason: r.Reason,
		}
		if err := json.Unmarshal([]byte(r.Changes), &list[i].Changes); err != nil {
			return nil, fmt.Errorf("read an audit entry: %w", err)
		}
	}
	return list, nil
}
