package server

import (
	"strconv"
	"strings"

	"github.com/google/uuid"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// This file holds how the portal's operations read and write what many of them have.

// defaultLimit is how many entries a page has where the call does not say it.
const defaultLimit = 50

// limitOf is how many entries a page is to have.
func limitOf(given *portalapi.Limit) int {
	if given == nil {
		return defaultLimit
	}
	return *given
}

// place reads the cursor of a list that is ordered by time. It is false after a refusal, which it answers.
func (k *call) place(cursor *portalapi.Cursor) (portal.Place, bool) {
	p, err := portal.ParsePlace(given(cursor))
	if err != nil {
		k.declined(err)
	}
	return p, err == nil
}

// given is what a member holds that may be left out, else the zero value.
func given[T any](v *T) T {
	if v == nil {
		var zero T
		return zero
	}
	return *v
}

// unlessZero leaves a member out that has the zero value.
func unlessZero[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// idOf writes an id of ours.
func idOf(id string) portalapi.Id { return uuid.MustParse(id) }

// neverMatches is the version of nothing.
const neverMatches = -1

// matchOf reads If-Match (RFC 9110, section 13.1.1): the version that a change is made on; 0 for *, which is any. What is
// no entity tag of ours matches nothing.
func matchOf(ifMatch string) int64 {
	for _, tag := range strings.Split(ifMatch, ",") {
		tag = strings.TrimSpace(tag)
		if tag == "*" {
			return 0
		}
		if inner, ok := strings.CutPrefix(tag, `"`); ok {
			inner, ok = strings.CutSuffix(inner, `"`)
			if version, err := strconv.ParseInt(inner, 10, 64); ok && err == nil && version > 0 {
				return version
			}
		}
	}
	return neverMatches
}

// tag says the version of what is answered.
func (k *call) tag(version int64) {
	k.gin.Writer.Header()["Etag"] = []string{`"` + strconv.FormatInt(version, 10) + `"`}
}

// personReference writes who somebody is; nil is nobody.
func personReference(p portal.PersonName) *portalapi.PersonReference {
	if p.ID == "" {
		return nil
	}
	return &portalapi.PersonReference{Id: idOf(p.ID), Name: p.Name}
}
