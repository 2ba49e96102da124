package main_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
)

// root is the module's folder as the tests of this package see it.
const root = "../.."

// pkg is what the go command tells of a package.
type pkg struct {
	ImportPath   string
	GoFiles      []string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
	Module       *struct{ Main bool }
}

// packages lists the packages of this module, once for all tests.
var packages = sync.OnceValues(func() ([]pkg, error) {
	fields := "-json=ImportPath,GoFiles,Imports,TestImports,XTestImports,Deps,Module"
	cmd := exec.Command("go", "list", "-e", "-deps", fields, "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var ours []pkg
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p pkg
		switch err := dec.Decode(&p); {
		case errors.Is(err, io.EOF):
			return ours, nil
		case err != nil:
			return nil, err
		case p.Module != nil && p.Module.Main:
			ours = append(ours, p)
		}
	}
})

func ours(t *testing.T) []pkg {
	t.Helper()
	list, err := packages()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	if len(list) == 0 {
		t.Fatal("go list names no package of this module")
	}
	return list
}

// isOurs reports whether an import path belongs to this module.
func isOurs(path string) bool { return path == "dateline" || strings.HasPrefix(path, "dateline/") }

// name is the last part of an import path.
func name(path string) string { return path[strings.LastIndex(path, "/")+1:] }

// isPage reports whether p is a page of the screen: a folder under ui with a page.go.
func isPage(p pkg) bool {
	return strings.HasPrefix(p.ImportPath, "dateline/ui/") && slices.Contains(p.GoFiles, "page.go")
}

// servesTests reports whether path is a package of ours for tests, or below one.
func servesTests(path string) bool {
	return isOurs(path) && slices.ContainsFunc(strings.Split(path, "/"), func(part string) bool {
		return strings.HasSuffix(part, "test")
	})
}

// arrow is a rule about what a package may import. Rules look at the package
// itself, not at its tests, unless they say so.
type arrow struct {
	claim  string
	broken func(all []pkg, p pkg) []string // the imports that break the rule
}

var arrows = []arrow{
	{"the pure packages import none of ours but story and term", func(_ []pkg, p pkg) []string {
		pure := []string{"story", "clean", "link", "query", "layout", "trail"}
		if !slices.Contains(pure, name(p.ImportPath)) {
			return nil
		}
		return filter(p.Imports, func(path string) bool {
			return isOurs(path) && path != "dateline/feed/story" && path != "dateline/feed/term"
		})
	}},
	{"story, clean and term import none of ours", func(_ []pkg, p pkg) []string {
		roots := []string{"dateline/feed/story", "dateline/feed/clean", "dateline/feed/term"}
		if !slices.Contains(roots, p.ImportPath) {
			return nil
		}
		return filter(p.Imports, isOurs)
	}},
	{"nothing under feed knows of the screen", func(_ []pkg, p pkg) []string {
		if p.ImportPath != "dateline/feed" && !strings.HasPrefix(p.ImportPath, "dateline/feed/") {
			return nil
		}
		return filter(slices.Concat(p.Deps, p.TestImports, p.XTestImports), func(path string) bool {
			return path == "dateline/ui" || strings.HasPrefix(path, "dateline/ui/") ||
				strings.HasPrefix(path, "charm.land/") || strings.HasPrefix(path, "github.com/charmbracelet/bub")
		})
	}},
	{"pages import neither each other nor ui", func(all []pkg, p pkg) []string {
		if !isPage(p) {
			return nil
		}
		return filter(p.Imports, func(path string) bool {
			page := slices.ContainsFunc(all, func(o pkg) bool { return o.ImportPath == path && isPage(o) })
			return page || path == "dateline/ui"
		})
	}},
	{"only catalog and marks speak SQL", func(_ []pkg, p pkg) []string {
		if p.ImportPath == "dateline/feed/catalog" || p.ImportPath == "dateline/feed/marks" {
			return nil
		}
		return filter(p.Imports, func(path string) bool {
			return path == "database/sql" || strings.HasPrefix(path, "database/sql/") || strings.HasPrefix(path, "modernc.org/sqlite")
		})
	}},
	{"what serves tests is imported by tests only", func(_ []pkg, p pkg) []string {
		if servesTests(p.ImportPath) {
			return nil
		}
		return filter(p.Imports, servesTests)
	}},
	{"nobody imports package log", func(_ []pkg, p pkg) []string {
		return filter(p.Imports, func(path string) bool { return path == "log" })
	}},
	{"nothing but cmd imports ui", func(_ []pkg, p pkg) []string {
		if strings.HasPrefix(p.ImportPath, "dateline/cmd/") || servesTests(p.ImportPath) {
			return nil
		}
		return filter(p.Imports, func(path string) bool { return path == "dateline/ui" })
	}},
}

func filter(paths []string, keep func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return !keep(path) })
}

func TestPackagesKeepTheArrows(t *testing.T) {
	all := ours(t)
	for _, rule := range arrows {
		for _, p := range all {
			for _, path := range rule.broken(all, p) {
				t.Errorf("%s: %s imports %s", rule.claim, p.ImportPath, path)
			}
		}
	}
}

// TestArrowsFindWhatBreaksThem holds every rule against a package that breaks it.
func TestArrowsFindWhatBreaksThem(t *testing.T) {
	list := pkg{ImportPath: "dateline/ui/headlines", GoFiles: []string{"page.go"}}
	bad := map[string]pkg{
		"the pure packages import none of ours but story and term": {ImportPath: "dateline/ui/trail", Imports: []string{"dateline/ui/theme"}},
		"story, clean and term import none of ours":                {ImportPath: "dateline/feed/clean", Imports: []string{"dateline/feed/story"}},
		"nothing under feed knows of the screen":                   {ImportPath: "dateline/feed/wire", Deps: []string{"charm.land/lipgloss/v2"}},
		"pages import neither each other nor ui":                   {ImportPath: "dateline/ui/article", GoFiles: []string{"page.go"}, Imports: []string{list.ImportPath}},
		"only catalog and marks speak SQL":                         {ImportPath: "dateline/feed", Imports: []string{"database/sql"}},
		"what serves tests is imported by tests only":              {ImportPath: "dateline/ui", Imports: []string{"dateline/ui/uitest"}},
		"nobody imports package log":                               {ImportPath: "dateline/feed/intake", Imports: []string{"log"}},
		"nothing but cmd imports ui":                               {ImportPath: "dateline/ui/article", Imports: []string{"dateline/ui"}},
	}
	for _, rule := range arrows {
		p, ok := bad[rule.claim]
		if !ok {
			t.Errorf("no package breaks %q", rule.claim)
		} else if len(rule.broken([]pkg{list, p}, p)) == 0 {
			t.Errorf("%q allows %+v", rule.claim, p)
		}
	}
}

func TestPackageNamesAreNouns(t *testing.T) {
	for _, p := range ours(t) {
		switch name(p.ImportPath) {
		case "util", "utils", "common", "types", "helpers", "models", "core", "manager", "misc", "base":
			t.Errorf("%s: say what it is about", p.ImportPath)
		}
	}
}
