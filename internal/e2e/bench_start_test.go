package e2e_test

import (
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"testing"
)

// BenchmarkStart measures the program from its start to its first answer with status 200, and the memory that it holds
// then and after it has been used.
func BenchmarkStart(b *testing.B) {
	if _, err := built(); err != nil {
		b.Fatal(err)
	}
	client := &http.Client{Timeout: patience}
	b.Cleanup(client.CloseIdleConnections)
	first, used, peak := 0.0, 0.0, 0.0
	rounds := 0
	for b.Loop() {
		p := start(b)
		if err := answers200(client, p.origin); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		now, _ := memory(b, p)
		use(b, p)
		after, most := memory(b, p)
		first, used, peak = first+now, used+after, max(peak, most)
		rounds++
		p.stop(b)
		b.StartTimer()
	}
	n := float64(rounds)
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/n, "ms/start")
	b.ReportMetric(first/n, "MB-at-start")
	b.ReportMetric(used/n, "MB-after-use")
	b.ReportMetric(peak, "MB-at-most")
}

func answers200(client *http.Client, origin string) error {
	r, err := http.NewRequest(http.MethodGet, origin+"/deposits/v1/fields", nil)
	if err != nil {
		return err
	}
	r.Header.Set("X-Api-Key", "demo")
	a, err := client.Do(r)
	if err != nil {
		return err
	}
	if a.StatusCode != http.StatusOK {
		err = fmt.Errorf("the first answer has status %d", a.StatusCode)
	}
	return firstError(err, a.Body.Close())
}

// use sends every exchange of the source many times, and requests that are refused.
func use(b *testing.B, p *program) {
	b.Helper()
	const rounds = 60
	client := newClient(b, p.origin)
	for range rounds {
		inParallel(source(b), func(c sourceCase) {
			if a := client.send(b, c.call()); a.status != http.StatusOK {
				b.Errorf("%s: status %d", c.ID, a.status)
			}
			if c.Request != nil {
				client.send(b, call{method: c.Method, path: c.Path, body: with(c.Request, "/unknown", 1)})
			}
		})
	}
}

var residentMemory = regexp.MustCompile(`(VmHWM|VmRSS):\s+(\d+) kB`)

// memory gives the program's resident memory and its peak in MB. It is 0 where the system has no /proc.
func memory(tb testing.TB, p *program) (now, peak float64) {
	tb.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if os.IsNotExist(err) {
		return 0, 0
	}
	if err != nil {
		tb.Fatal(err)
	}
	for _, found := range residentMemory.FindAllStringSubmatch(string(text), -1) {
		kilobytes, err := strconv.ParseFloat(found[2], 64)
		if err != nil {
			tb.Fatal(err)
		}
		if found[1] == "VmRSS" {
			now = kilobytes / 1024
		} else {
			peak = kilobytes / 1024
		}
	}
	return now, peak
}
