package search

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/feed/sqlite"
	"dateline/feed/term"
)

// tables returns an Index of a database with only the tables that words are looked
// up in, and a table ids.
func tables(t *testing.T) (*Index, *sql.DB) {
	t.Helper()
	pool := sqlite.Pool(sqlite.Memory("tables"), sqlite.Options{Conns: 1})
	in := New(sqlite.NewDB("tables", pool))
	t.Cleanup(func() {
		if err := in.db.Close(); err != nil {
			t.Error(err)
		}
	})
	fillTable(t, pool, `CREATE TABLE words (word TEXT PRIMARY KEY, n INTEGER)`)
	fillTable(t, pool, `CREATE TABLE facetvalues (facet TEXT, key TEXT, n INTEGER)`)
	fillTable(t, pool, `CREATE TABLE ids (id INTEGER PRIMARY KEY)`)
	return in, pool
}

func fillTable(t *testing.T, pool *sql.DB, query string) {
	t.Helper()
	if _, err := pool.ExecContext(t.Context(), query); err != nil {
		t.Fatal(err)
	}
}

// ferries inserts a few words and the number of stories that have each.
const ferries = `INSERT INTO words VALUES ('ferry', 10), ('ferries', 7), ('fern', 2), ('ferrari', 5), ('fee', 90), ('fez', 1), ('few', 1), ('harbor', 4), ('harbour', 2)`

// shown lists forms; a prefix has a star.
func shown(forms []term.Form) string {
	out := make([]string, len(forms))
	for i, f := range forms {
		out[i] = strings.Join(f.Terms, " ")
		if f.Prefix {
			out[i] += "*"
		}
	}
	return strings.Join(out, ", ")
}

func TestAWordIsExpandedToItsForms(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, ferries)
	phrase := func(text string, prefix, typing bool) (expansion, error) {
		return in.words(t.Context()).expandPhrase(t.Context(), text, prefix, typing)
	}
	word := func(text string, prefix, typing bool) (expansion, error) {
		return in.words(t.Context()).expandWord(t.Context(), text, prefix, typing)
	}
	for name, test := range map[string]struct {
		expand            func(text string, prefix, typing bool) (expansion, error)
		text              string
		prefix, typing    bool
		forms, highlights string
		cost              int
	}{
		"a word":                    {word, "harbour", false, false, "harbour", "harbour", 2},
		"an inflected word":         {word, "Ferry", false, false, "ferry, ferries", "ferry, ferries", 17},
		"an unknown word":           {word, "zzzzz", false, false, "zzzzz", "zzzzz", 0},
		"a prefix":                  {word, "harbo", true, false, "harbo*", "harbo*", 6},
		"a prefix that is typed":    {word, "harbo", true, true, "harbor, harbour", "harbo*", 6},
		"a word that is typed":      {word, "ferry", true, true, "ferry, ferries", "ferry*, ferries", 17},
		"an unknown prefix":         {word, "zzzzz", true, true, "", "zzzzz*", 0},
		"a phrase":                  {phrase, "ferry fern", false, false, "ferry fern", "ferry fern", 12},
		"a phrase is not inflected": {phrase, "ferry", false, false, "ferry", "ferry", 10},
		"a phrase with a prefix":    {phrase, "fern harbo", true, false, "fern harbo*", "fern harbo*", 8},
		"a phrase that is typed":    {phrase, "fern harbo", true, true, "fern harbor, fern harbour", "fern harbo*", 10},
	} {
		x, err := test.expand(test.text, test.prefix, test.typing)
		if err != nil || shown(x.forms) != test.forms || shown(x.highlights) != test.highlights || x.cost != test.cost || x.empty {
			t.Errorf("%s: %s, highlighted %s, cost %d, empty %t, %v; want %s, highlighted %s, cost %d",
				name, shown(x.forms), shown(x.highlights), x.cost, x.empty, err, test.forms, test.highlights, test.cost)
		}
	}
	for _, expand := range []func(text string, prefix, typing bool) (expansion, error){word, phrase} {
		if x, err := expand("!?", false, false); err != nil || !x.empty || len(x.forms) > 0 {
			t.Errorf("no terms: %+v, %v", x, err)
		}
	}
}

