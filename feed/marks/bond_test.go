package marks

import (
	"fmt"
	"path/filepath"
	"testing"
)

// lines returns the table lines.
func lines(t *testing.T, m *Marks) (list []string) {
	t.Helper()
	rows, err := m.db.QueryContext(t.Context(), `SELECT story, other, joined FROM lines ORDER BY story, other`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close() //nolint:errcheck // the test fails anyway
	for rows.Next() {
		var story, other string
		var joined int
		if err := rows.Scan(&story, &other, &joined); err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprint(story, other, joined))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestATimeLineIsChangedForBothStoriesAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	m := reopen(t, path)
	a, b, c := Member{"a", []byte("one")}, Member{"b", []byte("two")}, Member{ID: "c"}
	for _, err := range []error{
		m.SetRead(t.Context(), "a", []byte("old"), true),
		m.SetLine(t.Context(), a, b, false),
		m.SetLine(t.Context(), b, a, true),
		m.SetLine(t.Context(), a, c, false),
		m.Close(),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	m = reopen(t, path)
	if got, want := fmt.Sprint(lines(t, m)), "[ab1 ac0 ba1 ca0]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := mark(t, m, "a"); !got.Read || string(got.Digest) != "one" {
		t.Errorf("a is %+v", got)
	}
	if got := mark(t, m, "b"); got.Read || string(got.Digest) != "two" {
		t.Errorf("b is %+v", got)
	}
}

func TestAMovedStoryKeepsItsTimeLine(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	a, b := Member{"a", []byte("one")}, Member{"b", []byte("two")}
	for _, err := range []error{
		m.SetLine(t.Context(), a, b, true),
		m.Adopt(t.Context(), "a", "x"),
		m.Adopt(t.Context(), "b", "y"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if got, want := fmt.Sprint(lines(t, m)), "[ab1 ay1 ba1 bx1 xb1 xy1 ya1 yx1]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
