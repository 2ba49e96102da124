package intake

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"dateline/feed/story"
)

const (
	bridge = "Bridge closes for repairs\nSKARN, Oct. 4 (Meridian) -- The bridge closed on Friday.\n(END)\n"
	lamps  = "Lamps counted\n\nNobody knows how many there are.\n"
)

// several are files of several stories and the paths of these.
var several = []struct{ name, data, paths string }{
	{"telex", "ZCZC MRD012\n" + ferry + "NNNN\n\nZCZC MRD013\n" + bridge + "NNNN\n", "MRD012 MRD013"},
	{"^Z", ferry + "\x1a" + bridge + "\x1a" + lamps + "\x1a", "1 2 3"},
	{"rulers", ferry + "=====\n" + bridge, "1 2"},
	{"fields", "Date: 2031-10-03\nTitle: Ferry\n\nIt sails.\n=====\nDate: 2031-10-04\nTitle: Bridge\n\nIt closes.\n", "1 2"},
	{"slugs", "^BC-Ferry-Storm,0123<\n" + ferry + "-----\n^BC-Bridge,0100<\n" + bridge, "BC-Ferry-Storm BC-Bridge"},
	{"encodings", ferry + "=====\nLe café fermé\n" + bridge[len("Bridge closes for repairs\n"):], "1 2"},
	{
		"mail folder", "From a@skarn.example Thu Oct  3 09:15:00 2031\nSubject: Ferry\nMessage-ID: <a@x>\n\n" + ferry + ">From Skarn it sails too.\n\n" +
			"From b@skarn.example Thu Oct  3 10:15:00 2031\nSubject: Bridge\n\n" + bridge, "pg5kiuu2 2",
	},
}

func TestTheStoriesOfAFileAreReadOneByOne(t *testing.T) {
	at := time.Date(2031, 10, 5, 9, 0, 0, 0, time.UTC)
	for _, c := range several {
		var keys []string
		for _, s := range Read(File{Path: "2031/a.txt", ModTime: at, Data: []byte(c.data)}) {
			file, key, _ := strings.Cut(s.Path, "#")
			keys = append(keys, key)
			if file != "2031/a.txt" || s.ID != story.NewID(s.Path) || s.Encoding != "utf-8" || s.Headline.Title == "" {
				t.Errorf("%s: %+v", c.name, s)
			}
			r := s.Range
			part := File{Path: "2031/a.txt", ModTime: at, Data: []byte(c.data[r.Start : r.Start+r.Length])}
			alone, ok := ReadRange(part, s.Path, r)
			if !ok || !reflect.DeepEqual(alone, s) {
				t.Errorf("%s: read alone, the story is\n%+v\nnot\n%+v", c.name, alone, s)
			}
			part.Data[0] ^= 1
			if _, ok := ReadRange(part, s.Path, r); ok {
				t.Errorf("%s: other bytes are read as the story", c.name)
			}
			if _, ok := ReadRange(File{Data: part.Data[1:]}, s.Path, r); ok {
				t.Errorf("%s: fewer bytes are read as the story", c.name)
			}
		}
		if got := strings.Join(keys, " "); got != c.paths {
			t.Errorf("%s: keys %q, want %q", c.name, got, c.paths)
		}
	}
}

func TestAMessageOfAFolderIsUnquoted(t *testing.T) {
	for _, c := range several {
		if c.name != "mail folder" {
			continue
		}
		s := Read(File{Path: "a", Data: []byte(c.data)})[0]
		if text := s.Body[len(s.Body)-1].Text + strings.Join(lineTexts(s.Tail), " "); !strings.Contains(text, "From Skarn it sails") || strings.Contains(text, ">From") {
			t.Errorf("%q", text)
		}
	}
}

func lineTexts(list []story.Line) (out []string) {
	for _, l := range list {
		out = append(out, l.Text)
	}
	return out
}

func TestAFileInUTF16IsDecodedBeforeItIsSplit(t *testing.T) {
	text := "ZCZC MRD012\nFähre fährt\n" + ferry + "NNNN\nZCZC MRD013\nBrücke Ā geschlossen Ě\n" + bridge + "NNNN\n"
	data := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(text)) {
		data = append(data, byte(u), byte(u>>8))
	}
	list := Read(File{Path: "a", Data: data})
	if len(list) != 2 || list[1].Path != "a#MRD013" || list[1].Headline.Title != "Brücke Ā geschlossen Ě" {
		t.Fatalf("%d stories, the last %+v", len(list), list[len(list)-1])
	}
	for _, s := range list {
		if s.Encoding != "utf-16le" || s.Range != (story.Range{}) {
			t.Errorf("%s in %+v", s.Encoding, s.Range)
		}
	}
}

func TestOneStoryHasNoRange(t *testing.T) {
	for _, data := range []string{ferry, ferry + "=====\n7 9\n=====\nNothing more.\n", "", strings.Repeat("\x07\x08\n\x80\x1a\na\nb\n", 9), "%PDF-1.7\nZCZC A1\nNNNN\nZCZC A2\nNNNN\n"} {
		if s := one(t, data); s.Range != (story.Range{}) || s.Path != "2031/03/ferry.txt" {
			t.Errorf("%q: %s, %+v", data, s.Path, s.Range)
		}
	}
}
