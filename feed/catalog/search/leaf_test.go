package search_test

import (
	"testing"
	"time"

	"dateline/feed/catalog/search"
	"dateline/feed/query"
)

func TestEveryFieldOfTheManualHasItsTerms(t *testing.T) {
	seen := map[query.Field]bool{}
	for _, e := range query.Manual() {
		n, err := query.Parse(e.Form, query.Options{Now: time.Date(2030, 5, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(e.Form, err)
		}
		v, ok := n.(query.Value)
		if !ok {
			continue
		}
		seen[v.Field] = true
		if !search.Knows(v.Field) {
			t.Errorf("%s: the catalog has no terms of that field", e.Form)
		}
	}
	if len(seen) < 6 {
		t.Errorf("the manual has only the fields %v", seen)
	}
}
