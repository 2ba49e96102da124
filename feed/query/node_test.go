package query_test

import (
	"testing"
	"time"

	"dateline/feed/query"
)

func TestDaysFollowTheCalendar(t *testing.T) {
	d := query.Day{Year: 2024, Month: 2, Day: 28}
	if got := d.Add(2).String(); got != "2024-03-01" {
		t.Error(got)
	}
	if got := d.Add(-59).String(); got != "2023-12-31" {
		t.Error(got)
	}
	if !d.Before(d.Add(1)) || d.Before(d) || d.Before(d.Add(-400)) || d.Add(40).Before(d) {
		t.Error("Before does not follow the calendar")
	}
	if !(query.Day{}).IsZero() || d.IsZero() {
		t.Error("IsZero")
	}
}

func TestTodayIsTheDayInTheTimeZoneOfNow(t *testing.T) {
	for zone, want := range map[*time.Location]string{now.Location(): "days=2024-08-15..2024-08-15", time.UTC: "days=2024-08-14..2024-08-14"} {
		n, err := query.Parse("on:today", query.Options{Now: now.In(zone)})
		if err != nil || shape(n) != want {
			t.Errorf("%v: %v, %v, want %s", zone, shape(n), err, want)
		}
	}
}

func TestCountingBackMonthsStaysWithinTheMonth(t *testing.T) {
	last := time.Date(2024, 3, 31, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{"on:1m": "2024-02-29", "on:13m": "2023-02-28", "on:4m": "2023-11-30", "on:1y": "2023-03-31"} {
		n, err := query.Parse(text, query.Options{Now: last})
		if err != nil || shape(n) != "days="+want+".."+want {
			t.Errorf("%s: %v, %v, want %s", text, shape(n), err, want)
		}
	}
}
