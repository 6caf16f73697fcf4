// Package bankconnect is what BankConnect needs code for: the PDF of a statement, and what others do to a sandbox's banks
// and statements. Its tables are those of scenarios/bank-connect. It knows no HTTP and no SQL: everything happens in a turn
// of the engine, which keeps it.
package bankconnect

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/statement"
)

// API is the name of the document.
const API = "bank-connect"

// The tables that the scenarios declare.
const (
	entities   = "entities"
	statements = "statements"
	health     = "net_banking_health"
)

// Download answers downloadStatement with the statement's PDF. Whether the link is good was found out before.
func Download(t *engine.Turn) (engine.Reply, error) {
	id, _ := t.Request().Path["statement_id"].(string)
	row := t.Row(statements, map[string]any{"statement_id": id})
	if row == nil {
		p, err := t.Problem(problem.NotFound, "Not found.")
		return engine.Reply{Problem: p}, err
	}
	source, err := sourceOf(t, id, row)
	if err != nil {
		return engine.Reply{}, err
	}
	made, err := statement.Make(source)
	if err != nil {
		return engine.Reply{}, err
	}
	password, _ := row["pdf_password"].(string)
	document, err := made.PDF(password)
	if err != nil {
		return engine.Reply{}, err
	}
	return engine.Reply{
		Type: "application/pdf", Body: document,
		Header: []engine.Field{
			{Name: "Content-Disposition", Value: `attachment; filename="` + fileName(made.To.String(), row) + `"`},
			{Name: "Cache-Control", Value: "no-store"},
		},
	}, nil
}

// sourceOf tells what a statement is made from. One that is still waiting counts as uploaded now.
func sourceOf(t *engine.Turn, id string, row map[string]any) (statement.Source, error) {
	account, _ := row["account_id"].(string)
	bank, _ := row["bank_name"].(string)
	s := statement.Source{ID: id, Account: account, Bank: bank}
	at, given := row["uploaded_at"].(string)
	if !given {
		s.Uploaded = t.Now()
		return s, nil
	}
	var err error
	if s.Uploaded, err = time.Parse(time.RFC3339, at); err != nil {
		return s, fmt.Errorf("read when statement %s was uploaded: %w", id, err)
	}
	return s, nil
}

// timeText is the sandbox's time as tables hold it.
func timeText(t *engine.Turn) string { return t.Now().Format(time.RFC3339Nano) }

// notInFileName is what the name of a file shall not have.
var notInFileName = regexp.MustCompile(`[^a-z0-9_]+`)

// fileName is under which name a browser keeps a statement that ends on a day.
func fileName(day string, row map[string]any) string {
	bank, _ := row["bank_name"].(string)
	if bank = notInFileName.ReplaceAllString(bank, ""); bank == "" {
		bank = "bank"
	}
	return bank + "-statement-" + day + ".pdf"
}

// NewStatement is a statement that is uploaded.
type NewStatement struct {
	// Entity is the entity_id of an entity of the sandbox.
	Entity string
	// Bank is the bank's name in small letters.
	Bank string
	// Account is the account_id, a UUID; "" makes one.
	Account string
	// Password opens the PDF, in printable ASCII; "" is none.
	Password string
}

// ErrUnknownEntity and ErrUnknownBank tell that the sandbox has no such entity, and no such bank.
var (
	ErrUnknownEntity = errors.New("there is no such entity")
	ErrUnknownBank   = errors.New("there is no such bank")
)

// FieldError tells what cannot be taken. Message reads on from the field's name.
type FieldError struct{ Field, Message string }

// Error names the field and what is wrong with it.
func (e *FieldError) Error() string { return e.Field + " " + e.Message }

var (
	bankName = regexp.MustCompile(`^[a-z0-9_]{2,32}$`)
	uuidForm = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)
	password = regexp.MustCompile(`^[\x20-\x7e]{0,32}$`)
)

const maxIssue = 512

// Upload puts a statement into the turn's sandbox, uploaded now by its clock, and gives its id. The error is a
// *FieldError, ErrUnknownEntity, or one of the engine.
func Upload(t *engine.Turn, s NewStatement) (statementID string, err error) {
	s.Entity, s.Account = strings.ToLower(s.Entity), strings.ToLower(s.Account)
	switch {
	case !bankName.MatchString(s.Bank):
		return "", &FieldError{"bank", "must be 2 to 32 small letters, digits and _"}
	case s.Account != "" && !uuidForm.MatchString(s.Account):
		return "", &FieldError{"account", "must be a UUID"}
	case !password.MatchString(s.Password):
		return "", &FieldError{"password", "must be at most 32 printable ASCII characters"}
	case t.Row(entities, map[string]any{"entity_id": s.Entity}) == nil:
		return "", ErrUnknownEntity
	}
	if s.Account == "" {
		s.Account = t.ID("account")
	}
	statementID = t.ID("statement")
	row := map[string]any{
		"statement_id": statementID, "entity_id": s.Entity, "account_id": s.Account, "bank_name": s.Bank,
		"uploaded_at": timeText(t), "waiting": false,
	}
	if s.Password != "" {
		row["pdf_password"] = s.Password
	}
	if err := t.Do(engine.Step{Kind: "insert", Table: statements, Row: row}); err != nil {
		return "", fmt.Errorf("upload a statement: %w", err)
	}
	return statementID, nil
}

// SetHealth says whether a bank's net banking works, from now on by the sandbox's clock. The bank is one of the table, in
// capital or small letters; issue says what is wrong while it is down, and "" says so in general. The error is a
// *FieldError, ErrUnknownBank, or one of the engine.
func SetHealth(t *engine.Turn, bank string, up bool, issue string) error {
	bank = strings.ToUpper(bank)
	switch {
	case up && issue != "":
		return &FieldError{"issue", "must not be there while the bank works"}
	case len([]rune(issue)) > maxIssue:
		return &FieldError{"issue", fmt.Sprintf("must be at most %d characters", maxIssue)}
	case t.Row(health, map[string]any{"bank": bank}) == nil:
		return ErrUnknownBank
	}
	row := map[string]any{"bank": bank, "updated_at": timeText(t), "health_up": up}
	if issue != "" {
		row["issue_details"] = issue
	}
	if err := t.Do(engine.Step{Kind: "replace", Table: health, Row: row}); err != nil {
		return fmt.Errorf("set the health of bank %s: %w", bank, err)
	}
	return nil
}
