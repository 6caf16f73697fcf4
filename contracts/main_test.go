//go:build pact

package contracts_test

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"testing"

	pactlog "github.com/pact-foundation/pact-go/v2/log"

	"github.com/sandbank/sandbank/internal/e2e/program"
)

func TestMain(m *testing.M) {
	// The library asks this of the environment whenever it starts.
	if err := os.Setenv("PACT_DO_NOT_TRACK", "true"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := pactlog.SetLogLevel("ERROR"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	log.SetOutput(withoutKnownNoise{log.Writer()})
	status := m.Run()
	if err := program.Clean(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

// withoutKnownNoise drops two lines that pact-go logs as errors: that its native part has a logger already, which it says of
// every mock server but the first and which means nothing, and that a provider state could not be set up, which the test says
// itself, with the place.
type withoutKnownNoise struct{ to io.Writer }

func (w withoutKnownNoise) Write(line []byte) (int, error) {
	if bytes.Contains(line, []byte("can't set logger")) || bytes.Contains(line, []byte("state handler for")) {
		return len(line), nil
	}
	return w.to.Write(line)
}
