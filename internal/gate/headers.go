package gate

import (
	"strconv"
	"time"
)

// Policy and Limit are the fields RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers, version 10): for
// each quota its name, how many calls it allows (q) in how many seconds (w), how many are left (r) and when it begins
// anew (t, in seconds). Both are "" where nothing is limited.

// Policy gives the field RateLimit-Policy.
func (p *Pass) Policy() string {
	b := make([]byte, 0, 192)
	b = p.Organisation.policy(b, "")
	if p.API != nil {
		b = p.API.policy(b, "api-")
	}
	return string(b)
}

// Limit gives the field RateLimit.
func (p *Pass) Limit(now time.Time) string {
	b := make([]byte, 0, 192)
	b = p.Organisation.limit(b, "", now)
	if p.API != nil {
		b = p.API.limit(b, "api-", now)
	}
	return string(b)
}

func (s *Standing) policy(b []byte, prefix string) []byte {
	b = policyItem(b, prefix, "day", s.Limits.Day, secondsOfDay)
	b = policyItem(b, prefix, "hour", s.Limits.Hour, secondsOfHour)
	return policyItem(b, prefix, "second", s.Limits.Second, 1)
}

func policyItem(b []byte, prefix, name string, quota, window int64) []byte {
	if quota == 0 {
		return b
	}
	b = item(b, prefix, name)
	b = append(b, ";q="...)
	b = strconv.AppendInt(b, quota, 10)
	b = append(b, ";w="...)
	return strconv.AppendInt(b, window, 10)
}

func (s *Standing) limit(b []byte, prefix string, now time.Time) []byte {
	b = limitItem(b, prefix, "day", s.Limits.Day, s.Limits.Day-s.InDay, s.Windows.dayEnds(), now)
	b = limitItem(b, prefix, "hour", s.Limits.Hour, s.Limits.Hour-s.InHour, s.Windows.hourEnds(), now)
	return limitItem(b, prefix, "second", s.Limits.Second, s.LeftNow, now.Add(time.Second), now)
}

func limitItem(b []byte, prefix, name string, quota, left int64, ends, now time.Time) []byte {
	if quota == 0 {
		return b
	}
	b = item(b, prefix, name)
	b = append(b, ";r="...)
	b = strconv.AppendInt(b, max(0, left), 10)
	b = append(b, ";t="...)
	return strconv.AppendInt(b, max(0, int64((ends.Sub(now)+time.Second-1)/time.Second)), 10)
}

func item(b []byte, prefix, name string) []byte {
	if len(b) > 0 {
		b = append(b, ", "...)
	}
	b = append(b, '"')
	b = append(b, prefix...)
	b = append(b, name...)
	return append(b, '"')
}
