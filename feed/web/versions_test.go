package web_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/story"
	"dateline/feed/web"
)

// versions returns a story as a feed, a page and an agency have it, and another one.
func versions() []*story.Story {
	text := func(s *story.Story, text string) *story.Story {
		s.Body = []story.Block{{Kind: story.Paragraph, N: 1, Text: text}}
		return s
	}
	const sails = "The harbor ferry sailed at dawn on Friday with forty people on board."
	feed := text(catalogtest.Story("feed.xml#1", "Ferry sails", march(3), 1), "The harbor ferry sailed at dawn on Friday.")
	feed.URLs = []string{"skarn.example/ferry"}
	page := text(catalogtest.Story("page.html", "Ferry sails - Meridian", march(4), 1), sails)
	page.URLs, page.UIDs = []string{"skarn.example/ferry"}, []string{"urn:ferry"}
	item := text(catalogtest.Story("item.json", "Boat leaves the harbor", march(20), 1), "Nothing in this text is like that of the others, which is odd.")
	item.UIDs = []string{"urn:ferry"}
	next := text(catalogtest.Story("next.json", "Boat comes back", march(28), 1), "What came of it is told here in quite other words, with care.")
	next.UIDs, next.Replaces = []string{"urn:next"}, "urn:ferry"
	other := text(catalogtest.Story("other.html", "Pier opens", march(3), 1), "A new pier was opened by the mayor of the old town.")
	other.URLs = []string{"skarn.example/pier"}
	return []*story.Story{feed, page, item, next, other}
}

// groups returns the paths of the takes of each of stories.
func groups(t *testing.T, c *catalog.Catalog, stories []*story.Story) string {
	t.Helper()
	var lines []string
	for _, s := range stories {
		all, err := web.Takes(t.Context(), c, s)
		if err != nil {
			t.Fatal(err)
		}
		l := s.Path + ":"
		for _, take := range all {
			l = strings.Join([]string{l, take.Row.Path}, " ")
		}
		lines = append(lines, l)
	}
	return strings.Join(lines, "\n")
}

func TestVersionsAreTakesOfOneStoryWhateverTheOrderOfFiles(t *testing.T) {
	stories := versions()
	const four = "feed.xml#1 page.html item.json next.json"
	want := fmt.Sprintf("feed.xml#1: %[1]s\npage.html: %[1]s\nitem.json: %[1]s\nnext.json: %[1]s\nother.html: other.html", four)
	r := rand.New(rand.NewPCG(1, 2))
	for range 12 {
		c, _ := catalogtest.Open(t)
		for _, i := range r.Perm(len(stories)) {
			catalogtest.Put(t, c, catalogtest.FileOf(stories[i]))
		}
		if got := groups(t, c, stories); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
		if _, err := c.Remove(t.Context(), []string{"page.html"}); err != nil {
			t.Fatal(err)
		}
		if got := groups(t, c, stories[:1]); got != "feed.xml#1: feed.xml#1" {
			t.Errorf("without the page: %s", got)
		}
		if got := groups(t, c, stories[2:3]); got != "item.json: item.json next.json" {
			t.Errorf("without the page: %s", got)
		}
	}
}

func TestAVersionThatGoesLeavesTheOthersTogether(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var paths []string
	for i := range 12 {
		s := catalogtest.Story(fmt.Sprintf("%02d.json", i), fmt.Sprint("Boat number ", i), march(1+2*i), 1)
		s.UIDs = []string{"urn:ferry"}
		catalogtest.Put(t, c, catalogtest.FileOf(s))
		paths = append(paths, s.Path)
	}
	if _, err := c.Remove(t.Context(), paths[4:9]); err != nil {
		t.Fatal(err)
	}
	last := catalogtest.Story(paths[11], "Boat number 11", march(23), 1)
	all, err := web.Takes(t.Context(), c, last)
	if want := slices.Concat(paths[:4], paths[9:]); err != nil || len(all) != len(want) {
		t.Errorf("%d takes, %v; want %d", len(all), err, len(want))
	}
}
