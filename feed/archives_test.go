package feed_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/story"
)

// march is the time of the files in archives.
var march = time.Date(2031, 3, 14, 9, 0, 0, 0, time.UTC)

// zipped returns a zip archive of files, given by path.
func zipped(tb testing.TB, files map[string]string) string {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, path := range slices.Sorted(maps.Keys(files)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: path, Method: zip.Deflate, Modified: march})
		if err == nil {
			_, err = io.WriteString(f, files[path])
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// tarred returns a compressed tar archive of files, given by path.
func tarred(tb testing.TB, files map[string]string) string {
	tb.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, path := range slices.Sorted(maps.Keys(files)) {
		err := w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: path, Size: int64(len(files[path])), ModTime: march})
		if err == nil {
			_, err = io.WriteString(w, files[path])
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return gzipped(tb, b.String())
}

// harbor is a folder of stories.
func harbor() map[string]string {
	return map[string]string{
		"2031/ferry.txt": copyOf("Ferry resumes service", "The ferry sails again.", "Bridge closes"),
		"2031/night.txt": telex("Bridge closes", "Storm nears the coast"),
		"pier.txt":       copyOf("Pier opens", "The pier is open.", "Ferry resumes service"),
	}
}

// inFolder returns files with their paths below a folder.
func inFolder(dir string, files map[string]string) map[string]string {
	out := map[string]string{}
	for path, text := range files {
		out[dir+"/"+path] = text
	}
	return out
}

// titles returns "path: title" of every story.
func titles(tb testing.TB, s *feed.Store) []string {
	tb.Helper()
	var out []string
	for _, r := range all(tb, s) {
		out = append(out, r.Path+": "+r.Headline.Title)
	}
	slices.Sort(out)
	return out
}

func TestAnArchiveIsAFolder(t *testing.T) {
	plain := open(t, source(t, folder(t, inFolder("desk", harbor()))), dirs(t))
	scan(t, plain)
	want := titles(t, plain)
	for kind, data := range map[string]string{"zip": zipped(t, harbor()), "tar.gz": tarred(t, harbor())} {
		root := folder(t, map[string]string{"desk": data}) // the name does not count
		age(t, root)
		s := open(t, source(t, root), dirs(t))
		scan(t, s)
		if got := titles(t, s); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
		for _, path := range []string{"desk/pier.txt", "desk/2031/night.txt#MRD013"} {
			r := row(t, s, path)
			st, err := s.Story(t.Context(), r.ID)
			if err != nil || st.Path != path || st.Headline.Title != r.Headline.Title {
				t.Errorf("%s, %s: %+v, %v", kind, path, st, err)
			}
		}
		if problems := problemsOf(t, s); len(problems) > 0 {
			t.Errorf("%s: %q", kind, problems)
		}
		for range 2 {
			if p := scan(t, s); p.Read != 0 || p.Removed != 0 || p.Changed != 0 {
				t.Errorf("%s: nothing has changed, but %+v", kind, p)
			}
		}
	}
}

// problemsOf returns "path: problem" of every problem but missing datelines.
func problemsOf(tb testing.TB, s *feed.Store) (out []string) {
	tb.Helper()
	for p, err := range s.Problems(tb.Context()) {
		if err != nil {
			tb.Fatal(err)
		}
		if p.Doubt.Problem != story.NoDateline {
			out = append(out, p.Path+": "+p.Doubt.Problem)
		}
	}
	return out
}

func TestAnArchiveThatChangesIsReadAgain(t *testing.T) {
	for kind, pack := range map[string]func(testing.TB, map[string]string) string{"zip": zipped, "tar": tarred} {
		root := folder(t, map[string]string{"a.txt": copyOf("Storm nears", "It blows."), "desk.zip": pack(t, harbor())})
		age(t, root)
		s := open(t, source(t, root), dirs(t))
		scan(t, s)
		files := harbor()
		delete(files, "pier.txt")
		files["new.txt"] = copyOf("Market opens", "The market is open.")
		write(t, root, "desk.zip", pack(t, files))
		update := func(want string) {
			t.Helper()
			p, err := s.Refresh(t.Context(), nil)
			if got := fmt.Sprintf("added %d, changed %d, removed %d", p.Added, p.Changed, p.Removed); err != nil || got != want {
				t.Errorf("%s: %s, want %s; %v", kind, got, want, err)
			}
		}
		if err := os.Chtimes(root, time.Time{}, time.Now()); err != nil { // as if the archive had been replaced by a rename
			t.Fatal(err)
		}
		update("added 1, changed 0, removed 1")
		update("added 0, changed 0, removed 0")
		if err := os.Remove(filepath.Join(root, "desk.zip")); err != nil {
			t.Fatal(err)
		}
		update("added 0, changed 0, removed 4")
		if got := titles(t, s); !slices.Equal(got, []string{"a.txt: Storm nears"}) {
			t.Errorf("%s: %q are left", kind, got)
		}
	}
}

func TestAStoryThatIsGoneFromAnArchiveIsAnError(t *testing.T) {
	root := folder(t, map[string]string{"desk.zip": zipped(t, harbor())})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	id := find(t, s, "desk.zip/pier.txt")
	write(t, root, "desk.zip", zipped(t, map[string]string{"a.txt": "x"}))
	if _, err := s.Story(t.Context(), id); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func TestMarksFollowAFolderThatIsZipped(t *testing.T) {
	for kind, pack := range map[string]func(testing.TB, map[string]string) string{"zip": zipped, "tar": tarred} {
		root := folder(t, inFolder("desk", harbor()))
		age(t, root)
		s := open(t, source(t, root), dirs(t))
		scan(t, s)
		marked := []string{"/pier.txt", "/2031/night.txt#MRD013"}
		for _, path := range marked {
			if err := s.SetStarred(t.Context(), find(t, s, "desk"+path), true); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.RemoveAll(filepath.Join(root, "desk")); err != nil {
			t.Fatal(err)
		}
		write(t, root, "desk.zip", pack(t, harbor()))
		age(t, root)
		scan(t, s)
		for _, path := range marked {
			if r := row(t, s, "desk.zip"+path); !r.Starred {
				t.Errorf("%s: %s lost its star", kind, path)
			}
		}
	}
}

func TestWhatIsWrongWithAnArchiveIsAProblemOfIt(t *testing.T) {
	whole := zipped(t, harbor())
	inner := zipped(t, map[string]string{"inner.zip": whole, "../up.txt": "x", "a.txt": copyOf("Pier opens", "It is open.")})
	root := folder(t, map[string]string{"cut.zip": whole[:strings.LastIndex(whole, "PK\x01\x02")], "in.zip": inner, "none.zip": whole[:40]})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	want := []string{
		"cut.zip: damaged", "in.zip: unreadable", "in.zip/inner.zip: format", "none.zip: damaged",
	}
	got := slices.DeleteFunc(problemsOf(t, s), func(p string) bool { return strings.HasSuffix(p, story.Duplicate) })
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if row(t, s, "cut.zip/pier.txt").Headline.Title != "Pier opens" {
		t.Error("the files before the damage are not read")
	}
	if p := scan(t, s); p.Read != 0 {
		t.Errorf("%d files were read again", p.Read)
	}
}

func TestAScanOfAnArchiveThatWasInterruptedGoesOn(t *testing.T) {
	files := map[string]string{}
	for i := range 300 {
		files[fmt.Sprintf("%03d.txt", i)] = copyOf(fmt.Sprintf("Ferry %d sails", i), "It sails.")
	}
	root := folder(t, map[string]string{"desk.zip": zipped(t, files)})
	age(t, root)
	d := dirs(t)
	s := open(t, source(t, root), d)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	_, err := s.Scan(ctx, func(p feed.Progress) {
		if p.Added > 0 {
			cancel()
		}
	})
	if err == nil {
		t.Skip("the scan ended before it was interrupted")
	}
	p := scan(t, s)
	if n := len(all(t, s)); n != 300 || p.Removed != 0 {
		t.Errorf("%d stories, %+v", n, p)
	}
}

func TestAnArchiveHasARowOnlyIfNothingOfItIsRead(t *testing.T) {
	whole := zipped(t, map[string]string{"pier.txt": copyOf("Pier opens", "The pier is open."), "../out.txt": "Out"})
	root := folder(t, map[string]string{"desk.zip": whole, "lost.zip": "PK\x03\x04" + strings.Repeat("x", 100)})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	check := func(want, doubts string) {
		t.Helper()
		scan(t, s)
		if got := strings.Join(paths(all(t, s)), " "); got != want {
			t.Errorf("rows %s, want %s", got, want)
		}
		if got := strings.Join(problemsOf(t, s), ", "); got != doubts {
			t.Errorf("problems %s, want %s", got, doubts)
		}
	}
	check("lost.zip desk.zip/pier.txt", "desk.zip: unreadable, lost.zip: damaged")
	write(t, root, "desk.zip", zipped(t, map[string]string{"pier.txt": copyOf("Pier opens", "The pier is open.")}))
	if err := os.Remove(filepath.Join(root, "lost.zip")); err != nil {
		t.Fatal(err)
	}
	check("desk.zip/pier.txt", "")
}
