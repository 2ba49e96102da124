package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// Place returns the reader's last place in a story, or the zero Place if it was never
// set.
func (s *Store) Place(ctx context.Context, id story.ID) (Place, error) {
	p, err := s.marks.Place(ctx, id)
	return Place(p), err
}

// SetPlace saves the reader's place in a story.
func (s *Store) SetPlace(ctx context.Context, id story.ID, p Place) error {
	return s.marks.SetPlace(ctx, s.identities(ctx, id)[0], marks.Place(p))
}

// identities returns what stories are known by. A story that the catalog does not have, or
// if it fails, has an ID alone: its marks are lost only if its file moves.
func (s *Store) identities(ctx context.Context, ids ...story.ID) []marks.Story {
	known, _ := s.shelf.catalog().Identities(ctx, ids...)
	byID := make(map[story.ID]marks.Story, len(known))
	for _, id := range known {
		byID[id.ID] = marks.Story(id)
	}
	out := make([]marks.Story, len(ids))
	for i, id := range ids {
		out[i] = byID[id]
		out[i].ID = id
	}
	return out
}

// session is the name of the Session in the marks.
const session = "reader"

// savedSession is a Session in the marks. It has the path as bytes because a JSON
// string must be UTF-8.
type savedSession struct {
	Session
	Path []byte
}

// Session returns the saved session, or the zero Session if there is none.
func (s *Store) Session(ctx context.Context) (Session, error) {
	var v savedSession
	err := s.marks.Session(ctx, session, &v)
	v.RowKey.Path = string(v.Path)
	return v.Session, err
}

// SaveSession saves the session.
func (s *Store) SaveSession(ctx context.Context, ss Session) error {
	return s.marks.SaveSession(ctx, session, savedSession{ss, []byte(ss.RowKey.Path)})
}

// bindIn makes a catalog group takes as the reader said.
func bindIn(ctx context.Context, c *catalog.Catalog) error {
	bonds, err := c.Bonds(ctx)
	if err != nil {
		return err
	}
	return c.SetBonds(ctx, bonds)
}
