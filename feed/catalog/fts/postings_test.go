package fts_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/catalog/fts"

	"pgregory.net/rapid"
)

// Leaves implements fts.Tables.
func (t *table) Leaves(terms [][]byte, first []int64, f func(i int, id int64, block []byte) error) error {
	for i := range len(terms) * len(first) {
		term, id := terms[i/len(first)], first[i%len(first)]
		page := t.rows(`SELECT '', coalesce((SELECT pgno >> 1 FROM t_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1), 0)`, id>>37, term)
		n, _ := strconv.ParseInt(string(page[0].value), 10, 64)
		if id = max(id, id>>37<<37|n); len(t.rows(`SELECT '', block FROM t_data WHERE id = ?`, id)) == 0 {
			continue
		}
		if err := f(i, id, t.blob(id)); err != nil {
			return err
		}
	}
	return nil
}

// Blobs implements fts.Tables.
func (t *table) Blobs(ids []int64, f func(i int, block []byte) error) error {
	list, _ := json.Marshal(ids)
	for _, r := range t.rows(`SELECT j.key, d.block FROM json_each(?) j CROSS JOIN t_data d ON d.id = j.value`, string(list)) {
		i, _ := strconv.Atoi(r.key)
		if err := f(i, r.value); err != nil {
			return err
		}
	}
	return nil
}

// postings returns the ids of the documents with each word in one of the first columns.
func (t *table) postings(words []string, columns int) ([][]int64, error) {
	s, err := fts.ReadStructure(t)
	if err != nil {
		return nil, err
	}
	return s.Postings(t, words, columns)
}

// agree fails the test if FTS5 finds others.
func (t *table) agree(words []string) {
	t.tb.Helper()
	for n := 1; n <= t.columns; n++ {
		got, err := t.postings(words, n)
		if err != nil {
			t.tb.Fatalf("%q: %v", words, err)
		}
		for i, w := range words {
			match := fmt.Sprintf(`{%s} : "%s"`, strings.Join(names[:n], " "), w)
			var want []int64
			for _, r := range t.rows(`SELECT rowid, '' FROM t WHERE t MATCH ? ORDER BY rowid`, match) {
				id, _ := strconv.ParseInt(r.key, 10, 64)
				want = append(want, id)
			}
			if !slices.Equal(got[i], want) {
				t.tb.Fatalf("%s: %d documents, FTS5 finds %d:\n%v\n%v", match, len(got[i]), len(want), got[i], want)
			}
		}
	}
}

func TestPostingsAreThoseOfFTS5(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		tab := newTable(rt, 3, "full")
		defer tab.Close() //nolint:errcheck // in memory
		tab.exec(`INSERT INTO t(t, rank) VALUES ('pgsz', ?)`, rapid.SampledFrom([]int{32, 100, 1000, 4050}).Draw(rt, "bytes of a leaf"))
		tab.exec(`INSERT INTO t(t, rank) VALUES ('usermerge', 2)`)
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		wide := rapid.SampledFrom([]int64{1, 1000, 1 << 33}).Draw(rt, "between two ids")
		vocabulary := rapid.SampledFrom([]int{2, 20, 500}).Draw(rt, "different words")
		words := []string{"nowhere", ""}
		for range 5 {
			words = append(words, word(rnd, vocabulary))
		}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			switch rapid.IntRange(0, 6).Draw(rt, "step") {
			case 0:
				tab.exec(`INSERT INTO t(t, rank) VALUES ('merge', ?)`, rapid.SampledFrom([]int{1, 4, -4, 100}).Draw(rt, "pages"))
			case 1:
				tab.exec(`INSERT INTO t(t) VALUES ('optimize')`)
			case 2:
				tab.exec(`DELETE FROM t WHERE rowid / ? % ? = 0`, wide, 1+rnd.IntN(7))
			default:
				tab.insert(texts(rt, rnd, wide, vocabulary))
			}
			tab.agree(words)
		}
	})
}

