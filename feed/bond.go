package feed

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// Bonds says what a Join or Cut changed. Unbond takes it back.
type Bonds struct{ step int64 }

// Empty reports whether nothing was changed.
func (b Bonds) Empty() bool { return b.step == 0 }

// Join makes two stories takes of one story, whatever their texts say, and with them the
// other takes of both. If they are takes of one story already, it changes nothing.
func (s *Store) Join(ctx context.Context, a, b story.ID) (Bonds, error) {
	ours, err := s.kinIDs(ctx, a)
	if err != nil || slices.Contains(ours, b) {
		return Bonds{}, err
	}
	theirs, err := s.kinIDs(ctx, b)
	if err != nil {
		return Bonds{}, err
	}
	cut, err := s.marks.CutTakes(ctx)
	if err != nil {
		return Bonds{}, err
	}
	changes := s.bonds(ctx, a, marks.Joined, b)
	for _, c := range cut { // an earlier cut must not keep them apart
		if slices.Contains(ours, c[0]) && slices.Contains(theirs, c[1]) && c != [2]story.ID{a, b} {
			changes = append(changes, s.bonds(ctx, c[0], "", c[1])...)
		}
	}
	return s.setTakes(ctx, "join", changes)
}

// Cut makes a take a story of its own, whatever its text says. If it is one, it changes
// nothing.
func (s *Store) Cut(ctx context.Context, id story.ID) (Bonds, error) {
	kin, err := s.kinIDs(ctx, id)
	if err != nil {
		return Bonds{}, err
	}
	return s.setTakes(ctx, "cut", s.bonds(ctx, id, marks.Cut, kin[1:]...))
}

// bonds returns a change of what is between a story and others.
func (s *Store) bonds(ctx context.Context, id story.ID, value string, others ...story.ID) []marks.Change {
	known := s.identities(ctx, append([]story.ID{id}, others...)...)
	changes := make([]marks.Change, len(others))
	for i := range others {
		changes[i] = marks.Change{Field: marks.Takes, Story: known[0], Other: known[i+1], New: value}
	}
	return changes
}

// Unbond takes back a Join or Cut.
func (s *Store) Unbond(ctx context.Context, b Bonds) error {
	if _, err := s.marks.SetUndone(ctx, b.step, true); err != nil {
		return err
	}
	return s.bind(ctx)
}

func (s *Store) setTakes(ctx context.Context, action string, changes []marks.Change) (Bonds, error) {
	step, err := s.marks.Do(ctx, action, changes...)
	if err != nil {
		return Bonds{}, err
	}
	return Bonds{step.Num}, s.bind(ctx)
}

// bind makes the catalog group takes as the reader said.
func (s *Store) bind(ctx context.Context) error {
	_, err := withCatalog(ctx, s, "bonds", func(c *catalog.Catalog) (struct{}, error) { return struct{}{}, bindIn(ctx, c) })
	return err
}

// kinIDs returns the IDs of all takes of a story, itself first.
func (s *Store) kinIDs(ctx context.Context, id story.ID) ([]story.ID, error) {
	rows, err := s.takesOf(ctx, id)
	ids := []story.ID{id}
	for _, r := range rows {
		if r.ID != id {
			ids = append(ids, r.ID)
		}
	}
	return ids, err
}
