package feed_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

// together returns the paths of the takes of the story at path.
func together(t *testing.T, s *feed.Store, path string) (paths []string) {
	t.Helper()
	st, err := s.Story(t.Context(), story.NewID(path))
	if err != nil {
		t.Fatal(err)
	}
	takes, err := s.Takes(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range takes {
		paths = append(paths, filepath.Base(r.Row.Path))
	}
	return paths
}

// undo undoes the last step.
func undo(t *testing.T, s *feed.Store) error {
	t.Helper()
	_, err := s.Undo(t.Context())
	return err
}

func TestTheReaderJoinsAndCutsTakes(t *testing.T) {
	s := openFiles(t, ferryTakes)
	a, b, c, d := "2031/03/14/a.txt", "2031/03/14/b.txt", "2031/03/14/c.txt", "2031/03/15/d.txt"
	want := func(what, path string, paths ...string) {
		t.Helper()
		if got := together(t, s, path); !slices.Equal(got, paths) {
			t.Errorf("%s: takes of %s: %v, want %v", what, path, got, paths)
		}
	}
	if _, err := s.Join(t.Context(), story.NewID(d), story.NewID(b)); err != nil {
		t.Fatal(err)
	}
	want("joined", a, "a.txt", "d.txt", "b.txt", "c.txt")
	if rows := rowsIn(t, s.List(feed.Stories)); len(rows) != 1 || rows[0].Takes != 4 {
		t.Errorf("%v", rows)
	}
	if err := undo(t, s); err != nil {
		t.Fatal(err)
	}
	want("taken back", a, "a.txt", "b.txt", "c.txt")
	want("taken back", d, "d.txt")
	if _, err := s.Cut(t.Context(), story.NewID(b)); err != nil {
		t.Fatal(err)
	}
	want("cut", a, "a.txt", "c.txt")
	want("cut", b, "b.txt")
	if _, err := s.Join(t.Context(), story.NewID(c), story.NewID(b)); err != nil {
		t.Fatal(err)
	}
	want("joined again", b, "a.txt", "b.txt", "c.txt")
	for _, want := range []int{1, 3} { // of the join, then of the cut
		if err := undo(t, s); err != nil {
			t.Fatal(err)
		}
		if got := together(t, s, b); len(got) != want {
			t.Errorf("%v", got)
		}
	}
}

func TestAJoinOrCutThatChangesNothingIsEmpty(t *testing.T) {
	s := openFiles(t, ferryTakes)
	a, b, alone := story.NewID("2031/03/14/a.txt"), story.NewID("2031/03/14/b.txt"), story.NewID("2031/03/15/d.txt")
	for what, try := range map[string]func() (feed.Step, error){
		"a join of takes of one story": func() (feed.Step, error) { return s.Join(t.Context(), a, b) },
		"a join with itself":           func() (feed.Step, error) { return s.Join(t.Context(), alone, alone) },
		"a cut of a single take":       func() (feed.Step, error) { return s.Cut(t.Context(), alone) },
	} {
		if step, err := try(); err != nil || step.Num != 0 {
			t.Errorf("%s: %v, %v", what, step, err)
		}
	}
	if step, err := s.Cut(t.Context(), b); err != nil || step.Num == 0 {
		t.Errorf("a cut of one of three takes: %v, %v", step, err)
	}
}

func TestJoinsAndCutsOutliveTheCatalogAndMoves(t *testing.T) {
	root, d := folder(t, ferryTakes), dirs(t)
	age(t, root)
	s := open(t, source(t, root), d)
	scan(t, s)
	if _, err := s.Join(t.Context(), story.NewID("2031/03/15/d.txt"), story.NewID("2031/03/14/a.txt")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Cut(t.Context(), story.NewID("2031/03/14/b.txt")); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		os.RemoveAll(d.Cache),
		os.Rename(filepath.Join(root, "2031/03/14/b.txt"), filepath.Join(root, "2031/03/14/renamed.txt")),
		os.Rename(filepath.Join(root, "2031/03/15/d.txt"), filepath.Join(root, "moved.txt")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s = open(t, source(t, root), d)
	scan(t, s)
	if got, want := together(t, s, "2031/03/14/a.txt"), []string{"moved.txt", "a.txt", "c.txt"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := together(t, s, "2031/03/14/renamed.txt"); len(got) != 1 {
		t.Errorf("%v", got)
	}
}
