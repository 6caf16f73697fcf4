package server

import (
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"sync/atomic"
)

// maxRequestID is how long a caller's own request id may be.
const maxRequestID = 128

// requestIDs makes ids that are unique across programs: 64 random bits of this program, then a number.
type requestIDs struct {
	prefix [17]byte // hexadecimal, and a hyphen
	next   *atomic.Uint64
}

func newRequestIDs() requestIDs {
	var random [8]byte
	rand.Read(random[:]) // never fails
	ids := requestIDs{next: new(atomic.Uint64)}
	hex.Encode(ids.prefix[:16], random[:])
	ids.prefix[16] = '-'
	return ids
}

func (r *requestIDs) make() string {
	var number [8]byte
	binary.BigEndian.PutUint64(number[:], r.next.Add(1))
	var id [17 + 10]byte
	copy(id[:], r.prefix[:])
	hex.Encode(id[17:], number[3:])
	return string(id[:])
}

// saneRequestID tells whether a caller's request id is taken over: 1 to 128 letters, digits, dots, underscores and
// hyphens. Anything else could not be logged and searched safely.
func saneRequestID(id string) bool {
	if id == "" || len(id) > maxRequestID {
		return false
	}
	for i := 0; i < len(id); i++ {
		switch c := id[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.', c == '_', c == '-':
		default:
			return false
		}
	}
	return true
}
