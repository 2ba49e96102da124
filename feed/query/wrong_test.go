package query_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/feed/query"
)

const notADate = " is not a date; try 2024-08-15 or 3d"

func TestErrorsHaveAReasonAndAPosition(t *testing.T) {
	cases := []struct {
		text       string
		start, end int
		reason     string
		typing     bool // also an error while typing
	}{
		{"a OR", 2, 4, "OR needs something after it", false},
		{"a OR ...", 2, 4, "OR needs something after it", false},
		{"(a OR ) b", 3, 5, "OR needs something after it", true},
		{"OR a", 0, 2, "OR needs something before it", true},
		{"a OR ... OR b", 9, 11, "OR needs something before it", true},
		{"a (OR b)", 3, 5, "OR needs something before it", true},
		{"a NOT", 2, 5, "NOT needs something after it", false},
		{"NOT OR b", 0, 3, "NOT needs something after it", true},
		{"-OR b", 0, 1, "- needs something after it", true},
		{"place:", 0, 5, "place: needs a value", false},
		{`place:"" b`, 0, 5, "place: needs a value", true},
		{"title:... b", 0, 5, "title: needs a value", true},
		{"a title:() b", 2, 7, "title: needs a value", true},
		{"place:((...))", 0, 5, "place: needs a value", true},
		{"x @bad", 2, 6, `in the saved search "bad": there is no kind "x"`, false},
		{"title:(place:x)", 7, 12, "title:( ) cannot contain a field", true},
		{"title:(@rates)", 7, 13, "title:( ) cannot contain a saved search", true},
		{"kind:foo", 5, 8, `there is no kind "foo"`, true},
		{"kind:lea b", 5, 8, `there is no kind "lea"`, true},
		{"x is:unr", 5, 8, `there is no flag "unr"`, false},
		{"has:pictures", 4, 12, `has: takes related, caption or note`, true},
		{"take:100", 5, 8, `take: takes 0 to 99, urgent, first, lead or a range`, true},
		{"take:4-2 x", 5, 8, "the range ends before it begins", true},
		{"on:2024-02-30", 3, 13, "there is no day 30 in February 2024", true},
		{"on:2023-02-29", 3, 13, "there is no day 29 in February 2023", true},
		{"on:2024-13", 3, 10, "there is no month 13", true},
		{"on:2024-00-01", 3, 13, "there is no month 0", true},
		{"after:0999", 6, 10, "years must be from 1000 to 2999", false},
		{"after:soon", 6, 10, `"soon"` + notADate, true},
		{"after:2024..2026", 6, 16, `"2024..2026"` + notADate, true},
		{"before:2024-08/15", 7, 17, `"2024-08/15"` + notADate, true},
		{"after:20", 6, 8, `"20"` + notADate, false},
		{"on:2026..2024 x", 3, 13, "the range ends before it begins", true},
		{"on:2026..2024", 3, 13, "the range ends before it begins", true},
		{"on:.. x", 0, 2, "on: needs a value", true},
		{"kind:O", 5, 6, `there is no kind "O"`, true},
		{"before:2000y", 7, 12, "years must be from 1000 to 2999", true},
		{"x @nothing y", 2, 10, `there is no saved search "nothing"`, true},
		{"x @loop y", 2, 7, `in the saved search "loop": nested more than 5 deep`, true},
		{"x @empty y", 2, 8, `the saved search "empty" is empty`, true},
		{"x @bad y", 2, 6, `in the saved search "bad": there is no kind "x"`, true},
		{"x @outer y", 2, 8, `in the saved search "bad": there is no kind "x"`, true},
	}
	for _, c := range cases {
		for _, typing := range []bool{false, true} {
			_, err := query.Parse(c.text, query.Options{Now: now, Saved: saved, Typing: typing})
			var e *query.Error
			switch {
			case typing && !c.typing:
				if err != nil {
					t.Errorf("%q is an error while typing: %v", c.text, err)
				}
			case !errors.As(err, &e):
				t.Errorf("%q (typing %t) is not a query error: %v", c.text, typing, err)
			case utf8.RuneCountInString(e.Reason) > 60:
				t.Errorf("%q: %q is longer than 60 characters", c.text, e.Reason)
			case e.Start != c.start || e.End != c.end || e.Reason != c.reason:
				t.Errorf("%q (typing %t):\n got %d-%d %s\nwant %d-%d %s", c.text, typing, e.Start, e.End, e.Reason, c.start, c.end, c.reason)
			}
		}
	}
}

func TestHostileQueriesFailWithLittleWork(t *testing.T) {
	lookups := 0
	bomb := func(string) (string, bool) {
		lookups++
		return strings.Repeat("@b ", 3000), true
	}
	cases := []struct{ name, text, reason string }{
		{"parentheses", strings.Repeat("(", 100_000), "a query has at most 10,000 bytes"},
		{"a megabyte", strings.Repeat("word ", 200_000), "a query has at most 10,000 bytes"},
		{"depth", strings.Repeat("(", 101) + "x" + strings.Repeat(")", 101), "groups can be nested at most 100 deep"},
		{"negations", strings.Repeat("NOT ", 101) + "x", "groups can be nested at most 100 deep"},
		{"terms", strings.Repeat("x ", 201), "a query has at most 200 terms"},
		{"saved searches", "@b ", `in the saved search "b": nested more than 5 deep`},
		{"a long value", "kind:" + strings.Repeat("a", 9000), `there is no kind "` + strings.Repeat("a", 20) + `…"`},
	}
	for _, c := range cases {
		for _, typing := range []bool{false, true} {
			lookups = 0
			_, err := query.Parse(c.text, query.Options{Now: now, Saved: bomb, Typing: typing})
			if err == nil || err.Error() != c.reason {
				t.Errorf("%s: %v, want %s", c.name, err, c.reason)
			}
			if err != nil && utf8.RuneCountInString(err.Error()) > 60 {
				t.Errorf("%s: %q is longer than 60 characters", c.name, err)
			}
			if lookups > 10 {
				t.Errorf("%s: saved searches were looked up %d times", c.name, lookups)
			}
		}
	}
	for _, text := range []string{strings.Repeat("(", 100) + "x", strings.Repeat("x ", 200)} {
		if _, err := query.Parse(text, query.Options{Typing: true}); err != nil {
			t.Errorf("within the bounds: %v", err)
		}
	}
}
