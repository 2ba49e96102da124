package takes

import (
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestArchivesAreDividedIntoStories divides the archives of testdata/cases. The comment of an
// archive has a line for each group of takes, with the names of their files; every other file is
// a story of its own.
func TestArchivesAreDividedIntoStories(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d archives, %v", len(files), err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		var prints []*Print
		for _, f := range archive.Files {
			names = append(names, strings.TrimSuffix(path.Base(f.Name), ".txt"))
			prints = append(prints, newPrint(parse(t, f.Name, f.Data)))
		}
		want := wanted(string(archive.Comment))
		var got []string
		for _, g := range Groups(prints, metPairs(prints)) {
			var list []string
			for _, i := range g {
				list = append(list, names[i])
			}
			slices.Sort(list)
			if len(list) > 1 {
				got = append(got, strings.Join(list, " "))
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the groups are\n\t%s\nwant\n\t%s", file, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
			explain(t, names, prints)
		}
	}
}

// wanted returns the groups that the comment of an archive lists.
func wanted(comment string) (groups []string) {
	for line := range strings.Lines(comment) {
		if list, ok := strings.CutPrefix(line, "takes: "); ok {
			names := strings.Fields(list)
			slices.Sort(names)
			groups = append(groups, strings.Join(names, " "))
		}
	}
	slices.Sort(groups)
	return groups
}

// metPairs compares the prints that share a probe.
func metPairs(prints []*Print) []Pair {
	return slices.DeleteFunc(pairs(prints), func(p Pair) bool { return !met(prints[p.A], prints[p.B]) })
}

// explain logs what prints have in common.
func explain(t *testing.T, names []string, prints []*Print) {
	t.Helper()
	for i, a := range prints {
		for j, b := range prints[:i] {
			why, weight := Compare(a, b)
			c := pairing{a: a, b: b, shares: measure(a, b)}
			t.Logf("%s, %s: %q %d, compared %v, apart %v, %+v", names[i], names[j], why, weight, met(a, b), c.apart(), c.shares)
		}
	}
}
