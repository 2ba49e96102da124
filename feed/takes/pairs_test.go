package takes

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/feed/intake"
	"dateline/feed/story"
)

// parse returns the one story of a file of a text archive.
func parse(tb testing.TB, path string, data []byte) *story.Story {
	tb.Helper()
	list := intake.Read(intake.File{Path: path, Data: data, ModTime: time.Date(2031, 10, 3, 9, 30, 0, 0, time.UTC)})
	if len(list) != 1 {
		tb.Fatalf("%s has %d stories", path, len(list))
	}
	return list[0]
}

// labelled returns the pairs of a file of testdata by their numbers.
func labelled(tb testing.TB, file string) (numbers []string, stories map[string][]*story.Story) {
	tb.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	stories = map[string][]*story.Story{}
	for _, f := range archive.Files {
		number, path, _ := strings.Cut(f.Name, "/")
		if stories[number] == nil {
			numbers = append(numbers, number)
		}
		stories[number] = append(stories[number], parse(tb, path, f.Data))
	}
	return numbers, stories
}

// newPrint returns the Print of s.
func newPrint(s *story.Story) *Print {
	var m Maker
	return m.Print(s)
}

// met reports whether two prints are compared and are takes of one story.
func met(a, b *Print) bool {
	why, _ := Compare(a, b)
	shared, others := 0, b.Probes(nil)
	for _, p := range a.Probes(nil) {
		switch {
		case !slices.Contains(others, p):
		case p.Sure() || a.IsBrief() || b.IsBrief():
			shared += 2
		default:
			shared++
		}
	}
	return why != "" && shared >= 2
}

// TestPairsOfCopyAreToldApart has pairs that were written before the rule was adjusted to
// them. Of the first ones it found 26 of 32 that are takes then, and one of 34 that are not; of
// the fresh ones 14 of 20, and none of 20. Of the wire ones, whose even numbers it was not adjusted
// to, it found 18 of 60, and 3 of 40.
func TestPairsOfCopyAreToldApart(t *testing.T) {
	for _, file := range []struct {
		name       string
		all, takes int
	}{{"pairs-true", 32, 30}, {"pairs-false", 34, 0}, {"fresh-true", 20, 20}, {"fresh-false", 20, 0}, {"wire-true", 60, 34}, {"wire-false", 40, 3}} {
		numbers, stories := labelled(t, "testdata/"+file.name+".txtar")
		var found []string
		for _, n := range numbers {
			if met(newPrint(stories[n][0]), newPrint(stories[n][1])) {
				found = append(found, n)
			}
		}
		if len(numbers) != file.all || len(found) != file.takes {
			t.Errorf("%s: %d of %d are takes, want %d of %d: %s", file.name, len(found), len(numbers), file.takes, file.all, strings.Join(found, " "))
		}
	}
}
