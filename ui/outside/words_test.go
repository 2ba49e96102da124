package outside

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestACommandIsSplitAsAShellDoes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a backslash is a part of a path")
	}
	for command, want := range map[string][]string{
		"":                         nil,
		" \t ":                     nil,
		"vim":                      {"vim"},
		" code  --wait ":           {"code", "--wait"},
		`emacs -nw --eval '(a b)'`: {"emacs", "-nw", "--eval", "(a b)"},
		`"a b"c 'd"e' ''`:          {"a bc", `d"e`, ""},
		`a\ b \"c "d\"e\f"`:        {"a b", `"c`, `d"e\f`},
		`grep '$x|y;' "a & b"`:     {"grep", "$x|y;", "a & b"},
		`a\`:                       {`a\`},
		`printf '%s\n'`:            {"printf", `%s\n`},
		"금리 '기준 금리'":               {"금리", "기준 금리"},
	} {
		got, err := Words(command)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %q, %v, want %q", command, got, err, want)
		}
	}
	for command, want := range map[string]error{
		"a | b": errOperator, "a;b": errOperator, "a > b": errOperator, "a &": errOperator, "echo $HOME": errOperator, "echo `x`": errOperator,
		"a\nb": errOperator, "(a)": errOperator, "a 'b": errQuote, `a "b'`: errQuote,
	} {
		if got, err := Words(command); !errors.Is(err, want) {
			t.Errorf("%q: %q, %v, want %v", command, got, err, want)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add(`a "b c" 'd' \e`)
	f.Add(`'a`)
	f.Add(`""`)
	f.Fuzz(func(t *testing.T, command string) {
		words, err := Words(command)
		if err != nil {
			return
		}
		quoted := make([]string, len(words))
		for i, w := range words {
			quoted[i] = "'" + strings.ReplaceAll(w, "'", `'"'"'`) + "'"
		}
		if again, err := Words(strings.Join(quoted, " ")); err != nil || !slices.Equal(again, words) {
			t.Errorf("%q is %q, quoted %q, %v", command, words, again, err)
		}
	})
}

func TestAnEditorGetsTheLine(t *testing.T) {
	for _, tt := range []struct {
		editor string
		line   int
		want   string
	}{
		{"vim -R", 7, "vim -R +7 /a/b.txt"}, {"/usr/bin/nano", 7, "/usr/bin/nano +7 /a/b.txt"}, {"emacs", 1, "emacs +1 /a/b.txt"},
		{"hx", 7, "hx /a/b.txt:7"}, {"code --wait", 7, "code --wait --goto /a/b.txt:7"}, {"C:/Vim/GVIM.exe", 7, "C:/Vim/GVIM.exe +7 /a/b.txt"},
		{"other -x", 7, "other -x /a/b.txt"}, {"vim", 0, "vim /a/b.txt"}, {"code", 0, "code /a/b.txt"},
	} {
		if got := strings.Join(At(strings.Fields(tt.editor), "/a/b.txt", tt.line), " "); got != tt.want {
			t.Errorf("%s at line %d: %q, want %q", tt.editor, tt.line, got, tt.want)
		}
	}
}

func TestVisualComesBeforeEditor(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "my editor")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	spaced := filepath.Join(dir, "ed.exe")
	if err := os.WriteFile(spaced, nil, 0o700); err != nil { //nolint:gosec // a program
		t.Fatal(err)
	}
	for _, tt := range []struct {
		visual, editor string
		want           []string
	}{
		{"", "", nil}, {" ", "nano", []string{"nano"}}, {"vim -R", "nano", []string{"vim", "-R"}}, {spaced, "", []string{spaced}}, {"a 'b", "", []string{"a 'b"}},
		{"''", "nano -w", []string{"nano", "-w"}},
	} {
		t.Setenv("VISUAL", tt.visual)
		t.Setenv("EDITOR", tt.editor)
		if got := Editor(); !slices.Equal(got, tt.want) {
			t.Errorf("VISUAL=%q EDITOR=%q: %q, want %q", tt.visual, tt.editor, got, tt.want)
		}
	}
}

func TestAStoryInAnArchiveNamesIt(t *testing.T) {
	zip := filepath.Join(t.TempDir(), "2031.zip")
	if err := os.WriteFile(zip, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := File(filepath.Join(zip, "03", "ferry.txt")); err == nil || err.Error() != "the story has no file of its own; it is in 2031.zip" {
		t.Errorf("%v", err)
	}
}
