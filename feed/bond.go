package feed

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// Join makes two stories takes of one story, whatever their texts say, and with them the
// other takes of both. If they are takes of one story already, it changes nothing, and the
// step has the number 0.
func (s *Store) Join(ctx context.Context, a, b story.ID) (Step, error) {
	ours, err := s.kinIDs(ctx, a)
	if err != nil || slices.Contains(ours, b) {
		return Step{}, err
	}
	theirs, err := s.kinIDs(ctx, b)
	if err != nil {
		return Step{}, err
	}
	cut, err := s.marks.CutTakes(ctx)
	if err != nil {
		return Step{}, err
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
// nothing, and the step has the number 0.
func (s *Store) Cut(ctx context.Context, id story.ID) (Step, error) {
	kin, err := s.kinIDs(ctx, id)
	if err != nil {
		return Step{}, err
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

func (s *Store) setTakes(ctx context.Context, action string, changes []marks.Change) (Step, error) {
	step, err := s.marks.Do(ctx, action, changes...)
	if err != nil {
		return Step{}, err
	}
	return step, s.bind(ctx)
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
