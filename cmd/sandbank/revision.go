package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"time"
)

// Bounds of what is read of a revision.
const (
	maxRevisionFile  = 16 << 20
	maxRevisionFiles = 1000
	maxGitText       = 1 << 20
)

// revision is a commit of the repository that the working directory is in.
type revision struct {
	name   string // as it was given
	commit string // its hash
	prefix string // the working directory's path in the repository, with a slash at its end, or ""
}

// openRevision finds a revision: a branch, a tag, a hash, or whatever else git takes for a commit.
func openRevision(ctx context.Context, name string) (*revision, error) {
	if name == "" || strings.HasPrefix(name, "-") || strings.ContainsAny(name, "\n\x00") {
		return nil, fmt.Errorf("%q is no git revision", name)
	}
	prefix, err := git(ctx, maxGitText, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	commit, err := git(ctx, maxGitText, "rev-parse", "--verify", "--quiet", name+"^{commit}")
	if failure := (*gitFailure)(nil); errors.As(err, &failure) {
		return nil, fmt.Errorf("there is no file, no folder and no git revision %q%s", name, shallowHint(ctx))
	}
	if err != nil {
		return nil, err
	}
	return &revision{name, strings.TrimSpace(string(commit)), strings.TrimRight(string(prefix), "\n")}, nil
}

// shallowHint tells of a clone that lacks most revisions.
func shallowHint(ctx context.Context) string {
	shallow, err := git(ctx, maxGitText, "rev-parse", "--is-shallow-repository")
	if err == nil && strings.TrimSpace(string(shallow)) == "true" {
		return "; this clone is shallow: fetch the history with 'git fetch --unshallow', or check out with depth 0 (fetch-depth: 0)"
	}
	return ""
}

// within gives the path in the repository of a path as it is written: from the working directory, or from the root of
// the repository.
func (r *revision) within(name string, fromRoot bool) (string, error) {
	inside := path.Join(r.prefix, name)
	if fromRoot {
		inside = path.Join(name, ".")
	}
	if inside == ".." || strings.HasPrefix(inside, "../") || path.IsAbs(inside) {
		return "", fmt.Errorf("%s is outside of the repository; name a path of the revision, as in %s:openapi", name, r.name)
	}
	return cmp.Or(inside, "."), nil
}

// kind tells whether a path of the repository is a "tree" or a "blob" in the revision, "" when there is no such path.
func (r *revision) kind(ctx context.Context, name string) (string, error) {
	if name == "." {
		return "tree", nil
	}
	out, err := git(ctx, maxGitText, "ls-tree", "-z", "--full-tree", r.commit, "--", name)
	if err != nil {
		return "", err
	}
	fields := strings.Fields(strings.SplitN(string(out), "\t", 2)[0]) // mode, type, object
	if len(fields) != 3 {
		return "", nil
	}
	return fields[1], nil
}

// list gives the names of the files in a folder of the revision, in order.
func (r *revision) list(ctx context.Context, folder string) ([]string, error) {
	args := []string{"ls-tree", "-z", "--full-tree", r.commit}
	if folder != "." {
		args = append(args, "--", folder+"/")
	}
	out, err := git(ctx, maxGitText, args...)
	if err != nil {
		return nil, err
	}
	var names []string
	for entry := range strings.SplitSeq(string(out), "\x00") {
		about, name, ok := strings.Cut(entry, "\t")
		if ok && strings.Contains(about, " blob ") {
			names = append(names, path.Base(name))
		}
	}
	slices.Sort(names)
	return names, nil
}

// countBelow counts the files below a folder of the working directory that the revision has there, by how their names end.
func (r *revision) countBelow(ctx context.Context, folder, ending string) (int, error) {
	inside, err := r.within(folder, false)
	if err != nil {
		return 0, err
	}
	out, err := git(ctx, maxGitText, "ls-tree", "-r", "-z", "--name-only", "--full-tree", r.commit, "--", inside+"/")
	if err != nil {
		return 0, err
	}
	n := 0
	for name := range strings.SplitSeq(string(out), "\x00") {
		if strings.HasSuffix(name, ending) {
			n++
		}
	}
	return n, nil
}

// files is the repository at the revision. Files are read when they are first opened, and kept.
func (r *revision) files(ctx context.Context) fs.FS {
	return &revisionFiles{map[string][]byte{}, func(name string) ([]byte, error) {
		return git(ctx, maxRevisionFile, "cat-file", "blob", r.commit+":"+name)
	}}
}

// revisionFiles is a file system that can open files, and nothing else.
type revisionFiles struct {
	known map[string][]byte
	read  func(name string) ([]byte, error)
}

// Open gives a file of the revision.
func (f *revisionFiles) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	data, ok := f.known[name]
	if !ok {
		if len(f.known) >= maxRevisionFiles {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fmt.Errorf("more than %d files of the revision are used", maxRevisionFiles)}
		}
		var err error
		data, err = f.read(name)
		if failure := (*gitFailure)(nil); errors.As(err, &failure) {
			err = fs.ErrNotExist
		}
		if err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		f.known[name] = data
	}
	return &revisionFile{name, bytes.NewReader(data)}, nil
}

