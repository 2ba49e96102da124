package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// config holds the settings of config.toml.
type config struct {
	archive string
	mouse   bool
	bidi    bool // the terminal orders right-to-left text
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
	settings, err := parseSettings(string(data))
	if err != nil {
		return c, fmt.Errorf("%s:%w", path, err)
	}
	for _, s := range settings {
		if err := c.set(s.key, s.value); err != nil {
			return c, fmt.Errorf("%s:%d: %w", path, s.line, err)
		}
	}
	c.archive = expand(c.archive, filepath.Dir(path))
	return c, nil
}

// set sets the setting key to value.
func (c *config) set(key string, value any) error {
	var ok bool
	switch key {
	case "archive":
		if c.archive, ok = value.(string); !ok {
			return errors.New("archive is text in quotes")
		}
	case "mouse":
		if c.mouse, ok = value.(bool); !ok {
			return errors.New("mouse is true or false")
		}
	case "bidi":
		if value != "program" && value != "terminal" {
			return fmt.Errorf(`bidi is "program" or "terminal", not %q`, fmt.Sprint(value))
		}
		c.bidi = value == "terminal"
	default:
		return fmt.Errorf("there is no setting %s", key)
	}
	return nil
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
