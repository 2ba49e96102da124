package mark_test

import (
	"testing"

	"dateline/feed/story"
	"dateline/ui/mark"
)

func TestOnlyMarksMadeAfterTheRowWasReadApply(t *testing.T) {
	var m mark.Marks
	m.SetRead("a", true)
	m.SetStarred("a", true)
	m.SetRead("b", true)
	m.SetRead("a", false)
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
