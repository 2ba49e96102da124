package feed_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/marks"
)

// catalogOf returns the catalog file below d.
func catalogOf(t *testing.T, d feed.Dirs) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(d.Cache, "archives", "*", "catalog.db"))
	if err != nil || len(found) != 1 {
		t.Fatalf("catalogs: %v, %v", found, err)
	}
	return found[0]
}

func TestAnUnusableCatalogIsSetAsideAndRebuilt(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, path string){
		"not a database": func(t *testing.T, path string) {
			t.Helper()
			overwrite(t, path, []byte(strings.Repeat("This is not a database. ", 4000)))
		},
		"another version": func(t *testing.T, path string) {
			t.Helper()
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			data[63]++ // user_version is in bytes 60 to 63
			overwrite(t, path, data)
		},
		"an older version": func(t *testing.T, path string) {
			t.Helper()
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			data[63] = 1
			overwrite(t, path, data)
		},
		"a folder": func(t *testing.T, path string) {
			t.Helper()
			overwrite(t, path, nil)
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Join(path, "in it"), 0o700); err != nil {
				t.Fatal(err)
			}
		},
		"a file of another program": func(t *testing.T, path string) {
			t.Helper()
			name := filepath.Join(t.TempDir(), "other.db")
			other, err := marks.Open(t.Context(), name, marks.Archive{})
			if err != nil {
				t.Fatal(err)
			}
			if err := other.Close(); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			overwrite(t, path, data)
		},
		"no bytes": func(t *testing.T, path string) {
			t.Helper()
			overwrite(t, path, nil)
		},
		"half of the file": func(t *testing.T, path string) {
			t.Helper()
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			overwrite(t, path, data[:len(data)/2])
		},
		"zeros in the middle": func(t *testing.T, path string) {
			t.Helper()
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			clear(data[16384:])
			overwrite(t, path, data)
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := dirs(t)
			src := archive.FS("desk", "desk", feedtest.FS(60))
			s, err := feed.Open(t.Context(), src, d)
			if err != nil {
				t.Fatal(err)
			}
			scan(t, s)
			id := all(t, s)[0].ID
			if err := s.SetStarred(t.Context(), id, true); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			spoil(t, catalogOf(t, d))
			s = open(t, src, d)
			scan(t, s)
			if rows := all(t, s); len(rows) != 60 || !rows[0].Starred {
				t.Errorf("%d rows, or the star is lost", len(rows))
			}
			if w := strings.Join(s.Warnings(), " "); name != "no bytes" && !strings.Contains(w, "rebuilding") {
				t.Errorf("warnings: %q", w)
			}
			if w := s.Warnings(); len(w) > 0 {
				t.Errorf("warned twice: %q", w)
			}
		})
	}
}

func overwrite(t *testing.T, path string, data []byte) {
	t.Helper()
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + end); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAStoreWithoutCacheAndStateFoldersWorksAndWarns(t *testing.T) {
	// A file has the path of the folders, so that not even root can write there.
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	s, err := feed.Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(60)), feed.Dirs{Cache: blocked, State: blocked})
	if err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	id := all(t, s)[0].ID
	if err := s.SetRead(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Counts(t.Context(), feed.Files); err != nil || n.Stories != 60 || n.Unread != 59 {
		t.Errorf("%+v, %v", n, err)
	}
	if w := s.Warnings(); len(w) != 2 {
		t.Errorf("warnings: %q", w)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAStoreWithoutATemporaryFolderWorks(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", blocked)
	s := open(t, archive.FS("desk", "desk", feedtest.FS(60)), feed.Dirs{Cache: blocked, State: blocked})
	if p := scan(t, s); p.Added != 60 {
		t.Errorf("%+v", p)
	}
}

func TestMarksOfANewerVersionAreNotChanged(t *testing.T) {
	s, root, d := marked(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(d.State, "marks.db"))
	if err != nil || len(found) != 1 {
		t.Fatalf("marks: %v, %v", found, err)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	data[63] += 7
	overwrite(t, found[0], data)
	s = open(t, source(t, root), d)
	if w := strings.Join(s.Warnings(), " "); !strings.Contains(w, "newer") {
		t.Errorf("warnings: %q", w)
	}
	if after, err := os.ReadFile(found[0]); err != nil || string(after) != string(data) {
		t.Errorf("the marks were written to, %v", err)
	}
}

// vanishing is a file system that cannot be read while gone is true.
type vanishing struct {
	fs.FS
	gone *bool
}

func (v vanishing) Open(name string) (fs.File, error) {
	if *v.gone {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return v.FS.Open(name)
}

func (v vanishing) ReadDir(name string) ([]fs.DirEntry, error) {
	if *v.gone {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return fs.ReadDir(v.FS, name)
}

func TestAnArchiveThatComesBackHasItsRowsAndMarks(t *testing.T) {
	gone := false
	s := open(t, archive.FS("desk", "desk", vanishing{feedtest.FS(60), &gone}), dirs(t))
	scan(t, s)
	id := all(t, s)[0].ID
	if err := s.SetStarred(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	gone = true
	if _, err := s.Scan(t.Context(), nil); err != nil {
		t.Logf("while it is gone: %v", err)
	}
	gone = false
	scan(t, s)
	if r, err := s.Row(t.Context(), id); err != nil || !r.Starred {
		t.Errorf("%+v, %v", r, err)
	}
}
