package feed_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed"
)

func TestAnExplanationSaysWhatEachPartBecame(t *testing.T) {
	s := kin(t)
	if err := s.SaveSearch(t.Context(), "ships", "kestrel OR captain"); err != nil {
		t.Fatal(err)
	}
	e, err := s.Explain(t.Context(), feed.Search{Text: `@ships -(bank OR fog) on:2031-03 foo:people light*`})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range e.Clauses {
		line := []string{c.Text, strings.Join(c.Saved, "")}
		for _, p := range c.Parts {
			if p.Not {
				line = append(line, "not")
			}
			line = append(append(line, p.Kind), p.Forms[:min(1, len(p.Forms))]...)
		}
		got = append(got, strings.Join(line, "|"))
	}
	want := []string{
		"@ships|@ships is kestrel OR captain|word|kestrel|word|captain", "-(bank OR fog)||not|word|bank|not|word|fog",
		"on:2031-03||dates", "foo:people||word|foo|word|people", "light*||word|lighthouse",
	}
	if !slices.Equal(got, want) || e.Clauses[0].Stories != 5 || e.Clauses[1].Stories != 5 || e.Stories != 0 || len(e.Remarks) != 1 {
		t.Errorf("%q, %d and %d stories, %d in all, %v; want %q", got, e.Clauses[0].Stories, e.Clauses[1].Stories, e.Stories, e.Remarks, want)
	}
	if _, err := s.Explain(t.Context(), feed.Search{Text: "kind:x"}); err == nil {
		t.Error("a query with an error is explained")
	}
	e, err = s.Explain(t.Context(), feed.Search{Text: "kest", Typing: true})
	if err != nil || e.Stories != 5 || e.Order != feed.Best || len(e.Clauses) != 1 || e.Clauses[0].Text != "kest*" || e.Clauses[0].Parts[0].Forms[0] != "kestrel" {
		t.Errorf("a typed word: %+v, %v", e, err)
	}
}
