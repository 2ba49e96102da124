package when

import (
	"testing"

	"dateline/feed/story"
)

func TestDatesLeaveOutUnknownParts(t *testing.T) {
	for _, tt := range []struct {
		date                             story.Date
		month, weekday, listed, dayMonth string
	}{
		{story.Date{Year: 2020, Month: 8, Day: 15}, "August 2020", "Sat 15 Aug 2020", "15 Aug 2020", "15 Aug"},
		{story.Date{Year: 2020, Month: 8, Day: 5, From: story.FromWeekday}, "August 2020", "Wed 5 Aug 2020", "5 Aug 2020", "5 Aug"},
		{story.Date{Month: 8, Day: 15}, "August, year not known", "15 Aug", "15 Aug", "15 Aug"},
		{story.Date{}, "No date", "", "", ""},
	} {
		if got := Month(tt.date); got != tt.month {
			t.Errorf("Month(%v) = %q, want %q", tt.date, got, tt.month)
		}
		if got := Weekday(tt.date); got != tt.weekday || len(got) > 15 {
			t.Errorf("Weekday(%v) = %q, want %q in 15 cells", tt.date, got, tt.weekday)
		}
		if got := Listed(tt.date); got != tt.listed || len(got) > 11 {
			t.Errorf("Listed(%v) = %q, want %q in 11 cells", tt.date, got, tt.listed)
		}
		if got := DayMonth(tt.date); got != tt.dayMonth {
			t.Errorf("DayMonth(%v) = %q, want %q", tt.date, got, tt.dayMonth)
		}
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
