package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// SetRead marks a story as read or unread. When it returns, the mark is on disk.
func (s *Store) SetRead(ctx context.Context, id story.ID, read bool) error {
	return s.marks.SetRead(ctx, id, s.digest(ctx, id), read)
}

// SetStarred stars or unstars a story.
func (s *Store) SetStarred(ctx context.Context, id story.ID, starred bool) error {
	return s.marks.SetStarred(ctx, id, s.digest(ctx, id), starred)
}

// Place returns the reader's last place in a story, or the zero Place if it was never
// set.
func (s *Store) Place(ctx context.Context, id story.ID) (Place, error) {
	p, err := s.marks.Place(ctx, id)
	return Place(p), err
}

// SetPlace saves the reader's place in a story.
func (s *Store) SetPlace(ctx context.Context, id story.ID, p Place) error {
	return s.marks.SetPlace(ctx, id, s.digest(ctx, id), marks.Place(p))
}

// digest returns the digest of a story's content, or nil if the catalog fails. A mark
// without a digest is lost only if its file moves.
func (s *Store) digest(ctx context.Context, id story.ID) []byte {
	digest, err := s.shelf.catalog().Digest(ctx, id)
	if err != nil {
		return nil
	}
	return digest
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

// adopt moves marks to the stories whose files have moved and, if edited, updates the
// digests of marked stories.
func (s *Store) adopt(ctx context.Context, cat *catalog.Catalog, edited bool) (err error) {
	var outdated []catalog.Marked
	if edited {
		outdated, err = cat.Outdated(ctx)
	}
	if err != nil {
		return err
	}
	for _, m := range outdated {
		if err := s.marks.SetDigest(ctx, m.ID, m.Digest); err != nil {
			return err
		}
	}
	orphans, err := cat.Orphans(ctx)
	if err != nil {
		return err
	}
	for _, m := range orphans {
		moved, ok, err := cat.Unmarked(ctx, m.Digest)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if err := s.marks.Adopt(ctx, m.ID, moved); err != nil {
			return err
		}
	}
	return nil
}

// bindIn makes a catalog group takes as the reader said.
func bindIn(ctx context.Context, c *catalog.Catalog) error {
	bonds, err := c.Bonds(ctx)
	if err != nil {
		return err
	}
	return c.SetBonds(ctx, bonds)
}
