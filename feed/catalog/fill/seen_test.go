package fill_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/catalog/meta"
	"dateline/feed/story"
)

func TestASeenHashIsNeverNew(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	u, seen, wrong := fill.NewSeenFilter(), map[uint64]bool{}, 0
	for range 200_000 {
		hash := uint64(meta.LongHash(fmt.Sprint("headline ", r.IntN(1<<18))))
		isNew := fill.AddSeen(u, hash)
		if isNew && seen[hash] {
			t.Fatalf("%d is new again", hash)
		}
		if !isNew && !seen[hash] {
			wrong++
		}
		seen[hash] = true
	}
	if wrong > 200 {
		t.Errorf("%d of 200,000 are false positives", wrong)
	}
}

// filled returns a catalog filled in six batches, the third and the fourth of them
// while the writer is prepared for many files.
func filled(t *testing.T, batch func(int) []fill.File) *catalog.Catalog {
	t.Helper()
	c := catalogtest.At(t, "")
	for n := range 6 {
		if n == 2 || n == 4 {
			if err := c.Filling(t.Context(), n == 2); err != nil {
				t.Fatal(err)
			}
		}
		c.ForgetRefs()
		if _, err := c.Put(t.Context(), batch(n)); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func TestAHeadlineIsStoredOnceWithAndWithoutAFilter(t *testing.T) {
	const headlines = 40
	c := filled(t, func(batch int) (files []fill.File) {
		for i := range 50 {
			path := fmt.Sprintf("%d/%d.txt", batch, i)
			s := &story.Story{ID: story.NewID(path), Path: path, Headline: story.Headline{Text: path, Title: path}}
			for n := range 5 {
				text := fmt.Sprintf("Ferry %d sails again", (batch*7+i+n)%headlines)
				s.Related = append(s.Related, story.Related{Headline: story.Headline{Text: text, Title: text}})
			}
			files = append(files, fill.File{Path: path, Docs: []fill.Doc{fill.NewIndexer(fill.NewTitles()).Doc(s)}})
		}
		return files
	})
	var refs, cites int
	if err := c.Values(t.Context(), []any{&refs, &cites}, `SELECT (SELECT count(*) FROM refs),
		(SELECT count(*) FROM cites) + (SELECT sum(length(stories)) / 8 FROM refs)`); err != nil {
		t.Fatal(err)
	}
	if refs != headlines || cites != 6*50*5 {
		t.Errorf("%d headlines are listed %d times; %d are listed %d times", refs, cites, headlines, 6*50*5)
	}
}

func TestTwoTitlesOfOneTextAreTwoHeadlines(t *testing.T) {
	c := filled(t, func(batch int) (files []fill.File) {
		for i, title := range []string{"Ferry sails", "Ferry sails again"} {
			path := fmt.Sprintf("%d/%d.txt", batch, i)
			s := &story.Story{ID: story.NewID(path), Path: path, Headline: story.Headline{Text: path, Title: path}}
			s.Related = []story.Related{{Headline: story.Headline{Text: "Ferry sails again", Title: title}}}
			files = append(files, fill.File{Path: path, Docs: []fill.Doc{fill.NewIndexer(fill.NewTitles()).Doc(s)}})
		}
		return files
	})
	var refs, keys int
	if err := c.Values(t.Context(), []any{&refs, &keys}, `SELECT (SELECT count(*) FROM refs), (SELECT count(*) FROM refkeys)`); err != nil {
		t.Fatal(err)
	}
	if refs != 2 || keys != 2 {
		t.Errorf("%d headlines, %d keys", refs, keys)
	}
}

func TestAFileIsReplacedWithAndWithoutAFilter(t *testing.T) {
	c := filled(t, func(batch int) (files []fill.File) {
		for i := range 50 { // half of them are also in the batch before
			path := fmt.Sprintf("%d.txt", batch*25+i)
			s := &story.Story{ID: story.NewID(path), Path: path, Headline: story.Headline{Text: path, Title: path}}
			digest := fmt.Appendf(nil, "%016d", (batch*25+i)%100)
			files = append(files, fill.File{Path: path, Size: 1, Digest: digest, Docs: []fill.Doc{fill.NewIndexer(fill.NewTitles()).Doc(s)}})
		}
		return files
	})
	const files = 5*25 + 50
	var rows, keys, duplicates int
	err := c.Values(t.Context(), []any{&rows, &keys, &duplicates}, `SELECT (SELECT count(*) FROM rows), (SELECT count(*) FROM keys),
		(SELECT count(*) FROM doubts WHERE problem = ?)`, story.Duplicate)
	if err != nil {
		t.Fatal(err)
	}
	if rows != files || keys != files || duplicates != files-100 {
		t.Errorf("%d rows, %d keys, %d duplicates; want %d, %d and %d", rows, keys, duplicates, files, files, files-100)
	}
	if n, _, err := c.FileCount(t.Context()); err != nil || n != files {
		t.Errorf("%d files, %v", n, err)
	}
}

func TestAStoryWithTheIDOfAnotherIsLeftOut(t *testing.T) {
	c := catalogtest.At(t, "")
	file := func(path string) fill.File {
		s := catalogtest.Story(path, "Ferry sails", story.Date{}, 1)
		s.ID = story.NewID("a.txt")
		return catalogtest.FileOf(s)
	}
	catalogtest.Put(t, c, catalogtest.File("x.txt", "Bridge closes", story.Date{}, 1))
	if err := c.Filling(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		files []fill.File
		added int
	}{
		{[]fill.File{file("a.txt"), file("b.txt"), catalogtest.File("d.txt", "Market opens", story.Date{}, 1)}, 2},
		{[]fill.File{file("c.txt"), catalogtest.File("e.txt", "Market closes", story.Date{}, 1)}, 1},
	} {
		if d, err := c.Put(t.Context(), test.files); err != nil || d != (fill.Delta{Added: test.added}) {
			t.Errorf("%+v, %v; want %d", d, err, test.added)
		}
	}
	var rows, keys, files, stories int
	err := c.Values(t.Context(), []any{&rows, &keys, &files, &stories}, `SELECT (SELECT count(*) FROM rows), (SELECT count(*) FROM keys),
		(SELECT count(*) FROM files), (SELECT value FROM meta WHERE name = 'stories')`)
	if err != nil || rows != 4 || keys != 4 || files != 6 || stories != 4 {
		t.Errorf("%d rows, %d keys, %d files, %d stories, %v", rows, keys, files, stories, err)
	}
	if !c.HasFilter() {
		t.Error("the filter is lost")
	}
}
