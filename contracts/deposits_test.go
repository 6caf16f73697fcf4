//go:build pact

package contracts_test

import (
	"net/http"
	"reflect"
	"testing"
	"time"

	openapi_types "github.com/oapi-codegen/runtime/types"

	"github.com/sandbank/sandbank/gen/deposits"
)

// client is what the onboarding app and the back office call the API of deposits with.
type client = deposits.ClientWithResponses

// interaction is one request to the API of deposits.
type interaction = interactionOf[client]

var depositsAPI = provided[client]{
	name: "deposits", basePath: "/deposits/v1", errors: "application/problem+json",
	connect: func(address string) (*client, error) {
		return deposits.NewClientWithResponses(address, deposits.WithRequestEditorFn(authenticate))
	},
}

// shown gives the interaction of an exchange that the bank's description shows: its request exactly, and its answer with
// matchers where rely has them. The body of use's answer, encoded again, must be the whole of the exchange's.
func shown[B any](t *testing.T, id string, rely shape, use func(t *testing.T, c *client) B) interaction {
	t.Helper()
	x := sourceExchange(t, id)
	return interaction{
		description: x.Description, method: x.Method, path: x.Path, query: x.Query, body: x.Request,
		status: http.StatusOK, answer: rely.cast(t, x.Response),
		use: func(t *testing.T, c *client) {
			if got := plain(t, use(t, c)); !reflect.DeepEqual(got, x.Response) {
				t.Errorf("the client read    %v\nthe provider wrote %v", got, x.Response)
			}
		},
	}
}

// on gives a day as the client has it.
func on(day string) openapi_types.Date {
	parsed, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err) // of days that are written in these tests
	}
	return openapi_types.Date{Time: parsed}
}
