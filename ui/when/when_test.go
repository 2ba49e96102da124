package when

import (
	"testing"
	"time"

	"dateline/feed/story"
)

var now = time.Date(2020, 8, 20, 9, 30, 0, 0, time.UTC)

func TestShortIsRelativeIfRecentAndMarksInferredYears(t *testing.T) {
	day := func(y, m, d int, from story.DateFrom) story.Date {
		return story.Date{Year: y, Month: m, Day: d, From: from}
	}
	clock := func(d time.Duration) story.Date {
		at := now.Add(-d)
		return story.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day(), Clock: at, From: story.FromDateline}
	}
	tests := []struct {
		date         story.Date
		short, brief string
	}{
		{day(2020, 8, 20, story.FromDateline), "today", "today"},
		{day(2020, 8, 19, story.FromDateline), "yesterday", "19 Aug"},
		{day(2020, 8, 15, story.FromWeekday), "5 days ago", "~15 Aug"},
		{day(2020, 8, 13, story.FromDateline), "13 Aug 2020", "13 Aug"},
		{day(2019, 8, 13, story.FromWeekday), "13 Aug ~2019", "~13 Aug"},
		{day(2021, 1, 2, story.FromDateline), "2 Jan 2021", "2 Jan"},
		{day(0, 8, 15, story.FromNothing), "15 Aug ~?", "~15 Aug"},
		{story.Date{From: story.FromNothing}, "", ""},
		{clock(5 * time.Minute), "5 min ago", "today"},
		{clock(3 * time.Hour), "3 h ago", "today"},
		{clock(20 * time.Hour), "yesterday", "19 Aug"},
	}
	for _, tt := range tests {
		if got := Short(tt.date, now); got != tt.short || len(got) > 12 {
			t.Errorf("Short(%v) = %q, want %q in 12 cells", tt.date, got, tt.short)
		}
		if got := Brief(tt.date, now); got != tt.brief || len(got) > 7 {
			t.Errorf("Brief(%v) = %q, want %q in 7 cells", tt.date, got, tt.brief)
		}
	}
}

func TestDayLeavesOutUnknownParts(t *testing.T) {
	tests := map[string]story.Date{
		"Saturday, 15 August 2020":  {Year: 2020, Month: 8, Day: 15},
		"15 August, year not known": {Month: 8, Day: 15},
		"No date":                   {},
	}
	for want, d := range tests {
		if got := Day(d); got != want {
			t.Errorf("Day(%v) = %q, want %q", d, got, want)
		}
	}
}

func TestMarkedShowsThatTheYearWasInferred(t *testing.T) {
	d := story.Date{Year: 2020, Month: 8, Day: 15, From: story.FromWeekday}
	if got := Marked(d); got != "Saturday, 15 August ~2020" {
		t.Errorf("inferred: %q", got)
	}
	d.From = story.FromDateline
	if got := Marked(d); got != "Saturday, 15 August 2020" {
		t.Errorf("from the dateline: %q", got)
	}
}

func TestSourceIsEmptyIfTheCopyGivesTheYear(t *testing.T) {
	for _, from := range []story.DateFrom{story.FromText, story.FromName, story.FromWeekday, story.FromMetadata, story.FromModTime} {
		if Source(from) == "" {
			t.Errorf("Source(%s) is empty", from)
		}
	}
	if got := Source(story.FromDateline); got != "" {
		t.Errorf("Source(dateline) = %q", got)
	}
}
