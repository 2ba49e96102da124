package main

import (
	"fmt"
	"strings"

	"dateline/feed/story"
	"dateline/ui/theme"
)

// table prints rows in columns.
type table struct {
	width int          // as in console
	id    int          // the characters of an ID that are shown
	theme *theme.Theme // nil for plain text
}

// newTable returns the table for rows of an archive of so many stories.
func (c *console) newTable(stories int) table {
	return table{width: c.width, id: idWidth(stories), theme: c.theme}
}

// The widths of columns in cells. The headline has the rest, and at least
// minTitle beside a place.
const (
	dateWidth  = 10
	tagWidth   = 10
	placeWidth = 14
	minTitle   = 40
)

// idWidth returns the number of characters of an ID to show: eight, or all if there
// are so many stories that two may have the same eight.
func idWidth(stories int) int {
	if stories > 100_000 {
		return len(story.NewID(""))
	}
	return 8
}

// row returns the line of r.
func (t table) row(r story.Row) string {
	title := r.Headline.Title
	if title == "" {
		title = r.Headline.Text
	}
	columns := []column{
		{short(r.ID, t.id), t.id},
		{day(r.Date), dateWidth},
		{tags(&r), tagWidth},
		{title, 0},
		{strings.Join(r.Places, "/"), 0},
	}
	if t.width > 0 {
		columns = t.fit(columns)
	}
	text := line(t.width, columns...)
	if t.theme == nil || len(text) <= t.id {
		return text
	}
	return t.theme.Pens.Faint.Draw(text[:t.id]) + text[t.id:]
}

// tags returns the tags of r and the number of its takes.
func tags(r *story.Row) string {
	list := strings.Join(r.Headline.Tags, ", ")
	if r.Takes > 1 {
		list = strings.TrimLeft(fmt.Sprintf("%s ×%d", list, r.Takes), " ")
	}
	return list
}

// fit divides the width of the terminal between the headline and the place. It leaves
// out the place if the terminal is narrow.
func (t table) fit(columns []column) []column {
	room := t.width - t.id - dateWidth - tagWidth - placeWidth - 2*(len(columns)-1)
	if room < minTitle {
		return columns[:len(columns)-1]
	}
	columns[3].width, columns[4].width = room, placeWidth
	return columns
}

// short returns the first width characters of an ID.
func short(id story.ID, width int) string { return string(id[:min(width, len(id))]) }

// day returns a date without its time.
func day(d story.Date) string {
	s, _, _ := strings.Cut(d.String(), "T")
	return s
}