// revisionFile is an open file of a revision.
type revisionFile struct {
	name string
	*bytes.Reader
}

// The methods of fs.File and fs.FileInfo; the size is the reader's.

func (f *revisionFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *revisionFile) Close() error               { return nil }
func (f *revisionFile) Name() string               { return path.Base(f.name) }
func (f *revisionFile) Mode() fs.FileMode          { return 0o444 }
func (f *revisionFile) ModTime() time.Time         { return time.Time{} }
func (f *revisionFile) IsDir() bool                { return false }
func (f *revisionFile) Sys() any                   { return nil }

// gitFailure is what git objects to.
type gitFailure struct{ text string }

func (f *gitFailure) Error() string { return "git: " + f.text }

// git runs git in the working directory and gives what it writes, at most so many bytes. It is a *gitFailure when git
// refuses; no argument goes through a shell.
func git(ctx context.Context, most int64, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, "git", append([]string{"--no-pager", "--no-optional-locks"}, args...)...)
	c.Env = append(os.Environ(), "LC_ALL=C", "GIT_TERMINAL_PROMPT=0")
	var stderr bytes.Buffer
	c.Stderr = &stderr
	stdout, err := c.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("run git: %w", err)
	}
	if err := c.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return nil, errors.New("the program git is needed to read a revision, and is not there; install it, or name files or folders")
		}
		return nil, fmt.Errorf("run git: %w", err)
	}
	data, readErr := io.ReadAll(io.LimitReader(stdout, most+1))
	if int64(len(data)) > most {
		_ = c.Process.Kill() // it may have ended already
		_ = c.Wait()
		return nil, fmt.Errorf("git writes more than %d MiB", most>>20)
	}
	err = c.Wait()
	switch exit := (*exec.ExitError)(nil); {
	case errors.As(err, &exit) && ctx.Err() == nil:
		return nil, &gitFailure{refusal(stderr.String(), exit.String())}
	case err != nil:
		return nil, fmt.Errorf("run git: %w", err)
	case readErr != nil:
		return nil, fmt.Errorf("read what git writes: %w", readErr)
	}
	return data, nil
}

// refusal is git's own first line, or how it ended.
func refusal(stderr, exit string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	if line = strings.TrimPrefix(line, "fatal: "); line == "" {
		return exit
	}
	return line
}

// defaultBranches are the names of a default branch, where nothing says which one it is.
var defaultBranches = []string{"refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"}

// defaultBase is what the working folder is compared with when nothing is named: where it left the default branch of
// the upstream repository, or the commit before the last one when it is on that branch. It is "" when there is no such
// commit: the last one is the first.
func defaultBase(ctx context.Context) (string, error) {
	head, err := git(ctx, maxGitText, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
	if failure := (*gitFailure)(nil); errors.As(err, &failure) && strings.HasPrefix(failure.text, "exit status") {
		return "", nil // nothing is committed yet
	}
	if err != nil {
		return "", err
	}
	branches := defaultBranches
	if said, err := git(ctx, maxGitText, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"); err == nil {
		branches = append([]string{strings.TrimSpace(string(said))}, branches...)
	}
	for _, branch := range branches {
		if _, err := git(ctx, maxGitText, "rev-parse", "--verify", "--quiet", branch+"^{commit}"); err != nil {
			continue // there is no such branch
		}
		fork, err := git(ctx, maxGitText, "merge-base", "HEAD", branch)
		if failure := (*gitFailure)(nil); errors.As(err, &failure) {
			return "", fmt.Errorf("HEAD and %s have no commit in common%s", branch, shallowHint(ctx))
		}
		if err != nil {
			return "", err
		}
		if bytes.Equal(fork, head) {
			break
		}
		return string(fork[:min(len(fork), 12)]), nil
	}
	return commitBefore(ctx)
}

// commitBefore gives the commit before the last one, "" when the last one is the first.
func commitBefore(ctx context.Context) (string, error) {
	if _, err := git(ctx, maxGitText, "rev-parse", "--verify", "--quiet", "HEAD~1^{commit}"); err != nil {
		if hint := shallowHint(ctx); hint != "" {
			return "", fmt.Errorf("the commit before HEAD is not there%s", hint)
		}
		return "", nil
	}
	return "HEAD~1", nil
}
