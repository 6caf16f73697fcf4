package contract

import (
	"encoding/base64"
	"net/mail"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
)

// format is one value of the keyword format that is asserted. All others are annotations and admit everything.
type format struct {
	ok func(string) bool
	// must completes "must be …".
	must string
}

// formats of strings. "password", "binary", "float" and "double" are annotations.
var formats = map[string]format{
	"date":          {isDate, "a real date as YYYY-MM-DD"},
	"date-time":     {isDateTime, "a date and time with its offset, as 2026-01-31T09:30:00+05:30"},
	"duration":      {isDuration, "an ISO 8601 duration such as P1Y6M or PT5M"},
	"email":         {isEmail, "an e-mail address"},
	"uuid":          {isUUID, "a UUID such as 123e4567-e89b-12d3-a456-426614174000"},
	"uri":           {isURI, "an absolute URI"},
	"uri-reference": {isURIReference, "a URI, absolute or relative"},
	"ipv4":          {isIPv4, "an IPv4 address"},
	"ipv6":          {isIPv6, "an IPv6 address"},
	"hostname":      {isHostname, "a host name"},
	"decimal":       {isDecimal, "a decimal number of at most 19 digits, such as 1000.00"},
	"byte":          {isBase64, "base64 text"},
}

// numericFormats bound integers; they are checked on numbers, not on strings.
var numericFormats = map[string][2]int64{
	"int32": {-1 << 31, 1<<31 - 1},
	"int64": {-1 << 63, 1<<63 - 1},
}

func isDate(s string) bool {
	_, err := bank.ParseDate(s)
	return err == nil
}

// isDateTime checks RFC 3339. A leap second is taken as the bank's systems take it: not at all.
func isDateTime(s string) bool {
	if len(s) < 20 || (s[10] != 'T' && s[10] != 't') || !isDate(s[:10]) || strings.IndexByte(s, ',') >= 0 {
		return false
	}
	_, err := time.Parse(time.RFC3339, strings.ToUpper(s))
	return err == nil
}

func isDuration(s string) bool {
	_, err := bank.ParseDuration(s)
	return err == nil
}

func isEmail(s string) bool {
	at := strings.LastIndexByte(s, '@')
	if at < 1 || at == len(s)-1 || len(s) > 254 || strings.ContainsAny(s, " <>\t\r\n") {
		return false
	}
	a, err := mail.ParseAddress(s)
	return err == nil && a.Name == "" && a.Address == s && isHostname(s[at+1:])
}

func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		switch i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
				return false
			}
		}
	}
	return true
}

func isURI(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.IsAbs() && plainURI(s)
}

func isURIReference(s string) bool {
	_, err := url.Parse(s)
	return err == nil && plainURI(s)
}

// plainURI refuses what net/url repairs silently.
func plainURI(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= 0x7f || strings.IndexByte(`"<>\^`+"`{|}", s[i]) >= 0 {
			return false
		}
	}
	return true
}

func isIPv4(s string) bool {
	a, err := netip.ParseAddr(s)
	return err == nil && a.Is4()
}

func isIPv6(s string) bool {
	a, err := netip.ParseAddr(s)
	return err == nil && a.Is6() && a.Zone() == ""
}

// isHostname checks RFC 1123: labels of letters, digits and inner hyphens, 63 characters each, 253 in all.
func isHostname(s string) bool {
	s = strings.TrimSuffix(s, ".")
	if s == "" || len(s) > 253 {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := range len(label) {
			c := label[i]
			if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-') {
				return false
			}
		}
	}
	return true
}

func isDecimal(s string) bool {
	_, err := bank.ParseDecimal(s)
	return err == nil
}

func isBase64(s string) bool {
	_, err := base64.StdEncoding.DecodeString(s)
	return err == nil
}