func TestAWordIsInflectedInTheLanguagesOfTheStories(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, `INSERT INTO words VALUES ('banca', 1), ('banche', 2), ('banco', 3), ('bancos', 4)`)
	for values, want := range map[string]string{
		`('lang', 'it', 1)`:                       "banca, banco, banche",
		`('lang', 'en', 1)`:                       "banca",
		`('lang', 'en', 99), ('lang', 'it', 1)`:   "banca, banco, banche",
		`('lang', 'en', 990), ('lang', 'it', 9)`:  "banca", // a few stories may have been misread
		`('lang', 'en', 1), ('lang', 'it', 0)`:    "banca",
		`('lang', 'en', 1), ('place', 'it', 100)`: "banca",
	} {
		fillTable(t, pool, `DELETE FROM facetvalues`)
		fillTable(t, pool, `INSERT INTO facetvalues VALUES `+values)
		if x, err := in.words(t.Context()).expandWord(t.Context(), "banca", false, false); err != nil || shown(x.forms) != want {
			t.Errorf("%s: %s, %v; want %s", values, shown(x.forms), err, want)
		}
	}
}

func TestAQuotedWordNeedsItsAccents(t *testing.T) {
	in, _ := tables(t)
	for _, test := range []struct {
		text   string
		prefix bool
		want   string
	}{
		{"Ha Noi", false, ""}, {"Hà Nội", false, "=hà =nội"}, {"Hà Nội", true, "=hà"}, {"Hà Noi", true, "=hà"},
		{strings.Repeat("a ", maxTerms) + "é", false, ""}, {strings.Repeat("a ", maxTerms-1) + "é", false, "=é"},
	} {
		x, err := in.words(t.Context()).expandPhrase(t.Context(), test.text, test.prefix, false)
		if got := strings.Join(x.spelled, " "); err != nil || got != test.want {
			t.Errorf("%s: %s, %v; want %s", test.text, got, err, test.want)
		}
	}
}

func TestAnExpansionIsBounded(t *testing.T) {
	in, pool := tables(t)
	for n := range maxCompletions + 2 {
		fillTable(t, pool, fmt.Sprintf(`INSERT INTO words VALUES ('port%02d', %d)`, n, n))
	}
	x, err := in.words(t.Context()).expandWord(t.Context(), "port", true, true)
	if err != nil || len(x.forms) != maxCompletions || x.forms[0].Terms[0] != fmt.Sprintf("port%02d", maxCompletions+1) {
		t.Errorf("%s, %v; want the %d most frequent words", shown(x.forms), err, maxCompletions)
	}
	long := slices.Repeat([]string{"port"}, maxTerms)
	for _, test := range []struct {
		terms  []string
		prefix bool
	}{{long, true}, {append(slices.Clone(long), "por"), false}} {
		x, err := in.words(t.Context()).expandPhrase(t.Context(), strings.Join(test.terms, " "), true, false)
		if err != nil || len(x.forms) != 1 || len(x.forms[0].Terms) != maxTerms || x.forms[0].Prefix != test.prefix {
			t.Errorf("%d terms: %s, %v; want %d terms, prefix %t", len(test.terms), shown(x.forms), err, maxTerms, test.prefix)
		}
	}
	exp := newExpander(in.words(t.Context()), false)
	for n := range 2 * (maxForms + 1) { // each twice
		exp.keep([]string{fmt.Sprint("word", n/2)}, false, nil)
		if want := min(n/2+1, maxForms); len(exp.forms) != want {
			t.Fatalf("%d forms after %d, want %d", len(exp.forms), n+1, want)
		}
	}
}

