package feed_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"dateline/feed"
)

// refresh brings s up to date by a comparison of folders.
func refresh(tb testing.TB, s *feed.Store) feed.Progress {
	tb.Helper()
	p, err := s.Refresh(tb.Context(), nil)
	if err != nil || !p.Done {
		tb.Fatalf("%+v, %v", p, err)
	}
	return p
}

// settled returns a store of root that is up to date.
func settled(t *testing.T, root string) *feed.Store {
	t.Helper()
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("the times of folders are not read on this system")
	}
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	return s
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// harbour writes a small archive and returns its folder.
func harbour(t *testing.T) string {
	t.Helper()
	return folder(t, map[string]string{
		"2031/03/a.txt": copyOf("Ferry halts", "No ferry sails."),
		"2031/03/b.txt": copyOf("Lamps lit", "They shine."),
		"2031/04/c.txt": copyOf("Pier opens", "It is long."),
		"d.txt":         copyOf("Bell rings", "It is loud."),
	})
}

// folderChange is a change of harbour and the stories that it adds, changes and
// removes.
type folderChange struct {
	change                  func(at func(string) string) error
	added, changed, removed int
}

var folderChanges = map[string]folderChange{
	"nothing": {change: func(func(string) string) error { return nil }},
	"a new file": {added: 1, change: func(at func(string) string) error {
		return os.WriteFile(at("2031/03/new.txt"), []byte(copyOf("Crane turns", "It turns.")), 0o600)
	}},
	"a removed file":   {removed: 1, change: func(at func(string) string) error { return os.Remove(at("2031/03/a.txt")) }},
	"a renamed file":   {added: 1, removed: 1, change: func(at func(string) string) error { return os.Rename(at("d.txt"), at("e.txt")) }},
	"a moved file":     {added: 1, removed: 1, change: func(at func(string) string) error { return os.Rename(at("d.txt"), at("2031/d.txt")) }},
	"a replaced file":  {changed: 1, removed: 1, change: func(at func(string) string) error { return os.Rename(at("d.txt"), at("2031/04/c.txt")) }},
	"a removed folder": {removed: 2, change: func(at func(string) string) error { return os.RemoveAll(at("2031/03")) }},
	"a renamed folder": {added: 3, removed: 3, change: func(at func(string) string) error { return os.Rename(at("2031"), at("2032")) }},
	"a new folder": {added: 1, change: func(at func(string) string) error {
		if err := os.MkdirAll(at("2031/05/01"), 0o700); err != nil {
			return err
		}
		return os.WriteFile(at("2031/05/01/x.txt"), []byte(copyOf("Crane turns", "It turns.")), 0o600)
	}},
	"a folder instead of a file": {removed: 1, change: func(at func(string) string) error {
		if err := os.Remove(at("d.txt")); err != nil {
			return err
		}
		return os.Mkdir(at("d.txt"), 0o700)
	}},
	"a file instead of a folder": {added: 1, removed: 2, change: func(at func(string) string) error {
		if err := os.RemoveAll(at("2031/03")); err != nil {
			return err
		}
		return os.WriteFile(at("2031/03"), []byte(copyOf("Crane turns", "It turns.")), 0o600)
	}},
	"a hidden file": {change: func(at func(string) string) error { return os.WriteFile(at("2031/.x"), nil, 0o600) }},
	"a folder whose time was set back": {added: 1, change: func(at func(string) string) error {
		info, err := os.Stat(at("2031/03"))
		if err != nil {
			return err
		}
		if err := os.WriteFile(at("2031/03/new.txt"), []byte(copyOf("Crane turns", "It turns.")), 0o600); err != nil {
			return err
		}
		return os.Chtimes(at("2031/03"), time.Time{}, info.ModTime())
	}},
}

func TestARefreshFindsWhatChangedInFolders(t *testing.T) {
	roots := map[string]string{}
	for name := range folderChanges {
		roots[name] = harbour(t)
	}
	time.Sleep(sureAfter)
	for name, c := range folderChanges {
		root := roots[name]
		s := settled(t, root)
		must(t, c.change(func(path string) string { return filepath.Join(root, filepath.FromSlash(path)) }))
		if p := refresh(t, s); p.Added != c.added || p.Changed != c.changed || p.Removed != c.removed {
			t.Errorf("%s: %+v", name, p)
		}
		if p := refresh(t, s); p.Added+p.Changed+p.Removed > 0 {
			t.Errorf("%s again: %+v", name, p)
		}
	}
}

