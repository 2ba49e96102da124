package feed_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/story"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv("DATELINE_TEST_SCAN"); dir != "" {
		scanForever(dir)
	}
	if dir := os.Getenv("DATELINE_TEST_WATCH"); dir != "" {
		watchForever(dir)
		return
	}
	if dir := os.Getenv("DATELINE_TEST_CROWD"); dir != "" {
		scanInCrowd(dir)
		return
	}
	if dir := os.Getenv("DATELINE_TEST_MARK"); dir != "" {
		markForever(dir)
	}
	goleak.VerifyTestMain(m, goleak.Cleanup(func(code int) {
		if benchTemp != "" {
			_ = os.RemoveAll(benchTemp)
		}
		os.Exit(code)
	}))
}

// dirs returns folders for a store, which are deleted after the test.
func dirs(tb testing.TB) feed.Dirs {
	tb.Helper()
	dir := tb.TempDir()
	return feed.Dirs{Cache: filepath.Join(dir, "cache"), State: filepath.Join(dir, "state")}
}

// open opens the store of src and closes it after the test.
func open(tb testing.TB, src archive.Source, d feed.Dirs) *feed.Store {
	tb.Helper()
	s, err := feed.Open(tb.Context(), src, d)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

// scan brings s up to date.
func scan(tb testing.TB, s *feed.Store) feed.Progress {
	tb.Helper()
	p, err := s.Scan(tb.Context(), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// folder writes files, given by path, and returns their folder.
func folder(tb testing.TB, files map[string]string) string {
	tb.Helper()
	root := tb.TempDir()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		write(tb, root, path, files[path])
	}
	return root
}

// write writes a file and creates its folder.
func write(tb testing.TB, root, path, text string) {
	tb.Helper()
	name := filepath.Join(root, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// source opens a folder.
func source(tb testing.TB, root string) archive.Source {
	tb.Helper()
	src, err := archive.Open(root)
	if err != nil {
		tb.Fatal(err)
	}
	return src
}

// copyOf returns a story in the format of agency copy.
func copyOf(headline, text string, related ...string) string {
	var b strings.Builder
	b.WriteString(headline + "\nPORT ELLERY, March 14 (Meridian) -- " + text + "\n(END)\n")
	for _, r := range related {
		b.WriteString("-\n" + r + "\n")
	}
	return b.String()
}

// all returns every row of s.
func all(tb testing.TB, s *feed.Store) []story.Row {
	tb.Helper()
	var rows []story.Row
	for r, err := range s.All(tb.Context()) {
		if err != nil {
			tb.Fatal(err)
		}
		rows = append(rows, r)
	}
	return rows
}

// paths returns the paths of rows.
func paths(rows []story.Row) []string {
	out := make([]string, len(rows))
	for i := range rows {
		out[i] = rows[i].Path
	}
	return out
}

// find returns the ID of the story at path.
func find(tb testing.TB, s *feed.Store, path string) story.ID {
	tb.Helper()
	id, err := s.Find(tb.Context(), path)
	if err != nil {
		tb.Fatalf("%s: %v", path, err)
	}
	return id
}

// row returns the row of the story at path.
func row(tb testing.TB, s *feed.Store, path string) story.Row {
	tb.Helper()
	r, err := s.Row(tb.Context(), find(tb, s, path))
	if err != nil {
		tb.Fatalf("%s: %v", path, err)
	}
	return r
}

func background() context.Context { return context.Background() }
