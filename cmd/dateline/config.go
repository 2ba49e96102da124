package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// config holds the settings of config.toml.
type config struct {
	Archive string `toml:"archive"`
	Mouse   bool   `toml:"mouse"`
	Bidi    bidi   `toml:"bidi"`
}

// bidi is whether the terminal orders right-to-left text.
type bidi bool

// UnmarshalText reads "program" or "terminal".
func (b *bidi) UnmarshalText(text []byte) error {
	switch string(text) {
	case "program":
		*b = false
	case "terminal":
		*b = true
	default:
		return fmt.Errorf(`bidi is "program" or "terminal", not %q`, text)
	}
	return nil
}

// configPath returns the path of config.toml: in XDG_CONFIG_HOME, or in .config in
// the home folder, on every system. It is empty if there is neither.
func configPath() string {
	if dir := os.Getenv("XDG_CONFIG_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "dateline", "config.toml")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, ".config", "dateline", "config.toml")
}

// readConfig reads the file at path. A missing file counts as empty. An error names
// the file and, if known, the line.
func readConfig(path string) (config, error) {
	var c config
	data, err := os.ReadFile(path)
	switch {
	case path == "" || errors.Is(err, fs.ErrNotExist):
		return c, nil
	case err != nil:
		return c, err
	}
	if err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(&c); err != nil {
		return c, configError(path, err)
	}
	c.Archive = expand(c.Archive, filepath.Dir(path))
	return c, nil
}

// configError returns err as one line with the position of the mistake.
func configError(path string, err error) error {
	if unknown, ok := errors.AsType[*toml.StrictMissingError](err); ok && len(unknown.Errors) > 0 {
		first := unknown.Errors[0]
		line, _ := first.Position()
		return fmt.Errorf("%s:%d: there is no setting %s", path, line, strings.Join(first.Key(), "."))
	}
	if bad, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, _ := bad.Position()
		return fmt.Errorf("%s:%d: %s", path, line, strings.TrimPrefix(bad.Error(), "toml: "))
	}
	return fmt.Errorf("%s: %w", path, err)
}

// expand returns the absolute path of a setting in the folder dir: ~ is the home
// folder, and other relative paths start at dir.
func expand(path, dir string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}
