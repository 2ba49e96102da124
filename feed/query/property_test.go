package query_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/feed/query"
)

// pieces are the parts of random queries.
var pieces = []string{
	" ", " ", " ", "　", "a", "rate", "금리", "利上げ", "U.S.", "1,000", "https://x.kr", "צה\"ל", "...", "*", "-", "－", "--", "(", ")", "（", "）",
	"\"", "“", "”", "«", "»", "「", "」", "OR", " OR ", " NOT ", " AND ", "title:", "place:", "by：", "path:", "kind:", "lead", "is:", "unread", "has:note",
	"take:2", "2-4", "on:", "after:", "before:", "2024", "-08", "-15", "..", "3d", "yesterday", "@rates ", "@empty ", "@", "plce:", "\xff", "\x00", "O'Neill",
}

func randomText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "pieces"), "")
}

func TestRandomQueriesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := query.Options{Now: now, Saved: saved, Typing: rapid.Bool().Draw(t, "typing")}
		checkRoundTrip(t, randomText(t), o)
	})
}

func TestEveryPrefixOfARandomQueryParsesWhileTyping(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkPrefixes(t, randomText(t))
	})
}

func TestAnAddedClauseIsTheLastPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := randomText(t)
		if _, err := query.Parse(text, query.Options{Now: now, Saved: saved, Typing: true}); err != nil {
			return
		}
		added := query.Add(text, "kind:kill")
		n, err := query.Parse(added, query.Options{Now: now, Saved: saved})
		if err != nil {
			// A half-typed name of a saved search is complete once something follows it.
			if e := new(query.Error); errors.As(err, &e) && strings.Contains(e.Reason, "saved search") {
				return
			}
			t.Fatalf("%q became %q: %v", text, added, err)
		}
		last := n
		if and, ok := n.(query.And); ok {
			last = and[len(and)-1]
		}
		if last != (query.Kind{Kind: "kill"}) {
			t.Fatalf("%q became %q: %s", text, added, shape(n))
		}
	})
}

func TestClausesTogetherMeanTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := randomText(t)
		n, err := query.Parse(text, query.Options{Now: now, Saved: saved})
		if err != nil || query.Unpaired(text) {
			return
		}
		clauses := query.Clauses(text)
		again, err := query.Parse(strings.Join(clauses, " "), query.Options{Now: now, Saved: saved})
		if err != nil || !reflect.DeepEqual(n, again) {
			t.Fatalf("%q has the clauses %q: %s, %v, want %s", text, clauses, shape(again), err, shape(n))
		}
		const clause = "kind:kill"
		removed := query.Remove(query.Add(text, clause), clause)
		if again, err := query.Parse(removed, query.Options{Now: now, Saved: saved}); err != nil || !reflect.DeepEqual(n, again) {
			t.Fatalf("%q becomes %q when a clause is added and removed", text, removed)
		}
	})
}

type failer interface{ Fatalf(string, ...any) }

func checkRoundTrip(t failer, text string, o query.Options) {
	n, err := query.Parse(text, o)
	if err != nil {
		if e := new(query.Error); !errors.As(err, &e) || e.Start < 0 || e.End < e.Start || e.End > len(text) || e.Reason == "" {
			t.Fatalf("%q: %#v", text, err)
		}
		return
	}
	out := query.Text(n)
	if len(out) > query.MaxLength || strings.ToUpper(out) == out {
		return // in capitals OR is a word
	}
	o.Typing = false
	again, err := query.Parse(out, o)
	if err != nil || !reflect.DeepEqual(n, again) {
		t.Fatalf("%q is\n%s, written %q, which parses to\n%v, %v", text, shape(n), out, shape(again), err)
	}
}

// checkPrefixes checks that a good query parses at every step of its typing.
func checkPrefixes(t failer, text string) {
	if _, remarks, err := remarked(text, false); err != nil || !utf8.ValidString(text) || query.Unpaired(text) || len(remarks) > 0 {
		return // what is not a query may be a mistake until it is a whole line
	}
	for end := range text + "." {
		if _, err := query.Parse(text[:end], query.Options{Now: now, Saved: saved, Typing: true}); err != nil {
			t.Fatalf("%q of %q: %v", text[:end], text, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range good {
		f.Add(c.text, false)
		f.Add(c.text, true)
	}
	f.Fuzz(func(t *testing.T, text string, typing bool) {
		checkRoundTrip(t, text, query.Options{Now: now, Saved: saved, Typing: typing})
		if len(text) < 200 {
			checkPrefixes(t, text)
		}
		query.Add(text, "kind:kill")
	})
}
