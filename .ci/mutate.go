// Mutate measures how well the tests of a package check its rules: it changes one
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

// swaps maps each operator to its replacement.
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
	seed := flag.Uint64("seed", 1, "seed of the random order of the changes")
	limit := flag.Duration("limit", 2*time.Minute, "longest time for a run of the tests")
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
	killed, survived := 0, 0
	for _, s := range sites {
		if killed+survived == *n {
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
			survived++
			fmt.Printf("%s:%d: %s was changed to %s, and no test failed\n", filepath.Base(s.file), s.line, s.old, s.new)
		}
	}
	fmt.Printf("%s: %d of %d changes noticed\n", flag.Arg(0), killed, killed+survived)
}

// find returns the operators in the Go files in dir, except tests.
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

// operator returns the position and the operator of n, ILLEGAL if it has none.
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

// try makes the change at s, runs the tests and undoes the change.
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
	// The test has its own timeout, because it outlives a go command that is killed.
	return run(dir, limit, "test", "-failfast", "-timeout", (limit-limit/10).String(), pkg) != nil, true, nil
}

func run(dir string, limit time.Duration, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir, cmd.WaitDelay = dir, time.Second
	return cmd.Run()
}
