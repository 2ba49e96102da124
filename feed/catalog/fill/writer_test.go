package fill_test

import (
	"dateline/feed/catalog/columns"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

func TestRemovingEveryFileEmptiesTheTables(t *testing.T) {
	c, _ := catalogtest.Open(t)
	day := story.Date{Year: 2031, Month: 3, Day: 14, From: story.FromName}
	var files []fill.File
	var paths []string
	for i := range 40 {
		path := fmt.Sprintf("f%02d.txt", i)
		f := catalogtest.File(path, fmt.Sprintf("Ferry %d resumes service...", i%7), day, story.Take(i%4),
			"Bridge closes for winter", fmt.Sprintf("Market %d opens after long...", i%5))
		fill.SetDoubts(&f.Docs[0], story.Doubt{Problem: story.NoBody, Line: 2})
		if i%10 == 9 {
			f.Digest = files[0].Digest
		}
		if i%3 == 0 {
			s := catalogtest.Story(fmt.Sprintf("f%02d.md", i), "Pier opens", day, 1, "Bridge closes")
			s.UIDs, s.URLs = []string{"a", "b"}, []string{"quay.example/a"}
			s.Related[0].Target = story.Target{UID: strconv.Itoa(i % 2), URL: "quay.example/b", Path: "a/b.md", Name: "b"}
			f.Docs = append(f.Docs, fill.NewIndexer(fill.NewTitles()).Doc(s))
		}
		files, paths = append(files, f), append(paths, path)
	}
	for range 2 {
		if d, err := c.Put(t.Context(), files); err != nil || d.Added+d.Changed != 54 {
			t.Fatalf("%+v, %v", d, err)
		}
	}
	if n, err := c.Counts(t.Context(), columns.Files); err != nil || n.Stories != 54 || n.Problems != 44 {
		t.Errorf("%+v, %v", n, err)
	}
	if d, err := c.Remove(t.Context(), append(paths, "never-there.txt")); err != nil || d != (fill.Delta{Removed: 54}) {
		t.Fatalf("%+v, %v", d, err)
	}
	for _, table := range []string{"rows", "keys", "cuts", "refs", "refkeys", "cites", "files", "doubts"} {
		var n int
		if err := c.Values(t.Context(), []any{&n}, `SELECT count(*) FROM `+table); err != nil || n != 0 {
			t.Errorf("%s has %d rows left, %v", table, n, err)
		}
	}
	for _, query := range []string{
		`SELECT coalesce(sum(abs(n)), 0) FROM days`,
		`SELECT sum(value) FROM meta WHERE name IN ('stories', 'files', 'doubts')`,
		`SELECT count(*) FROM titles WHERE titles MATCH 'ferri OR ferry OR resum'`,
		`SELECT count(*) FROM refwords WHERE refwords MATCH 'bridg OR market OR open'`,
	} {
		var n int
		if err := c.Values(t.Context(), []any{&n}, query); err != nil || n != 0 {
			t.Errorf("%s: %d, %v", query, n, err)
		}
	}
}

func TestABatchThatFailsChangesNothing(t *testing.T) {
	c, _ := catalogtest.Open(t)
	day := story.Date{Year: 2031, Month: 3, Day: 14}
	good, bad := catalogtest.File("a.txt", "Ferry resumes", day, 1, "Bridge closes"), catalogtest.File("b.txt", "Bridge closes", day, 1)
	good2 := good
	bad.Docs = slices.Clone(good.Docs)
	if err := c.Exec(t.Context(), `CREATE TRIGGER fail BEFORE INSERT ON files WHEN NEW.path = 'b.txt' BEGIN SELECT RAISE(ABORT, 'no'); END`); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Put(t.Context(), []fill.File{good, bad}); err == nil {
		t.Fatal("no error")
	}
	if n, err := c.Counts(t.Context(), columns.Files); err != nil || n.Stories != 0 {
		t.Errorf("%+v, %v", n, err)
	}
	if d, err := c.Put(t.Context(), []fill.File{good2}); err != nil || d.Added != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	refs, err := c.Refs(t.Context(), "Bridge closes", day, 7)
	if err != nil || len(refs) != 1 {
		t.Fatalf("%v, %v", refs, err)
	}
	if rows, err := c.Citers(t.Context(), refs[0], story.Date{}, 300); err != nil || len(rows) != 1 {
		t.Errorf("%v, %v", rows, err)
	}
}

func TestAFullDiskIsReportedAsNoRoom(t *testing.T) {
	c, _ := catalogtest.Open(t)
	if err := c.Exec(t.Context(), `PRAGMA max_page_count = 40`); err != nil {
		t.Fatal(err)
	}
	var files []fill.File
	for i := range 3000 {
		files = append(files, catalogtest.File(fmt.Sprintf("%04d.txt", i), strings.Repeat("Ferry ", 20), story.Date{}, 1))
	}
	if _, err := c.Put(t.Context(), files); err == nil || !sqlite.NoRoom(err) || catalog.Damaged(err) {
		t.Errorf("error %v", err)
	}
	if n, err := c.Counts(t.Context(), columns.Files); err != nil || n.Stories != 0 {
		t.Errorf("%+v, %v", n, err)
	}
}

func TestAnIDBelongsToOneStory(t *testing.T) {
	c, _ := catalogtest.Open(t)
	f := catalogtest.File("a.txt", "Ferry resumes", story.Date{}, 1, "Bridge closes")
	f.Docs = append(f.Docs, f.Docs[0])
	if d, err := c.Put(t.Context(), []fill.File{f}); err != nil || d != (fill.Delta{Added: 1}) {
		t.Errorf("%+v, %v", d, err)
	}
	for query, want := range map[string]int{
		`SELECT sum(n) FROM days`: 1, `SELECT count(*) FROM keys`: 1, `SELECT value FROM meta WHERE name = 'stories'`: 1,
	} {
		if n := count(t, c, query); n != want {
			t.Errorf("%s: %d, want %d", query, n, want)
		}
	}
}

func TestWordsAreCountedByStories(t *testing.T) {
	c, _ := catalogtest.Open(t)
	catalogtest.Put(t, c,
		catalogtest.File("a.txt", "Ferries, ferries everywhere", story.Date{}, 1),
		catalogtest.File("b.txt", "Ferry and ferries", story.Date{}, 1))
	for word, want := range map[string]int{"ferries": 2, "ferry": 1, "everywhere": 1} {
		if n := count(t, c, fmt.Sprintf(`SELECT coalesce(sum(n), 0) FROM words WHERE word = '%s'`, word)); n != want {
			t.Errorf("%s: %d stories, want %d", word, n, want)
		}
	}
}

func TestAWriterForgetsHeadlinesThatAnotherHasRemoved(t *testing.T) {
	c, path := catalogtest.Open(t)
	other := catalogtest.At(t, path)
	catalogtest.Put(t, c, catalogtest.File("a.txt", "Ferry resumes", story.Date{}, 1, "Bridge closes"))
	if d, err := other.Remove(t.Context(), []string{"a.txt"}); err != nil || d != (fill.Delta{Removed: 1}) {
		t.Fatalf("%+v, %v", d, err)
	}
	// The first writer remembers the headline, which is no longer in the tables.
	catalogtest.Put(t, c, catalogtest.File("b.txt", "Market opens", story.Date{}, 1, "Bridge closes"))
	if n := count(t, c, `SELECT sum(length(stories)) / 8 FROM refs WHERE instr(headline, CAST('Bridge closes' AS BLOB)) > 0`); n != 1 {
		t.Errorf("%d stories list the headline, want 1", n)
	}
}

func TestPutCountsAddedChangedAndRemovedStories(t *testing.T) {
	file := func(path string, stories int) fill.File {
		f := catalogtest.File(path, "Ferry resumes", story.Date{}, 1)
		f.Docs = nil
		for i := range stories {
			f.Docs = append(f.Docs, catalogtest.File(fmt.Sprint(path, "#", i), "Ferry resumes", story.Date{}, 1).Docs...)
		}
		return f
	}
	c, _ := catalogtest.Open(t)
	stories := 0
	for _, test := range []struct {
		stories int
		want    fill.Delta
	}{
		{0, fill.Delta{}},
		{1, fill.Delta{Added: 1}},
		{3, fill.Delta{Changed: 1, Added: 2}},
		{3, fill.Delta{Changed: 3}},
		{1, fill.Delta{Changed: 1, Removed: 2}},
		{0, fill.Delta{Removed: 1}},
		{2, fill.Delta{Added: 2}},
	} {
		d, err := c.Put(t.Context(), []fill.File{file("a.txt", test.stories), file("b.txt", 0)})
		if err != nil || d != test.want {
			t.Errorf("%d stories after %d: %+v, %v; want %+v", test.stories, stories, d, err, test.want)
		}
		stories = test.stories
		for query, want := range map[string]int{
			`SELECT count(*) FROM rows`: stories, `SELECT value FROM meta WHERE name = 'stories'`: stories,
			`SELECT coalesce(sum(n), 0) FROM days`: stories, `SELECT value FROM meta WHERE name = 'files'`: 2,
			`SELECT count(DISTINCT id) FROM files`: 2,
		} {
			if n := count(t, c, query); n != want {
				t.Errorf("%s: %d, want %d", query, n, want)
			}
		}
	}
	for name, want := range map[string]int{"added": 5, "changed": 5, "removed": 3} {
		if n := count(t, c, `SELECT value FROM meta WHERE name = '`+name+`'`); n != want {
			t.Errorf("%s: %d, want %d", name, n, want)
		}
	}
}

func TestFillingChangesTheSettingsAndLoadsAFilter(t *testing.T) {
	c, _ := catalogtest.Open(t)
	for _, test := range []struct {
		files        int
		many, filter bool
		cache, log   int
	}{
		{0, true, true, -96 << 10, 16000},
		{0, false, false, -8 << 10, 2000},
		{fill.MaxLoaded, true, true, -96 << 10, 16000},
		{fill.MaxLoaded + 1, true, false, -96 << 10, 16000},
		{0, false, false, -8 << 10, 2000},
	} {
		if err := c.Exec(t.Context(), fmt.Sprintf(`UPDATE meta SET value = %d WHERE name = 'files'`, test.files)); err != nil {
			t.Fatal(err)
		}
		if err := c.Filling(t.Context(), test.many); err != nil {
			t.Fatal(err)
		}
		cache, err := c.Pragma(t.Context(), "cache_size")
		if err != nil {
			t.Fatal(err)
		}
		log, err := c.Pragma(t.Context(), "wal_autocheckpoint")
		if err != nil || cache != test.cache || log != test.log || c.HasFilter() != test.filter {
			t.Errorf("%d files, many %t: cache %d, log %d, filter %t, %v; want %+v", test.files, test.many, cache, log, c.HasFilter(), err, test)
		}
	}
}

func TestARowRecordsHowMuchOfItsPathFollowsTheFile(t *testing.T) {
	c, _ := catalogtest.Open(t)
	f := catalogtest.File("a.txt", "Ferry resumes", story.Date{}, 1)
	for _, path := range []string{"a.txt#3", "a.txt#12", "b.txt"} {
		f.Docs = append(f.Docs, catalogtest.File(path, "Ferry resumes", story.Date{}, 1).Docs...)
	}
	catalogtest.Put(t, c, f)
	for path, want := range map[string]int{"a.txt": 0, "a.txt#3": 2, "a.txt#12": 3, "b.txt": 0} {
		if n := count(t, c, `SELECT sub FROM rows WHERE path = '`+path+`'`); n != want {
			t.Errorf("%s: %d, want %d", path, n, want)
		}
	}
}

func TestRemovingAFileWhoseRowIsMissingChangesNoOtherCount(t *testing.T) {
	c, _ := catalogtest.Open(t)
	day := story.Date{Year: 2031, Month: 3, Day: 14}
	catalogtest.Put(t, c, catalogtest.File("a.txt", "Ferry resumes", day, 1), catalogtest.File("b.txt", "Bridge closes", story.Date{}, 1))
	if err := c.Exec(t.Context(), `DELETE FROM rows WHERE path = 'a.txt'`); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Remove(t.Context(), []string{"a.txt"}); err != nil {
		t.Fatal(err)
	}
	if n := count(t, c, `SELECT count(*) FROM days WHERE n < 0`); n != 0 {
		t.Errorf("%d days have fewer than no stories", n)
	}
	if n := count(t, c, `SELECT count(*) FROM files`); n != 1 {
		t.Errorf("%d files are left, want 1", n)
	}
}

func TestOnlyStoriesWithOtherBytesHaveChanged(t *testing.T) {
	c, _ := catalogtest.Open(t)
	file := func(sums ...uint32) fill.File {
		f := catalogtest.File("a.mbox", "", story.Date{}, 1)
		f.Docs = nil
		for i, sum := range sums {
			s := catalogtest.Story(fmt.Sprintf("a.mbox#%d", i+1), "Ferry resumes", story.Date{}, 1)
			s.Range = story.Range{Start: int64(sum), Length: 9, Sum: sum}
			f.Docs = append(f.Docs, fill.NewIndexer(fill.NewTitles()).Doc(s))
		}
		return f
	}
	for _, step := range []struct {
		file fill.File
		want fill.Delta
	}{
		{file(1, 2), fill.Delta{Added: 2}},
		{file(1, 2, 3), fill.Delta{Added: 1}},
		{file(1, 9, 3), fill.Delta{Changed: 1}},
		{file(1), fill.Delta{Removed: 2}},
	} {
		d, err := c.Put(t.Context(), []fill.File{step.file})
		if err != nil || d != step.want {
			t.Errorf("%+v, %v; want %+v", d, err, step.want)
		}
	}
}
