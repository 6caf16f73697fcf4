package e2e_test

import (
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
)

// bankConnectAPI is BankConnect.
func bankConnectAPI(tb testing.TB) *contract.API { return apiNamed(tb, "bank-connect") }

// firstEntity has two statements, of which the second has the password 20021990.
const firstEntity = "501cce9d-3fdb-4258-9466-616fec7a75ef"

// collector is an application that uses BankConnect in the real program.
type collector struct {
	*client
	t *testing.T
}

func newCollector(t *testing.T) collector { return collector{newClient(t, start(t).origin), t} }

// get asks BankConnect for a path below its base path, or for a whole URL. No credentials go along with a URL of a statement.
func (c collector) get(target string) answer {
	c.t.Helper()
	if !strings.HasPrefix(target, "http") {
		target = c.origin + bankConnectAPI(c.t).BasePath + target
	}
	r, err := http.NewRequestWithContext(c.t.Context(), http.MethodGet, target, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	if !strings.Contains(target, "/statements/") {
		r.Header.Set("X-Api-Key", "demo")
		r.Header.Set("Server-Hash", "any")
	}
	return c.do(c.t, r)
}

// advance moves the sandbox's clock.
func (c collector) advance(by string) {
	c.t.Helper()
	if a := c.send(c.t, call{method: http.MethodPatch, path: "/clock", api: control(c.t), body: map[string]any{"advance": by}}); a.status != http.StatusOK {
		c.t.Fatalf("the clock cannot be moved: %d %s", a.status, a.body)
	}
}

// links gives the pdf_urls of the first entity's statements.
func (c collector) links() (urls []string) {
	c.t.Helper()
	a := c.get("/entity/" + firstEntity + "/get_pdfs/")
	list, _ := a.json(c.t).(map[string]any)["statements"].([]any)
	if a.status != http.StatusOK || len(list) != 2 {
		c.t.Fatalf("the statements are %d %s", a.status, a.body)
	}
	for _, s := range list {
		text, _ := s.(map[string]any)["pdf_url"].(string)
		urls = append(urls, text)
	}
	return urls
}

func TestFollowingNextVisitsEveryEntityOnce(t *testing.T) {
	c := newCollector(t)
	for first, want := range map[string]int{"/entity/": 123, "/entity/?link_id=branch-pune": 12, "/entity/?page=1&link_id=loan-1004": 3} {
		seen := map[string]bool{}
		pages := 0
		for next := any(first); next != nil; pages++ {
			a := c.get(next.(string))
			page, _ := a.json(t).(map[string]any)
			if a.status != http.StatusOK || page["count"] != float64(want) || pages > 20 {
				t.Fatalf("%v: %d %s", next, a.status, a.body)
			}
			for _, e := range page["results"].([]any) {
				id := e.(map[string]any)["entity_id"].(string)
				if seen[id] {
					t.Errorf("%s: entity %s comes twice", first, id)
				}
				seen[id] = true
			}
			if (page["previous"] == nil) != (pages == 0) {
				t.Errorf("%v: previous is %v", next, page["previous"])
			}
			if next = page["next"]; next != nil && !strings.HasPrefix(next.(string), c.origin+"/bank-connect/v1/entity/?") {
				t.Errorf("next is %v", next)
			}
		}
		if len(seen) != want {
			t.Errorf("%s: %d entities on %d pages, want %d", first, len(seen), pages, want)
		}
	}
	for _, page := range []string{"0", "abc", "14", "-1", "1e0", "", "%20", "99999999999999999999"} {
		if a := c.get("/entity/?page=" + page); a.status != http.StatusNotFound || string(a.body) != `{"detail":"Invalid page."}` {
			t.Errorf("page %q is %d %s", page, a.status, a.body)
		}
	}
}

func TestALinkToAStatementWorksForAnHourAndThirtyDays(t *testing.T) {
	c := newCollector(t)
	link := c.links()[0]
	if a := c.get(link); a.status != http.StatusOK || a.header.Get("Content-Type") != "application/pdf" ||
		!regexp.MustCompile(`^attachment; filename="axis-statement-[0-9-]{10}\.pdf"$`).MatchString(a.header.Get("Content-Disposition")) {
		t.Errorf("at once: %d %v", a.status, a.header)
	}
	c.advance("PT59M")
	if a := c.get(link); a.status != http.StatusOK {
		t.Errorf("after 59 minutes: %d %s", a.status, a.body)
	}
	c.advance("PT1M")
	if a := c.get(link); a.status != http.StatusGone || string(a.body) != `{"detail":"The link has expired."}` {
		t.Errorf("after an hour: %d %s", a.status, a.body)
	}
	if a := c.get(c.links()[0]); a.status != http.StatusOK {
		t.Errorf("a new link: %d %s", a.status, a.body)
	}
	c.advance("P30D")
	for _, link := range c.links() {
		if link != "" {
			t.Errorf("after 30 days: %s", link)
		}
	}
}

func TestNothingButTheLinkItselfOpensAStatement(t *testing.T) {
	c := newCollector(t)
	links := c.links()
	u, err := url.Parse(links[0])
	if err != nil {
		t.Fatal(err)
	}
	other, err := url.Parse(links[1])
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	without := func(name string) string {
		kept := url.Values{}
		for k, v := range q {
			if k != name {
				kept[k] = v
			}
		}
		return u.Path + "?" + kept.Encode()
	}
	for what, target := range map[string]string{
		"no query": u.Path, "another statement": other.Path + "?" + u.RawQuery, "a longer life": strings.Replace(links[0], "expires=", "expires=9", 1),
		"no holder": without("holder"), "no time": without("expires"), "no signature": without("signature"),
		"another holder": strings.Replace(links[0], "holder=", "holder=A", 1), "a parameter more": links[0] + "&x=1", "a parameter before": strings.Replace(links[0], "?", "?x=1&", 1),
		"a shorter signature": links[0][:len(links[0])-1], "twice": links[0] + "&" + u.RawQuery, "bad escapes": u.Path + "?signature=%zz&holder=%ff",
	} {
		if !strings.HasPrefix(target, "http") {
			target = c.origin + target
		}
		if a := c.get(target); a.status != http.StatusUnauthorized || string(a.body) != notProvided {
			t.Errorf("%s: %d %s", what, a.status, a.body)
		}
	}
}

// pdfText reads a PDF with poppler's pdftotext. It fails with the reader's own words.
func pdfText(t *testing.T, document []byte, options ...string) (text, failure string) {
	t.Helper()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("pdftotext is not installed (Debian: poppler-utils), and CI is set")
		}
		t.Skip("NOT TESTED: pdftotext is not installed (Debian: poppler-utils)")
	}
	file := filepath.Join(t.TempDir(), "statement.pdf")
	if err := os.WriteFile(file, document, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, said strings.Builder
	read := exec.CommandContext(t.Context(), reader, append(options, "-layout", file, "-")...)
	read.Stdout, read.Stderr = &out, &said
	if err := read.Run(); err != nil {
		return out.String(), said.String() + err.Error()
	}
	return out.String(), ""
}

