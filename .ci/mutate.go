// Mutate tells how well a package's own tests hold its rules: it changes one
// operator at a time, at random places, and counts the changes that the tests
// notice. It works on a copy of the module.
//
//	go run .ci/mutate.go [-n 40] [-seed 1] ./feed/link
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// swaps is what each operator becomes.
var swaps = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL,
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.LAND: token.LOR, token.LOR: token.LAND,
	token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL,
	token.INC: token.DEC, token.DEC: token.INC,
	token.ADD_ASSIGN: token.SUB_ASSIGN, token.SUB_ASSIGN: token.ADD_ASSIGN,
}

// site is an operator in a file.
type site struct {
	file     string
	offset   int
	line     int
	old, new string
}

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 40, "number of changes to try")
	seed := flag.Uint64("seed", 1, "where chance begins")
	limit := flag.Duration("limit", 2*time.Minute, "how long a run of the tests may take")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: go run .ci/mutate.go [-n CHANGES] [-seed N] PACKAGE")
	}
	dir, err := os.MkdirTemp("", "mutate-")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if err := os.CopyFS(dir, os.DirFS(".")); err != nil {
		log.Fatal(err)
	}
	sites, err := find(filepath.Join(dir, flag.Arg(0)))
	if err != nil {
		log.Fatal(err)
	}
	rand.New(rand.NewPCG(*seed, 0)).Shuffle(len(sites), func(i, j int) { sites[i], sites[j] = sites[j], sites[i] })
	killed, lived := 0, 0
	for _, s := range sites {
		if killed+lived == *n {
			break
		}
		noticed, compiles, err := try(dir, flag.Arg(0), s, *limit)
		switch {
		case err != nil:
			log.Fatal(err)
		case !compiles:
		case noticed:
			killed++
		default:
			lived++
			fmt.Printf("%s:%d: %s became %s, and no test failed\n", filepath.Base(s.file), s.line, s.old, s.new)
		}
	}
	fmt.Printf("%s: %d of %d changes noticed\n", flag.Arg(0), killed, killed+lived)
}

// find lists the operators in the Go files of a folder, tests left out.
func find(dir string) ([]site, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var out []site
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			return nil, err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			pos, op := operator(n)
			if swap, ok := swaps[op]; ok {
				p := fset.Position(pos)
				out = append(out, site{file, p.Offset, p.Line, op.String(), swap.String()})
			}
			return true
		})
	}
	return out, nil
}

func operator(n ast.Node) (token.Pos, token.Token) {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		return n.OpPos, n.Op
	case *ast.IncDecStmt:
		return n.TokPos, n.Tok
	case *ast.AssignStmt:
		return n.TokPos, n.Tok
	}
	return token.NoPos, token.ILLEGAL
}

// try makes one change, runs the tests and takes the change back.
func try(dir, pkg string, s site, limit time.Duration) (noticed, compiles bool, err error) {
	text, err := os.ReadFile(s.file)
	if err != nil {
		return false, false, err
	}
	changed := bytes.Join([][]byte{text[:s.offset], []byte(s.new), text[s.offset+len(s.old):]}, nil)
	if err := os.WriteFile(s.file, changed, 0o600); err != nil {
		return false, false, err
	}
	defer func() { err = os.WriteFile(s.file, text, 0o600) }()
	if run(dir, limit, "build", pkg) != nil {
		return false, false, nil
	}
	// The test stops itself: what the go command has started outlives it.
	return run(dir, limit, "test", "-failfast", "-timeout", (limit-limit/10).String(), pkg) != nil, true, nil
}

func run(dir string, limit time.Duration, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir, cmd.WaitDelay = dir, time.Second
	return cmd.Run()
}
