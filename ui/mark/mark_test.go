package mark_test

import (
	"testing"

	"dateline/feed/story"
	"dateline/ui/mark"
)

func TestOnlyMarksMadeAfterTheRowWasReadApply(t *testing.T) {
	var m mark.Marks
	m.SetRead(m.Next(), "a", true)
	m.SetStarred(m.Next(), "a", true)
	m.SetRead(m.Next(), "b", true)
	m.SetRead(m.Next(), "a", false)
	tests := []struct {
		id            story.ID
		n             int
		row           story.Row // as the store returned it
		read, starred bool
	}{
		{"a", 0, story.Row{}, false, true},
		{"a", 1, story.Row{Read: true}, false, true},
		{"a", 2, story.Row{Read: true, Starred: true}, false, true},
		{"a", 3, story.Row{Read: true}, false, false},
		{"a", 4, story.Row{Read: true}, true, false}, // another program's mark, read since
		{"b", 2, story.Row{}, true, false},
		{"b", 3, story.Row{}, false, false},
		{"c", 0, story.Row{Starred: true}, false, true},
	}
	for _, tt := range tests {
		row := tt.row
		row.ID = tt.id
		if m.Apply(&row, tt.n); row.Read != tt.read || row.Starred != tt.starred {
			t.Errorf("%s after %d marks: read %v, starred %v", tt.id, tt.n, row.Read, row.Starred)
		}
	}
	if m.N() != 4 {
		t.Errorf("%d marks", m.N())
	}
}

func TestNilMarksChangeNoRow(t *testing.T) {
	var m *mark.Marks
	row := story.Row{ID: "a", Read: true}
	if m.Apply(&row, 0); !row.Read || m.N() != 0 {
		t.Errorf("%+v, %d", row, m.N())
	}
}

func TestAMarkOnAStoryIsOnAllItsTakes(t *testing.T) {
	var m mark.Marks
	take := func(id story.ID) *story.Row { return &story.Row{ID: id, Group: "a", Takes: 2} }
	check := func(what string, row *story.Row, read, starred bool) {
		t.Helper()
		if row.Read != read || row.Starred != starred {
			t.Errorf("%s: read %v, starred %v", what, row.Read, row.Starred)
		}
	}
	whole, a, b := take("b"), take("a"), take("b")
	apply := func() {
		*whole, *a, *b = *take("b"), *take("a"), *take("b")
		m.ApplyStory(whole, 0)
		m.Apply(a, 0)
		m.Apply(b, 0)
	}
	m.SetStoryRead(m.Next(), "a", true)
	m.SetStoryStarred(m.Next(), "b", "a", true)
	apply()
	check("the story, read and starred", whole, true, true)
	check("its older take", a, true, false)
	check("its newer take", b, true, true)
	m.SetRead(m.Next(), "b", false)
	m.SetStarred(m.Next(), "a", true)
	apply()
	check("the story before it is settled", whole, true, true)
	check("a take that was marked later", b, false, true)
	m.Settle(3, &story.Row{ID: "b", Group: "a"}, nil)
	apply()
	check("the story after it is settled", whole, false, false)
	m.SetStoryStarred(m.Next(), "b", "a", false)
	apply()
	check("a take of a story without stars", a, true, false)
	m.SetStoryRead(m.Next(), "a", true)
	m.Settle(3, &story.Row{ID: "b", Group: "a"}, []story.ID{"b"})
	apply()
	check("a story that was marked later", whole, true, false)
	alone := &story.Row{ID: "c"}
	m.Settle(9, alone, nil)
	m.ApplyStory(alone, 0)
	check("a story with one take", alone, false, false)
}

func TestTakesThatAStoryCarriesAreReadWithIt(t *testing.T) {
	var m mark.Marks
	m.SetRead(m.Next(), "b", true)
	m.Settle(1, &story.Row{ID: "b", Group: "a", Read: true}, []story.ID{"a"})
	older := &story.Row{ID: "a", Group: "a"}
	if m.Apply(older, 0); !older.Read {
		t.Error("the older take is unread")
	}
	m.SetRead(m.Next(), "a", false)
	m.Settle(1, &story.Row{ID: "b", Group: "a", Read: true}, []story.ID{"a"})
	if m.Apply(older, 0); older.Read {
		t.Error("a late answer has replaced a later mark")
	}
}
