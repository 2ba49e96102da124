package marks

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"dateline/feed/story"
)

// in opens the marks of an archive in the file at path.
func in(t *testing.T, path, archive string) *Marks {
	t.Helper()
	m, err := Open(t.Context(), path, Archive{Name: archive, Path: "/" + archive})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	return m
}

func TestAStoryInTwoArchivesHasTheSameMarks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	a, b := in(t, path, "a"), in(t, path, "b")
	one, other := Story{ID: "one", Digest: []byte("1")}, Story{ID: "other", Digest: []byte("1")}
	set(t, a, Starred, Yes, one)
	set(t, a, Starred, Yes, Story{ID: "one more", Digest: []byte("1")}) // a copy in a
	set(t, b, Read, Yes, other)
	set(t, b, Read, Yes, Story{ID: "another", Digest: []byte("2")})
	if got := mark(t, b, "other"); !got.Read || !got.Starred {
		t.Errorf("in b: %+v", got)
	}
	set(t, a, Starred, "", Story{ID: "one more"})
	if got := mark(t, b, "other"); got.Starred {
		t.Errorf("without its star, in b: %+v", got)
	}
	if got := mark(t, a, "one"); got.Read || !got.Starred {
		t.Errorf("the copy in a: %+v", got)
	}
}

func TestAStoryThatMovesTakesItsMarksAlong(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	set(t, m, Starred, Yes, Story{ID: "old", Digest: []byte("d")}, Story{ID: "taken"}, Story{ID: "second"})
	set(t, m, Starred, "", Story{ID: "taken"})
	set(t, m, Read, Yes, Story{ID: "replaced", Digest: []byte("e")})
	places, err := m.Placed(t.Context(), []story.ID{"old", "second", "nowhere"})
	if err != nil || len(places) != 2 || string(places[0].Story.Digest) != "d" {
		t.Fatalf("%+v, %v", places, err)
	}
	err = m.Move(t.Context(), Moves{
		Lost:   []story.ID{"replaced"},
		Edited: []Story{{ID: "taken", Digest: []byte("f"), Title: "Title"}},
		Found: []Placed{
			{Num: places[0].Num, Story: Story{ID: "new", Path: "new.txt", Digest: []byte("d")}},
			{Num: places[1].Num, Story: Story{ID: "taken"}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[story.ID]bool{"new": true, "second": true, "taken": false} {
		if got := mark(t, m, id); got.Starred != want {
			t.Errorf("%+v", got)
		}
	}
	if got := mark(t, m, "taken"); string(got.Digest) != "f" {
		t.Errorf("%+v", got)
	}
	places, err = m.Placed(t.Context(), []story.ID{"old", "replaced"})
	if err != nil || len(places) != 0 {
		t.Errorf("%+v are still there, %v", places, err)
	}
	set(t, m, Starred, Yes, Story{ID: "replaced"})
	if got := mark(t, m, "replaced"); got.Read {
		t.Errorf("the story that came later: %+v", got)
	}
}

func TestAMarkOnAnotherStoryAtTheSamePlaceLeavesTheOldMarks(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	set(t, m, Starred, Yes, Story{ID: "a", Title: "Ferry stops", Dateline: "TOLVIK, 2031-03-14", Digest: []byte("1")})
	set(t, m, Read, Yes, Story{ID: "a", Title: "Orchard sold", Dateline: "HESKER, 2031-03-15", Digest: []byte("2")})
	if got := mark(t, m, "a"); got.Starred || !got.Read {
		t.Errorf("%+v", got)
	}
}

func TestEditedTellsAnEditFromAnotherStory(t *testing.T) {
	sample := func(same int) []byte { // of 16 hashes
		b := []byte{1}
		for i := range byte(16) {
			if int(i) < same {
				b = append(b, 2*i, 0, 0, 0)
			} else {
				b = append(b, 2*i+1, 0, 0, 0)
			}
		}
		return b
	}
	old := Story{Title: "Ferry to Tolvik stops", Dateline: "TOLVIK, 2031-03-14", Digest: []byte("1"), Sample: sample(16)}
	for name, tt := range map[string]struct {
		cur  Story
		want bool
	}{
		"the same bytes":                                {Story{Title: "X", Digest: []byte("1")}, true},
		"its text and dateline":                         {Story{Title: "Boat adrift", Dateline: old.Dateline, Digest: []byte("2"), Sample: sample(10)}, true},
		"its text of another day":                       {Story{Title: old.Title, Dateline: "TOLVIK, 2031-03-15", Digest: []byte("2"), Sample: sample(10)}, false},
		"all of its text":                               {Story{Title: "Boat adrift", Dateline: "SKARN, 2031-03-14", Digest: []byte("2"), Sample: sample(14)}, true},
		"its text without dateline":                     {Story{Title: "Boat adrift", Digest: []byte("2"), Sample: sample(10)}, true},
		"its headline of a day, without text":           {Story{Title: old.Title, Dateline: "TOLVIK, 2031-03-15", Digest: []byte("2")}, false},
		"its headline without more":                     {Story{Title: old.Title, Digest: []byte("2")}, true},
		"its headline, another text":                    {Story{Title: old.Title, Digest: []byte("2"), Sample: sample(0)}, false},
		"its headline and day":                          {Story{Title: "Ferry stops off Tolvik", Dateline: old.Dateline, Digest: []byte("2"), Sample: sample(0)}, true},
		"its headline of a day":                         {Story{Title: old.Title, Dateline: "TOLVIK, 2031-03-15", Digest: []byte("2"), Sample: sample(0)}, false},
		"its dateline, and a sample of another version": {Story{Title: "Orchard sold", Dateline: old.Dateline, Digest: []byte("2"), Sample: []byte{2}}, true},
		"its dateline":                                  {Story{Title: "Orchard sold", Dateline: old.Dateline, Digest: []byte("2"), Sample: sample(0)}, false},
		"nothing":                                       {Story{Title: "Orchard sold", Digest: []byte("2"), Sample: sample(0)}, false},
		"nothing that it is known by":                   {Story{Digest: []byte("2")}, true},
	} {
		if got := Edited(&old, &tt.cur); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
	old.Name = 7
	for name, tt := range map[string]struct {
		cur  Story
		want bool
	}{
		"its name and text":     {Story{Name: 7, Sample: sample(10)}, true},
		"its name":              {Story{Name: 7, Sample: sample(0)}, false},
		"its name without text": {Story{Name: 7}, false},
		"its text":              {Story{Name: 8, Sample: sample(16)}, false},
	} {
		if got := Recast(&old, &tt.cur); got != tt.want {
			t.Errorf("recast with %s: %t", name, got)
		}
	}
	if Recast(&Story{}, &Story{}) || !Recast(&Story{Name: 7}, &Story{Name: 7}) {
		t.Error("stories without text")
	}
}

func TestAMovedArchiveIsKnownByItsFolder(t *testing.T) {
	dir := t.TempDir()
	path, old, moved := filepath.Join(dir, "marks.db"), filepath.Join(dir, "old"), filepath.Join(dir, "moved")
	write := func(folder string) {
		t.Helper()
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		for i := range 4 {
			if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(i)), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	enter := func(a Archive) *Marks {
		t.Helper()
		m, err := Open(t.Context(), path, a)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = m.Close() })
		return m
	}
	first := enter(Archive{"1", old, "9 9"})
	set(t, first, Read, Yes, Story{ID: "0", Path: "0"}, Story{ID: "1", Path: "1#2"}, Story{ID: "5", Path: "gone"})
	write(old)
	if m := enter(Archive{"2", moved, "9 9"}); m.archive == first.archive {
		t.Error("an archive whose old folder is there was moved")
	}
	if err := os.RemoveAll(old); err != nil {
		t.Fatal(err)
	}
	if m := enter(Archive{"3", filepath.Join(dir, "empty"), "9 9"}); m.archive == first.archive {
		t.Error("a folder without its files is the archive")
	}
	write(moved)
	if m := enter(Archive{"4", moved, "8 8"}); m.archive == first.archive {
		t.Error("another folder is the archive")
	}
	if m := enter(Archive{"5", moved, "9 9"}); m.archive != first.archive {
		t.Error("the moved archive is another")
	}
	if m := enter(Archive{"5", moved, "9 9"}); m.archive != first.archive {
		t.Error("the moved archive is another the next time")
	}
}
