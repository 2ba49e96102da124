package article

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/prose"
)

// linked returns a story whose second and third paragraph have links, of which the first leads
// into the archive and the last nowhere.
func linked() (*story.Story, Around) {
	related := func(text, address string, line int) story.Related {
		return story.Related{Headline: story.Headline{Text: text, Title: text, Span: story.Span{First: line}}, Target: story.Target{Path: text}, Address: address, Section: story.InText}
	}
	st := &story.Story{
		ID: "x", Headline: story.Headline{Text: "Ferry", Title: "Ferry"},
		Body: []story.Block{
			{Kind: story.Paragraph, N: 1, Text: "The tolls rise.", Span: story.Span{First: 3, Last: 3}},
			{Kind: story.Paragraph, N: 2, Text: "Talks on untolls, tolls and the talks went on, desk@quay.example says.", Span: story.Span{First: 5, Last: 6}},
			{Kind: story.Paragraph, N: 3, Text: "See https://quay.example/a and the pier.", Span: story.Span{First: 8, Last: 8}},
		},
		Related: []story.Related{
			related("the pier", "", 8), related("tolls", "", 5), related("talks", "https://quay.example/talks", 6), related("boats", "https://quay.example/boats", 8),
		},
	}
	return st, Around{Links: []feed.Link{{}, {Targets: []story.Row{{ID: "tolls"}}}, {}, {}}}
}

func TestLinksAreSelectedWhereTheyStandInTheText(t *testing.T) {
	st, around := linked()
	p := open(1, 80, 60)
	p.Show(story.Row{ID: "x"}, st, around, feed.Place{})
	for i, want := range []struct {
		text  string
		enter intent.Intent
		o     intent.Intent
	}{
		{"tolls", intent.Follow{ID: "tolls"}, intent.Say{Text: "That link leads into the archive: Enter follows it."}},
		{"talks", missing("https://quay.example/talks"), outside("https://quay.example/talks")},
		{"desk@quay.example", missing("mailto:desk@quay.example"), outside("mailto:desk@quay.example")},
		{"https://quay.example/a", missing("https://quay.example/a"), outside("https://quay.example/a")},
		{"tolls", intent.Follow{ID: "tolls"}, intent.Say{Text: "That link leads into the archive: Enter follows it."}}, // in the list
		{"boats", missing("https://quay.example/boats"), outside("https://quay.example/boats")},                        // in the list only
	} {
		if press(p, "tab"); p.Link() != i+1 || p.selected().headline != want.text {
			t.Errorf("Tab selects link %d, %q, want %q", p.Link(), p.selected().headline, want.text)
		}
		if got := press(p, "enter"); got != want.enter {
			t.Errorf("%s: Enter asks for %#v, want %#v", want.text, got, want.enter)
		}
		if got := press(p, "o"); got != want.o {
			t.Errorf("%s: o asks for %#v, want %#v", want.text, got, want.o)
		}
		if p.Why() == nil {
			t.Errorf("%s: w says nothing", want.text)
		}
	}
	if press(p, "tab"); p.Link() != 6 {
		t.Errorf("after the last link Tab selects %d", p.Link())
	}
	if got := press(p, "3"); got != missing("https://quay.example/talks") || p.Link() != 2 {
		t.Errorf("3 asks for %#v and selects link %d", got, p.Link())
	}
	var marked []string
	for i, it := range p.items {
		for _, a := range it.Anchors {
			marked = append(marked, fmt.Sprint(p.items[i].Block, " ", it.Text[a.Start:a.End], " ", a.Start))
		}
	}
	if got, want := strings.Join(marked, ", "), "2 tolls 18, 2 talks 32, 2 desk@quay.example 47, 3 https://quay.example/a 4"; got != want {
		t.Errorf("marked are %s, want %s", got, want)
	}
}

func missing(address string) intent.Intent {
	return intent.Say{Text: "Not in this archive; o opens " + address}
}

func outside(address string) intent.Intent {
	return intent.OpenOutside{ID: "x", Address: address}
}

