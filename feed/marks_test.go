package feed_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

// marked returns a store of a folder with two stories. One of them is starred and read
// and has a place.
func marked(t *testing.T) (s *feed.Store, root string, d feed.Dirs) {
	t.Helper()
	root = folder(t, map[string]string{
		"2031/03/14/ferry.txt":  copyOf("Ferry resumes service", "The ferry sails again."),
		"2031/03/14/bridge.txt": copyOf("Bridge closes", "The bridge is shut."),
	})
	age(t, root)
	d = dirs(t)
	s = open(t, source(t, root), d)
	scan(t, s)
	id := find(t, s, "2031/03/14/ferry.txt")
	for _, err := range []error{
		s.SetStarred(t.Context(), id, true),
		s.SetRead(t.Context(), id, true),
		s.SetPlace(t.Context(), id, feed.Place{Block: 3, Offset: 41}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return s, root, d
}

// isMarked fails unless the story at path has the marks of marked.
func isMarked(t *testing.T, s *feed.Store, path string) {
	t.Helper()
	r := row(t, s, path)
	p, err := s.Place(t.Context(), r.ID)
	if !r.Starred || !r.Read || p != (feed.Place{Block: 3, Offset: 41}) || err != nil {
		t.Errorf("%s: starred %t, read %t, place %+v, %v", path, r.Starred, r.Read, p, err)
	}
}

func move(t *testing.T, root, from, to string) {
	t.Helper()
	to = filepath.Join(root, to)
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(root, from), to); err != nil {
		t.Fatal(err)
	}
}

func TestMarksSurviveClosing(t *testing.T) {
	s, root, d := marked(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	isMarked(t, open(t, source(t, root), d), "2031/03/14/ferry.txt")
}

func TestMarksSurviveADeletedCatalog(t *testing.T) {
	s, root, d := marked(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(d.Cache); err != nil {
		t.Fatal(err)
	}
	move(t, root, "2031/03/14/ferry.txt", "2031/03/14/moved.txt")
	s = open(t, source(t, root), d)
	scan(t, s)
	isMarked(t, s, "2031/03/14/moved.txt")
}

func TestAMovedFileKeepsItsMarks(t *testing.T) {
	for _, to := range []string{"2031/03/15/later.txt", "2030/01/01/earlier.txt", "a name \xff\xfe.txt"} {
		s, root, _ := marked(t)
		move(t, root, "2031/03/14/ferry.txt", to)
		scan(t, s)
		isMarked(t, s, to)
		if r := row(t, s, "2031/03/14/bridge.txt"); r.Starred || r.Read {
			t.Error("the other story is marked")
		}
	}
}

func TestAnEditedFileKeepsItsMarksWhenItMovesLater(t *testing.T) {
	s, root, _ := marked(t)
	write(t, root, "2031/03/14/ferry.txt", copyOf("(LEAD) Ferry resumes service", "The ferry sails again at last."))
	scan(t, s)
	isMarked(t, s, "2031/03/14/ferry.txt")
	move(t, root, "2031/03/14/ferry.txt", "old/ferry.txt")
	scan(t, s)
	isMarked(t, s, "old/ferry.txt")
}

func TestARemovedFileThatReturnsHasItsMarks(t *testing.T) {
	s, root, _ := marked(t)
	away := filepath.Join(t.TempDir(), "ferry.txt")
	if err := os.Rename(filepath.Join(root, "2031/03/14/ferry.txt"), away); err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	if n, err := s.Counts(t.Context(), feed.Files); err != nil || n.Stories != 1 || n.Starred != 0 || n.Unread != 1 {
		t.Errorf("while it is away: %+v, %v", n, err)
	}
	if err := os.Rename(away, filepath.Join(root, "2031/03/14/ferry.txt")); err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	isMarked(t, s, "2031/03/14/ferry.txt")
}

func TestACopyOfAMarkedFileIsNotMarked(t *testing.T) {
	s, root, _ := marked(t)
	data, err := os.ReadFile(filepath.Join(root, "2031/03/14/ferry.txt"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, root, "copy.txt", string(data))
	scan(t, s)
	if r := row(t, s, "copy.txt"); r.Starred || r.Read {
		t.Errorf("the copy is marked: %+v", r)
	}
	isMarked(t, s, "2031/03/14/ferry.txt")
}

func TestTheSessionIsSaved(t *testing.T) {
	s, root, d := marked(t)
	if ss, err := s.Session(t.Context()); err != nil || !reflect.DeepEqual(ss, feed.Session{}) {
		t.Errorf("before: %+v, %v", ss, err)
	}
	r := row(t, s, "2031/03/14/bridge.txt")
	want := feed.Session{
		Row: r.ID, RowKey: story.Key{Unix: r.Key().Unix, Take: 2, Path: "odd \xff name"}, Story: r.ID,
		Place: feed.Place{Block: 2, Offset: 7}, Trail: []story.ID{r.ID, "abcdefgh2345"}, Been: []story.ID{"bcdefgh2345a", r.ID}, Split: 40, Width: 66,
	}
	if err := s.SaveSession(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, source(t, root), d)
	if ss, err := s.Session(t.Context()); err != nil || !reflect.DeepEqual(ss, want) {
		t.Errorf("after: %+v, %v, want %+v", ss, err, want)
	}
}

func TestTwoArchivesHaveSeparateMarks(t *testing.T) {
	_, root, d := marked(t)
	other := folder(t, map[string]string{"2031/03/14/ferry.txt": copyOf("Orchard sold", "A school has bought it.")})
	s := open(t, source(t, other), d)
	scan(t, s)
	if r := row(t, s, "2031/03/14/ferry.txt"); r.Starred || r.Read {
		t.Errorf("marks of %s appear in %s", root, other)
	}
}
