package feed

import (
	"context"
	"fmt"
	"slices"

	"dateline/feed/marks"
)

// Step is what one action of the reader changed.
type Step = marks.Step

// StepValue is a value that a Step has changed, of one story or of many.
type StepValue = marks.Value

// Field is what a value of a Step belongs to.
type Field = marks.Field

// The fields of a Step.
const (
	ReadField   = marks.Read
	StarField   = marks.Starred
	TagField    = marks.Tag
	NoteField   = marks.Note
	TakesField  = marks.Takes
	LineField   = marks.Line
	SearchField = marks.SavedSearch
)

// Joined is the value of TakesField and LineField of two stories that were put together; any
// other but "" is that of two that were cut.
const Joined = marks.Joined

// Undo undoes the last step in this archive that has not been undone. It returns the step,
// which has the number 0 if there is none. Steps can be undone after a restart too.
func (s *Store) Undo(ctx context.Context) (Step, error) { return s.setUndone(ctx, true) }

// Redo does again what Undo has undone last.
func (s *Store) Redo(ctx context.Context) (Step, error) { return s.setUndone(ctx, false) }

func (s *Store) setUndone(ctx context.Context, undone bool) (Step, error) {
	step, err := s.marks.SetUndone(ctx, 0, undone)
	if err == nil && slices.ContainsFunc(step.Values, func(v marks.Value) bool { return v.Field == marks.Takes }) {
		err = s.bind(ctx)
	}
	return step, err
}

// Rows returns the number of rows that the stories of a step were picked from; that of the
// stories if they were not.
func Rows(step *Step) (n int) {
	if _, err := fmt.Sscanf(step.Action, markAction, &n); err != nil {
		return step.Stories
	}
	return n
}
