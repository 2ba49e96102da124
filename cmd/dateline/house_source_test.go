package main_test

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// source is a Go file in this module.
type source struct {
	path string // relative to the top level, with slashes
	text []byte
	fset *token.FileSet
	tree *ast.File
}

func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

// dir returns the folder of s, relative to the top level.
func (s source) dir() string { return filepath.ToSlash(filepath.Dir(s.path)) }

// at returns the file and line of n, for an error message.
func (s source) at(n ast.Node) string {
	p := s.fset.Position(n.Pos())
	return s.path + ":" + p.String()
}

var sources = sync.OnceValues(func() ([]source, error) {
	var list []source
	fset := token.NewFileSet()
	for _, top := range []string{"articles", "cmd", "feed", "ui"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			tree, err := parser.ParseFile(fset, "", text, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(root, path)
			list = append(list, source{filepath.ToSlash(rel), text, fset, tree})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
})

func goFiles(t *testing.T) []source {
	t.Helper()
	list, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) == 0 {
		t.Fatal("no Go file found")
	}
	return list
}

func TestFilesAreShort(t *testing.T) {
	for _, s := range goFiles(t) {
		limit := 400
		if s.test() {
			limit = 500
		}
		if n := bytes.Count(s.text, []byte("\n")); n > limit {
			t.Errorf("%s has %d lines, more than %d", s.path, n, limit)
		}
	}
}

func TestFunctionsAreShort(t *testing.T) {
	for _, s := range goFiles(t) {
		for _, decl := range s.tree.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Body == nil || s.test() {
				continue
			}
			if n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line - 1; n > 60 {
				t.Errorf("%s: %s has %d lines, more than 60", s.at(f), f.Name, n)
			}
		}
	}
}

func TestFilesAreFormatted(t *testing.T) {
	for _, s := range goFiles(t) {
		tidy, err := format.Source(s.text)
		if err != nil {
			t.Errorf("%s: %v", s.path, err)
		} else if !bytes.Equal(tidy, s.text) {
			t.Errorf("%s is not formatted by gofmt", s.path)
		}
	}
}

func TestPackagesHaveAComment(t *testing.T) {
	commented, folders := map[string]bool{}, map[string]string{}
	for _, s := range goFiles(t) {
		if !s.test() {
			folders[s.dir()] = s.tree.Name.Name
			want := "Package " + s.tree.Name.Name + " "
			if s.tree.Name.Name == "main" {
				want = "Command "
			}
			commented[s.dir()] = commented[s.dir()] || strings.HasPrefix(s.tree.Doc.Text(), want)
		}
	}
	for dir, name := range folders {
		if !commented[dir] {
			t.Errorf("%s: package %s has no comment that begins with its name", dir, name)
		}
	}
}

func TestExportedNamesAreDocumented(t *testing.T) {
	for _, s := range goFiles(t) {
		if s.test() {
			continue
		}
		for _, decl := range s.tree.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && exportedReceiver(d) {
					documented(t, s, d.Name, d.Doc)
				}
			case *ast.GenDecl:
				documentedSpecs(t, s, d)
			}
		}
	}
}

// exportedReceiver reports whether f is a function or a method of an exported type.
func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	typ := f.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if generic, ok := typ.(*ast.IndexExpr); ok {
		typ = generic.X
	}
	id, ok := typ.(*ast.Ident)
	return ok && id.IsExported()
}

func documentedSpecs(t *testing.T, s source, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if doc := spec.Doc; spec.Name.IsExported() && doc == nil {
				documented(t, s, spec.Name, d.Doc)
			} else if spec.Name.IsExported() {
				documented(t, s, spec.Name, doc)
			}
		case *ast.ValueSpec:
			// The comment of a group of constants documents all of them.
			if slices.ContainsFunc(spec.Names, (*ast.Ident).IsExported) && spec.Doc == nil && spec.Comment == nil && d.Doc == nil {
				t.Errorf("%s: %s has no comment", s.at(spec), spec.Names[0])
			}
		}
	}
}

func documented(t *testing.T, s source, name *ast.Ident, doc *ast.CommentGroup) {
	t.Helper()
	first, _, _ := strings.Cut(doc.Text(), " ")
	if first != name.Name {
		t.Errorf("%s: the comment of %s does not begin with its name", s.at(name), name)
	}
}

