package columns_test

import (
	"context"
	"database/sql"
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

// open returns a database with the tables of a catalog and the marks of some stories, which
// are read.
func open(t *testing.T, read ...story.ID) *sql.DB {
	t.Helper()
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range read {
		if err := m.See(t.Context(), marks.Story{ID: id}); err != nil {
			t.Fatal(err)
		}
	}
	db := sqlite.Pool(sqlite.Memory("columns"), sqlite.Options{Conns: 1, Attach: m.Attached()})
	t.Cleanup(func() { _, _ = db.Close(), m.Close() })
	if _, err := db.ExecContext(t.Context(), meta.Schema); err != nil {
		t.Fatal(err)
	}
	return db
}

func insert(ctx context.Context, t *testing.T, db *sql.DB, r *story.Row) {
	t.Helper()
	_, err := db.ExecContext(ctx, `INSERT INTO rows (id, sid, nu, nt, path, sub, kind, fields) VALUES (1, ?, 0, 0, ?, 0, '', ?)`,
		string(r.ID), r.Path, columns.Pack(r))
	if err != nil {
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
		UIDs: []string{"uid", "uid 2"}, URLs: []string{"skarn.example/a"}, Replaces: "replaced",
	}
}

func TestARowIsReadAsItWasWritten(t *testing.T) {
	cut := full()
	cut.Headline.Title, cut.Date.Clock, cut.Headline.Standin = "Another title", time.Time{}, false
	plain := full()
	plain.Headline = story.Headline{Text: "Title", Title: "Title", Kind: story.Plain, Take: 1}
	for name, r := range map[string]story.Row{"full": full(), "another title": cut, "plain": plain, "empty": {}} {
		db := open(t)
		insert(t.Context(), t, db, &r)
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

func TestDamagedFieldsAreAnError(t *testing.T) {
	r := full()
	packed := string(columns.Pack(&r))
	for n := range packed {
		var got story.Row
		if err := columns.Unpack(packed[:n], &got); !sqlite.Inconsistent(err) {
			t.Errorf("the first %d bytes: %v", n, err)
		}
	}
	soon := strings.Replace(packed, "2031-03-14T", "2031-03-14 ", 1)
	for _, damaged := range []string{packed + "x", soon, "\xff" + packed, "\x02" + packed[1:], strings.Repeat("\xff", 99)} {
		var got story.Row
		if err := columns.Unpack(damaged, &got); !sqlite.Inconsistent(err) {
			t.Errorf("%q: %v", damaged, err)
		}
	}
}

func TestARelatedHeadlineIsReadAsItWasWritten(t *testing.T) {
	for _, r := range []story.Related{
		{}, {Headline: story.Headline{Text: "Title", Title: "Title"}}, {Headline: story.Headline{Text: "(LEAD) Title", Title: "Title", Kind: story.Lead, Take: 2}},
		{Headline: story.Headline{Text: "Title", Title: "Other"}}, {Headline: story.Headline{Text: "Title"}},
		{Headline: story.Headline{Text: "Title", Title: "Title"}, Target: story.Target{UID: "uid", URL: "url", Path: "path", Name: "name"}},
		{Target: story.Target{Name: "name"}},
	} {
		got, err := columns.UnpackRelated(string(columns.PackRelated(&r)))
		if err != nil || !reflect.DeepEqual(got, r) {
			t.Errorf("read %+v, want %+v (%v)", got, r, err)
		}
	}
	for _, damaged := range []string{"\x03", "\x00\x00\x00\x00\x00"} {
		if _, err := columns.UnpackRelated(damaged); !sqlite.Inconsistent(err) {
			t.Errorf("%q: %v", damaged, err)
		}
	}
}

func TestMarksAreReadWithARow(t *testing.T) {
	db, r := open(t, "id"), full()
	insert(t.Context(), t, db, &r)
	rows, err := db.QueryContext(t.Context(), `SELECT `+columns.Read+columns.From)
	if err != nil {
		t.Fatal(err)
	}
	got, err := sqlite.Rows(t.Context(), rows, columns.Scan)
	if err != nil || len(got) != 1 || !got[0].Read || got[0].Starred {
		t.Errorf("%+v, %v", got, err)
	}
}
