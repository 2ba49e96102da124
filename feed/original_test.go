package feed_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

// ferryCopy is a story, of which paragraph 2 is on line 5.
const ferryCopy = "Ferry sails\n\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n\nIt was late.\n(END)\n"

func TestTheOriginalIsTheFileAndTheLineOfAParagraph(t *testing.T) {
	var zipped, gzipped bytes.Buffer
	z, g := zip.NewWriter(&zipped), gzip.NewWriter(&gzipped)
	w, err := z.Create("03/ferry.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Write([]byte(ferryCopy))
	_, gzipErr := g.Write([]byte(ferryCopy))
	if err := errors.Join(err, gzipErr, z.Close(), g.Close()); err != nil {
		t.Fatal(err)
	}
	many := "ZCZC MRD001\n" + ferryCopy + "NNNN\n\nZCZC MRD002\n" + strings.Replace(ferryCopy, "Ferry", "Boat", 1) + "NNNN\n"
	s := openFiles(t, map[string]string{"one.txt": ferryCopy, "note.md": "# Pier\n\nFirst.\n\nSecond.\n", "2031.zip": zipped.String(), "old.txt.gz": gzipped.String(), "many.txt": many})
	for _, tt := range []struct {
		headline, file string
		copied         bool
	}{{"Ferry sails", "one.txt", false}, {"Ferry sails", "2031.zip/03/ferry.txt", true}, {"Ferry sails", "old.txt.gz", true}, {"Boat sails", "many.txt", false}, {"Pier", "note.md", false}} {
		o, text := original(t, s, tt.headline, tt.file)
		if tt.copied != (o.Path == "") || !tt.copied && o.Path != filepath.Join(s.Path(), tt.file) {
			t.Errorf("%s: path %q", tt.file, o.Path)
		}
		lines := strings.Split(string(o.Data), "\n")
		if o.Line < 1 || o.Line > len(lines) || lines[o.Line-1] != text {
			t.Errorf("%s: paragraph 2 is on line %d of\n%s", tt.file, o.Line, o.Data)
		}
	}
	if _, err := s.Original(t.Context(), "aaaaaaaa", 0); err == nil {
		t.Error("a story that is not there has an original")
	}
}

// original returns the original of the story with that headline in file, at its second block,
// and the text of that.
func original(t *testing.T, s *feed.Store, headline, file string) (feed.Original, string) {
	t.Helper()
	for row, err := range s.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Headline.Title != headline || row.Path != file && !strings.HasPrefix(row.Path, file+"#") {
			continue
		}
		o, err := s.Original(t.Context(), row.ID, 2)
		if err != nil {
			t.Fatal(err)
		}
		return o, o.Story.Body[1].Text
	}
	t.Fatalf("no %q in %s", headline, file)
	return feed.Original{}, ""
}

func TestWithoutABlockTheOriginalIsAtTheHeadline(t *testing.T) {
	s := openFiles(t, map[string]string{"one.txt": "\n\n" + ferryCopy})
	for _, block := range []int{0, -1, 99} {
		if o, err := s.Original(t.Context(), story.NewID("one.txt"), block); err != nil || o.Line != 3 {
			t.Errorf("block %d: line %d, %v", block, o.Line, err)
		}
	}
}
