package query_test

import (
	"slices"
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
		// Characters without a partner are dropped.
		{"a)", "a " + clause},
		// Text with an error stays unchanged.
		{"kind:x", "kind:x " + clause},
		// A field that does not exist is words.
		{"plce:x", "plce:x " + clause},
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

func TestAClauseCanBeTypedBehindTheBase(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " ": "", "rate": "rate ", "rate  ": "rate ", "a OR b": "(a OR b) ", "(a OR b)": "(a OR b) ", `"rate cu`: `"rate cu"* `,
		"a OR": "a ", "a)": "a ", "kind:x": "kind:x ", "school*": "school* ", "foo:bar": "foo:bar ", "a kind:": "a ",
	} {
		if got := query.Base(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestClausesAreThePartsThatMustAllMatch(t *testing.T) {
	cases := []struct {
		text string
		want []string
	}{
		{"", nil},
		{" ... ", nil},
		{"rate", []string{"rate"}},
		{"  rate AND cut -... ", []string{"rate", "cut"}},
		{`rate* "cut now"* place:"Port Ellery" on:2024-10`, []string{"rate*", `"cut now"*`, `place:"Port Ellery"`, "on:2024-10"}},
		{`-place:"SEOUL" NOT ... (a OR b) -(c d)`, []string{`-place:"SEOUL"`, "NOT ... (a OR b)", "-(c d)"}},
		{`kind:(lead OR urgent)@rates -@"my own"`, []string{"kind:(lead OR urgent)", "@rates", `-@"my own"`}},
		{"after:3d place：seoul　rate: cut", []string{"after:3d", "place：seoul", "rate", "cut"}},
		{" a OR b c ", []string{"a OR b c"}},
		{"(a OR b)", []string{"(a OR b)"}},
		// Half-typed ones.
		{"a OR", []string{"a"}},
		{"a (b OR (", []string{"a", "(b)"}},
		{`a "rate cu`, []string{"a", `"rate cu"*`}},
		{"a plce:x", []string{"a", "plce:x"}},
		{"a)", []string{"a"}},
		// Text with an error.
		{"a kind:x", nil},
	}
	for _, c := range cases {
		if got := query.Clauses(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestARemovedClauseNoLongerNeedsToMatch(t *testing.T) {
	cases := []struct{ text, clause, want string }{
		{"on:2024-10", "on:2024-10", ""},
		{`rate AND place:"SEOUL" on:2024-10`, `place:"SEOUL"`, "rate on:2024-10"},
		{"rate on:2024-10", "rate", "on:2024-10"},
		{"rate cut rate", "rate", "cut"},
		{"a OR b", "a OR b", ""},
		{"(a OR b) c", "c", "(a OR b)"},
		// Text that does not have the clause.
		{"a  OR b", "a", "a  OR b"},
		{"-kind:lead", "kind:lead", "-kind:lead"},
		{"kind:x  a", "a", "kind:x  a"},
	}
	for _, c := range cases {
		if got := query.Remove(c.text, c.clause); got != c.want {
			t.Errorf("%q without %q: %q, want %q", c.text, c.clause, got, c.want)
		}
	}
}
