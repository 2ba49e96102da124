package catalog

import (
	"database/sql"
	"strings"
	"time"

	"dateline/feed/story"
)

const unit = "\x1f"

// columns are those of a story.Row, with its marks; from joins what they need.
const (
	columns = `r.sid, r.path, r.headline, r.title, r.tags, r.kind, -r.nt, r.standin,
		r.places, r.agency, r.day, r.clock, r.date_from, r.byline, r.emails, r.keywords,
		r.words, r.paragraphs, r.format, r.language, r.problem, coalesce(m.read, 0), coalesce(m.starred, 0)`
	from = ` FROM rows r LEFT JOIN marks.marks m ON m.id = r.sid `
)

// scanRow reads a row of columns.
func scanRow(rows *sql.Rows) (story.Row, error) {
	var r story.Row
	var tags, places, clock, byline, emails, keywords string
	var title any
	var day int
	err := rows.Scan(&r.ID, &r.Path, &r.Headline.Text, &title, &tags, &r.Headline.Kind, &r.Headline.Take,
		&r.Headline.Standin, &places, &r.Agency, &day, &clock, &r.Date.From, &byline, &emails, &keywords,
		&r.Words, &r.Paragraphs, &r.Format, &r.Language, &r.Problem, &r.Read, &r.Starred)
	if err != nil {
		return story.Row{}, err
	}
	r.Headline.Title = unpackTitle(r.Headline.Text, title)
	r.Headline.Tags, r.Places = split(tags), split(places)
	r.Byline, r.Emails, r.Keywords = split(byline), split(emails), split(keywords)
	r.Date.Year, r.Date.Month, r.Date.Day = day/10000, day/100%100, day%100
	if clock != "" {
		r.Date.Clock, err = time.Parse(time.RFC3339Nano, clock)
	}
	return r, err
}

// values are the values of row for the columns of insertRow, but for id, sub
// and refs.
func values(r *story.Row) []any {
	clock := ""
	if !r.Date.Clock.IsZero() {
		clock = r.Date.Clock.Format(time.RFC3339Nano)
	}
	return []any{
		string(r.ID), -r.Date.Unix(), -int64(r.Headline.Take), r.Path, r.Headline.Text, packTitle(&r.Headline), join(r.Headline.Tags),
		string(r.Headline.Kind), r.Headline.Standin, join(r.Places), r.Agency,
		(r.Date.Year*100+r.Date.Month)*100 + r.Date.Day, clock, string(r.Date.From), join(r.Byline), join(r.Emails),
		join(r.Keywords), r.Words, r.Paragraphs, r.Format, r.Language, r.Problem,
	}
}

const insertRow = `INSERT OR IGNORE INTO rows (sid, nu, nt, path, headline, title, tags, kind, standin, places, agency,
	day, clock, date_from, byline, emails, keywords, words, paragraphs, format, language, problem, id, sub, refs)
	VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`

// packTitle is a headline's title as tables keep it: nothing where it is the
// whole headline, where it begins when it is the rest of it, else itself.
func packTitle(h *story.Headline) any {
	switch {
	case h.Title == h.Text:
		return nil
	case h.Title != "" && strings.HasSuffix(h.Text, h.Title):
		return len(h.Text) - len(h.Title)
	}
	return h.Title
}

// unpackTitle undoes packTitle.
func unpackTitle(text string, title any) string {
	switch v := title.(type) {
	case int64:
		return text[min(max(int(v), 0), len(text)):]
	case string:
		return v
	}
	return text
}

func join(list []string) string { return strings.Join(list, unit) }

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, unit)
}
