package query_test

import (
	"strings"
	"testing"

	"dateline/feed/query"
)

// remarked parses text and returns its tree and its remarks, or the error.
func remarked(text string, typing bool) (tree string, remarks []query.Remark, err error) {
	n, err := query.Parse(text, query.Options{Now: now, Saved: saved, Typing: typing, Remark: func(r query.Remark) { remarks = append(remarks, r) }})
	return shape(n), remarks, err
}

func TestAPastedHeadlineIsWords(t *testing.T) {
	cases := []struct{ text, want string }{
		{"Tornia fires missiles toward east sea: military", "and(Tornia fires missiles toward east sea military)"},
		{"Place: the last harbour", "and(Place the last harbour)"},
		{`Ostmere premier: "We will not go`, "and(Ostmere premier We will not go)"},
		{"Ferry sails again (from Karvik", "and(Ferry sails again from Karvik)"},
		{"Ferry sails again) from Karvik", "and(Ferry sails again from Karvik)"},
		{`Pipe of 5" bursts (in Karvik): mayor)`, "and(Pipe of 5 bursts in Karvik mayor)"},
		{"Rates - and bonds -- fall / rise *", "and(Rates and bonds fall rise)"},
		{"Kim @ Seoul [exclusive] @", "and(Kim Seoul [exclusive])"},
		{"PREMIER OR KING: WHO RULES IN OSTMERE", "and(PREMIER or KING WHO RULES IN OSTMERE)"},
		{"MINISTER IS NOT GUILTY, COURT SAYS", "and(MINISTER IS not GUILTY, COURT SAYS)"},
		{"Who rules Ostmere today, king OR", "and(Who rules Ostmere today, king or)"},
		{"@karvik says the harbour is shut", "and(karvik says the harbour is shut)"},
		{"The new kind:of ferry sails from Karvik", "and(The new kind of ferry sails from Karvik)"},
		{"https://example.org/a shows on:page two of four", "and(https://example.org/a shows on page two of four)"},
		{"중앙은행 총재: 금리 인하 \"아직", "and(중앙은행 총재 금리 인하 아직)"},
	}
	for _, c := range cases {
		if got, _, err := remarked(c.text, false); got != c.want || err != nil {
			t.Errorf("%q:\n got %s, %v\nwant %s", c.text, got, err, c.want)
		}
		for end := range c.text {
			if _, _, err := remarked(c.text[:end], true); err != nil && strings.Contains(err.Error(), "has no") {
				t.Errorf("%q: %v", c.text[:end], err)
			}
		}
	}
}

func TestARemarkNamesWhatIsNotAField(t *testing.T) {
	cases := []struct {
		text       string
		start, end int
		reason     string
	}{
		{"plce:seo", 0, 4, `there is no field "plce"`},
		{"금리 기자：홍", 7, 13, `there is no field "기자"`},
		{"a -(plce:x)", 4, 8, `there is no field "plce"`},
		{"@karvik says the harbour is shut", 0, 7, `there is no saved search "karvik"`},
		{"The new kind:of ferry sails", 13, 15, `there is no kind "of"`},
		{strings.Repeat("a", 9000) + ":x", 0, 9000, `there is no field "` + strings.Repeat("a", 20) + `…"`},
	}
	for _, c := range cases {
		for _, typing := range []bool{false, true} {
			_, got, err := remarked(c.text, typing)
			if want := (query.Remark{Start: c.start, End: c.end, Text: c.reason}); err != nil || len(got) != 1 || got[0] != want {
				t.Errorf("%.40q (typing %t): %v, %v, want %v", c.text, typing, got, err, want)
			}
		}
	}
	for _, text := range []string{"plce", "plce:", "plce: x", "10:30", "https://x.kr", "place:seoul", "a)"} {
		if _, got, err := remarked(text, false); len(got) > 0 || err != nil {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestARemarkOfASavedSearchNamesIt(t *testing.T) {
	var got []query.Remark
	o := query.Options{Now: now, Saved: func(string) (string, bool) { return "plce:x", true }, Remark: func(r query.Remark) { got = append(got, r) }}
	n, err := query.Parse("a @mine", o)
	if want := `in the saved search "mine": there is no field "plce"`; err != nil || shape(n) != "and(a plce x)" || len(got) != 1 || got[0].Text != want {
		t.Errorf("%s, %v, %v", shape(n), got, err)
	}
}

func TestOnlyTheSyntaxOfAHeadlineMayBeWords(t *testing.T) {
	cases := []struct{ text, want string }{
		{"Why Kim is NOT going to Karvik", "Why Kim is not going to Karvik"},
		{"Ferry -Karvik line shut for two days ", "Ferry Karvik line shut for two days "},
		{"(a OR b) c d e f", "a or b c d e f"},
		{"rate cut -sports", ""},
		{"Ferry of Karvik sails to Ostmere", ""},
		{"kind:lead rate cut in Ostmere -sports", ""},
		{"@rates rate cut in Ostmere -sports", ""},
		{"rate* cut in big Ostmere -sports", ""},
		{"rate~ cut in big Ostmere -sports", ""},
	}
	for _, c := range cases {
		words, ok := query.Pasted(c.text)
		if ok != (c.want != "") || ok && words != c.want {
			t.Errorf("%q: %q, %t, want %q", c.text, words, ok, c.want)
		}
	}
}

func TestATildeAsksForNearForms(t *testing.T) {
	cases := []struct{ text, want string }{
		{"harbor~", "harbor/near"},
		{"title:harbor~", "harbor/near/title"},
		{"-har~bor～", "not(har~bor/near)"},
		{`"rate cut"~5`, "“rate cut”/within5"},
		{`"rate cut"~`, "“rate cut”"},
		{`"rate cut"~0 a`, "and(“rate cut” ~0 a)"},
		{`"rate cut"～１２ a`, "and(“rate cut”/within12 a)"},
		{"path:a~ place:b~", "and(path=a~ place=b~)"},
		{"~ a ~~", "a"},
		{"OR~", "OR/near"},
	}
	for _, c := range cases {
		for _, typing := range []bool{false, true} {
			got, _, err := remarked(c.text+" ", typing)
			if got != c.want || err != nil {
				t.Errorf("%q (typing %t): %s, %v, want %s", c.text, typing, got, err, c.want)
			}
		}
	}
}
