package around

import (
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/takes"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// full returns a page with an entry in every section.
func full() *Page {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Visited = func(id story.ID) bool { return id == "s" }
	p.Resize(90, 30)
	st := &story.Story{ID: "a", Headline: story.Headline{Text: "Ferry sails", Title: "Ferry sails"}, Date: story.Date{Year: 2024, Month: 10, Day: 3}}
	st.Byline.Names, st.Dateline.Places, st.Dateline.Agency = []string{"Ana Ruiz"}, []string{"OSTVIK", "TOLVIK"}, "Meridian"
	st.Related = []story.Related{{Headline: story.Headline{Title: "Storm over Ostvik"}}, {Headline: story.Headline{Title: "Tug is sold"}}}
	kill := storyRow("k", "Storm story is killed", 1, 4)
	kill.Headline.Kind = story.Kill
	p.Show(st, Stories{
		Links: []feed.Link{{
			Match: link.Exact, Correction: &kill,
			Targets: []story.Row{storyRow("s", "Storm over Ostvik", 1, 2), storyRow("s2", "Storm over Ostvik", 2, 2)},
		}, {Match: link.None}},
		Cited: []story.Row{storyRow("c", "The year in ferries", 1, 9)},
		Takes: []feed.Take{{Row: storyRow("a", "Ferry sails", 1, 2)}, {Row: storyRow("b", "Ferry sails", 2, 3), Why: takes.Slug}},
	})
	own := storyRow("o", "Ferry story corrected", 1, 5)
	p.around.Notices = feed.Notices{By: []story.Row{own}, About: []story.Row{own}}
	p.AddAlike([]feed.Alike{{Row: storyRow("s", "Storm over Ostvik", 1, 2)}, {Row: storyRow("l", "Ferries sail again", 1, 1), Words: []string{"ferries", "Ostvik"}}})
	return p
}

func TestEverySectionIsThereOnce(t *testing.T) {
	text := strings.Join(view(full()), "\n")
	at := 0
	for _, part := range []string{
		"Takes", "Corrected", "! Ferry story corrected", "! Storm story is killed", "KILL", "Related", "+1  ✓", "not in the archive", "Cited by", "Alike", "~ Ferries sail again",
		"Stories", "/ by Ana Ruiz", "/ from OSTVIK", "/ from TOLVIK", "/ of Meridian",
	} {
		i := strings.Index(text[at:], part)
		if i < 0 {
			t.Fatalf("%q is not where it should be:\n%s", part, text)
		}
		at += i
	}
	if strings.Count(text, "Storm over Ostvik") != 1 {
		t.Errorf("a related story is listed as alike as well:\n%s", text)
	}
}

func TestWSaysWhyAnEntryIsThere(t *testing.T) {
	p := full()
	for _, want := range []intent.Intent{
		intent.Say{Text: "the take on the screen"}, intent.Say{Text: "the same slug"}, intent.Say{Text: "corrects or kills this story or a take of it"}, intent.Say{Text: "about related headline 1"}, intent.Say{Text: "first of 2: the same headline"},
		intent.Say{Text: "matches headline 1 as well"}, // listed by the press of w before
		intent.Say{Text: "listed by this story; Enter searches its words"}, intent.Cites{From: "c", To: "a"},
		intent.Say{Text: "shares ferries, Ostvik"}, intent.Say{Text: `Enter searches for by:"Ana Ruiz"`},
	} {
		if got := p.Update(page.Key("w")); got != want {
			t.Errorf("entry %d: %#v, want %#v", p.cursor, got, want)
		}
		p.Update(page.Key("j"))
	}
	if got := p.Update(page.Key("enter")); got != (intent.SearchFor{Text: `place:"OSTVIK"`}) {
		t.Errorf("Enter on a place: %#v", got)
	}
	for _, key := range []string{"g", "tab", "tab"} {
		p.Update(page.Key(key))
	}
	if p.Update(page.Key("w")); strings.Contains(strings.Join(view(p), "\n"), " or ") {
		t.Error("a second w does not hide the other targets")
	}
}
