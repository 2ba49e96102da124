package feed

import (
	"context"
	"errors"
	"iter"

	"dateline/feed/archive"
	"dateline/feed/story"
)

var errUnbuilt = errors.New("not built yet")

// Dirs are dateline's own folders. Where one is empty nothing of its kind
// outlives Close.
type Dirs struct{ Cache, State string }

// UserDirs are the folders of the person who runs dateline, XDG on every
// system.
func UserDirs() Dirs { return Dirs{} }

// Store is an open archive.
type Store struct{ src archive.Source }

// Open opens the store of src.
func Open(_ context.Context, src archive.Source, _ Dirs) (*Store, error) { return &Store{src: src}, nil }

// Close closes the store.
func (s *Store) Close() error { return nil }

// Name is the archive's name, for people.
func (s *Store) Name() string { return s.src.Name() }

// Warnings are sentences that the reader should see once.
func (s *Store) Warnings() []string { return nil }

// Scan brings the catalog up to date with the archive.
func (s *Store) Scan(context.Context, func(Progress)) (Progress, error) {
	return Progress{}, errUnbuilt
}

// Rows returns rows in list order: n from the key on, or -n above it.
func (s *Store) Rows(context.Context, story.Key, int) ([]story.Row, error) { return nil, errUnbuilt }

// Row returns one row.
func (s *Store) Row(context.Context, story.ID) (story.Row, error) { return story.Row{}, errUnbuilt }

// Counts returns how much there is.
func (s *Store) Counts(context.Context) (Counts, error) { return Counts{}, errUnbuilt }

// Position returns the number of rows above k.
func (s *Store) Position(context.Context, story.Key) (int, error) { return 0, errUnbuilt }

// NextUnread returns the nearest unread row after from, or before it.
func (s *Store) NextUnread(context.Context, story.Key, bool) (story.Row, bool, error) {
	return story.Row{}, false, errUnbuilt
}

// Find resolves what a person typed to a story.
func (s *Store) Find(context.Context, string) (story.ID, error) { return "", errUnbuilt }

// Story reads a story from its file.
func (s *Store) Story(context.Context, story.ID) (*story.Story, error) { return nil, errUnbuilt }

// Related resolves the related headlines of st, in order.
func (s *Store) Related(context.Context, *story.Story) ([]Link, error) { return nil, errUnbuilt }

// CitedBy returns the stories that lead to id, newest first.
func (s *Store) CitedBy(context.Context, story.ID) ([]story.Row, error) { return nil, errUnbuilt }

// Takes returns all takes of st, itself included, oldest first.
func (s *Store) Takes(context.Context, *story.Story) ([]story.Row, error) { return nil, errUnbuilt }

// SetRead marks a story as read or unread.
func (s *Store) SetRead(context.Context, story.ID, bool) error { return errUnbuilt }

// SetStarred stars a story or takes the star away.
func (s *Store) SetStarred(context.Context, story.ID, bool) error { return errUnbuilt }

// Place returns where the reader left a story.
func (s *Store) Place(context.Context, story.ID) (Place, error) { return Place{}, errUnbuilt }

// SetPlace keeps where the reader is in a story.
func (s *Store) SetPlace(context.Context, story.ID, Place) error { return errUnbuilt }

// Session returns where the reader stopped.
func (s *Store) Session(context.Context) (Session, error) { return Session{}, errUnbuilt }

// SaveSession keeps where the reader stopped.
func (s *Store) SaveSession(context.Context, Session) error { return errUnbuilt }

// All yields every row in list order.
func (s *Store) All(context.Context) iter.Seq2[story.Row, error] {
	return func(func(story.Row, error) bool) {}
}

// Problems yields every problem, by path and line.
func (s *Store) Problems(context.Context) iter.Seq2[Problem, error] {
	return func(func(Problem, error) bool) {}
}
