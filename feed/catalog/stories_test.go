package catalog_test

import (
	"bytes"
	"dateline/feed/catalog/columns"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/marks"
	"dateline/feed/story"
)

func TestCountsIncludeOnlyStoriesInTheArchive(t *testing.T) {
	c, m := catalogtest.Marked(t, "")
	a := catalogtest.Story("a.txt", "Pier opens", story.Date{}, 1)
	a.Doubts = []story.Doubt{{Problem: story.Binary}, {Problem: story.TooLarge}}
	catalogtest.Put(t, c, catalogtest.FileOf(a),
		catalogtest.File("b.txt", "Pier closes", story.Date{}, 1), catalogtest.File("c.txt", "Pier sold", story.Date{}, 1))
	for _, id := range []string{"a.txt", "b.txt", "removed.txt"} {
		if err := m.See(t.Context(), marks.Story{ID: story.NewID(id)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range []string{"c.txt", "removed.txt"} {
		if _, err := m.Do(t.Context(), "star", marks.Change{Field: marks.Starred, Story: marks.Story{ID: story.NewID(id)}, New: marks.Yes}); err != nil {
			t.Fatal(err)
		}
	}
	want := catalog.Counts{Stories: 3, Files: 3, Unread: 1, Starred: 1, Problems: 2}
	if n, err := c.Count(t.Context()); err != nil || n != want.Stories {
		t.Errorf("%d stories, %v; want %d", n, err, want.Stories)
	}
	if n, err := c.Counts(t.Context(), columns.Files); err != nil || n != want {
		t.Errorf("%+v, %v; want %+v", n, err, want)
	}
	for id, want := range map[string]struct{ ok, read, starred bool }{
		"a.txt": {true, true, false}, "c.txt": {true, false, true}, "removed.txt": {},
	} {
		row, ok, err := c.Row(t.Context(), story.NewID(id))
		if err != nil || ok != want.ok || row.Read != want.read || row.Starred != want.starred || ok && row.Path != id {
			t.Errorf("%s: %+v, %t, %v", id, row, ok, err)
		}
	}
}

func TestIDsAreFoundByPrefix(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var files []fill.File
	var all []string
	for p := range strings.FieldsSeq("a b c d e f g h i j k l m n o p q r s t") {
		files, all = append(files, catalogtest.File(p, p, story.Date{}, 1)), append(all, string(story.NewID(p)))
	}
	catalogtest.Put(t, c, files...)
	slices.Sort(all)
	for _, prefix := range []string{"", all[0][:1], all[7][:2], all[19], "zz"} {
		want := []story.ID{}
		for _, id := range all {
			if strings.HasPrefix(id, prefix) {
				want = append(want, story.ID(id))
			}
		}
		for _, n := range []int{1, 3, 100} {
			got, err := c.IDsWithPrefix(t.Context(), prefix, n)
			if err != nil || !slices.Equal(got, want[:min(n, len(want))]) {
				t.Errorf("%q, %d: %q, %v; want those of %q", prefix, n, got, err, want)
			}
		}
	}
}

func TestADigestHasTheFileAndThePlaceInIt(t *testing.T) {
	c, _ := catalogtest.Open(t)
	first := catalogtest.Story("ö\xff.mbox", "Pier opens", story.Date{}, 1)
	second := catalogtest.Story("ö\xff.mbox#2", "Pier closes", story.Date{}, 1)
	f := catalogtest.FileOf(first)
	f.Docs = append(f.Docs, fill.NewIndexer(fill.NewTitles()).Doc(second))
	unread := catalogtest.File("secret.txt", "secret.txt", story.Date{}, 1)
	unread.Digest = nil
	catalogtest.Put(t, c, f, unread)
	for id, want := range map[story.ID]struct{ digest, path string }{
		first.ID:                   {string(f.Digest), f.Path},
		second.ID:                  {string(f.Digest) + "#2", f.Path},
		story.NewID("secret.txt"):  {"", "secret.txt"},
		story.NewID("nowhere.txt"): {"", ""},
	} {
		known, err := c.Identities(t.Context(), id)
		if err != nil || len(known) > 1 || len(known) == 1 && string(known[0].Digest) != want.digest || len(known) == 0 && want.path != "" {
			t.Errorf("%s is known by %+v, %v; want %q", want.path, known, err, want.digest)
		}
		places, err := c.Places(t.Context(), id)
		p, ok := places[id]
		if err != nil || p.File != want.path || ok != (p.File != "") || ok && !p.ModTime.Equal(f.ModTime) || !ok && !p.ModTime.IsZero() {
			t.Errorf("file of %s: %+v, %t, %v", want.path, p, ok, err)
		}
	}
}

func TestAStoryOfAFileHasItsRange(t *testing.T) {
	c, _ := catalogtest.Open(t)
	want := story.Range{Start: 70000, Length: 3210, Sum: 0xFFFFFFFE, Quoted: true}
	first, second := catalogtest.Story("a.mbox#k1", "Pier opens", story.Date{}, 1), catalogtest.Story("a.mbox#2", "Pier closes", story.Date{}, 1)
	second.Range = want
	f := catalogtest.FileOf(first)
	f.Path, f.Docs = "a.mbox", append(f.Docs, fill.NewIndexer(fill.NewTitles()).Doc(second))
	catalogtest.Put(t, c, f)
	places, err := c.Places(t.Context(), second.ID, first.ID, story.NewID("nowhere"))
	if err != nil || len(places) != 2 {
		t.Errorf("%+v, %v", places, err)
	}
	if p := places[second.ID]; p.Range != want || p.File != "a.mbox" || p.Path != "a.mbox#2" {
		t.Errorf("%+v", p)
	}
	if p := places[first.ID]; p.Range != (story.Range{}) || p.Path != "a.mbox#k1" {
		t.Errorf("%+v", p)
	}
	for path, want := range map[string][]story.ID{"a.mbox": {first.ID, second.ID}, "a.mbox#2": nil, "b": nil} {
		if ids, err := c.StoriesIn(t.Context(), path, 5); err != nil || !slices.Equal(ids, want) {
			t.Errorf("stories in %s: %v, %v", path, ids, err)
		}
	}
	if ids, err := c.StoriesIn(t.Context(), "a.mbox", 1); err != nil || len(ids) != 1 {
		t.Errorf("%v, %v", ids, err)
	}
}

func TestAProblemNamesItsFile(t *testing.T) {
	c, _ := catalogtest.Open(t)
	s := catalogtest.Story("a.mbox#2", "Pier closes", story.Date{}, 1)
	s.Doubts = []story.Doubt{{Problem: story.NoBody, Line: 1}}
	f := catalogtest.FileOf(s)
	f.Path = "a.mbox"
	catalogtest.Put(t, c, f)
	got, err := c.Problems(t.Context(), nil, 9)
	if err != nil || len(got) != 1 || got[0].Path != "a.mbox#2" || got[0].File != "a.mbox" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestProblemsAreSortedByPathAndLine(t *testing.T) {
	c, _ := catalogtest.Open(t)
	b := catalogtest.Story("b.txt", "Pier opens", story.Date{}, 1)
	b.Doubts = []story.Doubt{{Problem: story.Binary, Line: 9, Detail: "nine"}, {Problem: story.TooLarge, Line: 2, Detail: "two"}, {Problem: story.Binary, Line: 2, Detail: "again"}}
	a, d, e := catalogtest.File("a.txt", "Pier sold", story.Date{}, 1), catalogtest.File("d.txt", "Pier sold", story.Date{}, 1), catalogtest.File("e.txt", "Pier sold", story.Date{}, 1)
	d.Digest, e.Digest = a.Digest, a.Digest
	catalogtest.Put(t, c, a, catalogtest.FileOf(b), d, e)
	want := []string{
		"b.txt:2 " + story.TooLarge + " two", "b.txt:2 " + story.Binary + " again", "b.txt:9 " + story.Binary + " nine",
		"d.txt:0 " + story.Duplicate + " a.txt", "e.txt:0 " + story.Duplicate + " a.txt",
	}
	for _, n := range []int{1, 2, 5, 9} {
		var got []string
		var after *catalog.Problem
		for {
			page, err := c.Problems(t.Context(), after, n)
			if err != nil || len(page) > n {
				t.Fatal(len(page), err)
			}
			if len(page) == 0 {
				break
			}
			for _, p := range page {
				got = append(got, p.Path+":"+string('0'+rune(p.Doubt.Line))+" "+p.Doubt.Problem+" "+p.Doubt.Detail)
			}
			after = &page[len(page)-1]
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d at a time: %q; want %q", n, got, want)
		}
	}
}

func TestStoriesThatMayHaveMovedAreFound(t *testing.T) {
	c, m := catalogtest.Marked(t, "")
	f := catalogtest.File("new place.mbox", "Pier opens", story.Date{}, 1)
	f.Docs = append(f.Docs, fill.NewIndexer(fill.NewTitles()).Doc(catalogtest.Story("new place.mbox#2", "Pier closes", story.Date{}, 1)))
	named := catalogtest.Story("named.txt", "Pier sinks", story.Date{Year: 2031, Month: 3, Day: 14, From: story.FromDateline}, 1)
	named.Dateline.Places = []string{"TOLVIK"}
	changed, unmarked := catalogtest.File("changed.txt", "Pier sold", story.Date{}, 1), catalogtest.File("unmarked.txt", "Pier lit", story.Date{}, 1)
	catalogtest.Put(t, c, f, changed, unmarked, catalogtest.FileOf(named))
	known, err := c.Identities(t.Context(), named.ID)
	if err != nil || len(known) != 1 || known[0].Dateline != "TOLVIK, 2031-03-14" || known[0].Name == 0 || known[0].Title != "Pier sinks" || known[0].Path != "named.txt" {
		t.Fatalf("%+v, %v", known, err)
	}
	second := append(slices.Clone(f.Digest), "#2"...)
	num := map[string]int64{}
	for i, s := range []marks.Story{
		{Path: "old place.mbox#2", Digest: second}, {Path: "unknown.txt"}, {Path: "changed.txt", Digest: bytes.Repeat([]byte("w"), 16)},
		{Path: "new place.mbox", Digest: f.Digest, Title: "Pier opens"}, {Path: "renamed.txt", Name: known[0].Name, Digest: []byte("r")},
	} {
		s.ID, num[s.Path] = story.NewID(s.Path), int64(i+1)
		if err := m.See(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	ids := func(paths ...string) []story.ID {
		list := []story.ID{}
		for _, p := range paths {
			list = append(list, story.NewID(p))
		}
		return list
	}
	for _, list := range [][]story.ID{nil, ids("changed.txt", "new place.mbox", "unmarked.txt")} {
		if got, err := c.Edited(t.Context(), list); err != nil || !slices.Equal(got, ids("changed.txt")) {
			t.Errorf("edited of %v: %v, %v", list, got, err)
		}
	}
	for _, tt := range []struct {
		ids  []story.ID
		seen int64
		want []int64
	}{
		{nil, 9, []int64{num["old place.mbox#2"], num["unknown.txt"], num["renamed.txt"]}},
		{ids(), 9, nil},
		{ids(), 1, nil},
		{ids(), 0, []int64{num["old place.mbox#2"]}},
		{ids("new place.mbox#2"), 9, []int64{num["old place.mbox#2"]}},
		{ids("named.txt"), 9, []int64{num["renamed.txt"]}},
		{ids("unknown.txt", "changed.txt"), 9, []int64{num["unknown.txt"]}},
	} {
		got, err := c.Strays(t.Context(), tt.ids, tt.seen)
		if slices.Sort(got); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("strays of %v above %d: %v, %v; want %v", tt.ids, tt.seen, got, err, tt.want)
		}
	}
	for digest, want := range map[string][]story.ID{
		string(second):          ids("new place.mbox#2"),
		string(unmarked.Digest): ids("unmarked.txt"),
		string(f.Digest):        ids("new place.mbox"),
		string(f.Digest) + "#3": {}, // no such story
		string(f.Digest[:15]):   {}, // too short for a digest
		strings.Repeat("x", 16): {}, // no such file
	} {
		if got, err := c.WithContent(t.Context(), []byte(digest)); err != nil || !slices.Equal(got, want) {
			t.Errorf("with content %q: %v, %v; want %v", digest, got, err, want)
		}
	}
	for title, want := range map[string][]story.ID{"PIER LIT": ids("unmarked.txt"), "Pier sold": ids("changed.txt"), "Pier lost": nil} {
		if got, err := c.WithTitle(t.Context(), title); err != nil || !slices.Equal(got, want) {
			t.Errorf("with title %q: %v, %v; want %v", title, got, err, want)
		}
	}
	got, err := c.Unmarked(t.Context(), ids("unmarked.txt", "changed.txt", "none.txt", "new place.mbox", "named.txt"))
	if err != nil || !slices.Equal(got, ids("unmarked.txt", "named.txt")) {
		t.Errorf("unmarked: %v, %v", got, err)
	}
}

func TestInfoGrowsWithTheCatalog(t *testing.T) {
	before := time.Now().Truncate(time.Second)
	c, path := catalogtest.Open(t)
	empty, err := c.Info(t.Context())
	if err != nil || !empty.Scanned.IsZero() || empty.Created.Before(before) || empty.Created.After(time.Now()) {
		t.Fatalf("%+v, %v", empty, err)
	}
	if empty.Bytes < 4096 {
		t.Errorf("an empty catalog has %d bytes", empty.Bytes)
	}
	if err := c.Scanned(t.Context(), fill.Folders{Whole: true}); err != nil {
		t.Fatal(err)
	}
	putStories(t, c)
	full, err := c.Info(t.Context())
	if err != nil || full.Scanned.Before(before) || full.Bytes <= empty.Bytes {
		t.Errorf("%+v, %v", full, err)
	}
	other, err := catalogtest.At(t, path).Info(t.Context())
	if err != nil || !other.Scanned.Equal(full.Scanned) || !other.Created.Equal(full.Created) {
		t.Errorf("%+v, %v; want %+v", other, err, full)
	}
	memory, err := catalogtest.At(t, "").Info(t.Context())
	if err != nil || memory.Bytes < 4096 {
		t.Errorf("in memory: %+v, %v", memory, err)
	}
}

func TestFilesAreSortedByPath(t *testing.T) {
	c, _ := catalogtest.Open(t)
	all := []string{"a.txt", "day-1.txt", "day.txt", "day/1.txt", "day/2/3.txt", "day/4.txt", "day0.txt", "z.txt"}
	for _, p := range []int{3, 7, 0, 5, 1, 6, 2, 4} {
		catalogtest.Put(t, c, catalogtest.File(all[p], all[p], story.Date{}, 1))
	}
	if n, last, err := c.FileCount(t.Context()); err != nil || n != 8 || last != 8 {
		t.Errorf("%d files, last %d, %v", n, last, err)
	}
	paths := func(files []catalog.Known, err error) []string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		got := []string{}
		for _, k := range files {
			if k.ID < 1 || k.ID > 8 {
				t.Errorf("%s has id %d", k.Path, k.ID)
			}
			got = append(got, k.Path)
		}
		return got
	}
	for i, p := range all {
		if got := paths(c.FilesIn(t.Context(), "", p, 3)); !slices.Equal(got, all[i+1:min(8, i+4)]) {
			t.Errorf("after %s: %q", p, got)
		}
	}
	for after, want := range map[string][]string{"": all[3:6], "day/1.txt": all[4:6], "day/4.txt": {}, "z.txt": {}} {
		if got := paths(c.FilesIn(t.Context(), "day", after, 9)); !slices.Equal(got, want) {
			t.Errorf("in day, after %q: %q; want %q", after, got, want)
		}
	}
	if got := paths(c.FilesIn(t.Context(), "day", "", 2)); !slices.Equal(got, all[3:5]) {
		t.Errorf("two of day: %q", got)
	}
}
