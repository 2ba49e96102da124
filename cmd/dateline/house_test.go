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

// root is the folder of the module, relative to this package.
const root = "../.."

// pkg is a package as the go command lists it.
type pkg struct {
	ImportPath   string
	GoFiles      []string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
	Module       *struct{ Main bool }
}

// packages returns the packages of this module. It runs the go command once.
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

func modulePackages(t *testing.T) []pkg {
	t.Helper()
	list, err := packages()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	if len(list) == 0 {
		t.Fatal("go list found no package of this module")
	}
	return list
}

// inModule reports whether path is the import path of a package of this module.
func inModule(path string) bool { return path == "dateline" || strings.HasPrefix(path, "dateline/") }

// name returns the last element of an import path.
func name(path string) string { return path[strings.LastIndex(path, "/")+1:] }

// isPage reports whether p is a page: a package under ui with a file page.go.
func isPage(p pkg) bool {
	return strings.HasPrefix(p.ImportPath, "dateline/ui/") && slices.Contains(p.GoFiles, "page.go")
}

// servesTests reports whether path is a package of this module that only tests use,
// or below one.
func servesTests(path string) bool {
	return inModule(path) && slices.ContainsFunc(strings.Split(path, "/"), func(part string) bool {
		return strings.HasSuffix(part, "test")
	})
}

// importRule is a rule about the imports of a package. It does not apply to the
// imports of tests unless the claim says so.
type importRule struct {
	claim  string
	broken func(all []pkg, p pkg) []string // returns the imports that break the rule
}

var importRules = []importRule{
	{"pure packages import only story, term and locale of this module", func(_ []pkg, p pkg) []string {
		if !in(p.ImportPath, "feed/story", "feed/clean", "feed/link", "feed/query", "feed/takes", "feed/diff", "feed/term", "ui/layout", "ui/trail") {
			return nil
		}
		return filter(p.Imports, func(path string) bool {
			return inModule(path) && !in(path, "feed/story", "feed/term", "feed/locale")
		})
	}},
	{"clean, term and locale import no package of this module, story only locale", func(_ []pkg, p pkg) []string {
		if !in(p.ImportPath, "feed/story", "feed/clean", "feed/term", "feed/locale") {
			return nil
		}
		return filter(p.Imports, func(path string) bool {
			return inModule(path) && (!in(p.ImportPath, "feed/story") || !in(path, "feed/locale"))
		})
	}},
	{"no package or test under feed imports the screen", func(_ []pkg, p pkg) []string {
		if !within(p.ImportPath, "feed") {
			return nil
		}
		return filter(slices.Concat(p.Deps, p.TestImports, p.XTestImports), func(path string) bool {
			return within(path, "ui") || strings.HasPrefix(path, "charm.land/") || strings.HasPrefix(path, "github.com/charmbracelet/bub")
		})
	}},
	{"the screen reads an archive only through feed", func(_ []pkg, p pkg) []string {
		if !within(p.ImportPath, "ui") || servesTests(p.ImportPath) {
			return nil
		}
		return filter(p.Imports, func(path string) bool {
			return within(path, "feed") && !in(path, "feed", "feed/story", "feed/clean", "feed/link", "feed/query", "feed/takes", "feed/diff", "feed/spell", "feed/term", "feed/locale")
		})
	}},
	{"pages import neither each other nor ui", func(all []pkg, p pkg) []string {
		if !isPage(p) {
			return nil
		}
		return filter(p.Imports, func(path string) bool {
			page := slices.ContainsFunc(all, func(o pkg) bool { return o.ImportPath == path && isPage(o) })
			return page || in(path, "ui", "ui/command")
		})
	}},
	{"text, boxes and places on the screen are computed without Bubble Tea", func(_ []pkg, p pkg) []string {
		if !in(p.ImportPath, "ui/prose", "ui/layout", "ui/theme", "ui/trail", "ui/cell", "ui/intent", "ui/follow", "ui/foot", "ui/mark", "ui/when") {
			return nil
		}
		return filter(p.Deps, func(path string) bool {
			return strings.HasPrefix(path, "charm.land/bubbletea/") || strings.HasPrefix(path, "charm.land/bubbles/")
		})
	}},
	{"only catalog and marks use SQL", func(_ []pkg, p pkg) []string {
		if within(p.ImportPath, "feed/catalog") || within(p.ImportPath, "feed/marks") || in(p.ImportPath, "feed/sqlite") {
			return nil
		}
		return filter(p.Imports, func(path string) bool { return path == "database/sql" || strings.HasPrefix(path, "database/sql/") })
	}},
	{"only sqlite imports the driver", func(_ []pkg, p pkg) []string {
		if in(p.ImportPath, "feed/sqlite") {
			return nil
		}
		return filter(p.Imports, func(path string) bool { return strings.HasPrefix(path, "modernc.org/") })
	}},
	{"only tests import packages that serve tests", func(_ []pkg, p pkg) []string {
		if servesTests(p.ImportPath) {
			return nil
		}
		return filter(p.Imports, servesTests)
	}},
	{"no package imports log", func(_ []pkg, p pkg) []string {
		return filter(p.Imports, func(path string) bool { return path == "log" })
	}},
	{"only cmd imports ui", func(_ []pkg, p pkg) []string {
		if within(p.ImportPath, "cmd") || servesTests(p.ImportPath) {
			return nil
		}
		return filter(p.Imports, func(path string) bool { return path == "dateline/ui" })
	}},
}

