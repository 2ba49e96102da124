package reason

import (
	"testing"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/takes"
)

func TestMatchExplainsEachMatch(t *testing.T) {
	for match, want := range map[link.Match]string{
		link.None: "not in the archive", link.Exact: "the same headline", link.Normalised: "the same headline, written differently",
		link.Version: "another take: Ferry sails", link.Cut: "cut short: Ferry sails", link.Close: "reworded: Ferry sails",
	} {
		l := &feed.Link{Match: match}
		if match != link.None {
			l.Targets = []story.Row{{Headline: story.Headline{Title: "Ferry sails"}}}
		}
		if got := Match(l); got != want {
			t.Errorf("%s: %q, want %q", match, got, want)
		}
	}
	l := &feed.Link{Match: link.Exact, Targets: make([]story.Row, 9)}
	if got := Match(l); got != "first of 4: the same headline" || Others(l) != MaxOthers {
		t.Errorf("of several targets: %q", got)
	}
}

func TestMatchSaysWhatALinkNames(t *testing.T) {
	for by, want := range map[link.By]string{
		link.ByUID: "the same identifier", link.ByURL: "the same address", link.ByPath: "the file that the link names", link.ByHeadline: "the same headline",
	} {
		if got := Match(&feed.Link{Match: link.Exact, By: by, Targets: make([]story.Row, 1)}); got != want {
			t.Errorf("%s: %q, want %q", by, got, want)
		}
	}
}

func TestALinkWithoutAHeadlineHasThatOfItsStory(t *testing.T) {
	l := &feed.Link{Related: story.Related{Headline: story.Headline{Text: "a@skarn.example", Title: "a@skarn.example"}, Target: story.Target{UID: "a@skarn.example"}}}
	if got := Title(&l.Related, l); got != "a@skarn.example" {
		t.Errorf("%q", got)
	}
	l.Targets = []story.Row{{Headline: story.Headline{Title: "Ferry sails"}}}
	if got := Title(&l.Related, l); got != "Ferry sails" {
		t.Errorf("%q", got)
	}
	if l.Related.Text, l.Related.Title = "Pier", "Pier"; Title(&l.Related, l) != "Pier" {
		t.Errorf("%q", Title(&l.Related, l))
	}
}

func TestAlikeNamesTheSharedWords(t *testing.T) {
	if got := Alike(&feed.Alike{Words: []string{"harbour", "strike"}}); got != "shares harbour, strike" {
		t.Errorf("%q", got)
	}
}

func TestTakeExplainsEachReason(t *testing.T) {
	for why, want := range map[takes.Why]string{
		"": "the first take", takes.Copy: "the same text", takes.Number: "the same number", takes.Slug: "the same slug",
		takes.Headline: "the same headline", takes.Correction: "a correction", takes.Flash: "the flash says the same",
		takes.UID: "the same identifier", takes.URL: "the same address", takes.Made: "one was made from the other",
		takes.Recast: "a note says that the headline changed", takes.Text: "much of the text is the same",
		takes.Kill: "a kill of the other takes", takes.Joined: "joined by hand",
	} {
		if got := Take(&feed.Take{Why: why}); got != want {
			t.Errorf("%q: %q, want %q", why, got, want)
		}
	}
}
