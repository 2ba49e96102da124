package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"dateline/feed/clean"
	"dateline/feed/locale"
)

// configFile is a configuration file, as it was read.
type configFile struct {
	path     string
	there    bool
	lines    []string
	entries  []entry
	mistakes []mistake
}

// entry is a value of a configuration, or the heading of a table.
type entry struct {
	table, name string // name is "" for a heading
	value       any    // string, bool, []any, or another value as it is written
	line        int    // from 1 on
}

// mistake is what is wrong in a configuration file.
type mistake struct {
	line int // from 1 on; 0 is the file
	what string
}

// configPath returns the path of config.toml: in XDG_CONFIG_HOME, else in %AppData% on Windows,
// and elsewhere in .config in the home folder. It is empty if there is none of them.
func configPath() string { return configPathOn(runtime.GOOS) }

func configPathOn(system string) string {
	dir := os.Getenv("XDG_CONFIG_HOME")
	if system == "windows" && !filepath.IsAbs(dir) {
		dir = os.Getenv("AppData")
	}
	if filepath.IsAbs(dir) {
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
const maxConfig = 64 << 10

// maxDepth is the number of tables in tables that are read.
const maxDepth = 4

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
		return f, locale.Errorf("%s is no configuration: it must be a file of at most 64 KiB", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return f, err
	}
	f.there, f.lines = true, strings.Split(string(data), "\n")
	f.parse(data)
	return f, nil
}

// parse reads the entries of data, up to the first line that is not TOML. It uses the parser
// of the TOML library without its decoder, which does not say where a value is.
func (f *configFile) parse(data []byte) {
	var p unstable.Parser
	p.Reset(data)
	table := ""
	for p.NextExpression() {
		e := p.Expression()
		it := e.Key()
		path, line := dotted(&p, &it)
		switch e.Kind {
		case unstable.KeyValue:
			f.put(table, path, line, e.Value())
		case unstable.Table:
			table = strings.Join(path, ".")
			f.add(entry{table: table, line: line})
		default:
			f.mistakes = append(f.mistakes, mistake{line, locale.F("there is no list of tables: %s", strings.Join(path, "."))})
		}
	}
	if err := p.Error(); err != nil {
		line := 0
		if bad, ok := errors.AsType[*unstable.ParserError](err); ok {
			line = p.Shape(p.Range(bad.Highlight)).Start.Line
		}
		f.mistakes = append(f.mistakes, f.syntax(line))
	}
}

// dotted returns the parts of a key, and its line.
func dotted(p *unstable.Parser, it *unstable.Iterator) (path []string, line int) {
	for it.Next() {
		path = append(path, string(it.Node().Data))
		line = p.Shape(it.Node().Raw).Start.Line
	}
	return path, line
}

// put adds the value of a key in a table. An inline table is a table.
func (f *configFile) put(table string, path []string, line int, value *unstable.Node) {
	last := len(path) - 1
	if above := strings.Join(path[:last], "."); table == "" {
		table = above
	} else if above != "" {
		table += "." + above
	}
	if value.Kind != unstable.InlineTable || strings.Count(table, ".") > maxDepth {
		f.add(entry{table, path[last], plainValue(value), line})
		return
	}
	f.add(entry{table: strings.Trim(table+"."+path[last], "."), line: line})
	it := value.Children()
	for it.Next() {
		var inner []string
		keys := it.Node().Key()
		for keys.Next() {
			inner = append(inner, string(keys.Node().Data))
		}
		f.put(table, append(path[last:last+1:last+1], inner...), line, it.Node().Value())
	}
}

// plainValue returns a value as in entry.
func plainValue(n *unstable.Node) any {
	switch n.Kind {
	case unstable.String:
		return string(n.Data)
	case unstable.Bool:
		return string(n.Data) == "true"
	case unstable.Array:
		list := []any{}
		it := n.Children()
		for it.Next() {
			if it.Node().Kind != unstable.Comment {
				list = append(list, plainValue(it.Node()))
			}
		}
		return list
	}
	return n.Data
}

// add adds e, unless it is there.
func (f *configFile) add(e entry) {
	if old := f.entry(e.table, e.name); old != nil {
		f.mistakes = append(f.mistakes, mistake{e.line, locale.F("%s is set twice", strings.Trim("["+e.table+"] "+e.name, "[] "))})
		return
	}
	f.entries = append(f.entries, e)
}

// entry returns the value or heading of a table, or nil.
func (f *configFile) entry(table, name string) *entry {
	for i := range f.entries {
		if e := &f.entries[i]; e.table == table && e.name == name {
			return e
		}
	}
	return nil
}

// config returns the settings of f, and records its mistakes. A setting with a mistake has
// its default.
func (f *configFile) config() config {
	c := defaults()
	tables := map[string]map[string]any{}
	refused := map[string]bool{}
	refuse := func(e entry, name, what string) { // once for all entries of a table
		if !refused[name] {
			f.wrong(e, what)
		}
		refused[name] = true
	}
	for _, e := range f.entries {
		name := cmp.Or(e.table, e.name)
		s := settingNamed(name)
		switch {
		case s == nil:
			if top, _, _ := strings.Cut(name, "."); settingNamed(top) == nil {
				name = top
			}
			refuse(e, name, locale.F("there is no setting %s", name)+orElse(name, settingNames()))
		case s.table == nil && e.table != "":
			refuse(e, name, locale.F("%s is %s, not a table", name, s.set(&config{}, nil)))
		case s.table != nil && e.table == "":
			f.wrong(e, locale.F("%[1]s is a table: [%[1]s]", name))
		case s.table == nil:
			if want := s.set(&c, e.value); want != "" {
				f.wrong(e, locale.F("%s is %s, not %s", name, want, f.written(e.line)))
			}
		case e.name != "":
			if tables[name] == nil {
				tables[name] = map[string]any{}
			}
			tables[name][e.name] = e.value
		}
	}
	for name, values := range tables {
		settingNamed(name).table.set(&c, values, func(entry, what string) { f.wrong(*f.entry(name, entry), what) })
	}
	c.Archive = expand(c.Archive, filepath.Dir(f.path))
	sort.SliceStable(f.mistakes, func(i, j int) bool { return f.mistakes[i].line < f.mistakes[j].line })
	return c
}

// wrong records a mistake in e.
func (f *configFile) wrong(e entry, what string) {
	f.mistakes = append(f.mistakes, mistake{e.line, what})
}

// written returns the value on a line as it is in the file.
func (f *configFile) written(line int) string {
	_, value, _ := strings.Cut(f.lines[line-1], "=")
	return strings.TrimSpace(value)
}

// syntax returns the mistake of line n, which could not be read.
func (f *configFile) syntax(n int) mistake {
	if n < 1 || n > len(f.lines) {
		return mistake{0, locale.T("it is not TOML")}
	}
	text := strings.TrimSpace(f.lines[n-1])
	key, value, ok := strings.Cut(text, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch {
	case !ok:
		return mistake{n, locale.F("this line is neither NAME = VALUE nor a [TABLE]: %s", text)}
	case value == "":
		return mistake{n, locale.F("%s has no value", key)}
	case settingNamed(key) != nil && settingNamed(key).table == nil:
		return mistake{n, locale.F("%s is %s, not %s", key, settingNamed(key).set(&config{}, nil), value)}
	case !strings.ContainsAny(value[:1], `"'[{0123456789+-`) && value != "true" && value != "false":
		return mistake{n, locale.F(`a text stands in quotation marks: %s = "%s"`, key, value)}
	}
	return mistake{n, locale.F("this line cannot be read as TOML: %s", text)}
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
