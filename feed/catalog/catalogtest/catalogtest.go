// Package catalogtest has a catalog and files for tests. Only tests import it.
package catalogtest

import (
	"path/filepath"
	"testing"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// Open opens an empty catalog on disk, with marks in memory, and closes it when the
// test ends. The path has characters that a URI must escape.
func Open(tb testing.TB) (c *catalog.Catalog, path string) {
	tb.Helper()
	path = filepath.Join(tb.TempDir(), "a b?c#d%20.db")
	return At(tb, path), path
}

// At opens the catalog at path, or one in memory if path is empty, and closes it
// when the test ends.
func At(tb testing.TB, path string) *catalog.Catalog {
	tb.Helper()
	c, _ := Marked(tb, path)
	return c
}

// Marked opens the catalog at path as At does, and returns its marks.
func Marked(tb testing.TB, path string) (*catalog.Catalog, *marks.Marks) {
	tb.Helper()
	m, err := marks.InMemory(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	c, _, err := catalog.Open(tb.Context(), catalog.Options{Path: path, Marks: m.Attached()})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := c.Close(); err != nil {
			tb.Error(err)
		}
		if err := m.Close(); err != nil {
			tb.Error(err)
		}
	})
	return c, m
}

// Put puts files into a catalog.
func Put(tb testing.TB, c *catalog.Catalog, files ...fill.File) {
	tb.Helper()
	if _, err := c.Put(tb.Context(), files); err != nil {
		tb.Fatal(err)
	}
}

// Story returns a story with a headline and related headlines.
func Story(path, title string, date story.Date, take story.Take, related ...string) *story.Story {
	s := &story.Story{ID: story.NewID(path), Path: path, Date: date}
	s.Headline = story.Headline{Text: title, Title: title, Kind: story.Plain, Take: take}
	for _, r := range related {
		s.Related = append(s.Related, story.Related{Headline: story.Headline{Text: r, Title: r, Kind: story.Plain, Take: story.TakeFirst}})
	}
	return s
}

// File returns a file with the story that Story returns.
func File(path, title string, date story.Date, take story.Take, related ...string) fill.File {
	return FileOf(Story(path, title, date, take, related...))
}

// FileOf returns a file with one story.
func FileOf(s *story.Story) fill.File {
	return fill.File{
		Path: s.Path, Size: int64(len(s.Path)), ModTime: time.Unix(1e9, 0), Sure: true,
		Digest: []byte(s.Path + "0123456789abcdef")[:16], Docs: []fill.Doc{fill.NewIndexer(fill.NewTitles()).Doc(s)},
	}
}
