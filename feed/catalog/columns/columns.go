// Package columns converts a story.Row to the columns of a table and back. One list
// has every column, its value and how it is read.
package columns

import (
	"database/sql"
	"fmt"
	"strings"
	"time"

	"dateline/feed/story"
)

// column is a column of the table rows.
type column struct {
	name string
	get  func(r *story.Row) any // the value in the table
	set  func(r *story.Row) any // where Scan stores it; nil for a column that only orders rows
}

// table lists the columns of a row, except those that only the writer knows. A
// column that needs another to be read comes after it: a title is stored as a part
// of its headline.
var table = []column{
	{"sid", func(r *story.Row) any { return string(r.ID) }, func(r *story.Row) any { return &r.ID }},
	{"nu", func(r *story.Row) any { return -r.Date.Unix() }, nil},
	{"nt", func(r *story.Row) any { return -int64(r.Headline.Take) }, func(r *story.Row) any { return &negative{&r.Headline.Take} }},
	{"path", func(r *story.Row) any { return r.Path }, func(r *story.Row) any { return &r.Path }},
	{"headline", func(r *story.Row) any { return r.Headline.Text }, func(r *story.Row) any { return &r.Headline.Text }},
	{"title", func(r *story.Row) any { return PackTitle(&r.Headline) }, func(r *story.Row) any { return &title{&r.Headline} }},
	{"tags", func(r *story.Row) any { return join(r.Headline.Tags) }, func(r *story.Row) any { return &list{&r.Headline.Tags} }},
	{"kind", func(r *story.Row) any { return string(r.Headline.Kind) }, func(r *story.Row) any { return &r.Headline.Kind }},
	{"standin", func(r *story.Row) any { return r.Headline.Standin }, func(r *story.Row) any { return &r.Headline.Standin }},
	{"places", func(r *story.Row) any { return join(r.Places) }, func(r *story.Row) any { return &list{&r.Places} }},
	{"agency", func(r *story.Row) any { return r.Agency }, func(r *story.Row) any { return &r.Agency }},
	{"day", func(r *story.Row) any { return (r.Date.Year*100+r.Date.Month)*100 + r.Date.Day }, func(r *story.Row) any { return &day{&r.Date} }},
	{"clock", func(r *story.Row) any { return packClock(r.Date.Clock) }, func(r *story.Row) any { return &clock{&r.Date.Clock} }},
	{"date_from", func(r *story.Row) any { return string(r.Date.From) }, func(r *story.Row) any { return &r.Date.From }},
	{"byline", func(r *story.Row) any { return join(r.Byline) }, func(r *story.Row) any { return &list{&r.Byline} }},
	{"emails", func(r *story.Row) any { return join(r.Emails) }, func(r *story.Row) any { return &list{&r.Emails} }},
	{"keywords", func(r *story.Row) any { return join(r.Keywords) }, func(r *story.Row) any { return &list{&r.Keywords} }},
	{"words", func(r *story.Row) any { return r.Words }, func(r *story.Row) any { return &r.Words }},
	{"paragraphs", func(r *story.Row) any { return r.Paragraphs }, func(r *story.Row) any { return &r.Paragraphs }},
	{"format", func(r *story.Row) any { return r.Format }, func(r *story.Row) any { return &r.Format }},
	{"language", func(r *story.Row) any { return r.Language }, func(r *story.Row) any { return &r.Language }},
	{"slug", func(r *story.Row) any { return r.Slug }, func(r *story.Row) any { return &r.Slug }},
	{"number", func(r *story.Row) any { return r.Number }, func(r *story.Row) any { return &r.Number }},
	{"category", func(r *story.Row) any { return r.Category }, func(r *story.Row) any { return &r.Category }},
	{"priority", func(r *story.Row) any { return r.Priority }, func(r *story.Row) any { return &r.Priority }},
	{"sent", func(r *story.Row) any { return r.Sent }, func(r *story.Row) any { return &r.Sent }},
	{"problem", func(r *story.Row) any { return r.Problem }, func(r *story.Row) any { return &r.Problem }},
}

