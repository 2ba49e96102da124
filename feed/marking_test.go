package feed_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

// mark marks stories and returns the step.
func mark(t *testing.T, s *feed.Store, m feed.Marking, ids ...story.ID) feed.Step {
	t.Helper()
	step, err := s.Mark(t.Context(), m, ids...)
	if err != nil {
		t.Fatal(err)
	}
	return step
}

func TestSeveralMarksOfSeveralStoriesAreOneStep(t *testing.T) {
	s := openFiles(t, ferryTakes)
	a, b := story.NewID("2031/03/14/a.txt"), story.NewID("2031/03/15/d.txt")
	step := mark(t, s, feed.Marking{Read: new(true), Starred: new(true), Tag: []string{"Port", "sea"}, Note: new("call the port")}, a, b)
	if step.Num == 0 || step.Stories != 2 || len(step.Values) != 5 {
		t.Errorf("%+v", step)
	}
	state := func() (out []any) {
		for _, id := range []story.ID{a, b} {
			row, err := s.Row(t.Context(), id)
			tags, tagErr := s.TagsOf(t.Context(), id)
			note, noteErr := s.Note(t.Context(), id)
			if err != nil || tagErr != nil || noteErr != nil {
				t.Fatal(err, tagErr, noteErr)
			}
			out = append(out, row.Read, row.Starred, strings.Join(tags, " "), note)
		}
		return out
	}
	marked := []any{true, true, "Port sea", "call the port", true, true, "Port sea", "call the port"}
	if got := state(); !slices.Equal(got, marked) {
		t.Errorf("%v", got)
	}
	if mark(t, s, feed.Marking{Read: new(true), Tag: []string{"PORT"}}, a).Num != 0 {
		t.Error("what is so already is a step")
	}
	mark(t, s, feed.Marking{Untag: []string{"port"}, Note: new("")}, a)
	if got := state(); !slices.Equal(got[:4], []any{true, true, "sea", ""}) {
		t.Errorf("%v", got)
	}
	for _, undo := range []func() (feed.Step, error){
		func() (feed.Step, error) { return s.Undo(t.Context()) }, func() (feed.Step, error) { return s.Undo(t.Context()) },
		func() (feed.Step, error) { return s.Redo(t.Context()) },
	} {
		if step, err := undo(); err != nil || step.Num == 0 {
			t.Fatalf("%+v, %v", step, err)
		}
	}
	if got := state(); !slices.Equal(got, marked) {
		t.Errorf("undone and redone: %v", got)
	}
}

func TestUndoDoesNotUndoWhatWasOnlySeen(t *testing.T) {
	s := openFiles(t, ferryTakes)
	a, d := story.NewID("2031/03/14/a.txt"), story.NewID("2031/03/15/d.txt")
	mark(t, s, feed.Marking{Starred: new(true)}, a)
	if _, err := s.MarkSeen(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	step, err := s.Undo(t.Context())
	if err != nil || len(step.Values) != 1 || step.Values[0].Field != feed.StarField {
		t.Errorf("%+v, %v", step, err)
	}
	if step, err := s.Undo(t.Context()); err != nil || step.Num != 0 {
		t.Errorf("%+v, %v", step, err)
	}
	if row, err := s.Row(t.Context(), d); err != nil || !row.Read {
		t.Errorf("%v, %v", row.Read, err)
	}
}

func TestUndoPutsTakesBack(t *testing.T) {
	s := openFiles(t, ferryTakes)
	if _, err := s.Cut(t.Context(), story.NewID("2031/03/14/b.txt")); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{3, 2} {
		step, err := s.Undo(t.Context())
		if want == 2 {
			step, err = s.Redo(t.Context())
		}
		if err != nil || step.Values[0].Field != feed.TakesField {
			t.Fatalf("%+v, %v", step, err)
		}
		if got := together(t, s, "2031/03/14/a.txt"); len(got) != want {
			t.Errorf("%v", got)
		}
	}
}

func TestATagIsOneCleanWord(t *testing.T) {
	for text, want := range map[string]string{
		"later": "later", " port  ellery ": "port-ellery", "a,b": "a-b", "--x": "x", "-": "", ",": "", `"q"`: "q", "기준 금리": "기준-금리",
		"\x1b[31mred\x1b[0m\x07": "red", "a\nb": "a-b", strings.Repeat("é", 100): strings.Repeat("é", 60),
	} {
		got := feed.CleanTag(text)
		if got != want || feed.CleanTag(got) != got {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	tag, untag := feed.ReadTags("later, port-ellery -sea  ,-, \x1b]0;x\x07 -\x1b[1m")
	if !slices.Equal(tag, []string{"later", "port-ellery"}) || !slices.Equal(untag, []string{"sea"}) {
		t.Errorf("%q, %q", tag, untag)
	}
	if note := feed.CleanNote("\x1b[2J call\n\nthe port\x9b31m\n"); note != "call\n\nthe port" {
		t.Errorf("%q", note)
	}
	if note := feed.CleanNote(strings.Repeat("é", 1<<16)); len(note) > 1<<16 || strings.Trim(note, "é") != "" {
		t.Errorf("%d bytes", len(note))
	}
}
