package label

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/locale"
	"dateline/feed/story"
)

func TestLabels(t *testing.T) {
	tests := []struct {
		kind        story.Kind
		take        story.Take
		problem     string
		short, long string
	}{
		{story.Plain, 1, "", "", ""},
		{story.Urgent, 0, "", "URG", "URGENT"},
		{story.Lead, 2, "", "LEAD", "LEAD"},
		{story.Lead, 3, "", "2LD", "2nd LD"},
		{story.Lead, 12, "", "11LD", "11th LD"},
		{story.Feature, 1, "", "feat", "feature"},
		{story.Interview, 1, "", "intv", "interview"},
		{story.Correction, 3, "", "CORR", "CORR"},
		{story.Kill, 1, "", "KILL", "KILL"},
		{story.Plain, 1, story.Binary, "binary", "binary"},
	}
	for _, tt := range tests {
		r := story.Row{Headline: story.Headline{Kind: tt.kind, Take: tt.take}, Problem: tt.problem}
		if short, long := Short(&r), Long(&r); short != tt.short || long != tt.long {
			t.Errorf("%s, take %d: %q and %q, want %q and %q", tt.kind, tt.take, short, long, tt.short, tt.long)
		}
	}
}

func TestUrgentStoriesCorrectionsAndKillsAreAlerts(t *testing.T) {
	for kind, want := range map[story.Kind]bool{story.Correction: true, story.Kill: true, story.Feature: false, story.Plain: false} {
		if got := Alert(&story.Row{Headline: story.Headline{Kind: kind, Take: 1}}); got != want {
			t.Errorf("%s: %v", kind, got)
		}
	}
	if !Alert(&story.Row{Headline: story.Headline{Kind: story.Urgent, Take: story.TakeUrgent}}) {
		t.Error("an urgent line is no alert")
	}
}

func TestLabelsAreNarrowInEveryLanguage(t *testing.T) {
	t.Cleanup(func() { locale.Use(locale.English) })
	for _, language := range locale.Languages() {
		locale.Use(language)
		for kind := range short {
			for _, take := range []story.Take{story.TakeUrgent, story.TakeFirst, story.TakeLead, 3} {
				if s := Short(&story.Row{Headline: story.Headline{Kind: kind, Take: take}}); s == "" || ansi.StringWidth(s) > 6 {
					t.Errorf("%s: %s, take %d: %q", language, kind, take, s)
				}
			}
		}
	}
}
