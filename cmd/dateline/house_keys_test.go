package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/ui"
)

const keysBegin, keysEnd = "<!-- keys -->\n", "<!-- /keys -->"

// TestReadmeListsTheKeysThereAre holds README's tables of keys against the
// bindings. With UPDATE=1 in the environment it writes them anew.
func TestReadmeListsTheKeysThereAre(t *testing.T) {
	path := filepath.Join(root, "README.md")
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), keysBegin)
	have, after, ok2 := strings.Cut(rest, keysEnd)
	if !ok || !ok2 {
		t.Fatalf("README.md has no %q … %q", keysBegin, keysEnd)
	}
	want := keyTables()
	switch {
	case have == want:
	case os.Getenv("UPDATE") != "":
		if err := os.WriteFile(path, []byte(before+keysBegin+want+keysEnd+after), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("README.md lists\n%s\nthe bindings are\n%s", have, want)
	}
}

// keyTables is a table a page: each key and what it does.
func keyTables() string {
	var b strings.Builder
	for i, page := range ui.Bindings() {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("| " + page.Page + " | |\n|---|---|\n")
		for _, binding := range page.Bindings {
			h := binding.Help()
			keys := "`" + strings.ReplaceAll(h.Key, " ", "` `") + "`"
			b.WriteString("| " + strings.ReplaceAll(keys, "|", `\|`) + " | " + h.Desc + " |\n")
		}
	}
	return b.String()
}
