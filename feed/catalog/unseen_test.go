package catalog

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/feed/marks"
	"dateline/feed/story"
)

func TestWhatWasMetIsNeverFresh(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	u, met, wrong := newUnseen(), map[int64]bool{}, 0
	for range 200_000 {
		hash := hash(fmt.Sprint("headline ", r.IntN(1<<18)))
		fresh := u.add(hash)
		if fresh && met[hash] {
			t.Fatalf("%d is fresh again", hash)
		}
		if !fresh && !met[hash] {
			wrong++
		}
		met[hash] = true
	}
	if wrong > 200 {
		t.Errorf("%d of 200,000 were taken for ones that were met", wrong)
	}
}

func TestAHeadlineIsKeptOnceHoweverACatalogIsFilled(t *testing.T) {
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close() //nolint:errcheck // nothing outlives it
	c, _, err := Open(t.Context(), Options{Marks: m.URI()})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // nothing outlives it
	const headlines = 40
	for batch := range 6 {
		if batch == 2 || batch == 4 {
			if err := c.Filling(t.Context(), batch == 2); err != nil {
				t.Fatal(err)
			}
		}
		var files []File
		for i := range 50 {
			path := fmt.Sprintf("%d/%d.txt", batch, i)
			s := &story.Story{ID: story.NewID(path), Path: path, Headline: story.Headline{Text: path, Title: path}}
			for n := range 5 {
				text := fmt.Sprintf("Ferry %d sails again", (batch*7+i+n)%headlines)
				s.Related = append(s.Related, story.Related{Headline: story.Headline{Text: text, Title: text}})
			}
			files = append(files, File{Path: path, Docs: []Doc{NewIndexer().Doc(s)}})
		}
		clear(c.memory.lately)
		if _, err := c.Put(t.Context(), files); err != nil {
			t.Fatal(err)
		}
	}
	var refs, cites int
	if err := c.values(t.Context(), []any{&refs, &cites}, `SELECT (SELECT count(*) FROM refs), (SELECT count(*) FROM cites)`); err != nil {
		t.Fatal(err)
	}
	if refs != headlines || cites != 6*50*5 {
		t.Errorf("%d headlines are listed %d times; %d are listed %d times", refs, cites, headlines, 6*50*5)
	}
}
