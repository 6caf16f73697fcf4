package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// Things of the portal of which only some members are ever looked for stand as JSON in a column, body, with columns
// beside it for those members.

// bodyOf writes a thing. Only what can be written as JSON is kept.
func bodyOf(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("store: %T cannot be written: %v", v, err))
	}
	return string(text)
}

// readBody reads the one thing that a statement finds.
func readBody[T any](ctx context.Context, q *bun.RawQuery, what string) (v T, err error) {
	var body string
	if err := found(q.Scan(ctx, &body), what); err != nil {
		return v, err
	}
	return fromBody[T](body, what)
}

// fromBody reads a thing.
func fromBody[T any](body, what string) (v T, err error) {
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		return v, fmt.Errorf("read %s: %w", what, err)
	}
	return v, nil
}

// readBodies reads everything that a statement finds.
func readBodies[T any](ctx context.Context, q *bun.RawQuery, what string) ([]T, error) {
	var bodies []string
	if err := q.Scan(ctx, &bodies); err != nil {
		return nil, fmt.Errorf("list %s: %w", what, err)
	}
	list := make([]T, len(bodies))
	for i, body := range bodies {
		var err error
		if list[i], err = fromBody[T](body, what); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// put runs a statement that adds one row where there is none that it would clash with, else it gives ErrTaken.
func put(ctx context.Context, q *bun.RawQuery, what string) error {
	err := one(q.Exec(ctx))(portal.ErrTaken)
	if err != nil && !errors.Is(err, portal.ErrTaken) {
		err = fmt.Errorf("add %s: %w", what, err)
	}
	return err
}

// contains asks for rows whose column, which is case-folded, has a text in it; "" asks for nothing.
func (c *conditions) contains(column, text string) {
	switch {
	case text == "":
	case strings.ContainsRune(text, 0): // no column has it, and PostgreSQL does not take it
		c.add("1 = 0")
	default:
		c.add(column+` LIKE ? ESCAPE '!'`, "%"+strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(text)+"%")
	}
}

// limited writes the clause for at most so many rows; 0 is all.
func limited(limit int) string {
	if limit <= 0 {
		return ""
	}
	return fmt.Sprintf(" LIMIT %d", limit)
}
