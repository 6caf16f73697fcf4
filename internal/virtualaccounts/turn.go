package virtualaccounts

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine"
)

// put changes columns of the row that has a key.
func put(t *engine.Turn, table, key, value string, columns map[string]any) error {
	columns[key] = value
	return t.Do(engine.Step{Kind: "upsert", Table: table, Row: columns})
}

// answer gives the operation's usual answer.
func answer(body any) (engine.Reply, error) {
	encoded, err := json.Marshal(body)
	return engine.Reply{Body: encoded}, err
}

// refuse gives a problem of the API's catalogue.
func refuse(t *engine.Turn, code, detail string) (engine.Reply, error) {
	p, err := t.Problem(code, detail)
	return engine.Reply{Problem: p}, err
}

// instant writes a moment as expressions do.
func instant(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// object gives a decoded JSON object, nil for anything else.
func object(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

// text gives a decoded JSON string, "" for anything else.
func text(v any) string {
	s, _ := v.(string)
	return s
}

// rupees reads an amount of a row.
func rupees(v any) (bank.Decimal, error) {
	d, err := bank.ParseDecimal(text(v))
	if err != nil {
		return bank.Decimal{}, fmt.Errorf("an amount of the ledger: %w", err)
	}
	return d, nil
}

// inPaise writes an amount, which has at most two places, with both of them.
func inPaise(d bank.Decimal) string {
	whole, part, _ := strings.Cut(d.String(), ".")
	return whole + "." + (part + "00")[:2]
}
