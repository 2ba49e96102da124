package outside

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Editor returns the reader's editor and its arguments, of $VISUAL or else $EDITOR, or nil.
func Editor() []string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if words := programWords(os.Getenv(name)); len(words) > 0 && words[0] != "" {
			return words
		}
	}
	return nil
}

// Editors by how they are told the line of a file.
var (
	plusEditors = []string{
		"vi", "vim", "nvim", "gvim", "mvim", "view", "ex", "nvi", "vis", "nano", "rnano", "pico", "emacs", "emacsclient", "kak", "micro",
		"joe", "jed", "mg", "ne", "mcedit",
	}
	colonEditors = []string{"hx", "helix", "subl", "zed"}
	gotoEditors  = []string{"code", "code-insiders", "codium", "vscodium", "cursor"}
)

// At returns the command of editor for the file at path, an absolute path, at a line, if
// there is one and the editor is known to take it; 0 is none.
func At(editor []string, path string, line int) []string {
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(editor[0])), ".exe")
	n := strconv.Itoa(line)
	args := slices.Clone(editor)
	switch {
	case line < 1:
	case slices.Contains(plusEditors, name):
		return append(args, "+"+n, path)
	case slices.Contains(colonEditors, name):
		return append(args, path+":"+n)
	case slices.Contains(gotoEditors, name):
		return append(args, "--goto", path+":"+n)
	}
	return append(args, path)
}
