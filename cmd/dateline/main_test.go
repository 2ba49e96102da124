package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// programs are what the binary of the tests runs under the names of programs.
var programs = map[string]func(){"dateline": main, "dateline-watch": watchUntilKilled}

func TestMain(m *testing.M) {
	if strings.Contains(filepath.Base(os.Args[0]), ".test") { // and not a program of a script
		os.Setenv("LC_ALL", "C") //nolint:errcheck // the tests read English
	}
	testscript.Main(m, programs)
}

// TestScripts runs the program as people and scripts do. With UPDATE=1 in the
// environment it rewrites the files that cmp compares.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			recipes, err := filepath.Abs("recipes")
			if err != nil {
				return err
			}
			env.Setenv("RECIPES", recipes)
			env.Setenv("GORACE", os.Getenv("GORACE")) // settings of the race detector
			return touch(env.WorkDir)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":  code,
			"write": write,
			"many":  many,
			"blank": blank,
			"bare":  bare,
		},
	})
}

// fileTime is the time of every file in a script. It may decide the year of copy
// without one.
var fileTime = time.Date(2025, time.January, 15, 12, 0, 0, 0, time.UTC)

// touch sets the time of every file in dir to fileTime.
func touch(dir string) error {
	return filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, fileTime, fileTime)
	})
}

// code WANT PROGRAM ARG... runs a program and expects the exit code WANT.
func code(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// write NAME TEXT writes a file. Go escapes allow any bytes in both.
func write(ts *testscript.TestScript, _ bool, args []string) {
	name, err := strconv.Unquote(`"` + args[0] + `"`)
	ts.Check(err)
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	path := ts.MkAbs(name)
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o777))
	ts.Check(os.WriteFile(path, []byte(text), 0o666))
}

// blank NAME MIB writes a file of MIB mebibytes of spaces.
func blank(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(" ", n<<20)), 0o666))
}

// many DIR N writes N stories.
func many(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o777))
	for i := range n {
		text := fmt.Sprintf("Council counts the lamps of street %d\nNORTH QUAY, March %d, 2031 (Meridian) -- Street %d has lamps.\n(END)\n", i, i%28+1, i)
		ts.Check(os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), []byte(text), 0o666))
	}
}

// bare N FOLDER writes N stories without a dateline.
func bare(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	dir := ts.MkAbs(args[1])
	ts.Check(os.MkdirAll(dir, 0o755))
	for i := 1; i <= n; i++ {
		text := fmt.Sprintf("Council counts the lamps of street %d\nThe council wants to know how many lamps street %d has.\n", i, i)
		ts.Check(os.WriteFile(filepath.Join(dir, fmt.Sprintf("day-%02d.txt", i)), []byte(text), 0o644))
	}
	ts.Check(touch(dir))
}
