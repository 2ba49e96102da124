package feed_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/feed"
)

// asked is a query and whether it finds a story.
type asked struct {
	story, query string
	finds        bool
}

// wordsStore returns a store of the stories in a text archive, and its queries. In the
// archive a query is 1 if it must find the story, 0 if it must not, 2 if it would be good
// that it did but it does not, and 3 if it finds the story although it should not.
func wordsStore(t *testing.T, path string) (*feed.Store, []asked) {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files, list := map[string]string{}, []asked(nil)
	for _, f := range archive.Files {
		if f.Name != "queries" {
			files[f.Name] = string(f.Data)
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			if c := strings.Split(strings.TrimSpace(line), "\t"); len(c) == 3 {
				list = append(list, asked{c[0], c[1], c[2] == "1" || c[2] == "3"})
			}
		}
	}
	s := open(t, source(t, folder(t, files)), dirs(t))
	scan(t, s)
	return s, list
}

func TestAWordFindsItsFormsAndNoOtherWord(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "words", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			s, list := wordsStore(t, path)
			for _, a := range list {
				names := found(t, s, feed.Search{Text: a.query})
				if slices.Contains(names, a.story) != a.finds {
					t.Errorf("%s: %s finds %q", a.story, a.query, names)
				}
			}
		})
	}
}
