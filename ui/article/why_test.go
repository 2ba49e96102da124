package article

import (
	"strings"
	"testing"

	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/ui/intent"
)

func TestWhySaysWhyALinkIsThere(t *testing.T) {
	p := open(3, 80, 30)
	if got := p.Why(); got != (intent.Say{Text: "No link is selected: Tab selects one."}) {
		t.Errorf("without a link: %#v", got)
	}
	p.around.Links[0].Match = link.Close
	p.around.Links[0].Targets[0].Headline.Title = "Gale keeps ferry at its pier"
	for _, want := range []intent.Intent{
		intent.Say{Text: "reworded: Gale keeps ferry at its pier"}, intent.Cites{From: "cites", To: p.ID()},
	} {
		press(p, "tab")
		if p.Link() == 2 {
			press(p, "tab")
		}
		if got := p.Why(); got != want {
			t.Errorf("link %d: %#v, want %#v", p.Link(), got, want)
		}
	}
}

func TestWhyListsTheOtherTargetsAndHidesThem(t *testing.T) {
	p := open(3, 80, 30)
	for i := range 6 {
		p.around.Links[1].Targets = append(p.around.Links[1].Targets, story.Row{ID: story.ID(rune('m' + i)), Headline: story.Headline{Text: "Mooring", Title: "Mooring"}})
	}
	p.build()
	p.lay()
	press(p, "tab", "tab")
	before := screen(p)
	if !strings.Contains(before, "+3") || strings.Contains(before, " or ") {
		t.Fatalf("before:\n%s", before)
	}
	if in, ok := p.Why().(intent.Say); !ok || !strings.HasPrefix(in.Text, "first of 4: ") || p.Link() != 2 || strings.Count(screen(p), " or ") != 3 {
		t.Errorf("after: %#v, link %d\n%s", in, p.Link(), screen(p))
	}
	press(p, "tab")
	if got := press(p, "enter"); got != (intent.Follow{ID: "t1.1"}) || p.Why() != (intent.Say{Text: "matches that related headline as well"}) {
		t.Errorf("the first of the others: %#v, %#v", got, p.Why())
	}
	press(p, "shift+tab")
	if p.Why(); strings.Contains(screen(p), " or ") || p.Link() != 2 {
		t.Errorf("a second time, link %d:\n%s", p.Link(), screen(p))
	}
}

func TestWhyExplainsABanner(t *testing.T) {
	p := open(3, 80, 30)
	p.around.Notices.By = []story.Row{{ID: "kill", Headline: story.Headline{Text: "(KILL) Ferry story", Title: "Ferry story", Kind: story.Kill}}}
	p.build()
	p.lay()
	press(p, "g", "tab")
	if got := p.Why(); got != (intent.Say{Text: "a correction or kill: (KILL) Ferry story"}) {
		t.Errorf("the banner: %#v", got)
	}
}
