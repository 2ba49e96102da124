package query_test

import (
	"testing"

	"dateline/feed/query"
)

func TestHalfTypedQueriesFindWhatTheyCan(t *testing.T) {
	cases := []struct{ text, want string }{
		{"rat", "rat/prefix"},
		{"rat ", "rat"},
		{"rate cu", "and(rate cu/prefix)"},
		{"rate -cu", "and(rate not(cu/prefix))"},
		{"금", "금/prefix"},
		{"(a b", "and(a b/prefix)"},
		{"(a b)", "and(a b)"},
		{`"rate cu`, "“rate cu”/prefix"},
		{`"rate `, "“rate”"},
		{`"rate cut"`, "“rate cut”"},
		{`a "`, "a"},
		{`a ""`, "a"},
		{"a (", "a"},
		{"a -", "a"},
		{"a -(", "a"},
		{`a -"`, "a"},
		{"a O", "and(a O/prefix)"},
		{"a OR", "a"},
		{"a OR ", "a"},
		{"a OR (", "a"},
		{"a OR ... OR", "a"},
		{"a NOT", "a"},
		{"a NOT ", "a"},
		{"a AND ", "a"},
		{"OR", "all"},
		{"a OR -is:unr", "a"},
		{"place", "place/prefix"},
		{"place:", "all"},
		{"place: ", "place"},
		{"plce:", "plce"},
		{"plce:se", "and(plce se/prefix)"},
		{"a) b", "and(a b/prefix)"},
		{"place:se", "place=se/prefix"},
		{"place:seoul ", "place=seoul"},
		{`place:"`, "all"},
		{`place:""`, "all"},
		{`place:"Port `, "place=Port/exact/prefix"},
		{`place:"Port El`, "place=Port El/exact/prefix"},
		{`place:"Port Ellery"`, "place=Port Ellery/exact"},
		{"title:(", "all"},
		{"title:(a OR b", "or(a/title b/title/prefix)"},
		{"x is:", "x"},
		{"x is:unr", "x"},
		{"x is:unread", "and(x is=unread)"},
		{`x is:"unr`, "x"},
		{"x kind:s", "x"},
		{"x kind:(lead OR u", "and(x kind=lead)"},
		{"kind:(lead O", "kind=lead"},
		{"x has:c", "x"},
		{"x take:l", "x"},
		{"x take:1", "and(x take=1..1)"},
		{"x take:2-", "and(x take=2..99)"},
		{"x take:12-1", "x"},
		{"x take:2-le", "x"},
		{"x after:20", "x"},
		{"x after:2024-", "x"},
		{"x after:2024-0", "x"},
		{"x after:2024-1", "and(x days=2024-02-01..)"},
		{"x after:yes", "x"},
		{"x after:9999", "x"},
		{"x on:aug-", "x"},
		{`x on:"Aug 20`, "x"},
		{"x on:2024.", "x"},
		{"x on:2024..", "and(x days=2024-01-01..)"},
		{"x on:2024..20", "x"},
		{"x on:2024-12-30..2024-1", "x"},
		{"x on:2023-02-28..2023-02-2", "x"},
		{"x on:3d..to", "x"},
		{"x http", "and(x http/prefix)"},
		{"x https:", "and(x https:/prefix)"},
		{"x @ra", "x"},
		{"x @", "x"},
		{"x @empty", "x"},
		{`x @"rate dec`, "x"},
		{"x @rates", "and(x or(금리 “rate cut”))"},
		{"x @bad", "x"},
		{"x @loop", "x"},
		{"x tag:!", "x"},
		{`x tag:"!`, "x"},
		{`x tag:"!"`, "and(x tag=!/exact)"},
		{"x place:(", "x"},
		{"x place:((", "x"},
	}
	for _, c := range cases {
		n, err := query.Parse(c.text, query.Options{Now: now, Saved: saved, Typing: true})
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		} else if got := shape(n); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
