package server

import (
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

// headerApplication names the application whose sandbox a person who has signed in acts on.
const headerApplication = "X-Application"

// admitPerson lets a person who has signed in act on the sandbox of an application of their organisation. It is false
// after a refusal, which it answers.
func (k *call) admitPerson() bool {
	named := k.gin.Request.Header[headerApplication]
	if len(named) == 0 || k.server.people == nil {
		k.fail(problem.CredentialsMissing, "This operation needs the header x-api-key.")
		return false
	}
	if !k.enterPortal() {
		return false
	}
	if err := k.who.SignedIn(); err != nil {
		k.declined(err)
		return false
	}
	a, err := k.portal().Application(k.gin.Request.Context(), k.who, named[0])
	if err == nil && a.State == portal.ApplicationDeleted {
		err = portal.ErrNotFound
	}
	if err != nil {
		k.declined(err)
		return false
	}
	k.world.Caller.App = a.ID
	return k.enterSandbox(a.ID)
}
