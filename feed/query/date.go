package query

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/feed/locale"
)

// The years that a date may have.
const (
	firstYear = 1000
	lastYear  = 2999
)

var months = []string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}

// dateNames are names that a half-typed date may become, with any valid year.
var dateNames = func() []string {
	names := []string{"today", "yesterday"}
	for _, name := range monthNames() {
		for _, part := range separators {
			names = append(names, name+string(part)+"2999")
		}
	}
	return names
}()

// dateEndings complete a half-typed date. The years are late, so that the date can
// end a range.
var dateEndings = append([]string{"99", "999", "12", "28", "29", "30", "31", "d", ".", ".2999"}, digits...)

// separators may stand between year, month and day.
const separators = "-/. "

func monthNames() (names []string) {
	for _, m := range months {
		names = append(names, m, m[:3])
	}
	return append(names, "sept")
}

// period is the first and last day of a day, a month or a year. Back reports that it
// counts back from today, as 3d does.
type period struct {
	from, to Day
	back     bool
}

func readOn(t term, now time.Time) (Node, string) {
	from, to, ranged := strings.Cut(plain(t.text), "..")
	if !ranged {
		if month, day, ok := readYearly(from); ok {
			_, reason := wholePeriod(leapYear, month, day)
			return Yearly{month, day}, strings.TrimSuffix(reason, " "+strconv.Itoa(leapYear))
		}
		p, reason := readPeriod(from, now)
		return Days{p.from, p.to}, reason
	}
	var days Days
	if from != "" {
		p, reason := readPeriod(from, now)
		if reason != "" {
			return nil, reason
		}
		days.From = p.from
	}
	if to != "" {
		p, reason := readPeriod(to, now)
		if reason != "" {
			return nil, reason
		}
		days.To = p.to
	}
	if from != "" && to != "" && days.To.Before(days.From) {
		return nil, locale.T("the range ends before it begins")
	}
	return days, ""
}

// leapYear is a year that has every day.
const leapYear = 2000

// readYearly reads a day of every year: 08-15.
func readYearly(text string) (month, day int, ok bool) {
	i := strings.IndexAny(text, separators)
	if i < 0 {
		return 0, 0, false
	}
	month, ok = number(text[:i], 2)
	day, isDay := number(text[i+1:], 2)
	return month, day, ok && isDay
}

func readAfter(t term, now time.Time) (Node, string) {
	p, reason := readPeriod(plain(t.text), now)
	if p.back {
		return Days{From: p.from}, reason
	}
	return Days{From: p.to.Add(1)}, reason
}

func readBefore(t term, now time.Time) (Node, string) {
	p, reason := readPeriod(plain(t.text), now)
	return Days{To: p.from.Add(-1)}, reason
}

// readPeriod reads a date in lower case, or returns the reason why it cannot.
func readPeriod(text string, now time.Time) (period, string) {
	today := DayOf(now)
	switch text {
	case "today":
		return period{from: today, to: today}, inRange(today)
	case "yesterday":
		day := today.Add(-1)
		return period{from: day, to: day}, inRange(day)
	}
	if day, ok := readBack(text, today); ok {
		return period{from: day, to: day, back: true}, inRange(day)
	}
	sep := "-"
	if i := strings.IndexAny(text, separators); i >= 0 {
		sep = text[i : i+1]
	}
	fields := strings.Split(text, sep)
	year, month, day, ok := readNumbers(fields)
	if !ok && len(fields) == 2 && slices.Contains(monthNames(), fields[0]) {
		year, ok = number(fields[1], 4)
		month, day, ok = monthOf(fields[0]), -1, ok && len(fields[1]) == 4
	}
	if !ok {
		return period{}, locale.F("%s is not a date; try 2024-08-15 or 3d", shown(text))
	}
	return wholePeriod(year, month, day)
}

// readBack reads a date that counts back from today: 3d, 2w, 6m, 1y.
func readBack(text string, today Day) (Day, bool) {
	if text == "" {
		return Day{}, false
	}
	last := len(text) - 1
	n, ok := number(text[:last], 4)
	if !ok {
		return Day{}, false
	}
	switch text[last] {
	case 'd':
		return today.Add(-n), true
	case 'w':
		return today.Add(-7 * n), true
	case 'm':
		return today.back(n), true
	case 'y':
		return today.back(12 * n), true
	}
	return Day{}, false
}

// readNumbers reads a year, a month and a day. The last two are -1 if they are
// missing.
func readNumbers(fields []string) (year, month, day int, ok bool) {
	list := [3]int{-1, -1, -1}
	if len(fields) > len(list) || len(fields[0]) != 4 {
		return 0, 0, 0, false
	}
	for i, field := range fields {
		if list[i], ok = number(field, 4-2*min(i, 1)); !ok {
			return 0, 0, 0, false
		}
	}
	return list[0], list[1], list[2], true
}

// monthOf returns the month, 1 to 12, for its name or a prefix of it.
func monthOf(name string) int {
	return 1 + slices.IndexFunc(months, func(m string) bool { return strings.HasPrefix(m, name) || name == "sept" && m[:3] == "sep" })
}

// wholePeriod returns a day, a month if day is negative, or a year if month is.
func wholePeriod(year, month, day int) (period, string) {
	if reason := inRange(Day{year, 1, 1}); reason != "" {
		return period{}, reason
	}
	if month < 0 {
		return period{from: Day{year, 1, 1}, to: Day{year, 12, 31}}, ""
	}
	if month < 1 || month > 12 {
		return period{}, locale.F("there is no month %d", month)
	}
	last := daysIn(year, month)
	if day < 0 {
		return period{from: Day{year, month, 1}, to: Day{year, month, last}}, ""
	}
	if day < 1 || day > last {
		return period{}, locale.F("there is no day %d in %s %d", day, locale.Month(time.Month(month)), year)
	}
	return period{from: Day{year, month, day}, to: Day{year, month, day}}, ""
}

// inRange returns the reason why a query cannot name d, or "".
func inRange(d Day) string {
	if d.Year < firstYear || d.Year > lastYear {
		return locale.F("years must be from %d to %d", firstYear, lastYear)
	}
	return ""
}
