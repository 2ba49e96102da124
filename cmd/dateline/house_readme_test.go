package main_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/feed/query"
	"dateline/ui"
)

// readmeLines is the greatest length of README: what a newcomer reads in ten minutes. The manual
// has the rest.
const readmeLines = 300

func readReadme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// readmeTable returns the rows of README's table with that heading.
func readmeTable(t *testing.T, heading string) (rows [][2]string) {
	t.Helper()
	_, table, ok := strings.Cut(readReadme(t), "\n| "+heading+" |\n|---|---|\n")
	if !ok {
		t.Fatalf("README.md has no table %q", heading)
	}
	for line := range strings.Lines(table) {
		cells := strings.SplitN(strings.Trim(line, "| \n"), " | ", 2)
		if len(cells) < 2 {
			return rows
		}
		rows = append(rows, [2]string{strings.Trim(cells[0], "`"), cells[1]})
	}
	return rows
}

func TestReadmeIsShort(t *testing.T) {
	if n := strings.Count(readReadme(t), "\n"); n > readmeLines {
		t.Errorf("README.md has %d lines, more than %d", n, readmeLines)
	}
}

func TestReadmeNamesTenKeysThatThereAre(t *testing.T) {
	rows := readmeTable(t, "key |")
	if len(rows) != 10 {
		t.Errorf("README.md has %d keys", len(rows))
	}
	for _, row := range rows {
		where, help, _ := strings.Cut(row[1], ": ")
		found := false
		for _, page := range ui.Bindings(nil) {
			for _, b := range page.Bindings {
				found = found || where == "in the "+page.Page && help == b.Help && slices.Contains(strings.Fields(b.Show()), row[0])
			}
		}
		if !found {
			t.Errorf("README.md says that %s is %q %s, which no binding says", row[0], help, where)
		}
	}
}

func TestReadmeNamesQueriesOfTheManual(t *testing.T) {
	rows := readmeTable(t, "query | finds")
	if len(rows) == 0 {
		t.Error("README.md has no queries")
	}
	for _, row := range rows {
		if !slices.Contains(query.Manual(), query.Entry{Form: row[0], Means: row[1]}) {
			t.Errorf("README.md says that %s finds %s; the manual does not", row[0], row[1])
		}
	}
}
