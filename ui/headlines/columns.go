package headlines

import (
	"strings"
	"time"

	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/when"
)

// columns is how a row of some width is divided: two cells of marks, a space,
// then tag, headline, place and date, and a free cell at the end. Zero cells:
// the column is left out.
type columns struct {
	tag, headline, place, date int
}

const (
	marks = 3 // unread, star, space
	edge  = 1 // the free cell
)

// newColumns gives the headline the most room: as the list narrows the year
// goes first, then place and date, then the tag.
func newColumns(w int) columns {
	var c columns
	switch {
	case w >= 96:
		c = columns{tag: 11, place: 18, date: 13}
	case w >= 72:
		c = columns{tag: 8, place: 13, date: 13}
	case w >= 56:
		c = columns{tag: 8, place: 10, date: 8}
	case w >= 44: // the day stands above its rows
		c = columns{tag: 8}
	}
	c.headline = max(0, w-marks-edge-c.tag-c.place-c.date)
	return c
}

// cells is a row divided into its columns, each filled to its width.
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

// short is the labels that a narrow column would cut.
var short = map[string]string{
	string(story.Analysis):   "analys.",
	string(story.Interview):  "interv.",
	string(story.Editorial):  "editor.",
	string(story.Correction): "correct",
	string(story.Advisory):   "advis.",
	story.Unreadable:         "no read",
	story.TooLarge:           "too big",
}

// label is the label of r as the tag column has room for it.
func (c columns) label(r *story.Row) string {
	l := label(r)
	if s, ok := short[l]; ok && len(l) >= c.tag {
		return s
	}
	return l
}

// before fills all but the last cell, which stays free.
func before(s string, w int) string {
	if w == 0 {
		return ""
	}
	return cell.Fit(s, w-1) + " "
}

// after leaves the first cell free.
func after(s string, w int) string {
	if w == 0 {
		return ""
	}
	return " " + cell.Fit(s, w-1)
}

// label is what the tag column says: the take if it has a name, else the
// kind if it is not the plain one, else why the file is only a row.
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
	return " " + brief // the days stand below each other
}