func TestOnlyManyCompletionsOfShortPrefixesAreRemembered(t *testing.T) {
	in, pool := tables(t)
	var many []string
	for n := range maxCompletions {
		many = append(many, fmt.Sprintf("fern%02d", n))
		fillTable(t, pool, fmt.Sprintf(`INSERT INTO words VALUES ('%s', %d)`, many[n], maxCompletions-n))
	}
	check := func(prefix string, want ...string) {
		t.Helper()
		if got, err := in.completions(t.Context(), prefix); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v; want %q", prefix, got, err, want)
		}
	}
	for range 2 {
		check("fe", many...)
	}
	check("fer", many...)
	check("po")
	fillTable(t, pool, `INSERT INTO words VALUES ('ferry', 100), ('port', 100)`)
	check("fe", many...)
	check("fer", append([]string{"ferry"}, many[:maxCompletions-1]...)...)
	check("po", "port")
}

// chunks returns a stream of the table ids.
func chunks(in *Index, sp span) *chunkStream {
	return &chunkStream{
		span: sp, index: in, size: minChunk,
		ascending:  `SELECT id FROM ids WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?`,
		descending: `SELECT id FROM ids WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?`,
	}
}

func TestChunksHaveAllIDsOfTheSpan(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO ids SELECT 3 * i FROM n`)
	for _, lo := range []int64{0, 3, 4, 3000, 5999, 6000, 6001} {
		for _, hi := range []int64{2, 3, 195, 3192, 3195, 6000, 9000} {
			for _, sp := range bothWays(lo, hi) {
				var want []int64
				for id := int64(3); id <= 6000; id += 3 {
					if id >= lo && id <= hi {
						want = append(want, id)
					}
				}
				if !sp.down {
					slices.Reverse(want)
				}
				got, err := take(t.Context(), chunks(in, sp), sp, 3000)
				if err != nil || !slices.Equal(got, want) {
					t.Errorf("%+v: %d ids, want %d, %v", sp, len(got), len(want), err)
				}
			}
		}
	}
}

func TestChunksGrowWhereTheyAreUsed(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 60000) INSERT INTO ids SELECT i FROM n`)
	for _, sp := range bothWays(1, 60000) {
		s := chunks(in, sp)
		var sizes []int
		if _, err := take(t.Context(), sized{s, &sizes}, sp, 60000); err != nil {
			t.Fatal(err)
		}
		if got, want := slices.Compact(sizes), []int{minChunk, 256, 1024, 4096, maxChunk}; !slices.Equal(got, want) {
			t.Errorf("down %t: read %v at a time, want %v", sp.down, got, want)
		}
	}
	sp := span{1, 60000, true}
	s, from := chunks(in, sp), int64(1)
	for used := range 3 * minChunk { // one id of each chunk
		id, ok, err := s.next(t.Context(), from)
		if err != nil || !ok || id != from || s.size != minChunk {
			t.Fatalf("after %d: %d, %t, %v, %d at a time; want %d, %d at a time", used, id, ok, err, s.size, from, minChunk)
		}
		from += minChunk
	}
}

func TestAChunkGrowsWhenHalfOfItWasUsed(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO ids SELECT i FROM n`)
	for used, want := range map[int64]int{1: minChunk, minChunk/2 - 1: minChunk, minChunk / 2: 4 * minChunk, minChunk: 4 * minChunk} {
		s := chunks(in, span{1, 1000, true})
		for id := int64(1); id <= used; id++ {
			if got, ok, err := s.next(t.Context(), id); got != id || !ok || err != nil {
				t.Fatalf("%d, %t, %v; want %d", got, ok, err, id)
			}
		}
		if got, ok, err := s.next(t.Context(), minChunk+1); got != minChunk+1 || !ok || err != nil || s.size != want {
			t.Errorf("%d used: %d, %t, %v, then %d at a time, want %d", used, got, ok, err, s.size, want)
		}
	}
}

// sized records how many ids a chunkStream reads at a time.
type sized struct {
	*chunkStream

	sizes *[]int
}

func (s sized) next(ctx context.Context, from int64) (int64, bool, error) {
	id, ok, err := s.chunkStream.next(ctx, from)
	*s.sizes = append(*s.sizes, s.size)
	return id, ok, err
}
