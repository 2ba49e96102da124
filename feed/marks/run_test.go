package marks

import (
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"dateline/feed/story"
)

// flagged returns how many places have flags that are set, and times.
func flagged(t *testing.T, m *Marks) (n struct{ read, starred, timed int }) {
	t.Helper()
	err := m.db.QueryRowContext(t.Context(), `SELECT coalesce(sum(read), 0), coalesce(sum(starred), 0), count(nullif(read_at, 0)) FROM marks`).
		Scan(&n.read, &n.starred, &n.timed)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAStepOfManyStoriesChangesEachThatWasNotSo(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	const n = 2*maxRun + createRows + 1
	changes := make([]Change, 0, 2*n+1)
	for i := range n {
		changes = append(changes, Change{Field: Read, Story: Story{ID: story.NewID(strconv.Itoa(i)), Title: "Ferry " + strconv.Itoa(i), Digest: noise(16)}, New: Yes})
	}
	set(t, m, Read, Yes, changes[3].Story, changes[maxRun+1].Story)
	changes = append(changes, changes[0]) // twice in one step
	for i := range n {
		c := changes[i]
		c.Field = Starred
		changes = append(changes, c)
	}
	step, err := m.Do(t.Context(), "mark", changes...)
	if err != nil {
		t.Fatal(err)
	}
	if step.Stories != n || len(step.Values) != 2 || step.Values[0].N != n-2 || step.Values[1].N != n {
		t.Errorf("the step changed %d stories: %+v", step.Stories, step.Values)
	}
	all := struct{ read, starred, timed int }{n, n, n}
	if got := flagged(t, m); got != all {
		t.Errorf("after the step: %+v", got)
	}
	for _, undo := range []bool{true, false} {
		want := all
		if undo {
			want.read, want.starred = 2, 0
		}
		if step, err := m.SetUndone(t.Context(), 0, undo); err != nil || changed(step) != 2*n-2 {
			t.Fatalf("%d values, %v", changed(step), err)
		}
		if got := flagged(t, m); got != want {
			t.Errorf("undone %v: %+v", undo, got)
		}
	}
}

func TestEachChangeOfAFlagIsLaterThanTheOneBefore(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	s := Story{ID: "a"}
	set(t, m, Starred, Yes, s)
	future := time.Now().Add(time.Hour).UnixMilli()
	if _, err := m.db.ExecContext(t.Context(), `UPDATE marks SET starred_at = ?`, future); err != nil {
		t.Fatal(err)
	}
	set(t, m, Starred, "", s)
	if _, err := m.SetUndone(t.Context(), 0, true); err != nil {
		t.Fatal(err)
	}
	var at int64
	if err := m.db.QueryRowContext(t.Context(), `SELECT starred_at FROM marks`).Scan(&at); err != nil || at != future+2 {
		t.Errorf("%d after the hour, %v; want 2", at-future, err)
	}
}