var (
	bookingLine = regexp.MustCompile(`(?m)^([0-9]{4}-[0-9]{2}-[0-9]{2}) {2,}(\S.*?) {2,}([A-Z][0-9]{12})( +)([0-9,]+\.[0-9]{2}) +([0-9,]+\.[0-9]{2})\s*$`)
	totalLine   = regexp.MustCompile(`(?m)^(Opening balance|Total credits|Total debits|Closing balance): ([0-9,]+\.[0-9]{2})\s*$`)
)

func TestAReaderFindsRowsInTheStatementThatAddUp(t *testing.T) {
	c := newCollector(t)
	text, failure := pdfText(t, c.get(c.links()[0]).body)
	if failure != "" {
		t.Fatal(failure)
	}
	amount := func(s string) bank.Decimal {
		d, err := bank.ParseDecimal(strings.ReplaceAll(s, ",", ""))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	totals := map[string]bank.Decimal{}
	for _, m := range totalLine.FindAllStringSubmatch(text, -1) {
		totals[m[1]] = amount(m[2])
	}
	rows := bookingLine.FindAllStringSubmatch(text, -1)
	if len(totals) != 4 || len(rows) < 20 || !strings.Contains(text, "AXIS BANK") {
		t.Fatalf("%d totals and %d rows in\n%s", len(totals), len(rows), text)
	}
	// Which column an amount stands in shows in the balance: it is a debit or a credit, and nothing else fits.
	balance, credits, debits, last := totals["Opening balance"], bank.Decimal{}, bank.Decimal{}, ""
	for _, m := range rows {
		paid, after := amount(m[5]), amount(m[6])
		up, err := balance.Add(paid)
		down, err2 := balance.Sub(paid)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		switch after {
		case up:
			credits, err = credits.Add(paid)
		case down:
			debits, err = debits.Add(paid)
		default:
			t.Errorf("%s: %s is neither %s more nor less than %s", m[0], after, paid, balance)
		}
		if err != nil {
			t.Fatal(err)
		}
		if m[1] < last {
			t.Errorf("%s stands behind %s", m[1], last)
		}
		balance, last = after, m[1]
	}
	if balance != totals["Closing balance"] || credits != totals["Total credits"] || debits != totals["Total debits"] {
		t.Errorf("the rows end with %s, credits %s, debits %s; the totals are %v", balance, credits, debits, totals)
	}
}

func TestAReaderNeedsThePasswordOfAProtectedStatement(t *testing.T) {
	c := newCollector(t)
	document := c.get(c.links()[1]).body
	if text, failure := pdfText(t, document, "-upw", "20021990"); failure != "" || !strings.Contains(text, "HDFC BANK") || len(bookingLine.FindAllString(text, -1)) < 20 {
		t.Errorf("with the password: %s\n%s", failure, text)
	}
	for _, options := range [][]string{nil, {"-upw", "20021991"}, {"-opw", "20021990"}} {
		if text, failure := pdfText(t, document, options...); !strings.Contains(failure, "Incorrect password") || strings.Contains(text, "BANK") {
			t.Errorf("with %v: %q, %s", options, failure, text)
		}
	}
}
