package statement

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"github.com/sandbank/sandbank/internal/bank"
)

// Widths of the table's columns and the height of its lines, in millimetres; together they are the width of the page.
var columns = []struct {
	title string
	width float64
	align string
}{
	{"Date", 22, "L"}, {"Narration", 62, "L"}, {"Reference", 30, "L"}, {"Debit", 24, "R"}, {"Credit", 24, "R"}, {"Balance", 28, "R"},
}

const lineHeight = 5.5

// PDF writes a statement as a PDF document of A4 pages. With a password, which is printable ASCII, the document can be
// read only by who has it; of one that is longer than 32 characters the first 32 count (ISO 32000-1, section 7.6.3). The
// same statement and password give the same bytes.
func (s *Statement) PDF(password string) ([]byte, error) {
	f := fpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(s.Uploaded.UTC())
	f.SetModificationDate(s.Uploaded.UTC())
	if password == "" {
		f.SetTitle("Account statement "+s.From.String()+" to "+s.To.String(), false)
		f.SetCreator("sandbank", false)
	} else {
		f.SetProducer("", false) // the library encrypts the first of these texts alone in a way that can be read
		// The owner's password only opens more rights. It is made so that the document is the same every time.
		owner := sha256.Sum256([]byte(s.ID + "\x00" + password))
		f.SetProtection(fpdf.CnProtectPrint|fpdf.CnProtectCopy, password, hex.EncodeToString(owner[:16]))
	}
	f.SetMargins(10, 12, 10)
	f.SetAutoPageBreak(true, 18)
	f.SetHeaderFunc(func() { s.head(f) })
	f.SetFooterFunc(func() {
		f.SetY(-14)
		f.SetFont("Helvetica", "I", 7)
		f.CellFormat(0, 4, fmt.Sprintf("Made up by a sandbox: no bank has issued this statement. Page %d", f.PageNo()), "", 0, "C", false, 0, "")
	})
	f.AddPage()
	f.SetFont("Helvetica", "", 8)
	for _, r := range s.Rows {
		debit, credit := "", money(r.Amount)
		if r.Amount.Sign() < 0 {
			debit, credit = money(r.Amount.Neg()), ""
		}
		line(f, "", r.Date.String(), r.Narration, r.Reference, debit, credit, money(r.Balance))
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("write statement %s as a PDF: %w", s.ID, err)
	}
	return out.Bytes(), nil
}

// head writes what every page begins with: on the first, whose account it is and the totals; then the table's titles.
func (s *Statement) head(f *fpdf.Fpdf) {
	if f.PageNo() == 1 {
		f.SetFont("Helvetica", "B", 14)
		f.CellFormat(0, 8, s.Bank, "", 1, "L", false, 0, "")
		f.SetFont("Helvetica", "", 9)
		for _, text := range []string{
			"Statement of account from " + s.From.String() + " to " + s.To.String(),
			"Account holder: " + s.Holder,
			"Account number: " + s.Account + "   IFSC: " + s.IFSC + "   Currency: INR",
			"Opening balance: " + money(s.Opening),
			"Total credits: " + money(s.Credits),
			"Total debits: " + money(s.Debits),
			"Closing balance: " + money(s.Closing),
		} {
			f.CellFormat(0, lineHeight, text, "", 1, "L", false, 0, "")
		}
		f.Ln(3)
	}
	f.SetFont("Helvetica", "B", 8)
	var titles []string
	for _, c := range columns {
		titles = append(titles, c.title)
	}
	line(f, "B", titles...)
	f.SetFont("Helvetica", "", 8)
}

func line(f *fpdf.Fpdf, border string, cells ...string) {
	for i, c := range columns {
		f.CellFormat(c.width, lineHeight, cells[i], border, 0, c.align, false, 0, "")
	}
	f.Ln(-1)
}

// money writes an amount as Indian banks do: 123456.5 is 1,23,456.50.
func money(d bank.Decimal) string {
	whole, fraction, _ := strings.Cut(d.RoundHalfUp(2).String(), ".")
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "-", rest
	}
	grouped := whole[max(0, len(whole)-3):]
	for rest := whole[:len(whole)-len(grouped)]; rest != ""; {
		cut := max(0, len(rest)-2)
		grouped, rest = rest[cut:]+","+grouped, rest[:cut]
	}
	return sign + grouped + "." + (fraction + "00")[:2]
}
