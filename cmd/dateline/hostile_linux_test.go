package main

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/feed/feedtest"
	"dateline/feed/feedtest/screen"
)

// hostileHome is a user whose archive is hostile, and what the commands print there.
type hostileHome struct {
	t       *testing.T
	screen  *screen.Screen
	archive string
	stories []string // IDs, and paths that are hostile
	escapes []string
	runs    int
}

func newHostileHome(t *testing.T) *hostileHome {
	t.Helper()
	dir := t.TempDir()
	h := &hostileHome{t: t, screen: screen.New(t, 80, 24), archive: filepath.Join(dir, "desk\x1b]0;owned\a\u009b31m")}
	if err := feedtest.WriteHostile(h.archive); err != nil {
		t.Fatal(err)
	}
	for name, sub := range map[string]string{"XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state", "XDG_CONFIG_HOME": "config"} {
		t.Setenv(name, filepath.Join(dir, sub))
	}
	t.Setenv("DATELINE_ARCHIVE", h.archive)
	t.Setenv("CLICOLOR_FORCE", "1")
	t.Setenv("PATH", "") // no command may start a program
	t.Chdir(t.TempDir())
	for i, e := range feedtest.Escapes() {
		if i%feedtest.Rounds(50, 4) == 0 && !strings.Contains(e, "\x00") {
			h.escapes = append(h.escapes, e)
		}
	}
	lines := strings.Split(strings.TrimSpace(h.run(0, "list", "-n", "0", "--takes")), "\n")
	for i := 0; i < len(lines); i += feedtest.Rounds(8, 1) {
		id, _, _ := strings.Cut(ansi.Strip(lines[i]), " ")
		h.stories = append(h.stories, id)
	}
	for path := range feedtest.Hostile() {
		if strings.ContainsFunc(path, unicode.IsControl) && len(h.stories) < 14 {
			h.stories = append(h.stories, path)
		}
	}
	return h
}

// run runs the program on a terminal of width cells, a pipe if that is 0, and checks
// that what it prints commands no terminal. It returns its output.
func (h *hostileHome) run(width int, args ...string) string {
	h.t.Helper()
	h.runs++
	var out, errs bytes.Buffer
	con := &console{in: strings.NewReader(h.joined()), out: bufio.NewWriter(&out), under: &out, err: &errs, width: width, wide: func() int { return 40 }, live: width > 0}
	err := root(con).ExecuteContext(h.t.Context(), args)
	_ = con.out.Flush() // a buffer takes everything
	code := report(h.t.Context(), con, err)
	h.check("prints", args, out.String(), true) // CLICOLOR_FORCE asks for styles in a pipe too
	h.check("says", args, errs.String(), width > 0)
	if code == exitFailed && strings.Count(errs.String(), "\n") > 1 {
		h.t.Errorf("dateline %q says more than a line: %q", args, errs.String())
	}
	return out.String()
}

// joined returns all escapes in one text.
func (h *hostileHome) joined() string {
	return "Pier opens\n\n" + strings.Join(feedtest.Escapes(), " pier ")
}

