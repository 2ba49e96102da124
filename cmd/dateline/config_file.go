package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"dateline/feed/clean"
)

// configFile is a configuration file, as it was read.
type configFile struct {
	path     string
	there    bool
	lines    []string
	values   map[string]any
	mistakes []mistake
}

// mistake is what is wrong in a configuration file.
type mistake struct {
	line int // from 1 on; 0 is the file
	what string
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

// readConfig returns the settings of the file at path. A missing file counts as empty. An
// error names the file and, if known, the line of its first mistake.
func readConfig(path string) (config, error) {
	f, err := openConfig(path)
	if err != nil {
		return config{}, err
	}
	c := f.config()
	if len(f.mistakes) > 0 {
		return c, errors.New(f.say(f.mistakes[0]))
	}
	return c, nil
}

// maxConfig is the size of the largest configuration file in bytes.
const maxConfig = 1 << 20

// openConfig reads the file at path. A missing file counts as empty.
func openConfig(path string) (*configFile, error) {
	f := &configFile{path: path}
	info, err := os.Stat(path)
	switch {
	case path == "" || errors.Is(err, fs.ErrNotExist):
		return f, nil
	case err != nil:
		return f, err
	case !info.Mode().IsRegular() || info.Size() > maxConfig:
		return f, fmt.Errorf("%s is no configuration: it must be a file of at most 1 MiB", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return f, err
	}
	f.there, f.lines = true, strings.Split(string(data), "\n")
	if err := toml.Unmarshal(data, &f.values); err != nil {
		f.mistakes = append(f.mistakes, f.syntax(err))
	}
	return f, nil
}

// config returns the settings of f, and records its mistakes. A setting with a mistake has
// its default.
func (f *configFile) config() (c config) {
	for _, name := range f.names() {
		s := settingNamed(name)
		if s == nil {
			f.wrong(name, "there is no setting "+name+orElse(name, settingNames()))
			continue
		}
		if s.table != nil {
			entries, ok := f.values[name].(map[string]any)
			if !ok {
				f.wrong(name, name+" is a table: ["+name+"]")
				continue
			}
			s.table.set(&c, entries, f.wrong)
			continue
		}
		if want := s.set(&c, f.values[name]); want != "" {
			f.wrong(name, name+" is "+want+", not "+f.written(name))
		}
	}
	c.Archive = expand(c.Archive, filepath.Dir(f.path))
	sort.SliceStable(f.mistakes, func(i, j int) bool { return f.mistakes[i].line < f.mistakes[j].line })
	return c
}

// names returns the names that f sets, in alphabetical order.
func (f *configFile) names() []string {
	names := make([]string, 0, len(f.values))
	for name := range f.values {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// wrong records a mistake in the setting name.
func (f *configFile) wrong(name, what string) {
	f.mistakes = append(f.mistakes, mistake{f.line(name), what})
}

// line returns the number of the line that sets name, or 0.
func (f *configFile) line(name string) int {
	for i, l := range f.lines {
		key, _, ok := strings.Cut(l, "=")
		key = strings.Trim(strings.TrimSpace(key), `"'`)
		if ok && key == name || strings.HasPrefix(strings.TrimSpace(l), "["+name+"]") {
			return i + 1
		}
	}
	return 0
}

// written returns the value of name as it is in the file.
func (f *configFile) written(name string) string {
	if n := f.line(name); n > 0 {
		if _, value, ok := strings.Cut(f.lines[n-1], "="); ok {
			return strings.TrimSpace(value)
		}
	}
	return "a table"
}

// syntax returns the mistake of err, with which the file could not be read.
func (f *configFile) syntax(err error) mistake {
	bad, ok := errors.AsType[*toml.DecodeError](err)
	if !ok {
		return mistake{0, "it is not TOML"}
	}
	n, _ := bad.Position()
	if n < 1 || n > len(f.lines) {
		return mistake{0, "it is not TOML"}
	}
	text := strings.TrimSpace(f.lines[n-1])
	key, value, ok := strings.Cut(text, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch {
	case !ok:
		return mistake{n, "this line is neither NAME = VALUE nor a [TABLE]: " + text}
	case strings.Count(strings.Join(f.lines[:n], "\n"), "\n"+key+" =")+strings.Count(f.lines[0], key+" =") > 1:
		return mistake{n, key + " is set twice"}
	case value == "":
		return mistake{n, key + " has no value"}
	case settingNamed(key) != nil && settingNamed(key).table == nil:
		return mistake{n, key + " is " + settingNamed(key).set(&config{}, nil) + ", not " + value}
	case !strings.ContainsAny(value[:1], `"'[{0123456789+-`) && value != "true" && value != "false":
		return mistake{n, "a text stands in quotation marks: " + key + ` = "` + value + `"`}
	}
	return mistake{n, "this line cannot be read as TOML: " + text}
}

// say returns m as one line that names the file.
func (f *configFile) say(m mistake) string {
	if m.line == 0 {
		return clean.Line(fmt.Sprintf("%s: %s", f.path, m.what))
	}
	return clean.Line(fmt.Sprintf("%s:%d: %s", f.path, m.line, m.what))
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
