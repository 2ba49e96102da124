package search

import (
	"fmt"
	"math"
	"testing"
)

func TestOfACommonWordTheStoriesNearestInTimeAreRead(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, `CREATE VIRTUAL TABLE texts USING fts5(title, body, meta, content='', contentless_delete=1)`)
	fillTable(t, pool, fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
		INSERT INTO texts(rowid, title, body) SELECT i, 'harbor', iif(i %% 1000 = 0, 'roake', '') FROM n`, 3*maxPostings))
	const at = 2 * maxPostings
	ids, err := in.postings(t.Context(), rare{word: "harbor", n: 3 * maxPostings}, at)
	if err != nil || len(ids) != maxPostings {
		t.Fatalf("%d ids, %v", len(ids), err)
	}
	for _, id := range ids {
		if distance(id, at) > maxPostings/2 {
			t.Fatalf("%d is %d from %d", id, distance(id, at), int64(at))
		}
	}
	all, err := in.postings(t.Context(), rare{word: "roake", n: 9}, at)
	if err != nil || len(all) != 9 || all[0] != 1000 {
		t.Errorf("a rare word: %d, %v", all, err)
	}
}

func TestTheHeaviestWordsAreLookedUpWithinBounds(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, `CREATE TABLE meta (name TEXT, value INTEGER)`)
	fillTable(t, pool, `INSERT INTO meta VALUES ('stories', 100000)`)
	words := map[string]float64{"alone": 1, "common": 1, "unknown": 1}
	fillTable(t, pool, `INSERT INTO words VALUES ('alone', 1), ('common', 12501)`)
	for i := range 2 * maxRare {
		w := fmt.Sprintf("word%02d", i)
		words[w] = 1 - float64(i%2)/2
		fillTable(t, pool, fmt.Sprintf(`INSERT INTO words VALUES ('%s', %d)`, w, 2+i))
	}
	stories, got, err := in.rarest(t.Context(), words)
	if err != nil || stories != 100000 || len(got) != maxRare {
		t.Fatalf("%d words of %d stories, %v", len(got), stories, err)
	}
	for i := range got {
		if got[i].n%2 != 0 || i > 0 && got[i].weight > got[i-1].weight {
			t.Errorf("%d: %+v", i, got[i])
		}
	}
	if w := got[0].weight; math.Abs(w-math.Log(50000)) > 1e-9 {
		t.Errorf("the weight of a word of two stories in 100,000 is %v", w)
	}
	fillTable(t, pool, `UPDATE words SET n = 5000 WHERE n < 5000`)
	if _, got, err = in.rarest(t.Context(), words); err != nil || len(got) != maxAdded/maxPostings {
		t.Errorf("%d common words, %v", len(got), err)
	}
}

func TestHeavierStoriesComeFirstThenTheNearest(t *testing.T) {
	rarest := []rare{{weight: 3}, {weight: 2}, {weight: 1}}
	found := map[int64]uint32{10: 0b111, 20: 0b011, 90: 0b011, 30: 0b001, 40: 0b110, 50: 0b101}
	got := heaviest(found, rarest, 80, 3.5)
	want := []hit{{10, 0b111, 6}, {90, 0b011, 5}, {20, 0b011, 5}, {50, 0b101, 4}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
