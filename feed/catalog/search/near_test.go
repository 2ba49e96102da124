package search

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/feed/query"
	"dateline/feed/sqlite"
	"dateline/feed/term"
)

func TestATildeExpandsToNearWords(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, ferries+`, ('farry', 20), ('금리', 3), ('금니', 1), ('굼리', 2), ('물가', 9)`)
	for text, want := range map[string]string{
		"fery":    "fery, f.e.r.y, ferry, fern",
		"Ferry":   "ferry, ferries, farry",
		"harbuor": "harbuor, harbor, harbour",
		"금리":      "금리, 굼리, 금니",
		"zzzzz":   "zzzzz",
		"x":       "x",
	} {
		x, err := in.words(t.Context()).expandWord(t.Context(), text, false, false)
		if err == nil {
			err = in.addNear(t.Context(), &x, text)
		}
		if got := shown(x.forms); err != nil || got != want || shown(x.highlights) != want {
			t.Errorf("%s: %s, %v, want %s", text, got, err, want)
		}
	}
	var x expansion
	if err := in.addNear(t.Context(), &x, "co-op x"); err != nil || len(x.forms) > 0 {
		t.Errorf("several terms: %+v, %v", x, err)
	}
}

func TestNearWordsAreBounded(t *testing.T) {
	in, pool := tables(t)
	for i := range 3 * maxNear {
		fillTable(t, pool, fmt.Sprintf(`INSERT INTO words VALUES ('harbo%c%c', %d)`, 'a'+i/26, 'a'+i%26, i+1))
	}
	x := expansion{forms: []term.Form{{Terms: []string{"harbor"}}}}
	if err := in.addNear(t.Context(), &x, "harbor"); err != nil || len(x.forms) != maxNear+1 {
		t.Errorf("%d forms, %v; want %d", len(x.forms), err, maxNear+1)
	}
	k := &compiler{ctx: t.Context(), index: in.words(t.Context())}
	many := make(query.And, 3*maxNearWords)
	for i := range many {
		many[i] = query.Word{Text: "harbor", Near: true}
	}
	if _, err := k.top(many); err != nil || len(k.forms) >= len(many)+(maxNearWords+1)*maxNear {
		t.Errorf("%d words have %d forms, %v", len(many), len(k.forms), err)
	}
	if words, err := in.near(t.Context(), strings.Repeat("가", 100_000)); err != nil || len(words) > 0 {
		t.Errorf("a long word: %v, %v", words, err)
	}
}

func TestSuggestionsReplaceTheWordsThatAreMissing(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, ferries+`, ('가람', 3), ('금리', 9), ('the', 5000), ('tee', 1)`)
	for text, want := range map[string]string{
		"fery":                       "ferry",
		"hte:fery":                   "the ferry",
		"hte:harbor":                 "the harbor",
		`the "fery harbur"`:          `the "ferry harbor"`,
		"rkfka":                      "가람",
		"ㄹㄷㄱ교 -kind:lead x":          "",
		"ㄹㄷㄱ교 -kind:lead":            "ferry -kind:lead",
		"금니":                         "금리",
		"hte title:fery*":            "the title:ferry*",
		"ferri harbor":               "ferry harbor",
		"zzzzzz":                     "",
		"kind:lead":                  "",
		"":                           "",
		"harbour the":                "harbor the",
		"zz yy xx ww vv uu tt ss rr": "",
	} {
		got, err := in.Suggestions(t.Context(), text)
		if best := append(got, "")[0]; err != nil || best != want || len(got) > maxTries {
			t.Errorf("%q: %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestPairsOfCharactersAreShownAsOneWord(t *testing.T) {
	for want, terms := range map[string][]string{
		"기준금리": {"기준", "준금", "금리"}, "rate cut": {"rate", "cut"}, "10 30": {"10", "30"}, "금리 인하": {"금리", "인하"}, "": nil, "eur rate": {"eur", "rate"},
	} {
		if got := joined(terms); got != want {
			t.Errorf("%q: %q, want %q", terms, got, want)
		}
	}
}

// BenchmarkSuggest looks up other words in a vocabulary of a million.
// Budget: under 100 ms.
func BenchmarkSuggest(b *testing.B) {
	in := millionWords(b)
	for _, text := range []string{"contanier", "missilse", "기쥰금니", "금닐", "대한민국정부합동조사단", "fxrry", "zzzzzzzz"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				if _, err := in.Suggestions(b.Context(), text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// vocabularyOf returns n random words with the letters of English and Korean words.
func vocabularyOf(n int) []string {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test needs no secret numbers
	starts := strings.Fields("con com pre pro in un re de dis the sta str per for mis par tra int car mar man ma mo se so su ca co li la lo ha he ba be")
	middles := strings.Fields("a e i o u an en in on er ar or at it al el st nd nt ti ta te to ri ra re li la le")
	out := make([]string, 0, n)
	for range n * 2 / 3 {
		parts := []string{starts[r.IntN(len(starts))]}
		for range 1 + r.IntN(5) {
			parts = append(parts, middles[r.IntN(len(middles))])
		}
		out = append(out, strings.Join(parts, "")+string(rune('a'+r.IntN(26))))
	}
	for len(out) < n {
		syllable := func() rune { return rune('가' + r.IntN(100)*r.IntN(112)) }
		out = append(out, string([]rune{syllable(), syllable()})) // the index has pairs
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// millionWords returns an Index with a vocabulary of a million words.
func millionWords(tb testing.TB) *Index {
	tb.Helper()
	pool := sqlite.Pool(sqlite.Memory("million"), sqlite.Options{Conns: 1})
	in := New(sqlite.NewDB("million", pool))
	tb.Cleanup(func() { _ = in.db.Close() })
	for _, q := range []string{`CREATE TABLE words (word TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID`, `CREATE TABLE stems (lang TEXT, stem TEXT, word TEXT, PRIMARY KEY (lang, stem, word))`,
		`CREATE VIRTUAL TABLE texts USING fts5(title, body, content='')`, `INSERT INTO texts (rowid, title, body) VALUES (1, '기준 준금 금리', 'x')`} {
		if _, err := pool.ExecContext(tb.Context(), q); err != nil {
			tb.Fatal(err)
		}
	}
	for chunk := range slices.Chunk(vocabularyOf(1_500_000), 10_000) {
		list, _ := json.Marshal(chunk)
		if _, err := pool.ExecContext(tb.Context(), `INSERT INTO words SELECT value, 1 + key % 50 FROM json_each(?)`, string(list)); err != nil {
			tb.Fatal(err)
		}
	}
	return in
}
