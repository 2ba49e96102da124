package when

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/locale"
	"dateline/feed/story"
)

func TestDatesFollowTheLanguageInTheSameCells(t *testing.T) {
	t.Cleanup(func() { locale.Use(locale.English) })
	date := story.Date{Year: 2024, Month: 10, Day: 13}
	for language, want := range map[string][5]string{
		"en": {"October 2024", "Sun 13 Oct 2024", "13 Oct 2024", "13 Oct", "October, year not known"},
		"de": {"Oktober 2024", "So 13.10.2024", "13.10.2024", "13.10.", "Oktober, Jahr unbekannt"},
		"ko": {"2024년 10월", "2024.10.13(일)", "2024.10.13", "10.13", "10월, 연도 미상"},
	} {
		locale.Use(language)
		got := [5]string{Month(date), Weekday(date), Listed(date), DayMonth(date), Month(story.Date{Month: 10})}
		if got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		if ansi.StringWidth(got[1]) > 15 || ansi.StringWidth(got[2]) > 11 || ansi.StringWidth(got[3]) > 6 {
			t.Errorf("%s: %q is too wide", language, got)
		}
	}
}

func TestAMomentHasTheWeekdayDateAndTime(t *testing.T) {
	moment := time.Date(2024, 10, 13, 4, 5, 0, 0, time.Local)
	if got := Moment(moment); !strings.HasPrefix(got, "Sun 13 Oct 2024, 04:05 ") {
		t.Errorf("Moment = %q", got)
	}
}
