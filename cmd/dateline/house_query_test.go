package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed/query"
)

const queryBegin, queryEnd = "<!-- query -->\n", "<!-- /query -->"

// TestReadmeListsTheQueries compares README's table of queries with the manual.
// With UPDATE=1 in the environment it rewrites the table.
func TestReadmeListsTheQueries(t *testing.T) {
	path := filepath.Join(root, "README.md")
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), queryBegin)
	have, after, ok2 := strings.Cut(rest, queryEnd)
	if !ok || !ok2 {
		t.Fatalf("README.md has no %q … %q", queryBegin, queryEnd)
	}
	want := queryTable()
	switch {
	case have == want:
	case os.Getenv("UPDATE") != "":
		if err := os.WriteFile(path, []byte(before+queryBegin+want+queryEnd+after), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("README.md has\n%s\nthe manual has\n%s", have, want)
	}
}

// queryTable returns a table with a row for each form of query.
func queryTable() string {
	var b strings.Builder
	b.WriteString("| query | finds |\n|---|---|\n")
	for _, e := range query.Manual() {
		b.WriteString("| `" + e.Form + "` | " + e.Means + " |\n")
	}
	return b.String()
}
