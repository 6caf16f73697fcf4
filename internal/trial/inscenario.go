package trial

import (
	"bytes"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
)

// LoadScenario reads the tests: of one scenario file. The plan is nil when there is an error in them, and has no cases
// when the file has none. The program is one that the file is part of.
func LoadScenario(name string, text []byte, apis []*contract.API, program *engine.Program) (*Plan, finding.List) {
	l := newLoader(apis, program)
	l.inScenario(name, text)
	return l.loaded()
}

// testsKey is the key of the tests in a scenario file.
const testsKey = "tests"

// inScenario reads the tests of a file that may be a scenario. What else is in it is none of this package's, and has been
// checked with the program.
func (l *loader) inScenario(name string, data []byte) {
	if len(data) > maxFile || !bytes.Contains(data, []byte(testsKey)) {
		return
	}
	source := l.reader.Parse(name, data)
	if source == nil || source.Root().Kind != yaml.MappingNode {
		return
	}
	members := map[string]*yaml.Node{}
	for i := 0; i+1 < len(source.Root().Content); i += 2 {
		members[source.Root().Content[i].Value] = source.Root().Content[i+1]
	}
	api, scenario, tests := members["api"], members["scenario"], members[testsKey]
	if api == nil || scenario == nil || tests == nil || l.apis[api.Value] == nil {
		return
	}
	l.plan.files++
	f := &file{loader: l, Source: source, suite: &suite{file: name, api: l.apis[api.Value]}, names: map[string]finding.Place{}}
	if f.named(scenario, scenario.Value) {
		f.cases(tests, testsKey)
	}
}
