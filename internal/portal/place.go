package portal

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Place is where a page of a list ended that is ordered by a time and an id, the latest first: the next page begins
// after it. The zero Place is the beginning.
type Place struct {
	At time.Time
	ID string
}

// errCursor refuses a cursor that no list has given.
var errCursor = &Refusal{Code: problem.SchemaViolation, Detail: "The cursor is not one that this list has given.",
	Violations: []problem.Violation{{In: "query", Parameter: "cursor", Message: "is not the next of an earlier page"}}}

// Cursor writes a place as what a caller sends back; "" for the beginning.
func (p Place) Cursor() string {
	if p == (Place{}) {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.FormatInt(p.At.UnixMicro(), 36) + "." + p.ID))
}

// ParsePlace reads what Cursor has written. The error is a *Refusal.
func ParsePlace(cursor string) (Place, error) {
	if cursor == "" {
		return Place{}, nil
	}
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	at, id, found := strings.Cut(string(text), ".")
	micros, bad := strconv.ParseInt(at, 36, 64)
	if err != nil || bad != nil || !found || len(id) > 128 {
		return Place{}, errCursor
	}
	return Place{At: time.UnixMicro(micros).UTC(), ID: id}, nil
}

// page cuts a list, which was read with one entry more than the limit, to a page, and gives the cursor of the next one.
func page[T any](list []T, limit int, place func(T) Place) ([]T, string) {
	if len(list) <= limit {
		return list, ""
	}
	return list[:limit], place(list[limit-1]).Cursor()
}

// pageAfter cuts the page out of a whole list that begins after a cursor, and gives the cursor of the next one. key tells
// the entries apart. The error is a *Refusal when no entry has the cursor's key.
func pageAfter[T any](list []T, cursor string, limit int, key func(T) string) ([]T, string, error) {
	if cursor != "" {
		after, err := base64.RawURLEncoding.DecodeString(cursor)
		at := slices.IndexFunc(list, func(v T) bool { return key(v) == string(after) })
		if err != nil || at < 0 {
			return nil, "", errCursor
		}
		list = list[at+1:]
	}
	if len(list) <= limit {
		return list, "", nil
	}
	list = list[:limit]
	return list, base64.RawURLEncoding.EncodeToString([]byte(key(list[limit-1]))), nil
}
