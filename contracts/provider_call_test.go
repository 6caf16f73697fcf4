//go:build pact

package contracts_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// caller calls the program's own addresses, which answer at once.
var caller = &http.Client{Timeout: 10 * time.Second}

// call sends a JSON body, nil for none, to a path of the program and reads the answer into out. The error of an answer
// that is a problem says its detail.
func (v *verification) call(ctx context.Context, method, path string, body, out any) (err error) {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return err
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, v.origin+path, content)
	if err != nil {
		return err
	}
	request.Header.Set("X-Api-Key", verifierKey)
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	answer, err := caller.Do(request)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, answer.Body.Close()) }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		var p struct{ Detail string }
		if json.Unmarshal(text, &p) != nil || p.Detail == "" {
			return fmt.Errorf("%s %s was answered with %s: %s", method, path, answer.Status, text)
		}
		return errors.New(p.Detail)
	}
	return json.Unmarshal(text, out)
}
