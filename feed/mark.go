package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// SetRead marks a story as read or unread. When it returns, the mark is on
// the disk.
func (s *Store) SetRead(ctx context.Context, id story.ID, read bool) error {
	return s.marks.SetRead(ctx, id, s.digest(ctx, id), read)
}

// SetStarred stars a story or takes the star away.
func (s *Store) SetStarred(ctx context.Context, id story.ID, starred bool) error {
	return s.marks.SetStarred(ctx, id, s.digest(ctx, id), starred)
}

// Place returns where the reader left a story; the zero Place when never set.
func (s *Store) Place(ctx context.Context, id story.ID) (Place, error) {
	p, err := s.marks.Place(ctx, id)
	return Place(p), err
}

// SetPlace keeps where the reader is in a story.
func (s *Store) SetPlace(ctx context.Context, id story.ID, p Place) error {
	return s.marks.SetPlace(ctx, id, s.digest(ctx, id), marks.Place(p))
}

// digest is that of a story's content. A mark does not fail where the catalog
// does: without a digest it is only lost when the file moves.
func (s *Store) digest(ctx context.Context, id story.ID) []byte {
	digest, err := s.shelf.catalog().Digest(ctx, id)
	if err != nil {
		return nil
	}
	return digest
}

// session is the name that the marks keep it by.
const session = "reader"

// saved is a Session as it is kept. JSON would spoil the bytes of a path.
type saved struct {
	Session
	Path []byte
}

// Session returns where the reader stopped; the zero Session at first.
func (s *Store) Session(ctx context.Context) (Session, error) {
	var v saved
	err := s.marks.Session(ctx, session, &v)
	v.RowKey.Path = string(v.Path)
	return v.Session, err
}

// SaveSession keeps where the reader stopped.
func (s *Store) SaveSession(ctx context.Context, ss Session) error {
	return s.marks.SaveSession(ctx, session, saved{ss, []byte(ss.RowKey.Path)})
}

// adopt gives the marks of stories that were moved to where these are now,
// and notes the new content of those that were edited, if there are any.
func (s *Store) adopt(ctx context.Context, cat *catalog.Catalog, anyEdited bool) (err error) {
	var edited []catalog.Marked
	if anyEdited {
		edited, err = cat.Outdated(ctx)
	}
	if err != nil {
		return err
	}
	for _, m := range edited {
		if err := s.marks.SetDigest(ctx, m.ID, m.Digest); err != nil {
			return err
		}
	}
	orphans, err := cat.Orphans(ctx)
	if err != nil {
		return err
	}
	for _, m := range orphans {
		now, ok, err := cat.Unmarked(ctx, m.Digest)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if err := s.marks.Adopt(ctx, m.ID, now); err != nil {
			return err
		}
	}
	return nil
}