// styles are the sequences that a command may print on a terminal: those of its styles,
// hyperlinks and the line of its progress.
var styles = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;(id=d[0-9]+-[0-9]+;(https?://|mailto:)[!-:<-~]+|;)\x1b\\|\r|\x1b\[K`)

func (h *hostileHome) check(verb string, args []string, text string, styled bool) {
	h.t.Helper()
	plain := text
	if styled {
		plain = styles.ReplaceAllString(plain, "")
	}
	at := strings.IndexFunc(plain, func(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) })
	if at >= 0 || !utf8.ValidString(plain) {
		h.t.Errorf("dateline %q %s a control character: %q", args, verb, plain[max(0, at-60):min(len(plain), max(0, at)+60)])
		return
	}
	h.screen.Show(text)
	if changed := h.screen.Changed(); len(changed) > 0 {
		h.t.Errorf("dateline %q %s what changes the terminal: %q", args, verb, changed)
	}
}

// eachCommand calls do with each command that prints, and the words that name it.
func eachCommand(cmd *cobra.Command, words []string, do func(cmd *cobra.Command, words []string)) {
	for _, sub := range cmd.Commands() {
		path := append(slices.Clone(words), sub.Name())
		do(sub, path)
		eachCommand(sub, path, do)
	}
}

// arguments returns arguments for a command, by its usage.
func (h *hostileHome) arguments(cmd *cobra.Command) [][]string {
	_, usage, _ := strings.Cut(cmd.Use, " ")
	switch strings.Trim(strings.TrimSuffix(strings.Fields(usage + " none")[0], "..."), "[]") {
	case "none":
		return [][]string{nil}
	case "STORY":
		var all [][]string
		for i, s := range h.stories {
			all = append(all, []string{s})
			if strings.Count(usage, "STORY") > 1 {
				all = append(all, []string{s, h.stories[(i+1)%len(h.stories)]})
			}
		}
		return all
	}
	var all [][]string // a query, or the name of something
	for _, e := range h.escapes {
		all = append(all, []string{"pier" + e}, []string{`title:"ferry` + e + `"`})
	}
	return append(all, []string{"ferry OR pier"}, []string{"owned"})
}

func TestNoCommandCommandsTheTerminal(t *testing.T) {
	h := newHostileHome(t)
	count, all := 0, root(newConsole()).cmd
	all.InitDefaultHelpCmd()
	eachCommand(all, nil, func(cmd *cobra.Command, words []string) {
		count++
		forms := [][]string{nil}
		if cmd.Flags().Lookup("json") != nil {
			forms = append(forms, []string{"--json"})
		}
		switch cmd.Name() {
		case "graph":
			forms = append(forms, []string{"--format", "mermaid"})
		case "mark":
			forms = [][]string{{"--star", "--tag", "pier" + h.escapes[count%len(h.escapes)], "--note", h.joined()}}
		}
		for _, args := range h.arguments(cmd) {
			for _, form := range forms {
				h.run(0, slices.Concat(words, form, args)...)
			}
			h.run(30, slices.Concat(words, args)...)
			h.run(100, slices.Concat(words, args)...)
		}
	})
	if count < 10 || len(h.stories) < 10 {
		t.Errorf("only %d commands and %d stories were found", count, len(h.stories))
	}
	t.Logf("count: %d runs of %d commands over %d escape sequences", h.runs, count, len(h.escapes))
}

func TestNoErrorCommandsTheTerminal(t *testing.T) {
	h := newHostileHome(t)
	eachCommand(root(newConsole()).cmd, nil, func(cmd *cobra.Command, words []string) {
		args := h.arguments(cmd)[0]
		for i, e := range h.escapes {
			h.run(0, slices.Concat(words, args, []string{"ferry" + e, e})...)
			h.run(0, slices.Concat(words, args, []string{"--" + e})...)
			h.run(0, slices.Concat(words, []string{e})...)
			n := 0
			cmd.Flags().VisitAll(func(f *pflag.Flag) {
				if n++; (n+i)%4 == 0 {
					h.run(0, slices.Concat(words, args, []string{"--" + f.Name + "=x" + e})...)
				}
			})
		}
	})
	for _, e := range h.escapes {
		h.run(0, "none"+e)
		h.run(0, "list", "-A", "none"+e)
		t.Setenv("DATELINE_ARCHIVE", "none"+e)
		h.run(0, "list")
	}
	t.Logf("count: %d runs with wrong arguments over %d escape sequences", h.runs, len(h.escapes))
}

func TestNoConfigurationCommandsTheTerminal(t *testing.T) {
	h := newHostileHome(t)
	t.Setenv("DATELINE_ARCHIVE", "")
	path := configPath()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, e := range h.escapes {
		quoted := `"` + strings.NewReplacer("\x1b", `\u001b`, "\a", `\u0007`, "\n", `\n`, `\`, `\\`, `"`, `\"`).Replace(e) + `"`
		for _, text := range []string{"archive = " + quoted, "archive = \"" + e, quoted + " = 1", e, "bidi = " + quoted, "mouse = " + quoted, "[a]\n" + e} {
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			h.run(0, "list")
		}
	}
}

func TestTheLogCommandsNoTerminal(t *testing.T) {
	h := newHostileHome(t)
	for _, name := range []string{"log.txt", "log.json"} {
		path := filepath.Join(t.TempDir(), name)
		t.Setenv(logVariable, path)
		for _, e := range h.escapes {
			h.run(0, "search", "pier"+e)
			h.run(0, "list", "-n", "1", "--scan", "-q", "pier "+e)
			h.run(0, "show", "none"+e)
		}
		if err := os.RemoveAll(filepath.Join(h.archive, "2024")); err != nil {
			t.Fatal(err)
		}
		h.run(0, "index")
		text, err := os.ReadFile(path)
		if err != nil || len(text) == 0 {
			t.Fatalf("%d bytes, %v", len(text), err)
		}
		h.check("logs", []string{name}, string(text), false)
	}
}
