package headlines

import (
	"strings"
	"time"

	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/when"
)

// columns holds the widths of the columns of a row. A row starts with two cells of
// marks and a space, then come tag, headline, place and date, then a blank cell.
// A column of width 0 is left out.
type columns struct {
	tag, headline, place, date int
}

const (
	marks = 3 // unread, star, space
	edge  = 1 // the blank cell
)

// newColumns divides a row of w cells into columns. As the list gets narrower it
// drops the year first, then place and date, then the tag.
func newColumns(w int) columns {
	var c columns
	switch {
	case w >= 96:
		c = columns{tag: 11, place: 18, date: 13}
	case w >= 72:
		c = columns{tag: 8, place: 13, date: 13}
	case w >= 56:
		c = columns{tag: 8, place: 10, date: 8}
	case w >= 44: // the line above the rows has the day
		c = columns{tag: 8}
	}
	c.headline = max(0, w-marks-edge-c.tag-c.place-c.date)
	return c
}

// cells holds the text of a row's columns, each padded to its width.
type cells struct {
	unread, star, tag, headline, place, date string
}

// split returns the text of row r in columns c.
func (c columns) split(r *story.Row, now time.Time) cells {
	s := cells{unread: " ", star: " "}
	if !r.Read {
		s.unread = "•"
	}
	if r.Starred {
		s.star = "★"
	}
	head := r.Headline.Title
	if c.tag == 0 && label(r) != "" {
		head = label(r) + " " + head
	}
	s.tag = padRight(c.label(r), c.tag)
	s.headline = cell.Fit(head, c.headline)
	s.place = padLeft(place(r), c.place)
	s.date = padLeft(date(r, c.date, now), c.date)
	return s
}

// shortLabels maps labels to abbreviations for a narrow column.
var shortLabels = map[string]string{
	string(story.Analysis):   "analys.",
	string(story.Interview):  "interv.",
	string(story.Editorial):  "editor.",
	string(story.Correction): "correct",
	string(story.Advisory):   "advis.",
	story.Unreadable:         "no read",
	story.TooLarge:           "too big",
}

// label returns the label of r, abbreviated if the tag column is too narrow for it.
func (c columns) label(r *story.Row) string {
	l := label(r)
	if s, ok := shortLabels[l]; ok && len(l) >= c.tag {
		return s
	}
	return l
}

// padRight fits s into w cells and leaves the last one blank.
func padRight(s string, w int) string {
	if w == 0 {
		return ""
	}
	return cell.Fit(s, w-1) + " "
}

// padLeft fits s into w cells and leaves the first one blank.
func padLeft(s string, w int) string {
	if w == 0 {
		return ""
	}
	return " " + cell.Fit(s, w-1)
}

// label returns the text of the tag column, the first of these that r has: the
// problem with the file, a kind that is a correction or kill, a take after the
// first, any other kind.
func label(r *story.Row) string {
	switch h := &r.Headline; {
	case r.Problem != "":
		return r.Problem
	case h.Kind == story.Correction || h.Kind == story.Kill:
		return string(h.Kind)
	case h.Take != story.TakeFirst:
		return h.Take.String()
	case h.Kind != story.Plain:
		return string(h.Kind)
	}
	return ""
}

func place(r *story.Row) string { return strings.Join(r.Places, "/") }

func date(r *story.Row, w int, now time.Time) string {
	if w > 8 {
		return when.Short(r.Date, now)
	}
	brief := when.Brief(r.Date, now)
	if strings.HasPrefix(brief, when.Inferred) {
		return brief
	}
	return " " + brief // aligns the days
}
