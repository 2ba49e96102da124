package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/feedtest"
	"dateline/ui"
	"dateline/ui/uitest"
)

// program makes a script a program in the PATH. It returns a function that returns its input
// and its arguments, one a line below it.
func program(t *testing.T, name, script string) (got func() string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the program is a script of a Unix shell")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "got")
	text := fmt.Sprintf("#!/bin/sh\n{ cat; printf '%%s\\n' \"$@\"; } >'%s'\n%s\n", file, script)
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil { //nolint:gosec // it is run
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	return func() string {
		text, _ := os.ReadFile(file)
		_ = os.Remove(file)
		return string(text)
	}
}

// pipe pipes the story to a command.
func pipe(d *uitest.Driver, text string) {
	d.Press("|")
	d.Send(tea.PasteMsg{Content: text})
	d.Press("enter")
}

const ferryCopy = "Ferry sails\n\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n\nIt was late.\n\n(END)\n"

func TestAStoryIsPipedToAProgram(t *testing.T) {
	got := program(t, "take", "")
	for name, w := range map[string]int{"narrow": 40, "list": 80, "panes": 160} {
		t.Run(name, func(t *testing.T) {
			d := pier(t, w, 24, map[string]string{"ferry.txt": ferryCopy, "tolls.txt": "Tolls rise\n\nThey rise.\n"})
			d.Search("sailed")
			before := d.Screen()
			d.Press("|")
			d.Shows("| ")
			d.Press("esc")
			if d.Screen() != before {
				t.Errorf("after Esc\n%s", d.Screen())
			}
			pipe(d, `take -w "a b" '$HOME'`)
			if text := got(); text != ferryCopy+"-w\na b\n$HOME\n" || d.Screen() != before {
				t.Errorf("from the list %q and\n%s", text, d.Screen())
			}
			d.Press("enter", "|", "up", "enter")
			if text := got(); text != ferryCopy+"-w\na b\n$HOME\n" {
				t.Errorf("from the story %q", text)
			}
			d.Press("|", "enter")
			d.Hides("| ")
		})
	}
}

func TestWhatIsNoCommandIsSaidInTheLine(t *testing.T) {
	got := program(t, "take", "exit 3")
	d := pier(t, 80, 24, map[string]string{"ferry.txt": ferryCopy})
	for text, problem := range map[string]string{
		"take | take": "only a shell can do that: shell = true", "take 'a": "a quotation mark is not closed",
		"nowhere-at-all -x": "there is no program nowhere-at-all", "''": "this names no program",
	} {
		pipe(d, text)
		d.Shows("| "+text, problem)
		d.Press("space")
		d.Hides(problem)
		d.Press("esc")
		if text := got(); text != "" {
			t.Errorf("the program gets %q", text)
		}
	}
	pipe(d, "take")
	d.Shows("take ended with exit code 3")
	d.Press("|", "up", "up")
	d.Shows("| take ")
	d.Hides("nowhere")
}

func TestAShellRunsTheCommandIfItIsSet(t *testing.T) {
	got := program(t, "take", "")
	t.Setenv("SHELL", "/bin/sh")
	d := pier(t, 80, 24, map[string]string{"ferry.txt": ferryCopy})
	d = uitest.With(t, d.Store, 80, 24, func(o *ui.Options) { o.Shell = true })
	pipe(d, "grep late | take $((1+1))")
	if text := got(); text != "It was late.\n2\n" {
		t.Errorf("%q", text)
	}
	pipe(d, "exit 4")
	d.Shows("exit 4 ended with exit code 4")
}

func TestTheCommandsTypedAreKept(t *testing.T) {
	program(t, "take", "")
	d := pier(t, 80, 24, map[string]string{"ferry.txt": ferryCopy})
	pipe(d, "take one")
	for i := range 60 {
		pipe(d, fmt.Sprintf("take %d", i))
	}
	command(d, "trail")
	d.Press("esc")
	ss, err := d.Store.Session(t.Context())
	if err != nil || len(ss.Pipes) != 50 || ss.Pipes[0] != "take 59" || !slices.Equal(ss.Commands, []string{"trail"}) {
		t.Errorf("%q, %q, %v", ss.Pipes, ss.Commands, err)
	}
	d = uitest.Start(t, d.Store, 80, 24)
	d.Press("|", "up", "up")
	d.Shows("| take 58")
	d.Press("esc", ":", "up")
	d.Shows(":trail")
}

func TestAVeiledOrHostileStoryIsNotPipedAsItIs(t *testing.T) {
	got := program(t, "take", "")
	files := map[string]string{}
	for i, e := range feedtest.Escapes() {
		files[fmt.Sprintf("%03d.txt", i)] = "Ferry " + e + "\nOSTVIK, Oct. 3, 2024 (Meridian) -- It " + e + ".\n"
	}
	d := pier(t, 80, 24, files)
	for range files {
		pipe(d, "take")
		if text := got(); strings.ContainsAny(text, "\x1b\x07\x00") {
			t.Errorf("%q", text)
		}
		d.Press("j")
	}
	d = pier(t, 80, 24, map[string]string{"1.txt": "Ferry sails\n(EMBARGOED UNTIL 0600 GMT Oct. 14, 2024)\nOSTVIK, Oct. 12, 2024 (Meridian) -- It sailed.\n"})
	pipe(d, "take")
	d.Shows("Under embargo")
	if text := got(); text != "" {
		t.Errorf("the program gets %q", text)
	}
}
