// Package columns stores a story.Row in the table rows and reads it back. What
// statements select, join and order by has a column of its own. All other fields are
// packed into one column: to bind and read a column for each would take four times as
// long.
package columns

import (
	"database/sql"
	"strings"

	"dateline/feed/story"
)

// Scope says what is a row of a list.
type Scope int

// The scopes.
const (
	Files   Scope = iota // every take has a row
	Stories              // the take that stands for a story has a row; the others are folded
)

// Join joins each row, as r, with its marks, as m, and its takes, as t. From is the FROM
// clause of all rows.
const (
	Join = ` LEFT JOIN marked m ON m.id = r.sid LEFT JOIN takes t ON t.id = r.id `
	From = ` FROM rows r` + Join
)

// Read lists the columns that Scan reads, of r, m and t.
const Read = `r.sid, r.path, r.fields, ` + read + `, coalesce(m.starred, 0), coalesce(` + tags + `, ''), ` + group

const (
	read  = `coalesce(m.read, 0)`
	tags  = `(SELECT group_concat(tag, char(31) ORDER BY tag) FROM tagged k WHERE k.story = m.story)`
	group = `iif(t.n > 1, t.n, 0), coalesce((SELECT o.sid FROM rows o WHERE o.id = t.grp AND t.n > 1), '')`
)

// readStories is Read for rows that stand for their stories, which are read if all takes
// are, and starred if one is, and have the tags of each.
var (
	readStories = `r.sid, r.path, r.fields, ` + allRead + `, CASE WHEN t.id IS NULL THEN coalesce(m.starred, 0) ELSE
		EXISTS (SELECT 1` + ofTakes + `AND x.starred) END, coalesce(CASE WHEN t.id IS NULL THEN ` + tags + ` ELSE
		(SELECT group_concat(tag, char(31) ORDER BY tag) FROM (SELECT DISTINCT tag FROM tagged WHERE story IN (SELECT x.story` + ofTakes + `))) END, ''), ` + group
	allRead = `CASE WHEN t.id IS NULL THEN ` + read + ` ELSE ` + AllTakes("read") + ` END`
)

// ofTakes selects from the takes of the story of t and their marks, as x.
const ofTakes = ` FROM takes u JOIN rows q ON q.id = u.id LEFT JOIN marked x ON x.id = q.sid WHERE u.grp = t.grp `

// AllTakes is a condition for rows of stories with several takes, t, of which all have a mark:
// "read" or "starred".
func AllTakes(mark string) string {
	return `NOT EXISTS (SELECT 1` + ofTakes + `AND coalesce(x.` + mark + `, 0) = 0)`
}

// Columns returns Read, or what stands for it in a list of that scope.
func (s Scope) Columns() string {
	if s == Stories {
		return readStories
	}
	return Read
}

// Shown is a condition for the rows of a list of that scope.
func (s Scope) Shown() string {
	if s == Stories {
		return `coalesce(t.place, 0) = 0`
	}
	return `true`
}

// Unread is a condition for rows that are unread in a list of that scope.
func (s Scope) Unread() string {
	if s == Stories {
		return `NOT ` + allRead
	}
	return `NOT ` + read
}

// Scan reads a row of Read.
func Scan(rows *sql.Rows) (story.Row, error) { return ScanAfter(rows) }

// ScanAfter reads a row of Read that follows other columns, which it stores in dests.
func ScanAfter(rows *sql.Rows, dests ...any) (r story.Row, err error) {
	var fields, tags string
	if err := rows.Scan(append(dests, &r.ID, &r.Path, &fields, &r.Read, &r.Starred, &tags, &r.Takes, &r.Group)...); err != nil {
		return story.Row{}, err
	}
	if tags != "" {
		r.Marks = strings.Split(tags, "\x1f")
	}
	return r, Unpack(fields, &r)
}

// Pack returns the packed fields of r.
func Pack(r *story.Row) []byte {
	dst := make([]byte, 0, 2*len(r.Headline.Text)+128)
	for _, f := range rowFields {
		dst = f.pack(dst, r)
	}
	return dst
}

// Unpack sets the fields of r that Pack packed. The error is a sqlite.ErrInvalid.
func Unpack(packed string, r *story.Row) error {
	src := source{rest: packed}
	for _, f := range rowFields {
		f.unpack(&src, r)
	}
	return src.end()
}

// PackRelated returns a related headline as table refs stores it: without its section and,
// if it names no story in another way, as the headline alone.
func PackRelated(r *story.Related) []byte {
	dst := appendHeadline(make([]byte, 0, len(r.Text)+len(r.Kind)+8), &r.Headline)
	if r.Target == (story.Target{}) {
		return dst
	}
	for _, name := range names(&r.Target) {
		dst = appendText(dst, *name)
	}
	return dst
}

// UnpackRelated undoes PackRelated. The error is a sqlite.ErrInvalid.
func UnpackRelated(packed string) (r story.Related, err error) {
	src := source{rest: packed}
	src.headline(&r.Headline)
	if src.rest != "" {
		for _, name := range names(&r.Target) {
			*name = src.text()
		}
	}
	return r, src.end()
}

func names(t *story.Target) [4]*string { return [...]*string{&t.UID, &t.URL, &t.Path, &t.Name} }
