package feed_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"dateline/feed/story"
)

// gzipped returns text, compressed.
func gzipped(tb testing.TB, text string) string {
	tb.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestACompressedFileIsAStoryLikeTheFileInIt(t *testing.T) {
	root := folder(t, map[string]string{
		"2031-03-14 note.txt.gz": gzipped(t, "The pier opens\n\nIt is open.\n"),
		"night.txt.GZ":           gzipped(t, telex("Ferry resumes service", "Bridge closes")),
		"title.md.gz":            gzipped(t, "# Pier opens\n\nIt is *open*.\n"),
	})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	if p := scan(t, s); p.Added != 4 || p.Total != 3 {
		t.Errorf("%+v", p)
	}
	if r := row(t, s, "2031-03-14 note.txt.gz"); r.Date.String() != "2031-03-14" || r.Headline.Title != "The pier opens" {
		t.Errorf("%+v", r)
	}
	if r := row(t, s, "title.md.gz"); r.Format != "markdown" {
		t.Errorf("%+v", r)
	}
	st, err := s.Story(t.Context(), find(t, s, "night.txt.GZ#MRD013"))
	if err != nil || st.Headline.Title != "Bridge closes" {
		t.Errorf("%+v, %v", st, err)
	}
	if p := scan(t, s); p.Read != 0 {
		t.Errorf("%d files were read again", p.Read)
	}
}

func TestMarksFollowAFileThatIsCompressed(t *testing.T) {
	text := copyOf("Pier opens", "The pier is open.")
	root := folder(t, map[string]string{"pier.txt": text})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	if err := s.SetStarred(t.Context(), find(t, s, "pier.txt"), true); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(root, "pier.txt")); err != nil {
		t.Fatal(err)
	}
	write(t, root, "pier.txt.gz", gzipped(t, text))
	age(t, root)
	scan(t, s)
	if r := row(t, s, "pier.txt.gz"); !r.Starred {
		t.Errorf("%+v", r)
	}
}

func TestADamagedFileIsShownUpToTheDamage(t *testing.T) {
	data := gzipped(t, copyOf("Pier opens", "The pier is open.", "Bridge closes"))
	root := folder(t, map[string]string{"half.gz": data[:len(data)-12], "head.gz": data[:10]})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	for path, title := range map[string]string{"half.gz": "Pier opens", "head.gz": "head"} {
		r := row(t, s, path)
		st, err := s.Story(t.Context(), r.ID)
		if err != nil || r.Headline.Title != title || st.Headline.Title != title || st.Doubts[0].Problem != story.Damaged {
			t.Errorf("%s: %+v, %+v, %v", path, r, st, err)
		}
	}
	if p := scan(t, s); p.Changed != 0 {
		t.Errorf("%d files changed", p.Changed)
	}
}
