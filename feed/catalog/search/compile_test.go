package search

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"dateline/feed/catalog/meta"
	"dateline/feed/query"
)

func TestWordsThatAllHitsMatchAreGroupedWithTheirCosts(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, ferries)
	word := func(text string) query.Node { return query.Word{Text: text} }
	const anywhere = "{title body} : "
	const ferry, ferries = `("ferry" OR "ferries")`, `("ferries" OR "ferry")`
	for name, test := range map[string]struct {
		node query.Node
		want []group
	}{
		"a word":          {word("ferry"), []group{{anywhere + ferry, 17}}},
		"a headline word": {query.Word{Text: "ferry", Title: true}, []group{{`title : ` + ferry, 17}}},
		"three words": {query.And{word("ferry"), word("harbor"), word("ferries")}, []group{
			{anywhere + ferry, 17}, {anywhere + `("harbor")`, 4}, {anywhere + ferries, 17},
		}},
		"one of two": {query.And{word("harbor"), query.Or{word("ferry"), word("ferries")}}, []group{
			{anywhere + `("harbor")`, 4}, {"(" + anywhere + ferry + ") OR (" + anywhere + ferries + ")", 34},
		}},
		"an excluded word": {query.And{word("harbor"), query.Not{Node: word("ferry")}}, []group{{anywhere + `("harbor")`, 4}}},
		"no word":          {query.Is{Flag: query.Lead}, nil},
		"a mark":           {query.And{query.Is{Flag: query.Read}, word("ferry")}, []group{{anywhere + ferry, 17}}},
	} {
		f, err := in.Find(t.Context(), test.node, false)
		if err != nil || !reflect.DeepEqual(f.groups, test.want) {
			t.Errorf("%s: %v, %v; want %v", name, f.groups, err, test.want)
		}
	}
}

func TestFormsHaveTheNumberOfTheirWord(t *testing.T) {
	in, pool := tables(t)
	fillTable(t, pool, ferries)
	f, err := in.Find(t.Context(), query.And{
		query.Word{Text: "ferry"}, query.Not{Node: query.Word{Text: "harbour"}}, query.Phrase{Text: "!"}, query.Or{query.Word{Text: "harbor"}},
	}, false)
	if err != nil {
		t.Fatal(err)
	}
	var forms []string
	for _, form := range f.Forms {
		forms = append(forms, fmt.Sprint(form.Of, form.Terms, " "))
	}
	got := strings.Join(forms, "")
	if want := "1 [ferry] 1 [ferries] 2 [harbor] "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestDaysThatAllHitsMatchNarrowTheIDs(t *testing.T) {
	in, _ := tables(t)
	from, to := query.Day{Year: 2024, Month: 8, Day: 14}, query.Day{Year: 2024, Month: 8, Day: 20}
	const start, end, day = 1_723_593_600, 1_724_112_000, 86400 // the first moments of both, in UTC
	hi, lo := meta.SortEnd(meta.SortBase(start-day, 0)), meta.SortBase(end+2*day, meta.MaxTake)
	for name, test := range map[string]struct {
		node   query.Node
		lo, hi int64
	}{
		"no days":        {query.All{}, 0, math.MaxInt64},
		"from a day":     {query.Days{From: from}, 0, hi},
		"to a day":       {query.Days{To: to}, lo, math.MaxInt64},
		"from and to":    {query.Days{From: from, To: to}, lo, hi},
		"two conditions": {query.And{query.Days{From: from}, query.Days{To: to}, query.Days{From: query.Day{Year: 2020, Month: 1, Day: 1}}}, lo, hi},
		"one of several": {query.Or{query.Days{From: from}, query.Is{Flag: query.Lead}}, 0, math.MaxInt64},
		"excluded days":  {query.Not{Node: query.Days{From: from, To: to}}, 0, math.MaxInt64},
	} {
		f, err := in.Find(t.Context(), test.node, false)
		if err != nil || f.lo != test.lo || f.hi != test.hi {
			t.Errorf("%s: %d to %d, %v; want %d to %d", name, f.lo, f.hi, err, test.lo, test.hi)
		}
	}
}
