package feed

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// Bonds says what a reader said about takes before a change. Unbond takes it back.
type Bonds struct{ old []marks.Bond }

// Empty reports whether nothing was changed.
func (b Bonds) Empty() bool { return len(b.old) == 0 }

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
	bonds := []marks.Bond{{A: s.member(ctx, a), B: s.member(ctx, b), Joined: true}}
	for _, c := range cut { // an earlier cut must not keep them apart
		if slices.Contains(ours, c[0]) && slices.Contains(theirs, c[1]) && c != [2]story.ID{a, b} {
			bonds = append(bonds, marks.Bond{A: marks.Member{ID: c[0]}, B: marks.Member{ID: c[1]}, None: true})
		}
	}
	return s.setTakes(ctx, bonds)
}

// Cut makes a take a story of its own, whatever its text says. If it is one, it changes
// nothing.
func (s *Store) Cut(ctx context.Context, id story.ID) (Bonds, error) {
	kin, err := s.kinIDs(ctx, id)
	if err != nil {
		return Bonds{}, err
	}
	var bonds []marks.Bond
	for _, other := range kin {
		if other != id {
			bonds = append(bonds, marks.Bond{A: s.member(ctx, id), B: s.member(ctx, other)})
		}
	}
	return s.setTakes(ctx, bonds)
}

// Unbond takes back a Join or Cut.
func (s *Store) Unbond(ctx context.Context, b Bonds) error {
	_, err := s.setTakes(ctx, b.old)
	return err
}

func (s *Store) setTakes(ctx context.Context, bonds []marks.Bond) (Bonds, error) {
	old, err := s.marks.SetTakes(ctx, bonds)
	if err != nil {
		return Bonds{}, err
	}
	return Bonds{old}, s.bind(ctx)
}

// bind makes the catalog group takes as the reader said.
func (s *Store) bind(ctx context.Context) error {
	_, err := withCatalog(ctx, s, "bonds", func(c *catalog.Catalog) (struct{}, error) { return struct{}{}, bindIn(ctx, c) })
	return err
}

// kinIDs returns the IDs of all takes of a story, itself included.
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

func (s *Store) member(ctx context.Context, id story.ID) marks.Member {
	return marks.Member{ID: id, Digest: s.digest(ctx, id)}
}
