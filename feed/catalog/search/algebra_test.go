package search

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline/feed/query"
	"dateline/feed/story"
)

// nested returns a full-text expression with parentheses of that depth.
func nested(depth int) matching {
	return matching(strings.Repeat("(", depth) + "x" + strings.Repeat(")", depth))
}

func TestFullTextExpressionsAreJoined(t *testing.T) {
	const a, b, c = matching("a"), matching("b"), matching("c")
	read, deep := marked{mark: "read"}, nested(maxNested+1)
	for name, test := range map[string]struct{ got, want expr }{
		"and of none":                  {conjunction(nil), everything},
		"and of no restriction":        {conjunction([]expr{nil, nil}), everything},
		"and of one":                   {conjunction([]expr{a}), a},
		"and of one and everything":    {conjunction([]expr{a, everything, nil}), a},
		"and of two":                   {conjunction([]expr{a, b}), matching("(a) AND (b)")},
		"and of nothing":               {conjunction([]expr{a, nothing{}}), nothing{}},
		"and not":                      {conjunction([]expr{a, notOf{b}}), matching("(a) NOT (b)")},
		"and not two":                  {conjunction([]expr{notOf{b}, a, notOf{c}}), matching("(a) NOT ((b) OR (c))")},
		"not alone":                    {conjunction([]expr{notOf{b}}), "(" + everything + ") NOT (b)"},
		"and of a mark":                {conjunction([]expr{read}), read},
		"and of a mark and everything": {conjunction([]expr{read, everything}), read},
		"and of marks and words":       {conjunction([]expr{a, read, b}), allOf{read, matching("(a) AND (b)")}},
		"and not a mark":               {conjunction([]expr{a, notOf{read}}), allOf{notOf{read}, a}},
		"and of a deep one":            {conjunction([]expr{a, deep}), allOf{deep, a}},
		"and not a deep one":           {conjunction([]expr{a, notOf{deep}}), allOf{notOf{deep}, a}},
		"and of a less deep one":       {conjunction([]expr{a, nested(maxNested)}), "(a) AND (" + nested(maxNested) + ")"},

		"or of none":               {disjunction(nil), nil},
		"or of no restriction":     {disjunction([]expr{nil, nil}), nil},
		"or of one":                {disjunction([]expr{nil, a}), a},
		"or of two":                {disjunction([]expr{a, b}), matching("(a) OR (b)")},
		"or of everything":         {disjunction([]expr{a, read, everything}), everything},
		"or of nothing":            {disjunction([]expr{nothing{}, nothing{}}), nothing{}},
		"or of nothing and one":    {disjunction([]expr{nothing{}, a}), a},
		"or not":                   {disjunction([]expr{a, notOf{b}}), "(a) OR ((" + everything + ") NOT (b))"},
		"or of a mark":             {disjunction([]expr{read, nothing{}}), read},
		"or of marks and words":    {disjunction([]expr{a, read, b}), anyOf{read, matching("(a) OR (b)")}},
		"or not a mark":            {disjunction([]expr{a, notOf{read}}), anyOf{notOf{read}, a}},
		"or of a deep one":         {disjunction([]expr{a, deep}), anyOf{deep, a}},
		"or not a deep one":        {disjunction([]expr{a, notOf{deep}}), anyOf{notOf{deep}, a}},
		"not everything":           {invert(everything), nothing{}},
		"not nothing":              {invert(nothing{}), everything},
		"twice negated":            {invert(notOf{a}), a},
		"not a word":               {invert(a), notOf{a}},
		"not a mark":               {invert(read), notOf{read}},
		"not without restriction":  {invert(nil), nil},
		"parentheses side by side": {conjunction([]expr{matching(strings.Repeat("(x)", 99))}), matching(strings.Repeat("(x)", 99))},
	} {
		if !reflect.DeepEqual(test.got, test.want) {
			t.Errorf("%s: %#v, want %#v", name, test.got, test.want)
		}
	}
	if !deep.tooDeep() || nested(maxNested).tooDeep() || matching(strings.Repeat("(x)", 99)).tooDeep() {
		t.Errorf("tooDeep does not report the depth of parentheses")
	}
}

