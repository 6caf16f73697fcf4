package portal

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/problem"
)

// BankSettings are what the bank's admins set for the portal.
type BankSettings struct {
	BankName, SupportEmail string
	// Fields are what registrations ask for beside their own fields, in their order.
	Fields []Field
	// Manager looks after the organisations that have nobody of their own.
	Manager Contact
	Version int64
}

// Field is something that the bank asks of a person or of an organisation.
type Field struct {
	Key       string
	Tab       FieldTab
	Label     string
	Kind      FieldKind
	Required  bool
	Hint      string
	Choices   []string
	MaxLength int // in characters; 0 is maxCustom
}

// FieldTab is which part of a registration asks for a field.
type FieldTab string

// The tabs.
const (
	PersonTab       FieldTab = "person"
	OrganisationTab FieldTab = "organisation"
)

// FieldKind is what the values of a field are.
type FieldKind string

// Kinds of fields. Their values are written as text.
const (
	LineField   FieldKind = "line"
	ProseField  FieldKind = "prose"
	NumberField FieldKind = "number"
	DateField   FieldKind = "date"
	ChoiceField FieldKind = "choice"
	FlagField   FieldKind = "flag"
)

// maxCustom bounds a value of a field, in characters.
const maxCustom = 1000

// BankBook is what a Store keeps of the bank's settings.
type BankBook interface {
	BankSettings(ctx context.Context) (BankSettings, error)
	// PutBankSettings changes the version before b.Version; ErrStale when there is another by now.
	PutBankSettings(ctx context.Context, b BankSettings) error
}

// bankSettings gives the settings, which are the program's own until the bank has set some.
func bankSettings(ctx context.Context, tx Tx) (BankSettings, error) {
	b, err := tx.BankSettings(ctx)
	if notFound(err) {
		return BankSettings{BankName: "Demo Bank", SupportEmail: "support@bank.example",
			Manager: Contact{Name: "Partner support", Email: "support@bank.example"}, Version: 1}, nil
	}
	return b, err
}

// BankSettings gives the settings to the bank's staff.
func (s *Service) BankSettings(ctx context.Context, by Actor) (b BankSettings, err error) {
	if err := by.staff(); err != nil {
		return b, err
	}
	err = s.store.View(ctx, func(tx Tx) (err error) {
		b, err = bankSettings(ctx, tx)
		return err
	})
	return b, err
}

// ChangeBankSettings replaces the settings, of which the caller has read a version (0 is any).
func (s *Service) ChangeBankSettings(ctx context.Context, by Actor, b BankSettings, version int64) (BankSettings, error) {
	if err := by.bankAdmin(); err != nil {
		return b, err
	}
	if err := checkFields(b.Fields); err != nil {
		return b, err
	}
	err := s.store.Update(ctx, func(tx Tx) error {
		old, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		if version != 0 && version != old.Version {
			return ErrStale
		}
		b.Version = old.Version + 1
		if err := tx.PutBankSettings(ctx, b); err != nil {
			return err
		}
		changes := changed("bankName", old.BankName, b.BankName)
		changes = append(changes, changed("supportEmail", old.SupportEmail, b.SupportEmail)...)
		changes = append(changes, changed("fields", keysOf(old.Fields), keysOf(b.Fields))...)
		changes = append(changes, changed("relationshipManager", old.Manager.Name, b.Manager.Name)...)
		return s.audit(ctx, tx, by, AuditEntry{Action: "settings.changed", ObjectKind: "settings", Object: "settings", ObjectName: b.BankName, Changes: changes})
	})
	return b, err
}

// changed tells that a member was changed; nothing when it was not.
func changed(member, before, after string) []AuditChange {
	if before == after {
		return nil
	}
	return []AuditChange{{Member: member, Before: before, After: after}}
}

func keysOf(fields []Field) string {
	var keys []string
	for _, f := range fields {
		keys = append(keys, f.Key)
	}
	return strings.Join(keys, ", ")
}