// in reports whether path is one of packages, which are relative to the module.
func in(path string, packages ...string) bool {
	return slices.Contains(packages, strings.TrimPrefix(path, "dateline/"))
}

// within reports whether path is folder, which is relative to the module, or below
// it.
func within(path, folder string) bool {
	return strings.HasPrefix(path+"/", "dateline/"+folder+"/")
}

func filter(paths []string, keep func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return !keep(path) })
}

func TestImportsFollowTheRules(t *testing.T) {
	all := modulePackages(t)
	for _, rule := range importRules {
		for _, p := range all {
			for _, path := range rule.broken(all, p) {
				t.Errorf("%s: %s imports %s", rule.claim, p.ImportPath, path)
			}
		}
	}
}

// TestEveryImportRuleCanFail applies each rule to a package that breaks it.
func TestEveryImportRuleCanFail(t *testing.T) {
	list := pkg{ImportPath: "dateline/ui/headlines", GoFiles: []string{"page.go"}}
	bad := map[string]pkg{
		"pure packages import only story, term and locale of this module":            {ImportPath: "dateline/ui/trail", Imports: []string{"dateline/ui/theme"}},
		"clean, term and locale import no package of this module, story only locale": {ImportPath: "dateline/feed/clean", Imports: []string{"dateline/feed/story"}},
		"no package or test under feed imports the screen":                           {ImportPath: "dateline/feed/wire", Deps: []string{"charm.land/lipgloss/v2"}},
		"the screen reads an archive only through feed":                              {ImportPath: "dateline/ui/article", Imports: []string{"dateline/feed/catalog/search"}},
		"pages import neither each other nor ui":                                     {ImportPath: "dateline/ui/article", GoFiles: []string{"page.go"}, Imports: []string{list.ImportPath}},
		"text, boxes and places on the screen are computed without Bubble Tea":       {ImportPath: "dateline/ui/foot", Deps: []string{"charm.land/bubbletea/v2"}},
		"only catalog and marks use SQL":                                             {ImportPath: "dateline/feed", Imports: []string{"database/sql"}},
		"only sqlite imports the driver":                                             {ImportPath: "dateline/feed/catalog/fill", Imports: []string{"modernc.org/sqlite"}},
		"only tests import packages that serve tests":                                {ImportPath: "dateline/ui", Imports: []string{"dateline/ui/uitest"}},
		"no package imports log":                                                     {ImportPath: "dateline/feed/intake", Imports: []string{"log"}},
		"only cmd imports ui":                                                        {ImportPath: "dateline/ui/article", Imports: []string{"dateline/ui"}},
	}
	for _, rule := range importRules {
		p, ok := bad[rule.claim]
		if !ok {
			t.Errorf("no package breaks %q", rule.claim)
		} else if len(rule.broken([]pkg{list, p}, p)) == 0 {
			t.Errorf("%q allows %+v", rule.claim, p)
		}
	}
}

func TestPackageNamesAreNouns(t *testing.T) {
	for _, p := range modulePackages(t) {
		switch name(p.ImportPath) {
		case "util", "utils", "common", "types", "helpers", "models", "core", "manager", "misc", "base":
			t.Errorf("%s: the name does not say what the package is about", p.ImportPath)
		}
	}
}
