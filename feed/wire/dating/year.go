package dating

import (
	"fmt"
	"strings"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
)

const (
	nearGap     = 2    // the most years from the newest year in the text to the year that a weekday gives
	lateDays    = 31   // the most days between the dateline and a date in a path, in a header, or of the file
	earlyDays   = 2    // the most days between the dateline and a path with its full weight: time zones, and desks that date ahead
	oldestFiles = 1970 // agencies have sent copy from computers since about this year
	freshDays   = 3    // the most days after the dateline on which a file is new, and not copied
)

// The weights of the evidence for a year. Evidence that contradicts itself has none.
const (
	surest      = 100 // the dateline
	textWeight  = 90  // the text names the whole day
	nameWeight  = 80  // the path
	metaWeight  = 78  // a header
	yearFolder  = 76  // a folder of a year
	freshWeight = 75  // the file was written on this day of the year, or in the three days after it
	farName     = 77  // a path some days away
	weekWeight  = 60
	fileWeight  = 40 // the file was written in the month after
)

// finding is what one source says about the year of a dateline.
type finding struct {
	year   int
	weight int
	text   string // the evidence in words
	lost   string // why it does not count
	doubt  string // a contradiction to report, unless a source before this one wins
}

// source is one kind of evidence for the year of a dateline. Find returns false if the
// story has no such evidence.
type source struct {
	from story.DateFrom
	find func(*search) (finding, bool)
}

// sources are in the order of their precedence, which decides between equal weights.
var sources = [...]source{
	{story.FromDateline, (*search).fromDateline},
	{story.FromText, (*search).fromText},
	{story.FromText, (*search).fromSent},
	{story.FromName, (*search).fromPath},
	{story.FromMetadata, (*search).fromHeader},
	{story.FromWeekday, (*search).fromWeekday},
	{story.FromModTime, (*search).fromModTime},
}

// year finds the year of a dateline that has a month and a day.
func (d *search) year() {
	var found [len(sources)]finding
	var has [len(sources)]bool
	best := -1
	for i, s := range sources {
		f, ok := s.find(d)
		if ok && f.lost == "" && !calendar.ValidDate(f.year, d.month, d.day) {
			f.lost = fmt.Sprintf("%d has no such day", f.year)
		}
		found[i], has[i] = f, ok
		if ok && f.lost == "" && (best < 0 || f.weight > found[best].weight) {
			best = i
		}
	}
	if best >= 0 {
		d.settle(d.dayIn(found[best].year, sources[best].from))
	}
	for i, f := range found {
		if has[i] {
			d.add(f, sources[i].from, i == best)
		}
		if f.doubt != "" && (best < 0 || i <= best) {
			d.ambiguous(f.doubt)
		}
	}
	if years := d.weekdayYears(); best < 0 && years != "" {
		d.doubt(story.NoDate, "nothing gives the year of this dateline; "+years)
	}
}

// usualCandidates is the initial capacity of the list of candidates.
const usualCandidates = 4

func (d *search) dayIn(year int, from story.DateFrom) story.Date {
	return story.Date{Year: year, Month: d.month, Day: d.day, From: from}
}

// add adds f to the list of candidates.
func (d *search) add(f finding, from story.DateFrom, won bool) {
	c := story.Candidate{Evidence: f.text, Weight: f.weight, Lost: f.lost}
	if f.year != 0 {
		c.Date = d.dayIn(f.year, from)
	}
	switch {
	case f.lost != "":
		c.Weight = 0
	case !won:
		c.Lost = outweighed(c.Date, d.result)
	}
	if d.list == nil {
		d.list = make([]story.Candidate, 0, usualCandidates)
	}
	d.list = append(d.list, c)
}

// outweighed says why the candidate day lost to the heavier one.
func outweighed(day, heavier story.Date) string {
	if day.Year == heavier.Year && day.Month == heavier.Month && day.Day == heavier.Day {
		return "it agrees with heavier evidence"
	}
	return "heavier evidence gives another day"
}

// weekdayYears names the years that the weekday in the text allows, if there are several.
func (d *search) weekdayYears() string {
	w, sure, ok := d.text.named.pick()
	if !ok || !sure || d.text.newest == 0 {
		return ""
	}
	years := d.candidates(w, d.text.newest, d.text.newest+14)
	if len(years) < 2 {
		return ""
	}
	return "its " + w.String() + " allows " + strings.Trim(fmt.Sprint(years), "[]")
}

func (d *search) fromDateline() (finding, bool) {
	return finding{year: d.e.Dateline.Year, weight: surest, text: "the dateline"}, d.e.Dateline.Year != 0
}

// fromText takes the newest full date in the text with the month and day of the
// dateline. The date is history, and does not count, if the text mentions a newer year,
// the path or the time of the file fits a later one, or the weekday differs.
func (d *search) fromText() (f finding, ok bool) {
	for _, y := range d.text.days {
		f.year = max(f.year, y)
	}
	if f.year == 0 {
		return f, false
	}
	f.weight, f.text = textWeight, "a full date in the text"
	fresh, gap := d.fileYear()
	w, sure, named := d.text.named.pick()
	switch {
	case f.year < d.text.newest:
		f.lost = fmt.Sprintf("it is history: the text names the year %d", d.text.newest)
	case d.hasName && d.name.Year > f.year && d.nameFits():
		f.lost = fmt.Sprintf("it is history: the path has the year %d", d.name.Year)
	case named && sure && !d.fitsWeekday(f.year, w):
		f.lost = fmt.Sprintf("the text names the day a %s", w)
		f.doubt = fmt.Sprintf("the text dates this day %d, but names it a %s", f.year, w)
	case f.year < oldestFiles:
		f.lost = "it is history: no copy of that year was sent as a file"
	case fresh > 0 && fresh < f.year:
		f.lost = "the file is older"
	case fresh > f.year && gap >= 0 && gap <= freshDays:
		f.lost = fmt.Sprintf("it is history: the file was written on this day of %d or soon after it", fresh)
	case d.hasName && d.name.Year < f.year && d.nameFits():
		f.doubt = fmt.Sprintf("the text dates this day %d, the name of the file says %d", f.year, d.name.Year)
	}
	return f, true
}

// nameFits reports whether the day in the path is near the day of the dateline.
func (d *search) nameFits() bool {
	f, ok := d.fromPath()
	return ok && f.lost == ""
}

// fitsWeekday reports whether the text may call the day of the dateline in year y a w.
// If the text gives the weekday beside the date, they must agree; otherwise the day
// before and the day after fit too, for copy written after midnight.
func (d *search) fitsWeekday(y int, w time.Weekday) bool {
	is := weekdayOf(y, d.month, d.day)
	if is == w {
		return true
	}
	return !d.text.named.isFixed && (is == (w+1)%7 || is == (w+6)%7)
}

func weekdayOf(y, m, d int) time.Weekday {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Weekday()
}

// candidates returns the years from first to last in which the dateline's day fell
// on w.
func (d *search) candidates(w time.Weekday, first, last int) []int {
	var years []int
	for y := first; y <= last; y++ {
		if calendar.ValidDate(y, d.month, d.day) && weekdayOf(y, d.month, d.day) == w {
			years = append(years, y)
		}
	}
	return years
}