func TestDaysAreMatchedByTheFewestPeriods(t *testing.T) {
	day := func(y, m, d int) query.Day { return query.Day{Year: y, Month: m, Day: d} }
	for name, test := range map[string]struct {
		from, to query.Day
		want     string
	}{
		"a day":                      {day(2024, 8, 15), day(2024, 8, 15), `"d=20240815"`},
		"two days":                   {day(2024, 8, 15), day(2024, 8, 16), `"d=20240815" "d=20240816"`},
		"the first of a month":       {day(2024, 8, 1), day(2024, 8, 1), `"d=20240801"`},
		"a month":                    {day(2024, 2, 1), day(2024, 2, 29), `"m=202402"`},
		"a month and a day":          {day(2024, 1, 31), day(2024, 2, 29), `"d=20240131" "m=202402"`},
		"a month but its last day":   {day(2023, 2, 26), day(2023, 2, 27), `"d=20230226" "d=20230227"`},
		"December":                   {day(2024, 12, 1), day(2024, 12, 31), `"m=202412"`},
		"December and January":       {day(2024, 12, 1), day(2025, 1, 1), `"m=202412" "d=20250101"`},
		"a year":                     {day(2024, 1, 1), day(2024, 12, 31), `"y=2024"`},
		"two years":                  {day(2023, 1, 1), day(2024, 12, 31), `"y=2023" "y=2024"`},
		"a year that starts late":    {day(2024, 2, 1), day(2024, 3, 31), `"m=202402" "m=202403"`},
		"a year and a month":         {day(2023, 1, 1), day(2024, 1, 31), `"y=2023" "m=202401"`},
		"ten years":                  {day(2020, 1, 1), day(2029, 12, 31), `"y=202" *`},
		"ten years and a day":        {day(2020, 1, 1), day(2030, 1, 1), `"y=202" * "d=20300101"`},
		"a century":                  {day(1900, 1, 1), day(1999, 12, 31), `"y=19" *`},
		"a millennium":               {day(2000, 1, 1), day(2999, 12, 31), `"y=2" *`},
		"no beginning":               {query.Day{}, day(1000, 1, 2), `"d=10000101" "d=10000102"`},
		"no end":                     {day(2999, 12, 30), query.Day{}, `"d=29991230" "d=29991231"`},
		"neither beginning nor end":  {query.Day{}, query.Day{}, `"y=1" * "y=2" *`},
		"an end before the start":    {day(2024, 8, 15), day(2024, 8, 14), "nothing"},
		"a decade that starts later": {day(2021, 1, 1), day(2022, 12, 31), `"y=2021" "y=2022"`},
	} {
		got := "nothing"
		if m, ok := days(query.Days{From: test.from, To: test.to}).(matching); ok {
			got = strings.NewReplacer("meta : ", "", "(", "", ")", "", "OR ", "").Replace(string(m))
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

func TestTakesAreListedOrExcluded(t *testing.T) {
	for _, test := range []struct {
		from, to story.Take
		want     string
	}{
		{0, query.MaxTake, string(everything)},
		{-1, query.MaxTake, string(everything)},
		{1, query.MaxTake, "not 0"},
		{3, query.MaxTake, "not 0 1 2"},
		{3, query.MaxTake + 1, "not 0 1 2"},
		{2, 2, "2"},
		{2, 4, "2 3 4"},
		{-2, 1, "0 1"},
		{4, 3, "nothing"},
	} {
		got, x := "", takes(query.Takes{From: test.from, To: test.to})
		if n, ok := x.(notOf); ok {
			got, x = "not ", n.of
		}
		switch x := x.(type) {
		case nothing:
			got += "nothing"
		case matching:
			got += strings.NewReplacer(`meta : "t=`, "", `"`, "", "(", "", ")", "", "OR ", "").Replace(string(x))
		default:
			got = fmt.Sprintf("%#v", x)
		}
		if test.want == string(everything) {
			if x != expr(everything) {
				t.Errorf("takes %d to %d: %#v, want everything", test.from, test.to, x)
			}
			continue
		}
		if got != test.want {
			t.Errorf("takes %d to %d: %s, want %s", test.from, test.to, got, test.want)
		}
	}
}
