package feed

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline/feed/marks"
	"dateline/feed/story"
)

// Marking says what to change about stories. The zero Marking changes nothing.
type Marking struct {
	Read, Starred *bool    // nil leaves the mark as it is
	Tag, Untag    []string // what CleanTag returns of them
	Note          *string  // replaces the reader's note; "" removes it
}

// Mark changes marks of stories, as one step that Undo undoes. When it returns, they are on
// disk. The step has the number 0 if everything was so already.
func (s *Store) Mark(ctx context.Context, m Marking, ids ...story.ID) (Step, error) {
	return s.MarkPicked(ctx, Picked{IDs: ids, Takes: ids}, m)
}

// MarkPicked changes marks of the stories that were picked, as one step.
func (s *Store) MarkPicked(ctx context.Context, p Picked, m Marking) (Step, error) {
	spelled, err := s.spellings(ctx, m.Tag, m.Untag)
	if err != nil {
		return Step{}, err
	}
	known := s.identities(ctx, p.Takes...)
	first := known
	if !slices.Equal(p.IDs, p.Takes) {
		first = only(known, p.IDs)
	}
	var changes []marks.Change
	add := func(to []marks.Story, field marks.Field, key, value string) {
		for _, st := range to {
			changes = append(changes, marks.Change{Field: field, Story: st, Key: key, New: value})
		}
	}
	if m.Read != nil {
		add(known, marks.Read, "", yes(*m.Read))
	}
	switch {
	case m.Starred != nil && *m.Starred:
		add(first, marks.Starred, "", marks.Yes)
	case m.Starred != nil:
		add(known, marks.Starred, "", "")
	}
	for _, t := range spelled[0] {
		add(first, marks.Tag, t, marks.Yes)
	}
	for _, t := range spelled[1] {
		add(known, marks.Tag, t, "")
	}
	if m.Note != nil {
		add(first, marks.Note, "", CleanNote(*m.Note))
	}
	return s.marks.Do(ctx, fmt.Sprintf(markAction, len(p.IDs)), changes...)
}

// only returns those of list that have one of ids, in the order of ids. An ID that list
// does not have is all that is known of its story.
func only(list []marks.Story, ids []story.ID) []marks.Story {
	at := make(map[story.ID]int, len(list))
	for i := range list {
		at[list[i].ID] = i
	}
	out := make([]marks.Story, len(ids))
	for i, id := range ids {
		if n, ok := at[id]; ok {
			out[i] = list[n]
		}
		out[i].ID = id
	}
	return out
}

// markAction is the action of a step that changes marks of the stories of some rows.
const markAction = "mark %d"

func yes(on bool) string {
	if on {
		return marks.Yes
	}
	return ""
}

// spellings returns lists of tags cleaned, without repetitions, and spelled as they are in
// use: "Later" is the tag "later", if that is there.
func (s *Store) spellings(ctx context.Context, lists ...[]string) ([][]string, error) {
	if len(slices.Concat(lists...)) == 0 {
		return lists, nil
	}
	used, err := s.marks.Tags(ctx)
	if err != nil {
		return nil, err
	}
	out := make([][]string, len(lists))
	for i, list := range lists {
		for _, t := range list {
			if t = CleanTag(t); t == "" {
				continue
			}
			if n := slices.IndexFunc(used, func(u string) bool { return strings.EqualFold(u, t) }); n < 0 {
				used = append(used, t)
			} else if !slices.Contains(used, t) {
				t = used[n]
			}
			if !slices.Contains(out[i], t) {
				out[i] = append(out[i], t)
			}
		}
	}
	return out, nil
}

// SetRead marks a story as read or unread. When it returns, the mark is on disk.
func (s *Store) SetRead(ctx context.Context, id story.ID, read bool) error {
	_, err := s.Mark(ctx, Marking{Read: &read}, id)
	return err
}

// SetStarred stars or unstars a story.
func (s *Store) SetStarred(ctx context.Context, id story.ID, starred bool) error {
	_, err := s.Mark(ctx, Marking{Starred: &starred}, id)
	return err
}

// Tags returns the reader's tags of all archives, in order.
func (s *Store) Tags(ctx context.Context) ([]string, error) { return s.marks.Tags(ctx) }

// TagsOf returns the reader's tags of a story, in order.
func (s *Store) TagsOf(ctx context.Context, id story.ID) ([]string, error) {
	return s.marks.TagsOf(ctx, id)
}

// Note returns the reader's note on a story, "" if there is none.
func (s *Store) Note(ctx context.Context, id story.ID) (string, error) { return s.marks.Note(ctx, id) }
