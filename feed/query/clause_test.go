package query_test

import (
	"testing"

	"dateline/feed/query"
)

func TestClauseParsesToItsValue(t *testing.T) {
	cases := []struct {
		field, value string
		exclude      bool
		want         string
	}{
		{"place", "Port Ellery", true, `-place:"Port Ellery"`},
		{"place", "SEOUL", false, `place:"SEOUL"`},
		{"agency", `The "Post"`, false, `agency:«The "Post"»`},
		{"tag", `«a» "b"`, false, `tag:「«a» "b"」`},
		{"on", "2024-08-15", false, "on:2024-08-15"},
		{"kind", "lead", false, "kind:lead"},
		{"lang", "en", true, "-lang:en"},
		{"lang", "e n", false, `lang:"e n"`},
		{"tag", "👍", true, `-tag:"👍"`},
		{"place", " ", false, ""},
	}
	for _, c := range cases {
		got := query.Clause(c.field, c.value, c.exclude)
		if got != c.want {
			t.Errorf("%s %q: %s, want %s", c.field, c.value, got, c.want)
		}
		n, err := query.Parse(got, query.Options{})
		if not, ok := n.(query.Not); ok {
			n = not.Node
		}
		if v, ok := n.(query.Value); err != nil || ok && v.Text != c.value {
			t.Errorf("%s parses to %#v, %v", got, n, err)
		}
	}
}

func TestAddedClausesMustMatchToo(t *testing.T) {
	const clause = "kind:lead"
	cases := []struct{ text, want string }{
		{"", clause},
		{"  ", clause},
		{"...", clause},
		{"rate", "rate " + clause},
		{"rate ", "rate " + clause},
		{"a OR b", "(a OR b) " + clause},
		{"(a OR b)", "(a OR b) " + clause},
		{"x (a OR b)", "x (a OR b) " + clause},
		{"(a OR b) OR c", "((a OR b) OR c) " + clause},
		{`"a OR b"`, `"a OR b" ` + clause},
		{"@rates after:3d", "@rates after:3d " + clause},
		// Half-typed ones.
		{"a OR", "a " + clause},
		{"a OR b OR (", "(a OR b) " + clause},
		{"(a OR b", "(a OR b) " + clause},
		{"(a OR (b OR", "(a OR (b)) " + clause},
		{`"rate cu`, `"rate cu"* ` + clause},
		{`"rate `, `"rate " ` + clause},
		{`a OR place:„Port El`, `(a OR place:„Port El"*) ` + clause},
		{`(«rate cu`, `(«rate cu»*) ` + clause},
		{`@"my own`, `@"my own" ` + clause},
		{"a is:unr", "a " + clause},
		{"is:unr", clause},
		// Text with an error stays unchanged.
		{"plce:x", "plce:x " + clause},
		{"a)", "a) " + clause},
	}
	for _, c := range cases {
		if got := query.Add(c.text, clause); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	for clause, want := range map[string]string{"b OR c": "a (b OR c)", "(b OR c)": "a (b OR c)", "-b c": "a -b c", "b OR": "a b OR"} {
		if got := query.Add("a", clause); got != want {
			t.Errorf("%q: %q, want %q", clause, got, want)
		}
	}
	if got := query.Add("rate", ""); got != "rate" {
		t.Errorf("no clause: %q", got)
	}
}
