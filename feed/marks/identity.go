package marks

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"dateline/feed/link"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/feed/takes"
)

// Story is a story and what it is known by if its path changes. All fields but ID may be
// empty.
type Story struct {
	ID       story.ID
	Path     string // in the archive
	Title    string // of its headline
	Dateline string // places and day
	Name     int64  // of its headline with its dateline: a hash; 0 for none
	Digest   []byte // of its content
	Sample   []byte // of its text: see takes.Print.Sample
}

// identity is the columns of a Story after its ID.
const identity = `coalesce(path, ''), coalesce(title, ''), coalesce(dateline, ''), coalesce(name, 0), digest, sample`

// values returns the values of the columns of s after its ID, NULL for those that are empty.
func (s *Story) values() []any {
	return []any{text(s.Path), text(s.Title), text(s.Dateline), sql.NullInt64{Int64: s.Name, Valid: s.Name != 0}, blob(s.Digest), blob(s.Sample)}
}

func (s *Story) dests() []any {
	return []any{&s.Path, &s.Title, &s.Dateline, &s.Name, &s.Digest, &s.Sample}
}

func text(s string) sql.NullString { return sql.NullString{String: s, Valid: s != ""} }

func blob(b []byte) any {
	if len(b) == 0 {
		return nil
	}
	return b
}

// The shares of a text from which two texts are versions of one, and from which they are if
// their datelines differ. Other days have copy with much the same words.
const (
	alike     = 0.5
	nearlyAll = 0.8
)

// Edited reports whether cur, which is where old was, is old with changes, not another story.
func Edited(old, cur *Story) bool {
	if string(old.Digest) == string(cur.Digest) || old.Title == "" || cur.Title == "" {
		return true
	}
	text, known := takes.Resemblance(old.Sample, cur.Sample)
	switch {
	case old.Dateline == cur.Dateline && old.Dateline != "":
		return text >= alike || !known || sameWords(old.Title, cur.Title)
	case old.Dateline != "" && cur.Dateline != "":
		return text >= nearlyAll
	}
	return text >= alike || sameWords(old.Title, cur.Title) && (text >= alike/2 || !known)
}

// sameWords reports whether half of the words of the shorter of two titles are in the other.
func sameWords(a, b string) bool {
	x, y := link.Words(link.Key(a)), link.Words(link.Key(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	in := map[string]bool{}
	for _, w := range y {
		in[w] = true
	}
	n := 0
	for _, w := range x {
		if in[w] {
			n++
		}
	}
	return n > 0 && 2*n >= len(x) || strings.EqualFold(a, b)
}

// Recast reports whether cur is old at another place and with another digest, because it
// was moved and edited or its encoding changed: it has the same headline and dateline, and
// a text that is alike, if both have one.
func Recast(old, cur *Story) bool {
	if old.Name == 0 || old.Name != cur.Name {
		return false
	}
	if len(old.Sample) == 0 && len(cur.Sample) == 0 {
		return true
	}
	text, _ := takes.Resemblance(old.Sample, cur.Sample)
	return text >= alike
}

// Placed is a place of a story: the number of the story, and what it was like there.
type Placed struct {
	Num   int64 // of the story
	Away  bool  // it is known from an import, not from an archive
	Story Story
}

// The statements that select places: those that a join finds with the values of a list, and
// those of an archive with the IDs of a list.
const (
	sqlPlaces = `SELECT story, archive < 0, id, ` + identity + ` FROM (SELECT value FROM json_each(?1)) CROSS `
	sqlPlaced = sqlPlaces + `JOIN marks ON archive = ?2 AND id = value`
)

// Placed returns the places in the archive with those IDs.
func (m *Marks) Placed(ctx context.Context, ids []story.ID) ([]Placed, error) {
	return m.placed(ctx, sqlPlaced, ids, m.archive)
}

// PlacesOf returns all places of stories, the last one first.
func (m *Marks) PlacesOf(ctx context.Context, nums []int64) ([]Placed, error) {
	return m.placed(ctx, sqlPlaces+`JOIN marks ON story = value ORDER BY num DESC`, nums)
}

func (m *Marks) placed(ctx context.Context, query string, list any, args ...any) ([]Placed, error) {
	values, _ := json.Marshal(list) // strings and numbers can always be marshalled
	places, err := read(ctx, m.db, scanPlaced, query, append([]any{string(values)}, args...)...)
	return places, m.failed(locale.T("the marks cannot be read"), err)
}

func scanPlaced(rows *sql.Rows) (p Placed, err error) {
	err = rows.Scan(append([]any{&p.Num, &p.Away, &p.Story.ID}, p.Story.dests()...)...)
	return p, err
}
