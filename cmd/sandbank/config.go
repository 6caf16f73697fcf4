package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/sandbank/sandbank/internal/finding"
)

// This file sets what a command was not told by its flags: from the environment, or else from a YAML file. The flags are
// the one place where settings are declared: their names give those of the variables and of the file's keys, and their
// texts the documentation of all three.

// configFlag names the YAML file.
const configFlag = "config"

// variablePrefix begins the names of environment variables.
const variablePrefix = "SANDBANK_"

// notConfigured are the flags that are no settings.
var notConfigured = []string{"help", configFlag}

// registerConfig gives a command the flag that names the YAML file.
func registerConfig(c *cobra.Command) {
	c.Flags().String(configFlag, "", "a YAML file with further settings: each flag's name is a key (SANDBANK_CONFIG)")
}

// variableOf gives the name of the environment variable that sets a flag.
func variableOf(flag string) string {
	return variablePrefix + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// settings gives the flags of a command that can be set in other ways too, by name.
func settings(c *cobra.Command) []*pflag.Flag {
	var out []*pflag.Flag
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if !slices.Contains(notConfigured, f.Name) && !f.Hidden {
			out = append(out, f)
		}
	})
	return out
}

// source is where settings come from beside the flags.
type source struct {
	*koanf.Koanf
	// from says in a message where a setting was found.
	from func(flag string) string
}

// configure sets the flags that the command line has not set.
func configure(c *cobra.Command) error {
	variables, err := fromEnvironment(c)
	if err != nil {
		return err
	}
	sources := []source{variables}
	path, err := c.Flags().GetString(configFlag)
	if err != nil {
		return err
	}
	if path == "" {
		path = os.Getenv(variableOf(configFlag))
	}
	if path != "" {
		in, err := fromFile(c, path)
		if err != nil {
			return err
		}
		sources = append(sources, in)
	}
	for _, f := range settings(c) {
		if f.Changed {
			continue
		}
		for _, s := range sources {
			if !s.Exists(f.Name) {
				continue
			}
			value, err := plainValue(s.Get(f.Name))
			if err == nil {
				err = c.Flags().Set(f.Name, value)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", s.from(f.Name), plainer(err))
			}
			break
		}
	}
	return nil
}

// plainer leaves out what the flags' library says of the command line, and with it the value, which may be a secret.
func plainer(err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return fmt.Errorf("the value is no %s", invalid.GetFlag().Value.Type())
	}
	return err
}

// fromEnvironment reads the variables. Those of other programs that begin alike are none of ours.
func fromEnvironment(c *cobra.Command) (source, error) {
	k := koanf.New("/")
	names := map[string]string{}
	for _, f := range settings(c) {
		names[variableOf(f.Name)] = f.Name
	}
	provider := env.Provider("/", env.Opt{Prefix: variablePrefix, TransformFunc: func(name, value string) (string, any) {
		if value == "" {
			return "", nil // as if it were not there
		}
		return names[name], value // no name leaves it out
	}})
	if err := k.Load(provider, nil); err != nil {
		return source{}, fmt.Errorf("read the environment: %w", err)
	}
	return source{k, variableOf}, nil
}

// maxConfig bounds the YAML file, in bytes.
const maxConfig = 1 << 20

// fromFile reads the YAML file, in which every key must be one of ours.
func fromFile(c *cobra.Command, path string) (source, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return source{}, fmt.Errorf("--%s: there is no file %s", configFlag, path)
	case err != nil:
		return source{}, fmt.Errorf("--%s: %w", configFlag, err)
	case info.Size() > maxConfig:
		return source{}, fmt.Errorf("--%s: %s is larger than %d bytes", configFlag, path, maxConfig)
	}
	k := koanf.New("/")
	if err := k.Load(file.Provider(path), yaml.Parser()); err != nil {
		return source{}, fmt.Errorf("%s: %w", path, err)
	}
	var known []string
	for _, f := range slices.Concat(settings(c), settings(serveCommand())) { // one file serves every command
		known = append(known, f.Name)
	}
	for key := range k.Raw() {
		if !slices.Contains(known, key) {
			return source{}, fmt.Errorf("%s: there is no setting %q%s", path, key, hint(finding.DidYouMean(key, known)))
		}
	}
	return source{k, func(flag string) string { return path + ": " + flag }}, nil
}

func hint(h string) string {
	if h == "" {
		return ""
	}
	return "; " + h
}

// plainValue writes a value of the YAML file as a flag takes it; a list becomes a text with commas.
func plainValue(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case map[string]any:
		return "", errors.New("this is a single value")
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			part, err := plainValue(v[i])
			if err != nil {
				return "", err
			}
			parts[i] = part
		}
		return strings.Join(parts, ","), nil
	}
	return fmt.Sprint(v), nil
}
