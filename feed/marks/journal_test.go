package marks

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/feed/story"
)

// state returns the values of the fields of a story and its pairs with another.
func state(t *testing.T, m *Marks) string {
	t.Helper()
	rows, err := m.db.QueryContext(t.Context(), `SELECT 'read ' || id FROM marks WHERE read UNION ALL SELECT 'star ' || id FROM marks WHERE starred
		UNION ALL SELECT 'tag ' || tag FROM tags UNION ALL SELECT 'note ' || text FROM notes
		UNION ALL SELECT 'takes ' || story || other || joined FROM takes UNION ALL SELECT 'line ' || story || other || joined FROM lines
		UNION ALL SELECT 'search ' || name || ' ' || text FROM searches ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close() //nolint:errcheck // the test fails anyway
	var list []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(list, ", ")
}

// changed returns the number of values that a step changed.
func changed(step Step) (n int) {
	for _, v := range step.Values {
		n += v.N
	}
	return n
}

func TestEveryChangeIsUndoneAndRedoneAlsoAfterARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	m := reopen(t, path)
	a, b := Story{ID: "a", Title: "Ferry stops"}, Story{ID: "b"}
	steps := [][]Change{
		{{Field: Read, Story: a, New: Yes}, {Field: Read, Story: b, New: Yes}},
		{{Field: Starred, Story: a, New: Yes}},
		{{Field: Tag, Story: a, Key: "port", New: Yes}, {Field: Tag, Story: a, Key: "sea", New: Yes}},
		{{Field: Note, Story: a, New: "first"}},
		{{Field: Note, Story: a, New: "second"}},
		{{Field: Takes, Story: a, Other: b, New: Cut}},
		{{Field: Takes, Story: b, Other: a, New: Joined}},
		{{Field: Line, Story: a, Other: b, New: Joined}},
		{{Field: SavedSearch, Key: "rates", New: "rate"}},
		{{Field: SavedSearch, Key: "rates", New: "rate cut"}},
		{{Field: SavedSearch, Key: "rates"}, {Field: Tag, Story: a, Key: "sea"}, {Field: Read, Story: b}},
	}
	states := []string{state(t, m)}
	for _, changes := range steps {
		step, err := m.Do(t.Context(), "action", changes...)
		if err != nil || step.Num == 0 || changed(step) != len(changes) {
			t.Fatalf("%+v, %v", step, err)
		}
		states = append(states, state(t, m))
	}
	if want := "line 121, line 211, note second, read a, star a, tag port, takes 121, takes 211"; states[len(steps)] != want {
		t.Errorf("%q, want %q", states[len(steps)], want)
	}
	_ = m.Close()
	m = reopen(t, path)
	for i := range slices.Backward(steps) {
		step, err := m.SetUndone(t.Context(), 0, true)
		if got := state(t, m); err != nil || step.Action != "action" || got != states[i] {
			t.Errorf("step %d undone: %q, want %q; %+v, %v", i, got, states[i], step, err)
		}
	}
	if step, err := m.SetUndone(t.Context(), 0, true); err != nil || step.Num != 0 {
		t.Errorf("nothing undone: %+v, %v", step, err)
	}
	for i := range steps {
		step, err := m.SetUndone(t.Context(), 0, false)
		if got := state(t, m); err != nil || got != states[i+1] || changed(step) != len(steps[i]) {
			t.Errorf("step %d redone: %q, want %q; %+v, %v", i, got, states[i+1], step, err)
		}
		if v := step.Values[0]; i == 4 && (v.Field != Note || v.Title != "Ferry stops" || v.Old != "first" || v.New != "second") {
			t.Errorf("%+v", v)
		}
	}
	if step, err := m.SetUndone(t.Context(), 0, false); err != nil || step.Num != 0 {
		t.Errorf("nothing redone: %+v, %v", step, err)
	}
}

func TestAStepSaysWhatItChangedOnceForAllStories(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	a, b := Story{ID: "a", Title: "Ferry stops"}, Story{ID: "b", Title: "Port opens"}
	set(t, m, Read, Yes, b)
	want := []Value{
		{Field: Read, N: 1, Title: "Ferry stops", New: Yes},
		{Field: Tag, N: 2, Title: "Ferry stops", Key: "sea", New: Yes},
		{Field: Line, N: 1, Title: "Ferry stops", Other: "Port opens", New: Joined},
	}
	step, err := m.Do(t.Context(), "several", Change{Field: Read, Story: a, New: Yes}, Change{Field: Read, Story: b, New: Yes},
		Change{Field: Tag, Story: a, Key: "sea", New: Yes}, Change{Field: Tag, Story: b, Key: "sea", New: Yes},
		Change{Field: Line, Story: a, Other: b, New: Joined})
	plain := func(values []Value) []Value {
		for i := range values {
			values[i].story, values[i].other = 0, 0
		}
		return values
	}
	if err != nil || step.Stories != 2 || !slices.Equal(plain(step.Values), want) {
		t.Errorf("%+v, %v", step, err)
	}
	undone, err := m.SetUndone(t.Context(), 0, true)
	if err != nil || undone.Num != step.Num || undone.Stories != 2 || !slices.Equal(plain(undone.Values), want) {
		t.Errorf("%+v, %v", undone, err)
	}
}

func TestWhatIsSeenIsNoStepAndEndsNoRedo(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	set(t, m, Starred, Yes, Story{ID: "a"})
	if _, err := m.SetUndone(t.Context(), 0, true); err != nil {
		t.Fatal(err)
	}
	if err := m.See(t.Context(), Story{ID: "b"}, Story{ID: "a"}); err != nil {
		t.Fatal(err)
	}
	if step, err := m.SetUndone(t.Context(), 0, true); err != nil || step.Num != 0 {
		t.Errorf("%+v, %v", step, err)
	}
	if step, err := m.SetUndone(t.Context(), 0, false); err != nil || step.Action != string(Starred) || state(t, m) != "read a, read b, star a" {
		t.Errorf("%+v, %v, %s", step, err, state(t, m))
	}
}

func TestTagsAndNotesAreRead(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	for _, id := range []story.ID{"a", "b"} {
		_, err := m.Do(t.Context(), "mark", Change{Field: Tag, Story: Story{ID: id}, Key: "sea", New: Yes},
			Change{Field: Tag, Story: Story{ID: id}, Key: "by " + string(id), New: Yes}, Change{Field: Note, Story: Story{ID: "b"}, New: "call the port"})
		if err != nil {
			t.Fatal(err)
		}
	}
	all, err := m.Tags(t.Context())
	if err != nil || !slices.Equal(all, []string{"by a", "by b", "sea"}) {
		t.Errorf("%q, %v", all, err)
	}
	if tags, err := m.TagsOf(t.Context(), "b"); err != nil || !slices.Equal(tags, []string{"by b", "sea"}) {
		t.Errorf("%q, %v", tags, err)
	}
	for id, want := range map[story.ID]string{"a": "", "b": "call the port", "none": ""} {
		if note, err := m.Note(t.Context(), id); err != nil || note != want {
			t.Errorf("%s: %q, %v", id, note, err)
		}
	}
	if tags, err := reopen(t, filepath.Join(t.TempDir(), "marks.db")).Tags(t.Context()); err != nil || len(tags) != 0 {
		t.Errorf("%q, %v", tags, err)
	}
}

func TestAChangeAfterAnUndoEndsTheRedo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	m, other := in(t, path, "one"), in(t, path, "other")
	set(t, m, Read, Yes, Story{ID: "a"})
	set(t, m, Starred, Yes, Story{ID: "a"})
	set(t, other, Starred, Yes, Story{ID: "b"})
	if step, err := m.SetUndone(t.Context(), 0, true); err != nil || step.Action != string(Starred) || step.Values[0].Title != "" {
		t.Errorf("%+v, %v", step, err)
	}
	set(t, m, Read, Yes, Story{ID: "a"}) // changes nothing
	if step, err := m.SetUndone(t.Context(), 0, false); err != nil || step.Num == 0 {
		t.Errorf("%+v, %v", step, err)
	}
	if _, err := m.SetUndone(t.Context(), 0, true); err != nil {
		t.Fatal(err)
	}
	set(t, m, Read, "", Story{ID: "a"})
	if step, err := m.SetUndone(t.Context(), 0, false); err != nil || step.Num != 0 {
		t.Errorf("%+v, %v", step, err)
	}
	if got := state(t, m); got != "star b" {
		t.Error(got)
	}
}

func TestAStepIsUndoneByItsNumber(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	first, err := m.Do(t.Context(), "star", Change{Field: Starred, Story: Story{ID: "a"}, New: Yes})
	if err != nil {
		t.Fatal(err)
	}
	set(t, m, Read, Yes, Story{ID: "a"})
	for _, want := range []int64{first.Num, 0} {
		if step, err := m.SetUndone(t.Context(), first.Num, true); err != nil || step.Num != want {
			t.Errorf("%+v, %v", step, err)
		}
	}
	if got := state(t, m); got != "read a" {
		t.Error(got)
	}
}

func TestTheJournalHasABound(t *testing.T) {
	m, err := InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close() //nolint:errcheck // the test is over
	for i := range maxSteps + 50 {
		set(t, m, Read, []string{Yes, ""}[i%2], Story{ID: "a"})
	}
	counts := make([]int, 2)
	for i, table := range []string{"steps", "changes"} {
		if err := m.db.QueryRowContext(t.Context(), `SELECT count(*) FROM `+table).Scan(&counts[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(counts, []int{maxSteps, maxSteps}) {
		t.Error(counts)
	}
}

func TestAnUnknownFieldIsRefused(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	if _, err := m.Do(t.Context(), "x", Change{Field: "colour", Story: Story{ID: "a"}, New: "red"}); err == nil {
		t.Error("a colour was saved")
	}
	if got := state(t, m); got != "" {
		t.Error(got)
	}
}
