package article

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
)

// noticeRow returns the row of a correction or kill.
func noticeRow(id string, kind story.Kind) story.Row {
	return story.Row{ID: story.ID(id), Headline: story.Headline{Text: "Text of " + id, Title: "Notice " + id, Kind: kind}, Date: story.Date{Year: 2024, Month: 10, Day: 4}}
}

func TestBannersStandAboveTheTextAndAreLinks(t *testing.T) {
	st, a := ferry(3)
	kill, fix, other := noticeRow("kill", story.Kill), noticeRow("fix", story.Correction), noticeRow("other", story.Kill)
	other.Date.Year = 2025
	a.Notices = feed.Notices{By: []story.Row{kill, fix}}
	a.Links[0].Correction, a.Links[1].Correction = &other, &kill
	want := []string{"KILLED: Notice kill · 4 Oct", "CORRECTED: Notice fix · 4 Oct", "lists KILLED: Notice other · 4 Oct 2025"}
	if got := Banners(st, &a); !slices.Equal(got, want) {
		t.Errorf("the banners are %q, want %q", got, want)
	}
	p := open(3, 80, 40)
	p.Show(story.Row{}, st, a, feed.Place{})
	at := strings.Index(screen(p), "Paragraph 1")
	for _, text := range []string{"KILLED: Notice kill", "CORRECTED: Notice fix", "lists KILLED: Notice other"} {
		if i := strings.Index(screen(p), text); i < 0 || i > at {
			t.Errorf("%q does not stand above the text:\n%s", text, screen(p))
		}
	}
	press(p, "tab", "tab")
	if in, ok := press(p, "enter").(intent.Follow); !ok || in.ID != "fix" {
		t.Errorf("the second banner leads to %+v", in)
	}
	if in, ok := press(p, "1").(intent.Follow); !ok || in.ID != "t0.0" {
		t.Errorf("the first related headline leads to %+v", in)
	}
}

func TestANoticeSaysWhatItIsAbout(t *testing.T) {
	for kind, want := range map[story.Kind]string{story.Correction: "Corrects: Notice x · 4 Oct", story.Kill: "Kills: Notice x · 4 Oct"} {
		st := &story.Story{Headline: story.Headline{Kind: kind}, Date: story.Date{Year: 2024}}
		if got := Banners(st, &Around{Notices: feed.Notices{About: []story.Row{noticeRow("x", story.Plain)}}}); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}

func TestBannersAboutListedStoriesAreFew(t *testing.T) {
	a := Around{Notices: feed.Notices{By: []story.Row{noticeRow("own", story.Kill)}}}
	for i := range 40 {
		r := noticeRow(strconv.Itoa(i), story.Correction)
		a.Links = append(a.Links, feed.Link{Correction: &r}, feed.Link{Correction: &r})
	}
	if n := len(Banners(&story.Story{}, &a)); n != 1+maxBanners {
		t.Errorf("%d banners", n)
	}
}
