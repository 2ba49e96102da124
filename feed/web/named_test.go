package web_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/web"
)

// day returns a day of March 2031.
func march(n int) story.Date {
	return story.Date{Year: 2031, Month: 3, Day: n, From: story.FromMetadata}
}

// linked returns stories with identifiers, addresses and links of every kind.
func linked() []*story.Story {
	to := func(s *story.Story, text string, t story.Target) {
		s.Related = append(s.Related, story.Related{Headline: story.Headline{Text: text, Title: text, Kind: story.Plain, Take: 1}, Target: t})
	}
	ferry := catalogtest.Story("a/ferry.md", "Ferry sails at dawn", march(14), 1)
	ferry.UIDs, ferry.URLs = []string{"urn:ferry"}, []string{"quay.example/ferry", "quay.example/f"}
	pier := catalogtest.Story("a/pier.html", "Pier opens to walkers", march(15), 1)
	pier.URLs = []string{"quay.example/pier"}
	again := catalogtest.Story("b/ferry.md", "Ferry sails at noon", march(16), 1)
	again.UIDs = []string{"urn:ferry"}
	hub := catalogtest.Story("hub.md", "Week in Skarn", march(17), 1)
	to(hub, "one", story.Target{UID: "urn:ferry"})
	to(hub, "two", story.Target{URL: "quay.example/f"})
	to(hub, "three", story.Target{Path: "a/pier"})
	to(hub, "four", story.Target{Name: "ferry"})
	to(hub, "five", story.Target{UID: "urn:none", URL: "quay.example/pier"})
	to(hub, "Pier opens to walkers", story.Target{Path: "c/none.md"})
	to(hub, "Nowhere to be seen", story.Target{URL: "quay.example/none", Path: "none.md"})
	wire := catalogtest.Story("wire.txt", "Harbor closes", march(14), 1)
	other := catalogtest.Story("b/note.md", "Notes of a clerk", march(14), 1)
	to(other, "ferry", story.Target{Name: "ferry"})
	to(other, "harbor", story.Target{Path: "wire.txt"})
	to(other, "gone", story.Target{URL: "quay.example/none"})
	to(other, "self", story.Target{Path: "b/note.md"})
	return []*story.Story{ferry, pier, again, hub, wire, other}
}

// leads returns where the links of stories lead, a line for each.
func leads(t *testing.T, c *catalog.Catalog, stories []*story.Story) string {
	t.Helper()
	var b strings.Builder
	for _, s := range stories {
		links, err := web.Related(t.Context(), c, s)
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range links {
			_, _ = fmt.Fprintf(&b, "%d in %s: %s %q", i+1, s.Path, l.Match, l.By)
			for _, r := range l.Targets {
				b.WriteString(" " + r.Path)
			}
			b.WriteByte('\n')
		}
		cited, err := web.CitedBy(t.Context(), c, s.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range cited {
			_, _ = fmt.Fprintf(&b, "%s <- %s\n", s.Path, r.Path)
		}
	}
	missing, err := web.Absent(t.Context(), c, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range missing {
		_, _ = fmt.Fprintf(&b, "missing %s %d\n", m.Related.Target.URL, m.Count)
	}
	return b.String()
}

func TestLinksLeadToTheSameStoriesWhateverTheOrderOfFiles(t *testing.T) {
	const want = `a/ferry.md <- hub.md
a/ferry.md <- b/note.md
a/pier.html <- hub.md
b/ferry.md <- hub.md
b/ferry.md <- b/note.md
1 in hub.md: exact "uid" b/ferry.md a/ferry.md
2 in hub.md: exact "url" a/ferry.md
3 in hub.md: exact "path" a/pier.html
4 in hub.md: exact "path" a/ferry.md b/ferry.md
5 in hub.md: exact "url" a/pier.html
6 in hub.md: exact "" a/pier.html
7 in hub.md: none ""
wire.txt <- b/note.md
1 in b/note.md: exact "path" b/ferry.md a/ferry.md
2 in b/note.md: exact "path" wire.txt
3 in b/note.md: none ""
4 in b/note.md: none ""
missing quay.example/none 2
`
	stories := linked()
	r := rand.New(rand.NewPCG(1, 2))
	for range 12 {
		c, _ := catalogtest.Open(t)
		for _, i := range r.Perm(len(stories)) {
			if r.IntN(3) == 0 { // first with a headline, links and names that it loses
				old := *stories[i]
				old.Headline.Text, old.Headline.Title, old.UIDs, old.URLs = "Draft", "Draft", []string{"urn:none"}, []string{"quay.example/none"}
				old.Related = stories[3].Related
				catalogtest.Put(t, c, catalogtest.FileOf(&old))
			}
			catalogtest.Put(t, c, catalogtest.FileOf(stories[i]))
		}
		if got := leads(t, c, stories); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestALinkThatLosesItsStoryIsMissing(t *testing.T) {
	c, _ := catalogtest.Open(t)
	stories := linked()
	for _, s := range stories {
		catalogtest.Put(t, c, catalogtest.FileOf(s))
	}
	if _, err := c.Remove(t.Context(), []string{"a/ferry.md", "b/ferry.md"}); err != nil {
		t.Fatal(err)
	}
	got := leads(t, c, stories[3:4])
	for _, want := range []string{`1 in hub.md: none`, `2 in hub.md: none`, `4 in hub.md: none`, "missing quay.example/f 1"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

// A hostile archive claims one identifier in all of its files, and links from each to all.
func TestManyStoriesWithOneNameAreBounded(t *testing.T) {
	c, _ := catalogtest.Open(t)
	const n = 2000
	var files []fill.File
	for i := range n {
		s := catalogtest.Story(fmt.Sprintf("%d/index.md", i), fmt.Sprint("Story ", i), march(1+i%28), 1)
		s.UIDs, s.URLs = []string{"same"}, []string{"quay.example/same"}
		for _, t := range []story.Target{{UID: "same"}, {URL: "quay.example/same"}, {Name: "index"}, {Path: strconv.Itoa((i + 1) % n)}} {
			s.Related = append(s.Related, story.Related{Headline: story.Headline{Text: "same", Title: "same"}, Target: t})
		}
		files = append(files, catalogtest.FileOf(s))
	}
	catalogtest.Put(t, c, files...)
	st := catalogtest.Story("7/index.md", "Story 7", march(8), 1)
	cited, err := web.CitedBy(t.Context(), c, st.ID)
	if err != nil || len(cited) == 0 || len(cited) > 300 || !slices.ContainsFunc(cited, func(r story.Row) bool { return r.Path == "6/index.md" }) {
		t.Errorf("cited by %d, %v", len(cited), err)
	}
	st.Related = []story.Related{{Headline: story.Headline{Text: "same", Title: "same"}, Target: story.Target{UID: "same"}}}
	links, err := web.Related(t.Context(), c, st)
	if err != nil || links[0].By != link.ByUID || len(links[0].Targets) != 4 {
		t.Errorf("%+v, %v", links, err)
	}
	if _, err := web.Absent(t.Context(), c, 0); err != nil {
		t.Error(err)
	}
}
