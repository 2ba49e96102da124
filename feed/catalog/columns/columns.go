// Package columns stores a story.Row in the table rows and reads it back. What
// statements select, join and order by has a column of its own. All other fields are
// packed into one column: to bind and read a column for each would take four times as
// long.
package columns

import (
	"database/sql"

	"dateline/feed/story"
)

// From is the FROM clause that joins each row, as r, with its marks, as m.
const From = ` FROM rows r LEFT JOIN marks.marks m ON m.id = r.sid `

// Read lists the columns that Scan reads, of r and m.
const Read = `r.sid, r.path, r.fields, coalesce(m.read, 0), coalesce(m.starred, 0)`

// Scan reads a row of Read.
func Scan(rows *sql.Rows) (story.Row, error) { return ScanAfter(rows) }

// ScanAfter reads a row of Read that follows other columns, which it stores in dests.
func ScanAfter(rows *sql.Rows, dests ...any) (r story.Row, err error) {
	var fields string
	if err := rows.Scan(append(dests, &r.ID, &r.Path, &fields, &r.Read, &r.Starred)...); err != nil {
		return story.Row{}, err
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

// PackHeadline returns a related headline as table refs stores it.
func PackHeadline(h *story.Headline) []byte {
	return appendHeadline(make([]byte, 0, len(h.Text)+len(h.Kind)+8), h)
}

// UnpackHeadline undoes PackHeadline. The error is a sqlite.ErrInvalid.
func UnpackHeadline(packed string) (h story.Headline, err error) {
	src := source{rest: packed}
	src.headline(&h)
	return h, src.end()
}
