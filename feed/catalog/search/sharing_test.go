package search

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"dateline/feed/sqlite"
)

func TestOfACommonWordTheStoriesNearestInTimeAreRead(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, `CREATE VIRTUAL TABLE texts USING fts5(title, body, meta, content='', contentless_delete=1)`)
	fillTable(t, pool, fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
		INSERT INTO texts(rowid, title, body) SELECT i, 'harbor', iif(i %% 1000 = 0, 'roake', '') FROM n`, 3*maxPostings))
	const at = 2 * maxPostings
	lists, err := in.postings(t.Context(), []string{"harbor", "roake", "alone"})
	if err != nil || len(lists) != 3 || len(lists[0]) != 3*maxPostings {
		t.Fatalf("%d lists, %v", len(lists), err)
	}
	ids := nearest(lists[0], at)
	if len(ids) != maxPostings {
		t.Fatalf("%d ids", len(ids))
	}
	for _, id := range ids {
		if distance(id, at) > maxPostings/2 {
			t.Fatalf("%d is %d from %d", id, distance(id, at), int64(at))
		}
	}
	if all := nearest(lists[1], at); len(all) != 9 || all[0] != 1000 || len(lists[2]) != 0 {
		t.Errorf("rare words: %d, %d", all, lists[2])
	}
}

func TestPostingsAreThoseThatAMatchFinds(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, `CREATE VIRTUAL TABLE texts USING fts5(title, body, meta, content='', contentless_delete=1)`)
	fillTable(t, pool, `INSERT INTO texts(texts, rank) VALUES ('automerge', 0)`)
	for i := range 5 {
		fillTable(t, pool, fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO texts(rowid, title, body, meta)
			SELECT (i * 5 + %d) << 20, iif(i %% 7 = 0, 'harbor', 'w' || i), iif(i %% 3 = 0, 'ferry a b ferry', ''), 'harbor pier' FROM n`, i))
		fillTable(t, pool, fmt.Sprintf(`DELETE FROM texts WHERE (rowid >> 20) %% 11 = %d`, i))
	}
	words := []string{"harbor", "ferry", "w1", "w1999", "pier", "w", "zzz"}
	lists, err := in.postings(t.Context(), words)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range words {
		want, err := sqlite.Column[int64](t.Context(), in.db, `SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid`, anywhere+quote(w))
		if err != nil || !slices.Equal(lists[i], want) {
			t.Errorf("%s: %d stories, want %d, %v", w, len(lists[i]), len(want), err)
		}
	}
	fillTable(t, pool, `UPDATE texts_data SET block = zeroblob(3) WHERE id > 1 << 37`)
	if _, err := in.postings(t.Context(), words); !errors.Is(err, sqlite.ErrInvalid) {
		t.Errorf("damaged leaves: %v", err)
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
	lists := [][]int64{{10, 20, 30, 50, 90}, {10, 20, 40, 90}, {10, 40, 50}}
	got := heaviest(union(lists, 0), rarest, 80, 3.5)
	want := []hit{{10, 0b111, 6}, {90, 0b011, 5}, {20, 0b011, 5}, {50, 0b101, 4}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