// nameRule is a rule about names that only some folders may use.
type nameRule struct {
	claim string
	homes []string       // the folders that may use them
	re    *regexp.Regexp // matches "package.Name"
}

var nameRules = []nameRule{
	{"only ui/theme names a colour", []string{"ui/theme"}, regexp.MustCompile(
		`^lipgloss\.(Color|ANSIColor|RGBColor|LightDark|Complete|(Bright)?(Black|Red|Green|Yellow|Blue|Magenta|Cyan|White))$` +
			`|^ansi\.(BasicColor|IndexedColor|RGBColor|HexColor|(Bright)?(Black|Red|Green|Yellow|Blue|Magenta|Cyan|White))$` +
			`|^color\.(RGBA|RGBA64|NRGBA|NRGBA64|Gray|Black|White)$`)},
	{"only the root builds a tea.View", []string{"ui", "ui/uitest", "cmd/dateline/testdata/peer"}, regexp.MustCompile(`^tea\.(View|NewView)$`)},
	{"output goes to a writer that the caller passes", nil, regexp.MustCompile(`^fmt\.(Print|Printf|Println)$`)},
	{"match tea.KeyPressMsg: tea.KeyMsg is also a release", nil, regexp.MustCompile(`^tea\.KeyMsg$`)},
}

func TestNamesAreUsedOnlyWhereTheRulesAllow(t *testing.T) {
	for _, s := range goFiles(t) {
		if s.test() {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			for _, r := range nameRules {
				if id, ok := sel.X.(*ast.Ident); ok && r.re.MatchString(id.Name+"."+sel.Sel.Name) && !slices.Contains(r.homes, s.dir()) {
					t.Errorf("%s: %s.%s: %s", s.at(n), id.Name, sel.Sel.Name, r.claim)
				}
			}
			return true
		})
	}
}

// TestNameRulesCanFail applies the rules to names that break them and to names that
// do not.
func TestNameRulesCanFail(t *testing.T) {
	bad := []string{"lipgloss.Color", "lipgloss.BrightBlue", "ansi.IndexedColor", "color.RGBA", "tea.NewView", "tea.View", "fmt.Println", "tea.KeyMsg"}
	good := []string{"lipgloss.Width", "lipgloss.NewStyle", "color.Color", "tea.KeyPressMsg", "fmt.Fprintln", "ansi.Cut"}
	breaks := func(name string) bool {
		return slices.ContainsFunc(nameRules, func(r nameRule) bool { return r.re.MatchString(name) })
	}
	for _, name := range bad {
		if !breaks(name) {
			t.Errorf("%s is allowed", name)
		}
	}
	for _, name := range good {
		if breaks(name) {
			t.Errorf("%s is not allowed", name)
		}
	}
}

// committed returns the files that git tracks or would track. Without git, or
// outside a checkout, it returns all files that are not hidden.
func committed(t *testing.T) []string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	if out, err := cmd.Output(); err == nil {
		return strings.Split(strings.TrimRight(string(out), "\x00"), "\x00")
	}
	var list []string
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path != "." && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if err == nil && !d.IsDir() {
			list = append(list, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestTopLevelHasOnlyKnownNames(t *testing.T) {
	allowed := []string{"articles", "cmd", "feed", "ui", "go.mod", "go.sum", "README.md", "CONTRIBUTING.md", "LICENSE", "CHANGELOG.md"}
	for _, path := range committed(t) {
		top, _, _ := strings.Cut(path, "/")
		if !slices.Contains(allowed, top) && !strings.HasPrefix(top, ".") {
			t.Errorf("%s does not belong at the top level", path)
		}
	}
}

// machinePath matches an absolute path that exists on one machine only.
var machinePath = regexp.MustCompile("(^|[\\s\"'`(=:])/(tmp|home|Users|root|work)/")

func TestCommittedFilesNameNoPathOfOneMachine(t *testing.T) {
	for _, path := range committed(t) {
		data, err := os.ReadFile(filepath.Join(root, path))
		if err != nil || bytes.IndexByte(data, 0) >= 0 {
			continue // deleted in the working tree, or not text
		}
		for i, line := range bytes.Split(data, []byte("\n")) {
			if machinePath.Match(line) {
				t.Errorf("%s:%d: %s", path, i+1, line)
			}
		}
	}
}