func TestTheSelectedLinkStaysInTheTextWhenLinksAreFound(t *testing.T) {
	st, around := linked()
	p := open(1, 80, 60)
	p.Show(story.Row{ID: "x"}, st, Around{Pending: true}, feed.Place{})
	press(p, "tab") // talks: where tolls leads is not known yet
	p.Complete(around, feed.Place{})
	if got := p.selected(); got.headline != "talks" || !got.inText || p.Link() != 2 {
		t.Errorf("link %d is selected: %+v", p.Link(), got)
	}
}

func TestOWithoutALinkOpensTheStory(t *testing.T) {
	p := open(1, 80, 60)
	p.Hide()
	if got := press(p, "o"); got != nil {
		t.Errorf("without a story o asks for %#v", got)
	}
	st, around := linked()
	p.Show(story.Row{ID: "x"}, st, around, feed.Place{})
	if got := press(p, "o"); got != (intent.OpenOutside{ID: "x"}) {
		t.Errorf("o asks for %#v", got)
	}
}

func TestATextOfALinkIsFoundOnItsLineInTheOrderOfLinks(t *testing.T) {
	body := []story.Block{
		{Text: "here and here", Span: story.Span{First: 1, Last: 1}},
		{Text: "there, here", Span: story.Span{First: 1, Last: 1}},
		{Text: "여기에서 here", Span: story.Span{First: 4, Last: 6}},
	}
	s := linkSearch{body: body, left: mostSearched}
	for _, tt := range []struct {
		text string
		line int
		want string
	}{
		{"there", 0, "1 0 true"}, {"here", 0, "1 7 true"}, {"and", 0, "0 0 false"},
		{"here", 1, "0 0 true"}, {"here", 1, "0 9 true"}, {"er", 1, "0 0 false"}, {"", 1, "0 0 false"}, {"여기", 5, "2 0 true"}, {"here", 7, "0 0 false"},
	} {
		block, start, ok := s.find(tt.text, tt.line)
		if got := fmt.Sprint(block, start, ok); got != tt.want {
			t.Errorf("%q on line %d: %s, want %s", tt.text, tt.line, got, tt.want)
		}
	}
}

func TestTheSearchForLinksIsBounded(t *testing.T) {
	st := &story.Story{ID: "x", Headline: story.Headline{Text: "Ferry"}}
	for range 1000 {
		st.Body = append(st.Body, story.Block{Kind: story.Paragraph, Text: strings.Repeat("tide ", 2000)})
		st.Related = append(st.Related, story.Related{Headline: story.Headline{Text: "tides"}, Address: "https://quay.example/a", Section: story.InText})
	}
	s := linkSearch{body: st.Body, left: mostSearched}
	for i := range st.Related {
		s.find(st.Related[i].Text, 0)
	}
	if most := len(st.Body[0].Text); s.left > 0 || s.left < -most {
		t.Errorf("%d bytes are left to search", s.left)
	}
	b := builder{st: st, related: make([]int, 1000), page: &Page{}}
	if got := b.textLinks(); len(got) > 0 {
		t.Errorf("%d blocks have links", len(got))
	}
}

func TestAddressesInTheTextAreNotFollowedTwice(t *testing.T) {
	st := &story.Story{ID: "x", Body: []story.Block{{Kind: story.Paragraph, N: 1, Text: "See https://quay.example/a.", Span: story.Span{First: 1, Last: 1}}}}
	st.Related = []story.Related{{Headline: story.Headline{Text: "https://quay.example/a", Span: story.Span{First: 1}}, Target: story.Target{URL: "quay.example/a"}, Address: "https://quay.example/a", Section: story.InText}}
	p := open(1, 80, 60)
	p.Show(story.Row{ID: "x"}, st, Around{Links: make([]feed.Link, 1)}, feed.Place{})
	if len(p.targets) != 1 || len(p.items) < 2 {
		t.Errorf("%d links: %+v", len(p.targets), p.targets)
	}
	if it := p.items[len(p.items)-1]; it.Role == prose.Dead && it.Link != 0 {
		t.Error("the list repeats the link of the text")
	}
}