func TestARefreshReadsNoFileIfNoFolderChanged(t *testing.T) {
	root := harbour(t)
	time.Sleep(sureAfter)
	s := settled(t, root)
	write(t, root, "d.txt", copyOf("Bells ring", "They are loud."))
	if p := refresh(t, s); p.Seen > 0 || p.Read > 0 {
		t.Errorf("files were compared: %+v", p)
	}
	if p := scan(t, s); p.Changed != 1 {
		t.Errorf("a scan: %+v", p)
	}
}

func TestARefreshWritesOnlyWhatDiffers(t *testing.T) {
	root := harbour(t)
	time.Sleep(sureAfter)
	s := settled(t, root)
	before, err := os.Stat(catalogPath(t, s) + "-wal")
	must(t, err)
	refresh(t, s)
	if after, err := os.Stat(catalogPath(t, s) + "-wal"); err != nil || after.Size() != before.Size() || after.ModTime() != before.ModTime() {
		t.Errorf("the catalog was written: %v", err)
	}
}

func TestAFileThatWasBeingWrittenIsReadAgain(t *testing.T) {
	root := folder(t, map[string]string{"a.txt": "Ferry halts\n"})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	name := filepath.Join(root, "a.txt")
	info, err := os.Stat(name)
	must(t, err)
	write(t, root, "a.txt", "Ferry sails\n") // of the same size, in the same file
	must(t, os.Chtimes(name, time.Time{}, info.ModTime()))
	refresh(t, s)
	if r := row(t, s, "a.txt"); r.Headline.Text != "Ferry sails" {
		t.Errorf("headline %q", r.Headline.Text)
	}
}

func TestAFileThatLeftAndCameBackIsFound(t *testing.T) {
	root := harbour(t)
	s := settled(t, root)
	name, away := filepath.Join(root, "d.txt"), filepath.Join(t.TempDir(), "d.txt")
	must(t, os.Rename(name, away))
	if p := refresh(t, s); p.Removed != 1 {
		t.Errorf("%+v", p)
	}
	must(t, os.Rename(away, name))
	if p := refresh(t, s); p.Added != 1 {
		t.Errorf("%+v", p)
	}
}

func TestAFileThatAReaderMissedAndThatCameBackIsFound(t *testing.T) {
	root := harbour(t)
	s := settled(t, root)
	name, away := filepath.Join(root, "d.txt"), filepath.Join(t.TempDir(), "d.txt")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	removed, ended := make(chan bool, 1), make(chan error)
	go func() {
		ended <- s.Watch(ctx, func(p feed.Progress) {
			switch {
			case p.Done && p.Pass == 1:
				_ = os.Rename(name, away)
			case p.Done && p.Removed == 1:
				removed <- true
			}
		})
	}()
	<-removed
	stop()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	must(t, os.Rename(away, name)) // the records of its folder have its name
	if p := refresh(t, s); p.Added != 1 {
		t.Errorf("%+v", p)
	}
}

func TestAFileInPlaceOfAFolderHasNoStories(t *testing.T) {
	root := harbour(t)
	s := settled(t, root)
	must(t, os.RemoveAll(filepath.Join(root, "2031", "03")))
	write(t, root, "2031/03", copyOf("Crane turns", "It turns."))
	refresh(t, s)
	time.Sleep(sureAfter)
	refresh(t, s)
	write(t, root, "new.txt", copyOf("Buoy drifts", "It drifts."))
	refresh(t, s)
	if got := paths(all(t, s)); len(got) != 4 {
		t.Errorf("%q", got)
	}
}

