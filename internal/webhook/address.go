package webhook

import (
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// ForbiddenError says that a callback may not go to an address, and what kind of address it is.
type ForbiddenError struct {
	Class string
	// Private tells that the address would be allowed if private ones were.
	Private bool
}

func (e *ForbiddenError) Error() string { return "callbacks are not sent to " + e.Class + " addresses" }

// network is a range of addresses with what it is called.
type network struct {
	prefix  netip.Prefix
	class   string
	private bool
}

// networks are the ranges that are not of the public Internet (the IANA registries of special-purpose addresses), the
// more particular ones first. Of IPv6 only 2000::/3 is public at all, so the rest needs no entry but for its name.
var networks = []network{
	named("0.0.0.0/8", "unspecified", false),
	named("127.0.0.0/8", "loopback", true),
	named("10.0.0.0/8", "private", true),
	named("172.16.0.0/12", "private", true),
	named("192.168.0.0/16", "private", true),
	named("100.100.100.200/32", "metadata", false),
	named("100.64.0.0/10", "shared", true), // RFC 6598
	named("169.254.0.0/16", "link-local", false),
	named("168.63.129.16/32", "metadata", false),
	named("192.0.0.0/24", "reserved", false),
	named("192.0.2.0/24", "reserved", false),
	named("192.88.99.0/24", "reserved", false),
	named("198.18.0.0/15", "reserved", false),
	named("198.51.100.0/24", "reserved", false),
	named("203.0.113.0/24", "reserved", false),
	named("224.0.0.0/4", "multicast", false),
	named("240.0.0.0/4", "reserved", false),

	named("::/128", "unspecified", false),
	named("::1/128", "loopback", true),
	named("fd00:ec2::254/128", "metadata", false),
	named("fd20:ce::254/128", "metadata", false),
	named("fc00::/7", "unique-local", true),
	named("fe80::/10", "link-local", false),
	named("fec0::/10", "private", true), // site-local, RFC 3879
	named("ff00::/8", "multicast", false),
	named("64:ff9b::/96", "translated", false),   // NAT64, RFC 6052
	named("64:ff9b:1::/48", "translated", false), // RFC 8215
	named("2002::/16", "tunnelled", false),       // 6to4
	named("2001::/32", "tunnelled", false),       // Teredo
	named("2001::/23", "reserved", false),
	named("2001:db8::/32", "reserved", false),
	named("3fff::/20", "reserved", false),
}

var public6 = netip.MustParsePrefix("2000::/3")

func named(prefix, class string, private bool) network {
	return network{netip.MustParsePrefix(prefix), class, private}
}

// Forbidden tells whether callbacks may go to an address: the error says what kind of address it is. An IPv4 address
// that is mapped into IPv6 is what it is mapped from. private admits those that a person's own machines have.
func Forbidden(a netip.Addr, private bool) error {
	if !a.IsValid() {
		return &ForbiddenError{Class: "invalid"}
	}
	a = a.Unmap().WithZone("")
	for _, n := range networks {
		if !n.prefix.Contains(a) {
			continue
		}
		if n.private && private {
			return nil
		}
		return &ForbiddenError{Class: n.class, Private: n.private}
	}
	if a.Is6() && !public6.Contains(a) {
		return &ForbiddenError{Class: "reserved"}
	}
	return nil
}

// checkDialled looks at the address and port that a connection is about to be made to. Names have been resolved by
// then, so it does not matter what they led to before.
func checkDialled(address string, private bool) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return &ForbiddenError{Class: "unreadable"}
	}
	return Forbidden(to.Addr(), private)
}

// maxURL bounds the length of an address, in bytes.
const maxURL = 2048

// badPorts are ports above 1023 where something else than HTTP listens (the Fetch standard's list of bad ports).
var badPorts = []int{1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}

// CheckURL refuses what is no address to send callbacks to, before anything is sent: another scheme than http and
// https, a user in it, a port where no receiver of webhooks listens, and a literal address that is forbidden. What a
// name leads to is only known when it is dialled.
func CheckURL(text string, private bool) error {
	if len(text) > maxURL {
		return fmt.Errorf("the address is longer than %d bytes", maxURL)
	}
	if strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '\\' }) {
		return fmt.Errorf("the address holds characters that no address has")
	}
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return fmt.Errorf("the address cannot be read")
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("the address begins with %q; callbacks go to http: and https: only", u.Scheme+":")
	case u.User != nil:
		return fmt.Errorf("the address holds a user; callbacks are signed instead")
	case u.Hostname() == "":
		return fmt.Errorf("the address has no host")
	}
	if err := checkPort(u.Port(), private); err != nil {
		return err
	}
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil {
		return Forbidden(ip, private)
	}
	return nil
}

func checkPort(text string, private bool) error {
	if text == "" {
		return nil
	}
	port, err := strconv.Atoi(text)
	switch {
	case err != nil || port < 1 || port > 65535:
		return fmt.Errorf("the address has the port %q; a port is a number from 1 to 65535", text)
	case private || port == 80 || port == 443:
		return nil
	case port < 1024 || slices.Contains(badPorts, port):
		return fmt.Errorf("the address has the port %d, where no receiver of callbacks listens", port)
	}
	return nil
}