// texts returns documents, some of which may replace others.
func texts(rt *rapid.T, rnd *rand.Rand, wide int64, vocabulary int) []doc {
	ids := map[int64]bool{}
	for range rapid.SampledFrom([]int{1, 10, 200}).Draw(rt, "documents") {
		ids[rnd.Int64N(300)*wide] = true
	}
	longest := rapid.SampledFrom([]int{1, 5, 100}).Draw(rt, "words of a column")
	var list []doc
	for id := range ids {
		d := doc{id: id}
		for range names {
			var words []string
			for range rnd.IntN(longest + 1) {
				words = append(words, word(rnd, vocabulary))
			}
			d.columns = append(d.columns, strings.Join(words, " "))
		}
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b doc) int { return int(max(-1, min(1, a.id-b.id))) })
	return list
}

func TestPostingsDuringAMergeAreThoseOfFTS5(t *testing.T) {
	tab := newTable(t, 3, "full")
	tab.exec(`INSERT INTO t(t, rank) VALUES ('pgsz', 32), ('usermerge', 2)`)
	words := []string{"a", "z7", "z49"}
	tab.insert([]doc{{1, []string{"a", "a", "a"}}})
	var list []doc
	for i := range 60 {
		list = append(list, doc{int64(i + 2), []string{fmt.Sprint("z", i), "z7", "z7 z49"}})
	}
	tab.insert(list)
	for i := range 12 {
		tab.agree(words)
		tab.exec(`INSERT INTO t(t, rank) VALUES ('merge', 1)`)
		tab.agree(words)
		tab.exec(`DELETE FROM t WHERE rowid = ?`, 1+5*i)
	}
}

func TestPostingsOfLongDoclistsAreThoseOfFTS5(t *testing.T) {
	tab := newTable(t, 3, "full")
	var list []doc
	long := strings.Repeat("x", 32000)
	for i := range 5000 {
		d := doc{int64(i) * 3, []string{"", "same", "other"}}
		if i%500 == 0 {
			d.columns[2] = strings.Repeat("same ", 20000) + long + "y " + long
		}
		list = append(list, d)
	}
	tab.insert(list)
	words := []string{"same", "other", long, long + "y", long + "z"}
	tab.agree(words)
	tab.exec(`DELETE FROM t WHERE rowid % 2 = 0 AND rowid > 3000 OR rowid = 0`)
	tab.agree(words)
}

// FuzzPostings reads damaged blobs: an error or other documents, but no panic.
func FuzzPostings(f *testing.F) {
	tab := newTable(f, 3, "full")
	tab.exec(`INSERT INTO t(t, rank) VALUES ('pgsz', 64)`)
	for i := range 3 {
		var list []doc
		for j := range 20 {
			list = append(list, doc{int64(100*i + j), []string{"same", "other same", strings.Repeat("same ", j)}})
		}
		tab.insert(list)
	}
	tab.exec(`DELETE FROM t WHERE rowid % 3 = 0`)
	saved := blobs{}
	for _, r := range tab.rows(`SELECT id, block FROM t_data`) {
		id, _ := strconv.ParseInt(r.key, 10, 64)
		saved[id] = r.value
	}
	for i := range 40 {
		f.Add(i, i, byte(0x81+i), "same")
	}
	f.Fuzz(func(t *testing.T, blob, at int, change byte, word string) {
		damaged := blobs{}
		var ids []int64
		for id, b := range saved {
			damaged[id] = slices.Clone(b)
			ids = append(ids, id)
		}
		slices.Sort(ids)
		b := damaged[ids[uint(blob)%uint(len(ids))]]
		if i := uint(at) % uint(len(b)+1); change == 0 {
			damaged[ids[uint(blob)%uint(len(ids))]] = b[:i]
		} else if i < uint(len(b)) {
			b[i] ^= change
		}
		s, err := fts.ReadStructure(damaged)
		if err != nil {
			return
		}
		lists, err := s.Postings(damaged, []string{word}, 2)
		if err == nil && !slices.IsSorted(lists[0]) {
			t.Errorf("not in order: %v", lists[0])
		}
	})
}

// blobs is an fts.Tables with one leaf for each segment.
type blobs map[int64][]byte

func (t blobs) Leaves(_ [][]byte, first []int64, f func(i int, id int64, block []byte) error) error {
	for i, id := range first {
		if b, ok := t[id+3]; ok {
			if err := f(i, id+3, b); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t blobs) Blobs(ids []int64, f func(i int, block []byte) error) error {
	if len(ids) > 1<<16 {
		return errors.New("too many blobs")
	}
	for i, id := range ids {
		if b, ok := t[id]; ok {
			if err := f(i, b); err != nil {
				return err
			}
		}
	}
	return nil
}
