package headlines

import (
	"strings"
	"time"

	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/when"
)

// columns are the widths of the columns of a row: after two cells of marks and a
// space come tag, headline, place and date, then a free cell. A column of no
// cells is left out.
type columns struct {
	tag, headline, place, date int
}

const (
	marks = 3 // unread, star, space
	edge  = 1 // the free cell
)

// newColumns divides a row of w cells. A narrow list leaves out the year first,
// then place and date, then the tag.
func newColumns(w int) columns {
	var c columns
	switch {
	case w >= 96:
		c = columns{tag: 11, place: 18, date: 13}
	case w >= 72:
		c = columns{tag: 8, place: 13, date: 13}
	case w >= 56:
		c = columns{tag: 8, place: 10, date: 8}
	case w >= 44: // the day is above its rows
		c = columns{tag: 8}
	}
	c.headline = max(0, w-marks-edge-c.tag-c.place-c.date)
	return c
}

// cells is the text of a row's columns, each padded to its width.
type cells struct {
	unread, star, tag, headline, place, date string
}

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
	s.tag = before(c.label(r), c.tag)
	s.headline = cell.Fit(head, c.headline)
	s.place = after(place(r), c.place)
	s.date = after(date(r, c.date, now), c.date)
	return s
}

// short maps labels to what a narrow column has room for.
var short = map[string]string{
	string(story.Analysis):   "analys.",
	string(story.Interview):  "interv.",
	string(story.Editorial):  "editor.",
	string(story.Correction): "correct",
	string(story.Advisory):   "advis.",
	story.Unreadable:         "no read",
	story.TooLarge:           "too big",
}

// label is the label of r as it fits in the tag column.
func (c columns) label(r *story.Row) string {
	l := label(r)
	if s, ok := short[l]; ok && len(l) >= c.tag {
		return s
	}
	return l
}

// before fits s into w cells and leaves the last one free.
func before(s string, w int) string {
	if w == 0 {
		return ""
	}
	return cell.Fit(s, w-1) + " "
}

// after fits s into w cells and leaves the first one free.
func after(s string, w int) string {
	if w == 0 {
		return ""
	}
	return " " + cell.Fit(s, w-1)
}

// label is the text of the tag column: why the file is not a story, or else its
// kind if that is a correction or kill, its take, or its kind.
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
