package sandbox

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strconv"
	"time"
	"unicode/utf8"
)

// jsonText is JSON that is being written, member by member. The entries of journals are written with it, since they are
// written behind every request; encoding/json takes three times as long, most of it to sort headers.
type jsonText []byte

// name begins a member.
func (t *jsonText) name(name string) {
	t.next()
	*t = append(append(append(*t, '"'), name...), '"', ':')
}

// next writes the comma that parts a member or an item from the one before.
func (t *jsonText) next() {
	if last := len(*t) - 1; last >= 0 && (*t)[last] != '{' && (*t)[last] != '[' && (*t)[last] != ':' {
		*t = append(*t, ',')
	}
}

func (t *jsonText) open(bracket byte) { *t = append(*t, bracket) }

// shut closes an object or a list.
func (t *jsonText) shut(bracket byte) { *t = append(*t, bracket) }

// text writes a member that is a text, unless it is empty.
func (t *jsonText) text(name, value string) {
	if value != "" {
		t.name(name)
		t.quote(value)
	}
}

func (t *jsonText) number(name string, value int64) {
	if value != 0 {
		t.name(name)
		*t = strconv.AppendInt(*t, value, 10)
	}
}

func (t *jsonText) truth(name string, value bool) {
	if value {
		t.name(name)
		*t = append(*t, "true"...)
	}
}

// bytes writes a member as encoding/json writes bytes: in Base64.
func (t *jsonText) bytes(name string, value []byte) {
	if len(value) > 0 {
		t.name(name)
		*t = append(base64.StdEncoding.AppendEncode(append(*t, '"'), value), '"')
	}
}

// moment writes a time as encoding/json does, with the zone that it has.
func (t *jsonText) moment(name string, value time.Time) {
	t.name(name)
	*t = append(value.AppendFormat(append(*t, '"'), time.RFC3339Nano), '"')
}

// texts writes a member that is a list.
func (t *jsonText) texts(name string, list []string) {
	if len(list) == 0 {
		return
	}
	t.name(name)
	t.open('[')
	for _, text := range list {
		t.next()
		t.quote(text)
	}
	t.shut(']')
}

// header writes a member with those fields of a header that are wanted.
func (t *jsonText) header(name string, h http.Header, wanted func(field string, values []string) bool) {
	opened := false
	for field, values := range h {
		if !wanted(field, values) {
			continue
		}
		if !opened {
			t.name(name)
			t.open('{')
			opened = true
		}
		t.next()
		t.quote(field)
		*t = append(*t, ':', '[')
		for _, v := range values {
			t.next()
			t.quote(v)
		}
		t.shut(']')
	}
	if opened {
		t.shut('}')
	}
}

// quote writes a text; bytes that are no UTF-8 become U+FFFD.
func (t *jsonText) quote(s string) {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			quoted, _ := json.Marshal(s) // a text can always be written
			*t = append(*t, quoted...)
			return
		}
	}
	*t = append(append(append(*t, '"'), s...), '"')
}