// checkFields refuses fields that contradict each other or themselves.
func checkFields(fields []Field) error {
	var violations []problem.Violation
	blame := func(i int, member, message string) {
		violations = append(violations, problem.Violation{In: "body", Pointer: "/fields/" + strconv.Itoa(i) + "/" + member, Message: message})
	}
	for i, f := range fields {
		if slices.ContainsFunc(fields[:i], func(other Field) bool { return other.Key == f.Key && other.Tab == f.Tab }) {
			blame(i, "key", "is the key of another field, too")
		}
		switch {
		case f.Kind == ChoiceField && len(f.Choices) == 0:
			blame(i, "choices", "must have the values that can be chosen")
		case f.Kind != ChoiceField && len(f.Choices) > 0:
			blame(i, "choices", "must not be there, since the kind is "+string(f.Kind))
		case len(slices.Compact(slices.Sorted(slices.Values(f.Choices)))) < len(f.Choices):
			blame(i, "choices", "must not have a value twice")
		}
		if f.MaxLength > 0 && f.Kind != LineField && f.Kind != ProseField {
			blame(i, "maxLength", "must not be there, since the kind is "+string(f.Kind))
		}
	}
	if len(violations) > 0 {
		return &Refusal{Code: problem.SettingsInvalid, Detail: "The fields contradict themselves.", Violations: violations}
	}
	return nil
}

// checkCustom refuses values that do not fit the fields of a tab. pointer is where they stand in the body. had are the
// values that were kept before, which may stay although their field is gone.
func checkCustom(fields []Field, tab FieldTab, values, had map[string]string, pointer string) error {
	var violations []problem.Violation
	known := map[string]bool{}
	for _, f := range fields {
		if f.Tab != tab {
			continue
		}
		known[f.Key] = true
		value, given := values[f.Key]
		if message := f.wrong(value, given); message != "" {
			violations = append(violations, problem.Violation{In: "body", Pointer: pointer + "/" + f.Key, Message: message})
		}
	}
	for key, value := range values {
		if !known[key] && (had[key] != value || had == nil) {
			violations = append(violations, problem.Violation{In: "body", Pointer: pointer + "/" + pointerToken(key), Message: "is no field that the bank asks for"})
		}
	}
	if len(violations) == 0 {
		return nil
	}
	slices.SortFunc(violations, func(a, b problem.Violation) int { return strings.Compare(a.Pointer, b.Pointer) })
	return &Refusal{Code: problem.CustomFieldInvalid, Detail: "A field that the bank asks for is missing or wrong.", Violations: violations}
}

// pointerToken writes a member's name as a part of a JSON Pointer (RFC 6901).
func pointerToken(name string) string { return strings.NewReplacer("~", "~0", "/", "~1").Replace(name) }

// wrong says what is wrong with a value; "" when nothing is.
func (f Field) wrong(value string, given bool) string {
	if !given || strings.TrimSpace(value) == "" {
		if f.Required {
			return "is needed: " + f.Label
		}
		return ""
	}
	most := maxCustom
	if f.MaxLength > 0 {
		most = f.MaxLength
	}
	if n := utf8.RuneCountInString(value); n > most {
		return fmt.Sprintf("must have at most %d characters and has %d", most, n)
	}
	if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' && (f.Kind != ProseField || r != '\n' && r != '\t') || r == 0x7f }) {
		return "must not have control characters"
	}
	switch f.Kind {
	case NumberField:
		if n, err := strconv.ParseInt(value, 10, 64); err != nil || strconv.FormatInt(n, 10) != value {
			return "must be a whole number"
		}
	case DateField:
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			return "must be a day, such as 2026-03-01"
		}
	case ChoiceField:
		if !slices.Contains(f.Choices, value) {
			return "must be one of " + strings.Join(f.Choices, ", ")
		}
	case FlagField:
		if value != "true" && value != "false" {
			return "must be true or false"
		}
	}
	return ""
}
