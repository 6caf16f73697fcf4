package generate

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// LedgerName is the file that keeps in a folder what was generated there.
const LedgerName = ".generated"

// Ledger holds the digest of each file as it was generated, by its name below the folder: what is still the same may be
// generated anew.
type Ledger map[string]string

// LedgerOf lists files.
func LedgerOf(files []File) Ledger {
	l := Ledger{}
	for _, f := range files {
		l[f.Name] = Digest(f.Data)
	}
	return l
}

// ReadLedger reads what Text has written.
func ReadLedger(text []byte) (Ledger, error) {
	l := Ledger{}
	lines := bufio.NewScanner(bytes.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		sum, name, ok := strings.Cut(lines.Text(), "  ")
		if raw, err := hex.DecodeString(sum); !ok || err != nil || len(raw) != sha256.Size || name == "" {
			return nil, fmt.Errorf("line %d is not what generate writes; remove the file if it is not yours", n)
		}
		l[name] = sum
	}
	return l, lines.Err()
}

// Text writes the ledger in the format of sha256sum.
func (l Ledger) Text() []byte {
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(l)) {
		fmt.Fprintf(&b, "%s  %s\n", l[name], name)
	}
	return b.Bytes()
}

// Digest gives the SHA-256 of a file in hexadecimal digits.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
