package main_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gopackages "golang.org/x/tools/go/packages"
)

// maxCycle is the number of files of a package that may be in one cycle of calls.
// The files of a longer cycle cannot be read one after the other.
const maxCycle = 4

// cycle is a set of files each of which uses all others, directly or not.
type cycle []string

// uses maps each file of a package to the other files whose functions and methods
// it uses.
type uses map[string]map[string]bool

// fileUses returns the uses of the files of one package.
func fileUses(fset *token.FileSet, files []*ast.File, info *types.Info, pkg *types.Package) uses {
	name := func(pos token.Pos) string { return filepath.Base(fset.Position(pos).Filename) }
	u := uses{}
	for _, f := range files {
		from := name(f.Package)
		ast.Inspect(f, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			fn, ok := info.Uses[id].(*types.Func)
			if !ok || fn.Pkg() != pkg {
				return true
			}
			if to := name(fn.Origin().Pos()); to != from {
				if u[from] == nil {
					u[from] = map[string]bool{}
				}
				u[from][to] = true
			}
			return true
		})
	}
	return u
}

// cycles returns the strongly connected components of u that have more than one
// file, by Tarjan's algorithm.
func (u uses) cycles() []cycle {
	index, low := map[string]int{}, map[string]int{}
	var stack []string
	var out []cycle
	var visit func(string)
	visit = func(v string) {
		index[v] = len(index) + 1
		low[v] = index[v]
		stack = append(stack, v)
		for w := range u[v] {
			switch {
			case index[w] == 0:
				visit(w)
				low[v] = min(low[v], low[w])
			case slices.Contains(stack, w):
				low[v] = min(low[v], index[w])
			}
		}
		if low[v] != index[v] {
			return
		}
		at := slices.Index(stack, v)
		if k := slices.Sorted(slices.Values(stack[at:])); len(k) > 1 {
			out = append(out, k)
		}
		stack = stack[:at]
	}
	for v := range u {
		if index[v] == 0 {
			visit(v)
		}
	}
	return out
}

func TestFilesOfAPackageAreInNoLongCycle(t *testing.T) {
	mode := gopackages.NeedName | gopackages.NeedFiles | gopackages.NeedSyntax | gopackages.NeedTypes | gopackages.NeedTypesInfo |
		gopackages.NeedImports
	list, err := gopackages.Load(&gopackages.Config{Mode: mode, Dir: root}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		for _, e := range p.Errors {
			t.Errorf("%s: %v", p.PkgPath, e)
		}
		for _, k := range fileUses(p.Fset, p.Syntax, p.TypesInfo, p.Types).cycles() {
			if len(k) > maxCycle {
				t.Errorf("%s: %d files are in one cycle of calls, more than %d: %s", p.PkgPath, len(k), maxCycle, strings.Join(k, " "))
			}
		}
	}
	if len(list) < 10 {
		t.Errorf("%d packages were checked, want all", len(list))
	}
}

// TestACycleOfFilesIsFound checks a package of five files in a cycle and one
// outside it.
func TestACycleOfFilesIsFound(t *testing.T) {
	fset := token.NewFileSet()
	var files []*ast.File
	for i := range 5 {
		src := fmt.Sprintf("package ring\n\ntype t%d struct{}\n\nfunc (t%d) call() { t%d{}.call() }\n", i, i, (i+1)%5)
		f, err := parser.ParseFile(fset, fmt.Sprintf("f%d.go", i), src, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	alone, err := parser.ParseFile(fset, "alone.go", "package ring\n\nfunc alone() { t0{}.call() }\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, alone)
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	pkg, err := (&types.Config{Importer: importer.Default()}).Check("ring", fset, files, info)
	if err != nil {
		t.Fatal(err)
	}
	got := fileUses(fset, files, info, pkg).cycles()
	if len(got) != 1 || !slices.Equal(got[0], []string{"f0.go", "f1.go", "f2.go", "f3.go", "f4.go"}) {
		t.Errorf("found %v", got)
	}
}
