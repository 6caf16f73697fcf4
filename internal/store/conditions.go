package store

import (
	"strings"

	"github.com/sandbank/sandbank/internal/portal"
)

// conditions gathers what rows have to satisfy, with the values for its placeholders. Only values come from outside.
type conditions struct {
	all    []string
	values []any
}

func (c *conditions) add(condition string, values ...any) {
	c.all, c.values = append(c.all, condition), append(c.values, values...)
}

// equal asks for a value of a column; "" asks for nothing.
func (c *conditions) equal(column, value string) {
	if value != "" {
		c.add(column+" = ?", value)
	}
}

// before asks for the rows that come after a place in a list that is ordered by at and id, the latest first.
func (c *conditions) before(p portal.Place) {
	if p != (portal.Place{}) {
		c.add("(at < ? OR at = ? AND id < ?)", micros(p.At), micros(p.At), p.ID)
	}
}

// where writes the clause; "" when everything satisfies.
func (c *conditions) where() string {
	if len(c.all) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.all, " AND ")
}
