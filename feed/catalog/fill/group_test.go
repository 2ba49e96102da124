package fill_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/fill"
	"dateline/feed/feedtest"
	"dateline/feed/intake"
	"dateline/feed/internal/copydesk"
	"dateline/feed/scan"
	"dateline/feed/story"
)

// groupsOf returns the takes of all stories of c, a line for each story with several, and
// the rows of its list of stories.
func groupsOf(t *testing.T, c *catalog.Catalog) (groups, rows []string) {
	t.Helper()
	all, err := c.List(columns.Files).Rows(t.Context(), story.Key{}, 100000)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if all[i].Takes == 0 {
			continue
		}
		list, err := c.Takes(t.Context(), all[i].ID)
		if err != nil || len(list) != all[i].Takes || list[0].Row.ID != all[i].Group {
			t.Fatalf("%s is one of %d takes, %d were read, %v", all[i].Path, all[i].Takes, len(list), err)
		}
		paths := make([]string, len(list))
		for j := range list {
			paths[j] = list[j].Row.Path
			if (j == 0) != (list[j].Why == "") {
				t.Errorf("%s, take %d: %q", list[j].Row.Path, j, list[j].Why)
			}
		}
		groups = append(groups, strings.Join(paths, " "))
	}
	slices.Sort(groups)
	shown, err := c.List(columns.Stories).Rows(t.Context(), story.Key{}, 100000)
	if err != nil {
		t.Fatal(err)
	}
	for i := range shown {
		rows = append(rows, shown[i].Path)
		if n, err := c.List(columns.Stories).Position(t.Context(), shown[i].Key()); err != nil || n != i {
			t.Fatalf("row %d has the position %d, %v", i, n, err)
		}
	}
	n, err := c.Counts(t.Context(), columns.Stories)
	if err != nil || n.Stories != len(shown) || n.Files != len(all) {
		t.Fatalf("%+v, %v; %d rows of %d", n, err, len(shown), len(all))
	}
	return slices.Compact(groups), rows
}

// deskFiles returns the first n files of the invented archive as the catalog stores them.
func deskFiles(n int) []fill.File {
	files := make([]fill.File, n)
	x := fill.NewIndexer(fill.NewTitles())
	for i := range files {
		f := fill.File{Path: copydesk.Path(i), Digest: fmt.Appendf(nil, "%016d", i)}
		for _, st := range scan.Parse(intake.File{Path: f.Path, Data: copydesk.File(i)}) {
			f.Docs = append(f.Docs, x.Doc(st))
		}
		files[i] = f
	}
	return files
}

func TestTakesAreTheSameInWhateverOrderTheyCome(t *testing.T) {
	const n = 300
	c := catalogtest.At(t, "")
	catalogtest.Put(t, c, deskFiles(n)...)
	wantGroups, wantRows := groupsOf(t, c)
	if len(wantGroups) < n/20 || len(wantRows) < n/3 {
		t.Fatalf("%d groups, %d rows", len(wantGroups), len(wantRows))
	}
	for seed := range uint64(feedtest.Rounds(3, 20)) {
		dice := rand.New(rand.NewPCG(seed, 1))
		c := catalogtest.At(t, "")
		putInAnyOrder(t, c, deskFiles(n), dice)
		groups, rows := groupsOf(t, c)
		if !slices.Equal(groups, wantGroups) {
			t.Errorf("seed %d: groups %v\nwant %v", seed, without(groups, wantGroups), without(wantGroups, groups))
		}
		if !slices.Equal(rows, wantRows) {
			t.Errorf("seed %d: rows %v\nwant %v", seed, without(rows, wantRows), without(wantRows, rows))
		}
	}
}

// putInAnyOrder puts files into c a few at a time, removes some, and puts them back.
func putInAnyOrder(t *testing.T, c *catalog.Catalog, files []fill.File, dice *rand.Rand) {
	t.Helper()
	dice.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	many := dice.IntN(2) == 0
	if err := c.Filling(t.Context(), many); err != nil {
		t.Fatal(err)
	}
	for rest := files; len(rest) > 0; {
		k := min(1+dice.IntN(80), len(rest))
		catalogtest.Put(t, c, slices.Clone(rest[:k])...)
		rest = rest[k:]
		if dice.IntN(3) > 0 {
			continue
		}
		again := files[dice.IntN(len(files)-len(rest))]
		if _, err := c.Remove(t.Context(), []string{again.Path}); err != nil {
			t.Fatal(err)
		}
		catalogtest.Put(t, c, again)
	}
	if err := c.Filling(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if err := c.Group(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// without returns the lines of a that are not in b.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func TestTheGroupOfARemovedTakeGoesOnWithoutIt(t *testing.T) {
	c := catalogtest.At(t, "")
	files := deskFiles(200)
	catalogtest.Put(t, c, slices.Clone(files)...)
	for i, f := range files {
		if _, err := c.Remove(t.Context(), []string{f.Path}); err != nil {
			t.Fatal(err)
		}
		if i%10 > 0 {
			continue
		}
		groups, _ := groupsOf(t, c)
		for _, g := range groups {
			if strings.Contains(g, f.Path) {
				t.Fatalf("%s was removed and is a take of %s", f.Path, g)
			}
		}
	}
	if groups, rows := groupsOf(t, c); len(groups) > 0 || len(rows) > 0 {
		t.Errorf("%d groups and %d rows remain", len(groups), len(rows))
	}
}

func TestCopiesStayTogetherWhicheverAreRemoved(t *testing.T) {
	copies := make([]fill.File, 90)
	x := fill.NewIndexer(fill.NewTitles())
	for i := range copies {
		path := fmt.Sprintf("%02d.txt", i)
		st := scan.Parse(intake.File{Path: path, Data: []byte("Ferry sails from Tolvik again\nOSTMERE, Oct. 3, 2024 (Meridian) -- The ferry sails again.\n(END)\n")})
		copies[i] = fill.File{Path: path, Digest: []byte("0123456789abcdef"), Docs: []fill.Doc{x.Doc(st[0])}}
	}
	for seed := range uint64(feedtest.Rounds(3, 20)) {
		dice := rand.New(rand.NewPCG(seed, 2))
		c := catalogtest.At(t, "")
		putInAnyOrder(t, c, slices.Clone(copies), dice)
		for left := len(copies); left > 2; {
			n := 1 + dice.IntN(min(30, left-2))
			from := dice.IntN(left - n)
			var gone []string
			all, err := c.List(columns.Files).Rows(t.Context(), story.Key{}, 100)
			if err != nil || len(all) != left {
				t.Fatalf("%d rows of %d, %v", len(all), left, err)
			}
			for _, r := range all[from : from+n] {
				gone = append(gone, r.Path)
			}
			if _, err := c.Remove(t.Context(), gone); err != nil {
				t.Fatal(err)
			}
			left -= n
			if groups, rows := groupsOf(t, c); len(groups) != 1 || len(rows) != 1 {
				t.Fatalf("seed %d: of %d copies there are %d groups and %d rows", seed, left, len(groups), len(rows))
			}
		}
	}
}
