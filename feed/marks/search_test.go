package marks

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"dateline/feed/sqlite"
	"dateline/feed/story"
)

func TestSearchesAreKeptReplacedAndDropped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	m := reopen(t, path)
	for _, s := range []Search{{"rates", "old"}, {"금리", "기준금리"}, {"ferry", "ferry OR boat"}, {"rates", `"rate cut" -sports`}} {
		if err := m.SaveSearch(t.Context(), s.Name, s.Text); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"ferry", "never"} {
		if err := m.DropSearch(t.Context(), name); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	m = reopen(t, path)
	defer m.Close() //nolint:errcheck // the test is over
	want := []Search{{"rates", `"rate cut" -sports`}, {"금리", "기준금리"}}
	if got, err := m.Searches(t.Context()); err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestTheLatestSearchesAreRememberedOnce(t *testing.T) {
	m, err := InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close() //nolint:errcheck // the test is over
	for i := range maxHistory + 50 {
		for _, text := range []string{"always", fmt.Sprint("search ", i)} {
			if err := m.Remember(t.Context(), text); err != nil {
				t.Fatal(err)
			}
		}
	}
	got, err := m.History(t.Context())
	if err != nil || len(got) != maxHistory || got[0] != "search 249" || got[1] != "always" || got[2] != "search 248" || got[len(got)-1] != "search 51" {
		t.Errorf("%d: %q, %v", len(got), got, err)
	}
}

func TestMarksOfTheFirstVersionAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	db := sqlite.Pool(sqlite.URI(path), sqlite.Options{Conns: 1})
	old := migrations[0] + `;
		INSERT INTO marks (id, digest, read, starred, block, offset) VALUES ('abcdefghijkl', x'0102', 1, 1, 7, 3), ('mnopqrstuvwx', NULL, 1, 0, 0, 0);
		INSERT INTO session VALUES ('reader', '{"Width":40}');
		PRAGMA user_version = 1`
	if _, err := db.ExecContext(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	m := reopen(t, path)
	defer m.Close() //nolint:errcheck // the test is over
	for id, want := range map[story.ID]Mark{
		"abcdefghijkl": {ID: "abcdefghijkl", Digest: []byte{1, 2}, Read: true, Starred: true, Place: Place{7, 3}},
		"mnopqrstuvwx": {ID: "mnopqrstuvwx", Read: true},
	} {
		if got := mark(t, m, id); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	var session struct{ Width int }
	if err := m.Session(t.Context(), "reader", &session); err != nil || session.Width != 40 {
		t.Errorf("%+v, %v", session, err)
	}
	if err := m.SaveSearch(t.Context(), "rates", "rate"); err != nil {
		t.Error(err)
	}
	if err := m.Remember(t.Context(), "rate"); err != nil {
		t.Error(err)
	}
}
