package web_test

import (
	"testing"

	"dateline/feed/link"
	"dateline/feed/web"
)

func TestAHeadlineIsMissingIfItLeadsNowhere(t *testing.T) {
	cat, stories := desk(t)
	want := map[string]int{}
	for _, st := range stories {
		links, err := web.Related(t.Context(), cat, st)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, l := range links {
			key := link.Key(l.Related.Title)
			if own := link.Key(st.Headline.Title) == key; l.Match == link.None && !own && !seen[key] {
				want[key]++
				seen[key] = true
			}
		}
	}
	all, err := web.Absent(t.Context(), cat, 0)
	if err != nil || len(all) != len(want) || len(all) < 50 {
		t.Fatalf("%d headlines are missing, want %d, %v", len(all), len(want), err)
	}
	for i, m := range all {
		if n := want[link.Key(m.Related.Title)]; m.Count != n || len(m.By) != min(n, web.MaxCiting) {
			t.Errorf("%q is listed by %d stories, %d are named, want %d", m.Related.Text, m.Count, len(m.By), n)
		}
		if i > 0 && m.Count > all[i-1].Count {
			t.Errorf("%q comes after one that fewer list", m.Related.Text)
		}
	}
	few, err := web.Absent(t.Context(), cat, 10)
	if err != nil || len(few) != 10 {
		t.Fatalf("%d headlines, %v", len(few), err)
	}
	for i := range few {
		if few[i].Related.Text != all[i].Related.Text {
			t.Errorf("of ten, %q is number %d, want %q", few[i].Related.Text, i, all[i].Related.Text)
		}
	}
}
