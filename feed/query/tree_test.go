package query_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"dateline/feed/query"
	"dateline/feed/story"
)

// randomTree draws a tree of a shape that Parse can return.
func randomTree(depth int) *rapid.Generator[query.Node] {
	return rapid.Custom(func(t *rapid.T) query.Node {
		choice := rapid.IntRange(0, 2).Draw(t, "choice")
		if depth == 0 {
			return randomLeaf(t)
		}
		switch choice {
		case 1:
			return query.Not{Node: rapid.OneOf(leaves, joined(depth-1)).Draw(t, "of")}
		case 2:
			return joined(depth-1).Draw(t, "joined")
		}
		return randomLeaf(t)
	})
}

// joined draws an And or an Or.
func joined(depth int) *rapid.Generator[query.Node] {
	return rapid.Custom(func(t *rapid.T) query.Node {
		and := rapid.Bool().Draw(t, "and")
		var parts []query.Node
		for range rapid.IntRange(2, 4).Draw(t, "parts") {
			n := randomTree(depth).Draw(t, "part")
			_, isAnd := n.(query.And)
			_, isOr := n.(query.Or)
			if and && isAnd || !and && isOr {
				n = query.Not{Node: n}
			}
			parts = append(parts, n)
		}
		if and {
			return query.And(parts)
		}
		return query.Or(parts)
	})
}

var leaves = rapid.Custom(randomLeaf)

var (
	treeWords = []string{
		"rate", "금리", "日銀", "المركزي", "ставка", "Müller", "l'économie", "U.S.", "1,000", "co-op", "10:30", "C++", "or", "ORLANDO", "https://x.kr/a?b=c", "B2B", "éa", "3d",
	}
	treePhrases = []string{"rate cut", "금리 인상", "say OR not", "a (b) c", "x* y", "-a", "@a", "title:x", `a\b`, "« taux »", `in "quotes"`, "taux d’intérêt", "日銀「利上げ」"}
)

func randomLeaf(t *rapid.T) query.Node {
	prefix, title := rapid.Bool().Draw(t, "prefix"), rapid.Bool().Draw(t, "title")
	word, text := rapid.SampledFrom(treeWords).Draw(t, "word"), rapid.SampledFrom(treePhrases).Draw(t, "text")
	day := query.Day{Year: rapid.IntRange(1900, 2100).Draw(t, "year"), Month: rapid.IntRange(1, 12).Draw(t, "month"), Day: rapid.IntRange(1, 28).Draw(t, "day")}
	switch rapid.IntRange(0, 9).Draw(t, "leaf") {
	case 0:
		return query.Word{Text: word, Prefix: prefix, Title: title}
	case 1:
		return query.Word{Text: word, Near: prefix, Title: title}
	case 2:
		if prefix {
			return query.Phrase{Text: text, Within: rapid.IntRange(1, 99).Draw(t, "within"), Title: title}
		}
		return query.Phrase{Text: text, Title: title}
	case 3:
		return query.Value{Field: randomField(t), Text: word, Prefix: prefix}
	case 4:
		return query.Value{Field: randomField(t), Text: text, Exact: true, Prefix: prefix}
	case 5:
		return query.Kind{Kind: rapid.SampledFrom([]story.Kind{story.Plain, story.Lead, story.Kill}).Draw(t, "kind")}
	case 6:
		from := rapid.IntRange(0, 9).Draw(t, "from")
		return query.Takes{From: story.Take(from), To: story.Take(from + rapid.IntRange(0, 9).Draw(t, "more"))}
	case 7:
		return query.Is{Flag: rapid.SampledFrom([]query.Flag{query.Unread, query.Corrected}).Draw(t, "flag")}
	case 8:
		return query.Days{From: day, To: day.Add(rapid.IntRange(0, 500).Draw(t, "days"))}
	}
	if prefix {
		return query.Days{From: day}
	}
	return query.Days{To: day}
}

func randomField(t *rapid.T) query.Field {
	return rapid.SampledFrom([]query.Field{query.Place, query.By, query.Agency, query.Tag, query.Lang, query.Format, query.Path}).Draw(t, "field")
}

func TestRandomTreesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := randomTree(3).Draw(t, "tree")
		text := query.Text(want)
		got, err := query.Parse(text, query.Options{Now: now})
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\nis written %s\nwhich parses to %v, %v", shape(want), text, got, err)
		}
		for i := range text + "." {
			if _, err := query.Parse(text[:i], query.Options{Now: now, Typing: true}); err != nil {
				t.Fatalf("%s of %s: %v", text[:i], text, err)
			}
		}
	})
}

func TestAddRequiresBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one, two := randomTree(2).Draw(t, "one"), randomLeaf(t)
		got, err := query.Parse(query.Add(query.Text(one), query.Text(two)), query.Options{Now: now})
		want := query.And{one, two}
		if and, ok := one.(query.And); ok {
			want = append(append(query.And{}, and...), two)
		}
		if parts := want[:len(want)-1]; slices.ContainsFunc(parts, func(n query.Node) bool { return reflect.DeepEqual(n, two) }) {
			want = parts // the clause is already there
		}
		if len(want) == 1 {
			if err != nil || !reflect.DeepEqual(got, one) {
				t.Fatalf("%q twice: %v, %v", query.Text(one), got, err)
			}
			return
		}
		if err != nil || !reflect.DeepEqual(got, query.Node(want)) {
			t.Fatalf("%q and %q: %v, %v", query.Text(one), query.Text(two), got, err)
		}
	})
}

func TestRandomClausesParseToTheirValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// The value leaves one family of quotes for the clause: with all of them it could not be quoted.
		value := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ab"“”«»\\() *:@-]{1,6}`), rapid.StringMatching(`[!?#👍★]{1,3}`)).Draw(t, "value")
		for _, f := range []query.Field{query.Place, query.By, query.Agency, query.Tag, query.Path} {
			c := query.Clause(string(f), value, false)
			if c == "" {
				continue
			}
			n, err := query.Parse(c, query.Options{Now: now})
			v, ok := n.(query.Value)
			if err != nil || !ok || v.Field != f || !v.Exact || v.Prefix || spaced(v.Text) != spaced(value) {
				t.Fatalf("%q: %q is %#v, %v", value, c, n, err)
			}
		}
	})
}

// spaced returns text with each run of white space or controls as one space.
func spaced(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff'
	}), " ")
}
