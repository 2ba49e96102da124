package feed_test

import (
	"fmt"
	"slices"
	"testing"

	"dateline/feed"
	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// linked returns a store of a small archive with every kind of link.
func linked(t *testing.T) *feed.Store {
	t.Helper()
	root := folder(t, map[string]string{
		"2031/03/14/1-urgent.txt": copyOf("(URGENT) Fire breaks out at Port Ellery cannery", "A fire broke out."),
		"2031/03/14/2-first.txt":  copyOf("Fire breaks out at Port Ellery cannery", "A fire broke out at noon.", "Harbor council to vote on cannery lease next week"),
		"2031/03/14/3-lead.txt":   copyOf("(LEAD) Fire at Port Ellery cannery injures 2", "Two were hurt."),
		"2031/03/14/4-second.txt": copyOf("(2nd LD) Fire at Port Ellery cannery injures 5", "Five were hurt."),
		"2031/03/15/correct.txt":  copyOf("(CORRECTED) Fire at Port Ellery cannery injures 5", "Four were hurt."),
		"2031/03/14/council.txt": copyOf("Harbor council to vote on cannery lease next week", "The council votes on Monday.",
			"(LEAD) Fire at Port Ellery cannery injures 2",
			"Fire breaks out at Port Ellery cannery",
			"N.K. cannery ‘reopens’ after repair",
			"(3rd LD) Fire breaks out at Port Ellery cannery",
			"Lighthouse keeper of Marlow Bay honored for...",
			"Marlow Bay bakers protest the rising price of flour",
			"Nobody wrote this story",
			"Harbor council to vote on cannery lease next week",
		),
		"2031/03/13/nk.txt":         copyOf("North Korea cannery 'reopens' after repair", "It reopened."),
		"2031/03/12/lighthouse.txt": copyOf("Lighthouse keeper of Marlow Bay honored for storm rescue", "She was honored."),
		"2031/03/13/bakers.txt":     copyOf("Marlow Bay bakers protested rising price of flour", "They protested."),
	})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	return s
}

func TestRelatedHeadlinesAreResolvedInOrder(t *testing.T) {
	s := linked(t)
	got := links(t, s, find(t, s, "2031/03/14/council.txt"))
	want := []struct {
		match link.Match
		path  string
	}{
		{link.Exact, "2031/03/14/3-lead.txt"},
		{link.Exact, "2031/03/14/2-first.txt"},
		{link.Normalised, "2031/03/13/nk.txt"},
		{link.Version, "2031/03/14/2-first.txt"},
		{link.Cut, "2031/03/12/lighthouse.txt"},
		{link.Close, "2031/03/13/bakers.txt"},
		{link.None, ""},
		{link.None, ""},
	}
	if len(got) != len(want) {
		t.Fatalf("%d links", len(got))
	}
	for i, l := range got {
		path := ""
		if len(l.Targets) > 0 {
			path = l.Targets[0].Path
		}
		if l.Match != want[i].match || path != want[i].path || len(l.Targets) > 1 {
			t.Errorf("%q is %s %v, want %s %s", l.Related.Text, l.Match, paths(l.Targets), want[i].match, want[i].path)
		}
	}
	if c := got[0].Correction; c == nil || c.Path != "2031/03/15/correct.txt" {
		t.Errorf("the correction of the fire is %+v", c)
	}
	if c := got[2].Correction; c != nil {
		t.Errorf("%s has no correction, but the link has %s", got[2].Related.Text, c.Path)
	}
}

func TestRelatedHeadlinesInOtherSpellingsAreFound(t *testing.T) {
	titles := [][2]string{
		{"스카른항 요금동결 검토", "스카른항 요금 동결 검토"},
		{"Köhler führt die Fähre", "Koehler fuehrt die Faehre"},
		{"燈塔發現裂縫", "灯塔发现裂缝"},
		{"灯台の補修工事始まる＝スカーン港", "灯台の補修工事始まる"},
	}
	files := map[string]string{}
	for i, p := range titles {
		files[fmt.Sprintf("2031/03/14/%d.txt", i)] = copyOf(p[0], "It is so.", titles[(i+1)%len(titles)][1])
	}
	s := open(t, source(t, folder(t, files)), dirs(t))
	scan(t, s)
	for i := range titles {
		l := links(t, s, find(t, s, fmt.Sprintf("2031/03/14/%d.txt", i)))
		want := fmt.Sprintf("2031/03/14/%d.txt", (i+1)%len(titles))
		if len(l) != 1 || len(l[0].Targets) == 0 || l[0].Targets[0].Path != want {
			t.Errorf("%q leads to %s %v, want %s", l[0].Related.Text, l[0].Match, paths(l[0].Targets), want)
		}
	}
}

func TestCitedByReturnsTheStoriesThatLeadToOne(t *testing.T) {
	s := linked(t)
	for path, want := range map[string][]string{
		"2031/03/14/3-lead.txt":     {"2031/03/14/council.txt"},
		"2031/03/14/2-first.txt":    {"2031/03/14/council.txt"},
		"2031/03/13/nk.txt":         {"2031/03/14/council.txt"},
		"2031/03/12/lighthouse.txt": {"2031/03/14/council.txt"},
		"2031/03/13/bakers.txt":     {"2031/03/14/council.txt"},
		"2031/03/14/council.txt":    {"2031/03/14/2-first.txt"},
		"2031/03/14/1-urgent.txt":   {},
	} {
		rows, err := s.CitedBy(t.Context(), find(t, s, path))
		if got := paths(rows); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s is cited by %v, %v, want %v", path, got, err, want)
		}
	}
}

