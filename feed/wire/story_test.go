package wire

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/feed/envelope"
	"dateline/feed/story"
	"dateline/feed/wire/wiretest"
)

// A story archive holds pairs of files: the copy "name.txt" and the dump of the story,
// "name.want".
func TestStoriesAreParsed(t *testing.T) {
	eachStory(t, func(t *testing.T, name, text string) string {
		t.Helper()
		s := read(text, Origin{Path: name, ModTime: time.Date(2024, 10, 6, 0, 0, 0, 0, time.UTC)})
		return dump(s)
	})
}

func TestEveryVisibleCharacterOfTheStoriesIsKept(t *testing.T) {
	eachStory(t, func(t *testing.T, _, text string) string {
		t.Helper()
		checkNothingLost(t, text)
		return ""
	})
}

func TestFormattedStoriesReadTheSame(t *testing.T) {
	eachStory(t, func(t *testing.T, name, text string) string {
		t.Helper()
		if strings.Contains(name, "once") { // Format cannot express this story
			return ""
		}
		o := Origin{Path: name}
		first := read(text, o)
		again := read(Format(first), o)
		if want, got := plain(first), plain(again); want != got {
			t.Errorf("%s\nfirst:\n%s\nagain:\n%s\nformatted:\n%s", name, want, got, Format(first))
		}
		return ""
	})
}

// read parses a text with an envelope, as package intake does.
func read(text string, o Origin) *story.Story {
	o.Envelope, text = envelope.Read(text)
	return Parse(text, o)
}

// plain returns the dump of s without the spans.
func plain(s *story.Story) string {
	c := *s
	c.Doubts = nil
	c.Headline.Span, c.Byline.Span, c.Dateline.Span, c.EndMark.Span = story.Span{}, story.Span{}, story.Span{}, story.Span{}
	c.Body = append([]story.Block(nil), s.Body...)
	for i := range c.Body {
		c.Body[i].Span = story.Span{}
	}
	c.Notes = append([]story.Note(nil), s.Notes...)
	for i := range c.Notes {
		c.Notes[i].Span = story.Span{}
	}
	c.Related = append([]story.Related(nil), s.Related...)
	for i := range c.Related {
		c.Related[i].Span = story.Span{}
	}
	c.Envelope.Lines, c.SignOff.Lines = withoutSpans(s.Envelope.Lines), withoutSpans(s.SignOff.Lines)
	c.Envelope.Contacts = withoutSpans(s.Envelope.Contacts)
	c.Keywords, c.Tail = withoutSpans(s.Keywords), withoutSpans(s.Tail)
	return dump(&c)
}

func withoutSpans(lines []story.Line) []story.Line {
	out := append([]story.Line(nil), lines...)
	for i := range out {
		out[i].Span = story.Span{}
	}
	return out
}

// eachStory calls read with every story of the archives. It compares the result, unless
// it is empty, with the file beside the story.
func eachStory(t *testing.T, read func(t *testing.T, name, text string) string) {
	t.Helper()
	paths, err := filepath.Glob("testdata/stories/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no story archives", err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{}
		for _, f := range a.Files {
			want[f.Name] = string(f.Data)
		}
		out := &txtar.Archive{Comment: a.Comment}
		for _, f := range a.Files {
			name, ok := strings.CutSuffix(f.Name, ".txt")
			if !ok {
				continue
			}
			t.Run(filepath.Base(path)+"/"+name, func(t *testing.T) {
				got := read(t, f.Name, string(f.Data))
				out.Files = append(out.Files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
				if got != "" && !wiretest.Update() && got != want[name+".want"] {
					t.Errorf("got\n%s\nwant\n%s", got, want[name+".want"])
				}
			})
		}
		if wiretest.Update() && len(out.Files) > 0 && len(out.Files[1].Data) > 0 {
			if err := os.WriteFile(path, txtar.Format(out), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestTheDayOfAHeaderIsThatOfTheStory(t *testing.T) {
	const text = "r a AM-Quay-Crane   10-03 0120\nAM-Quay-Crane,0120\nCrane Falls\n   SKARN, Ostmere (AP) _ The crane fell.\n"
	for want, o := range map[string]Origin{
		"1988-10-03": {Path: "1988/10/a.txt"},
		"--10-03":    {Path: "a.txt"},
		"1989-10-03": {Path: "a.txt", ModTime: time.Date(1989, 10, 4, 0, 0, 0, 0, time.UTC)},
	} {
		if got := read(text, o).Date.String(); got != want {
			t.Errorf("%+v: %s, want %s", o, got, want)
		}
	}
}
