package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// The form of SARIF 2.1.0 (OASIS), as far as findings need it. Section numbers are those of that standard.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool                `json:"tool"`
		Invocations []sarifInvocation        `json:"invocations"`
		Bases       map[string]sarifArtifact `json:"originalUriBaseIds"`
		ColumnKind  string                   `json:"columnKind"`
		Results     []sarifResult            `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string             `json:"id"`
		Short   sarifText          `json:"shortDescription"`
		Full    sarifText          `json:"fullDescription"`
		Help    sarifText          `json:"help"`
		Default sarifConfiguration `json:"defaultConfiguration"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string    `json:"level"`
		Message sarifText `json:"message"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Properties   map[string]string `json:"properties"`
	}
	sarifLocation struct {
		ID       int           `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI         string     `json:"uri,omitempty"`
		Base        string     `json:"uriBaseId,omitempty"`
		Description *sarifText `json:"description,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndLine     int `json:"endLine,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	// root is the name that paths are relative to: the working directory, in a pipeline the root of the repository.
	root = "%SRCROOT%"
	// fingerprint is the one that code scanning of GitHub tells results apart by.
	fingerprint = "primaryLocationLineHash"
)

// WriteSARIF writes every finding as a result of SARIF 2.1.0, for code scanners.
func (r *Report) WriteSARIF(w io.Writer) error {
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: r.Program, Version: r.Version, Rules: []sarifRule{}}},
		Invocations: []sarifInvocation{{Successful: r.Count(Broken) == 0}},
		Bases:       map[string]sarifArtifact{root: {Description: &sarifText{"The folder in which the pipeline ran."}}},
		ColumnKind:  "unicodeCodePoints", Results: []sarifResult{},
	}
	seen := map[string]int{}
	for _, s := range r.Steps {
		if s.Err != nil {
			n := &run.Invocations[0].Notifications
			*n = append(*n, sarifNotification{"error", sarifText{s.Name + " could not run: " + s.Err.Error()}})
		}
		for _, f := range s.Findings {
			result := r.newResult(f)
			result.RuleIndex = run.Tool.Driver.index(r, f)
			result.Properties = map[string]string{"step": s.Name}
			print := hash(f)
			seen[print]++
			result.Fingerprints = map[string]string{fingerprint: fmt.Sprintf("%s:%d", print, seen[print])}
			run.Results = append(run.Results, result)
		}
	}
	return encode(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// index gives the place of a finding's rule among the rules, which it adds to when it is new.
func (d *sarifDriver) index(r *Report, f finding.Finding) int {
	if i := slices.IndexFunc(d.Rules, func(rule sarifRule) bool { return rule.ID == f.Code }); i >= 0 {
		return i
	}
	what, why := strings.ReplaceAll(f.Code, "-", " "), ""
	for _, rule := range r.Rules {
		if rule.Code == f.Code {
			what, why = rule.Demand, rule.Why
		}
	}
	help := strings.TrimSpace(what + " " + why)
	d.Rules = append(d.Rules, sarifRule{ID: f.Code, Short: sarifText{what}, Full: sarifText{help}, Help: sarifText{help},
		Default: sarifConfiguration{f.Severity.String()}})
	return len(d.Rules) - 1
}

// newResult writes a finding. What it is related to is a place of its own when the file is there, and else a line of the
// message: a scanner would look for the file.
func (r *Report) newResult(f finding.Finding) sarifResult {
	text := f.Message
	if f.Hint != "" {
		text += "\n" + f.Hint
	}
	out := sarifResult{RuleID: f.Code, Level: f.Severity.String(), Message: sarifText{text}}
	if f.File != "" {
		out.Locations = []sarifLocation{{Physical: physical(f.Place)}}
	}
	for _, related := range f.Related {
		if r.Exists != nil && !r.Exists(related.File) {
			out.Message.Text += "\n" + related.Place.String() + ": " + related.Message
			continue
		}
		out.Related = append(out.Related, sarifLocation{ID: len(out.Related) + 1, Physical: physical(related.Place), Message: &sarifText{related.Message}})
	}
	return out
}

func physical(p finding.Place) sarifPhysical {
	out := sarifPhysical{Artifact: artifact(p.File)}
	if p.Line < 1 {
		return out
	}
	out.Region = &sarifRegion{StartLine: p.Line, StartColumn: p.Column}
	if p.Column > 0 && p.EndColumn > p.Column {
		out.Region.EndLine, out.Region.EndColumn = p.Line, p.EndColumn
	}
	return out
}

// artifact gives a file's URI: relative to the working directory, or of the scheme file for an absolute path
// (section 3.4.3).
func artifact(file string) sarifArtifact {
	name := slashed(file)
	if path.IsAbs(name) {
		return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: name}).String()}
	}
	return sarifArtifact{URI: (&url.URL{Path: path.Clean(name)}).String(), Base: root}
}

// hash tells a finding from others by what stays when lines are added elsewhere in the file: the code, the file and
// the text of its line, or its message where it has none.
func hash(f finding.Finding) string {
	about := strings.TrimSpace(f.Source)
	if about == "" {
		about = f.Message
	}
	sum := sha256.Sum256([]byte(f.Code + "\x00" + slashed(f.File) + "\x00" + about))
	return hex.EncodeToString(sum[:8])
}