func TestCitedByIsTheInverseOfRelated(t *testing.T) {
	s := desk(t, 400)
	type arc struct{ from, to story.ID }
	var forward, back []arc
	for _, r := range all(t, s) {
		for _, l := range links(t, s, r.ID) {
			for _, target := range l.Targets {
				if a := (arc{r.ID, target.ID}); !slices.Contains(forward, a) {
					forward = append(forward, a)
				}
			}
		}
		citers, err := s.CitedBy(t.Context(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range citers {
			back = append(back, arc{c.ID, r.ID})
		}
	}
	if len(forward) < 400 {
		t.Errorf("only %d links", len(forward))
	}
	for _, a := range forward {
		if !slices.Contains(back, a) {
			t.Errorf("%s leads to %s, but CitedBy does not return it", a.from, a.to)
		}
	}
	for _, a := range back {
		if !slices.Contains(forward, a) {
			t.Errorf("CitedBy of %s returns %s, which does not lead to it", a.to, a.from)
		}
	}
}

func TestTakesAreAllVersionsOldestFirst(t *testing.T) {
	s := linked(t)
	want := []string{
		"2031/03/14/1-urgent.txt", "2031/03/14/2-first.txt", "2031/03/14/3-lead.txt", "2031/03/14/4-second.txt",
		"2031/03/15/correct.txt",
	}
	for _, path := range want {
		st, err := s.Story(t.Context(), find(t, s, path))
		if err != nil {
			t.Fatal(err)
		}
		takes, err := s.Takes(t.Context(), st)
		if got := paths(catalog.Rows(takes)); err != nil || !slices.Equal(got, want) {
			t.Errorf("takes of %s: %v, %v", path, got, err)
		}
	}
	st, err := s.Story(t.Context(), find(t, s, "2031/03/13/nk.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if takes, err := s.Takes(t.Context(), st); err != nil || len(takes) != 1 || takes[0].Why != "" {
		t.Errorf("takes of a story with one take: %v, %v", takes, err)
	}
}

func TestAStoryThatArrivesLaterResolvesALink(t *testing.T) {
	root := folder(t, map[string]string{
		"2031/03/14/a.txt": copyOf("Council meets", "It met.", "Ferry resumes service"),
	})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	id := find(t, s, "2031/03/14/a.txt")
	if l := links(t, s, id); l[0].Match != link.None {
		t.Errorf("%s before the story arrives", l[0].Match)
	}
	write(t, root, "2031/03/15/b.txt", copyOf("Ferry resumes service", "The ferry sails again."))
	scan(t, s)
	if l := links(t, s, id); l[0].Match != link.Exact {
		t.Errorf("%s after the story arrives", l[0].Match)
	}
	rows, err := s.CitedBy(t.Context(), find(t, s, "2031/03/15/b.txt"))
	if err != nil || len(rows) != 1 {
		t.Errorf("cited by %v, %v", paths(rows), err)
	}
}

func TestALinkToAFileThatIsNoStoryLeadsToItsRow(t *testing.T) {
	root := folder(t, map[string]string{
		"a/ferry.md": "---\ntitle: Ferry sails\n---\nIt sails, as the [plan](plan.pdf) says.\n",
		"a/b.html":   "<html><head><title>Pier opens</title></head><body><article><h1>Pier opens</h1><p>It opens, as the <a href='plan.pdf'>plan of the port</a> says.</p></article></body></html>",
		"a/plan.pdf": "%PDF-1.4\n",
	})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	for _, path := range []string{"a/ferry.md", "a/b.html"} {
		st, err := s.Story(t.Context(), find(t, s, path))
		if err != nil {
			t.Fatal(err)
		}
		links, err := s.Related(t.Context(), st)
		if err != nil || len(links) != 1 || len(links[0].Targets) != 1 || links[0].Targets[0].Path != "a/plan.pdf" {
			t.Errorf("%s: %+v, %v", path, links, err)
		}
	}
}
