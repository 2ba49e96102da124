package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/ui"
	"dateline/ui/console"
	"dateline/ui/keys"
)

const keysBegin, keysEnd = "<!-- keys -->\n", "<!-- /keys -->"

// TestReadmeListsTheKeys compares README's tables of keys with the
// bindings. With UPDATE=1 in the environment it rewrites the tables.
func TestReadmeListsTheKeys(t *testing.T) {
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

// keyTables returns a table for each page, with a row for each key, and a table of the
// commands.
func keyTables() string {
	var b strings.Builder
	for i, page := range ui.Bindings(nil) {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("| " + page.Page + " | |\n|---|---|\n")
		for _, binding := range page.Bindings {
			keys := strings.ReplaceAll("`"+strings.ReplaceAll(binding.Show(), " ", "` `")+"`", "```", "`` ` ``")
			b.WriteString("| " + strings.ReplaceAll(keys, "|", `\|`) + " | " + binding.Help + " |\n")
		}
	}
	b.WriteString("\n| commands | |\n|---|---|\n")
	for _, c := range console.Commands() {
		b.WriteString("| `:" + c.Name + "` | " + c.Does + " |\n")
	}
	b.WriteString("| `:12` | row 12 of the list, or paragraph 12 of the story |\n")
	return b.String()
}

// TestBindingsAreComplete checks that each action has a unique name, by which a
// configuration can bind keys to it, and that each key starts one action.
func TestBindingsAreComplete(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	for _, page := range ui.Bindings(nil) {
		names, actions := map[string]bool{}, map[string]string{}
		for i, b := range page.Bindings {
			if !kebab.MatchString(b.Name) || names[b.Name] || b.Help == "" || b.Do == nil || len(b.Keys) == 0 || !slices.Contains(keys.Groups(), b.Group) {
				t.Errorf("%s: the binding %+v lacks a field, or its name is not unique", page.Page, b)
			}
			names[b.Name] = true
			if b.Pair != "" && (i+1 == len(page.Bindings) || page.Bindings[i+1].Group != b.Group) {
				t.Errorf("%s: %s shares its line with no action of its group", page.Page, b.Name)
			}
			for _, k := range b.Keys {
				if other := actions[k]; other != "" {
					t.Errorf("%s: %s starts %s and %s", page.Page, k, other, b.Name)
				}
				actions[k] = b.Name
			}
		}
	}
}
