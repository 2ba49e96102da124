package intake

import (
	"bytes"
	"strings"
	"testing"

	"dateline/feed/story"
)

// TestAFileMayHaveManyStories adds a format for the duration of the test.
func TestAFileMayHaveManyStories(t *testing.T) {
	defer func(old []format) { formats = old }(formats)
	bundle := format{
		name:      "bundle",
		recognise: func(f File) bool { return bytes.HasPrefix(f.Data, []byte("BUNDLE ")) },
		read: func(f File) []*story.Story {
			var out []*story.Story
			for field := range strings.FieldsSeq(string(f.Data[7:])) {
				s := &story.Story{Encoding: "utf-8", Language: "en"}
				if title, key, ok := strings.Cut(field, "="); ok {
					s.Headline.Text, s.Path = title, f.Path+"#"+key
				}
				out = append(out, s)
			}
			return out
		},
	}
	formats = append([]format{bundle}, formats...)
	var got []string
	for _, s := range Read(File{Path: "a/b.bundle", Data: []byte("BUNDLE Ferry=k7 x y")}) {
		if s.ID != story.NewID(s.Path) || s.Format != "bundle" {
			t.Errorf("%+v", s)
		}
		got = append(got, s.Path+" "+s.Headline.Text)
	}
	if s := strings.Join(got, ", "); s != "a/b.bundle#k7 Ferry, a/b.bundle#2 b.bundle, a/b.bundle#3 b.bundle" {
		t.Error(s)
	}
	if s := Read(File{Path: "a", Data: []byte("BUNDLED news")})[0]; s.Format != Text || s.Path != "a" {
		t.Errorf("%+v", s)
	}
}
