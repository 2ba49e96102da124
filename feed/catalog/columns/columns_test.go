package columns_test

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/marks"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// open returns a database with the tables of a catalog and those of marks.
func open(t *testing.T) *sql.DB {
	t.Helper()
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	db := sqlite.Pool(sqlite.Memory("columns"), sqlite.Options{Conns: 1, Attach: m.URI(), As: "marks"})
	t.Cleanup(func() { _, _ = db.Close(), m.Close() })
	if _, err := db.ExecContext(t.Context(), meta.Schema); err != nil {
		t.Fatal(err)
	}
	return db
}

func insert(ctx context.Context, t *testing.T, db *sql.DB, r *story.Row, id int) {
	t.Helper()
	if _, err := db.ExecContext(ctx, columns.Insert, append(columns.Values(r), id, 0, nil, nil)...); err != nil {
		t.Fatal(err)
	}
}

// full returns a row in which each field has its own value.
func full() story.Row {
	at := time.Date(2031, 3, 14, 9, 26, 53, 0, time.FixedZone("", 9*3600))
	return story.Row{
		ID: "id", Path: "path",
		Headline: story.Headline{Text: "(LEAD) Title", Title: "Title", Tags: []string{"tag", "tag 2"}, Kind: "kind", Take: 7, Standin: true},
		Places:   []string{"place", "place 2"}, Agency: "agency",
		Date:   story.Date{Year: 2031, Month: 3, Day: 14, Clock: at, From: "from"},
		Byline: []string{"byline"}, Emails: []string{"email"}, Keywords: []string{"keyword"},
		Words: 11, Paragraphs: 12, Format: "format", Language: "language",
		Slug: "slug", Number: "number", Category: "category", Priority: "priority", Sent: "sent", Problem: "problem",
	}
}

func TestEachColumnHasItsValue(t *testing.T) {
	db, r := open(t), full()
	insert(t.Context(), t, db, &r, 1)
	for name, want := range map[string]any{
		"sid": "id", "nu": -r.Date.Unix(), "nt": int64(-7), "path": "path", "headline": "(LEAD) Title", "title": int64(7),
		"tags": "tag\x1ftag 2", "kind": "kind", "standin": int64(1), "places": "place\x1fplace 2", "agency": "agency", "day": int64(20310314),
		"clock": "2031-03-14T09:26:53+09:00", "date_from": "from", "byline": "byline", "emails": "email", "keywords": "keyword",
		"words": int64(11), "paragraphs": int64(12), "format": "format", "language": "language",
		"slug": "slug", "number": "number", "category": "category", "priority": "priority", "sent": "sent", "problem": "problem", "id": int64(1), "sub": int64(0),
	} {
		var got any
		if err := db.QueryRowContext(t.Context(), `SELECT `+name+` FROM rows`).Scan(&got); err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}

func TestARowIsReadAsItWasWritten(t *testing.T) {
	cut := full()
	cut.Headline.Title, cut.Date.Clock, cut.Headline.Standin = "Another title", time.Time{}, false
	plain := full()
	plain.Headline = story.Headline{Text: "Title", Title: "Title", Kind: story.Plain, Take: 1}
	for name, r := range map[string]story.Row{"full": full(), "another title": cut, "plain": plain, "empty": {}} {
		db := open(t)
		insert(t.Context(), t, db, &r, 1)
		rows, err := db.QueryContext(t.Context(), `SELECT `+columns.Read+columns.From)
		if err != nil {
			t.Fatal(err)
		}
		got, err := sqlite.Rows(t.Context(), rows, columns.Scan)
		if err != nil || len(got) != 1 {
			t.Fatalf("%s: %d rows, %v", name, len(got), err)
		}
		if !got[0].Date.Clock.Equal(r.Date.Clock) {
			t.Errorf("%s: the moment is %v, want %v", name, got[0].Date.Clock, r.Date.Clock)
		}
		got[0].Date.Clock = r.Date.Clock
		if !reflect.DeepEqual(got[0], r) {
			t.Errorf("%s: read %+v, want %+v", name, got[0], r)
		}
	}
}

func TestARowWithInvalidValuesIsAnError(t *testing.T) {
	for column, value := range map[string]string{
		"nt": "x'00'", "tags": "x'00'", "day": "x'00'", "clock": "'soon'", "words": "'many'",
	} {
		db, r := open(t), full()
		insert(t.Context(), t, db, &r, 1)
		if _, err := db.ExecContext(t.Context(), `UPDATE rows SET `+column+` = `+value); err != nil {
			t.Fatal(err)
		}
		rows, err := db.QueryContext(t.Context(), `SELECT `+columns.Read+columns.From)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := sqlite.Rows(t.Context(), rows, columns.Scan); !sqlite.Inconsistent(err) {
			t.Errorf("%s = %s: %v", column, value, err)
		}
	}
}

func TestMarksAreReadWithARow(t *testing.T) {
	db, r := open(t), full()
	insert(t.Context(), t, db, &r, 1)
	if _, err := db.ExecContext(t.Context(), `INSERT INTO marks.marks (id, read, starred) VALUES ('id', 1, 0)`); err != nil {
		t.Fatal(err)
	}
	rows, err := db.QueryContext(t.Context(), `SELECT `+columns.Read+columns.From)
	if err != nil {
		t.Fatal(err)
	}
	got, err := sqlite.Rows(t.Context(), rows, columns.Scan)
	if err != nil || len(got) != 1 || !got[0].Read || got[0].Starred {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestInsertHasAPlaceForEachValue(t *testing.T) {
	r := full()
	if got, want := strings.Count(columns.Insert, "?"), len(columns.Values(&r))+4; got != want {
		t.Errorf("%d places for %d values", got, want)
	}
}