func TestTimesInTheFutureAreComparedWhole(t *testing.T) {
	root := harbour(t)
	s := settled(t, root)
	write(t, root, "d.txt", copyOf("Bells ring", "They are loud."))
	must(t, os.Chtimes(filepath.Join(root, "2031"), time.Time{}, time.Now().Add(time.Hour)))
	by, err := s.Comparison(t.Context())
	if err != nil || by.Folders || by.Reason != `the time of "2031" is in the future` {
		t.Errorf("%+v, %v", by, err)
	}
	if p := refresh(t, s); p.Changed != 1 {
		t.Errorf("the edited file was not found: %+v", p)
	}
	must(t, os.Chtimes(filepath.Join(root, "2031"), time.Time{}, time.Now()))
	if by, err := s.Comparison(t.Context()); err != nil || by != (feed.Comparison{Folders: true}) {
		t.Errorf("%+v, %v", by, err)
	}
}

func TestTheWordOfARunningScanIsTaken(t *testing.T) {
	root := harbour(t)
	s := settled(t, root)
	write(t, root, "new.txt", copyOf("Crane turns", "It turns."))
	lock := flock.New(filepath.Join(filepath.Dir(catalogPath(t, s)), "scan.lock"))
	if ok, err := lock.TryLock(); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if p := refresh(t, s); p.Added != 0 {
		t.Errorf("%+v", p)
	}
	must(t, lock.Unlock())
	if p := refresh(t, s); p.Added != 1 {
		t.Errorf("after the scan: %+v", p)
	}
}

func TestARefreshIsAScanWithoutRecords(t *testing.T) {
	root := harbour(t)
	s := open(t, source(t, root), dirs(t))
	if p := refresh(t, s); p.Added != 4 {
		t.Errorf("a new catalog: %+v", p)
	}
	single := open(t, source(t, filepath.Join(root, "d.txt")), dirs(t))
	refresh(t, single)
	write(t, root, "d.txt", copyOf("Bells ring loudly", "They are loud."))
	if p := refresh(t, single); p.Changed != 1 {
		t.Errorf("a single file: %+v", p)
	}
}

func TestAnUnreadableFolderIsFoundOnceItIsReadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	root := harbour(t)
	dir := filepath.Join(root, "2031", "03")
	must(t, os.Chmod(dir, 0))
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	s := settled(t, root)
	must(t, os.Chmod(dir, 0o700))
	if p := refresh(t, s); p.Added != 2 {
		t.Errorf("%+v", p)
	}
}

func TestLinksFollowTheirTargets(t *testing.T) {
	root := harbour(t)
	write(t, root, ".pool/x.txt", copyOf("Crane turns", "It turns."))
	must(t, os.Symlink("2031/04/c.txt", filepath.Join(root, "today.txt")))
	must(t, os.Symlink(".pool/x.txt", filepath.Join(root, "pool.txt")))
	must(t, os.Symlink(".pool/y.txt", filepath.Join(root, "missing.txt")))
	s := settled(t, root)
	must(t, os.Rename(filepath.Join(root, "d.txt"), filepath.Join(root, "2031/04/c.txt")))
	refresh(t, s)
	if r := row(t, s, "today.txt"); r.Headline.Text != "Bell rings" {
		t.Errorf("a link: %q", r.Headline.Text)
	}
	write(t, root, ".pool/y.txt", copyOf("Buoy drifts", "It drifts."))
	must(t, os.Remove(filepath.Join(root, ".pool/x.txt")))
	refresh(t, s)
	if r := row(t, s, "missing.txt"); r.Headline.Text != "Buoy drifts" {
		t.Errorf("a link that led nowhere: %q", r.Headline.Text)
	}
	if got := row(t, s, "pool.txt"); got.Headline.Text == "Crane turns" {
		t.Error("the target of a link is gone")
	}
}

func TestAHiddenFolderHasNoStoriesWithoutALink(t *testing.T) {
	root := harbour(t)
	must(t, os.Mkdir(filepath.Join(root, ".pool"), 0o700))
	must(t, os.Symlink(".pool", filepath.Join(root, "pool")))
	s := settled(t, root)
	must(t, os.Remove(filepath.Join(root, "pool")))
	refresh(t, s)
	write(t, root, ".pool/x.txt", copyOf("Crane turns", "It turns."))
	refresh(t, s)
	if got := paths(all(t, s)); len(got) != 4 {
		t.Errorf("%q", got)
	}
}