// From is the FROM clause that joins each row, as r, with its marks, as m.
const From = ` FROM rows r LEFT JOIN marks.marks m ON m.id = r.sid `

// Read lists the columns that Scan reads, of r and m.
var Read = func() string {
	var names []string
	for _, c := range table {
		if c.set != nil {
			names = append(names, "r."+c.name)
		}
	}
	return strings.Join(append(names, "coalesce(m.read, 0)", "coalesce(m.starred, 0)"), ", ")
}()

// Scan reads a row of Read.
func Scan(rows *sql.Rows) (r story.Row, err error) {
	dests := make([]any, 0, len(table)+2)
	for i := range table {
		if set := table[i].set; set != nil {
			dests = append(dests, set(&r))
		}
	}
	if err := rows.Scan(append(dests, &r.Read, &r.Starred)...); err != nil {
		return story.Row{}, err
	}
	return r, nil
}

// Insert is the statement that adds a row. Its arguments are Values and
// then the row's id, the length of its path after that of its file, its related
// headlines, and its range.
var Insert = func() string {
	names := make([]string, len(table))
	for i := range table {
		names[i] = table[i].name
	}
	marks := strings.Repeat("?,", len(table)) + "?,?,?,?"
	return "INSERT OR IGNORE INTO rows (" + strings.Join(names, ", ") + ", id, sub, refs, span) VALUES (" + marks + ")"
}()

// Values returns the values of r for Insert, with capacity for its other
// arguments.
func Values(r *story.Row) []any {
	out := make([]any, len(table), len(table)+4)
	for i := range table {
		out[i] = table[i].get(r)
	}
	return out
}

// PackTitle returns a headline's title as tables store it: nil if it is the whole
// headline, its offset if it is the end of the headline, else the title itself.
func PackTitle(h *story.Headline) any {
	switch {
	case h.Title == h.Text:
		return nil
	case h.Title != "" && strings.HasSuffix(h.Text, h.Title):
		return len(h.Text) - len(h.Title)
	}
	return h.Title
}

// UnpackTitle undoes PackTitle for a headline with that text.
func UnpackTitle(text string, title any) string {
	switch v := title.(type) {
	case int64:
		return text[min(max(int(v), 0), len(text)):]
	case string:
		return v
	}
	return text
}

// title scans the title of a headline.
type title struct{ h *story.Headline }

// Scan unpacks the title. The text of the headline must have been read.
func (t *title) Scan(v any) error {
	t.h.Title = UnpackTitle(t.h.Text, v)
	return nil
}

// negative scans a take that is stored as its negative.
type negative struct{ take *story.Take }

// Scan reads the take.
func (n *negative) Scan(v any) error {
	i, ok := v.(int64)
	if !ok {
		return mismatch("a take", v)
	}
	*n.take = story.Take(-i)
	return nil
}

// separator is the character between the values of a list.
const separator = "\x1f"

func join(values []string) string { return strings.Join(values, separator) }

// list scans a list of texts that is stored as one.
type list struct{ values *[]string }

// Scan splits the list.
func (l *list) Scan(v any) error {
	s, ok := v.(string)
	switch {
	case !ok:
		return mismatch("a list", v)
	case s == "":
		*l.values = nil
	default:
		*l.values = strings.Split(s, separator)
	}
	return nil
}

// day scans a date that is stored as yyyymmdd.
type day struct{ date *story.Date }

// Scan reads year, month and day.
func (d *day) Scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return mismatch("a day", v)
	}
	d.date.Year, d.date.Month, d.date.Day = int(n)/10000, int(n)/100%100, int(n)%100
	return nil
}

func packClock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

// clock scans a moment that is stored as RFC 3339.
type clock struct{ at *time.Time }

// Scan reads the moment.
func (c *clock) Scan(v any) (err error) {
	s, ok := v.(string)
	switch {
	case !ok:
		return mismatch("a time", v)
	case s == "":
		*c.at = time.Time{}
	default:
		*c.at, err = time.Parse(time.RFC3339Nano, s)
	}
	return err
}

func mismatch(want string, v any) error { return fmt.Errorf("%v is not %s", v, want) }
