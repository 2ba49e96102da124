package intake

import (
	"strings"
	"testing"
	"time"

	"dateline/feed/story"
)

const ferry = "Harbor ferry resumes service\nPORT ELLERY, Oct. 3 (Meridian) -- The harbor ferry resumed service Thursday.\n(END)\n"

func one(t *testing.T, data string) *story.Story {
	t.Helper()
	list := Read(File{Path: "2031/03/ferry.txt", ModTime: time.Date(2031, 3, 14, 9, 0, 0, 0, time.UTC), Data: []byte(data)})
	if len(list) != 1 {
		t.Fatalf("%d stories", len(list))
	}
	return list[0]
}

// doubt returns the first doubt of s with that problem.
func doubt(s *story.Story, problem string) (story.Doubt, bool) {
	for _, d := range s.Doubts {
		if d.Problem == problem {
			return d, true
		}
	}
	return story.Doubt{}, false
}

func TestBrokenUTF8IsADoubtWithItsLine(t *testing.T) {
	for _, c := range []struct {
		name, data string
		line       int
	}{
		{"one bad byte", "여객선 운항 재개\n북항 여\xff객선이 다시 떠났다.\n", 2},
		{"cut inside a character", "여객선 운항 재개\n북항 여객선이 다시 떠났다\xed\x95", 2},
		{"a stray quote", "Les cafés déjà fermés\nLe café où l’été s’achève\nUn mot de trop\x92 dit-elle\n", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := one(t, c.data)
			got, ok := doubt(s, story.BadText)
			if !ok || got.Line != c.line || s.Encoding != "utf-8" {
				t.Errorf("doubt %+v, want line %d", got, c.line)
			}
		})
	}
}

func TestRemovedTextIsADoubtWithItsLines(t *testing.T) {
	s := one(t, "Headline\r\nA \x1b[31mred\x1b[0m word.\r\nNothing.\r\nHid\u200bden.\r\n")
	got, ok := doubt(s, story.Escapes)
	if !ok || got.Line != 2 || !strings.Contains(got.Detail, "lines 2 and 4") {
		t.Errorf("doubt %+v", got)
	}
	for _, plain := range []string{"a\r\nb\rc\u2028d\vE", "\x01\x16Headline\x02text\x03\x1a", ferry, "ក្រុង\u200bស្កាន \u200bទូក\u200b។\u200b\n"} {
		if d, ok := doubt(one(t, plain), story.Escapes); ok {
			t.Errorf("%q: doubt %+v", plain, d)
		}
	}
}

func TestABinaryFileIsAStoryWithADoubt(t *testing.T) {
	noise := make([]byte, 5000)
	for i := range noise {
		noise[i] = byte(i * i >> 3)
	}
	for _, c := range []struct{ data, problem, format string }{
		{"%PDF-1.7\nplain text follows", story.Unsupported, "pdf"}, {"PK\x03\x04....", story.Unsupported, "zip"},
		{"PK\x03\x04....[Content_Types].xml", story.Unsupported, "office"}, {"PK\x03\x04mimetypeapplication/epub+zip", story.Unsupported, "epub"},
		{"\x1f\x8b\x08\x00abc", story.Unsupported, "gzip"}, {"BZh91AY&SY....", story.Unsupported, "bzip2"}, {"\xfd7zXZ\x00", story.Unsupported, "xz"},
		{"\x28\xb5\x2f\xfd", story.Unsupported, "zstd"}, {"SQLite format 3\x00", story.Unsupported, "sqlite"}, {"PAR1\x15\x00", story.Unsupported, "parquet"},
		{"a.txt" + strings.Repeat("\x00", 252) + "ustar\x0000", story.Unsupported, "tar"},
		{"\x89PNG\r\n\x1a\n", story.Binary, "image"}, {"\xff\xd8\xff\xe0", story.Binary, "image"}, {"\x7fELF\x02\x01", story.Binary, "program"},
		{"RIFF\x24\x08\x00\x00WAVE", story.Binary, "media"}, {string(noise), story.Binary, Text},
		{"ab\x00\x01\x02\x00\x00cd\x00\x03\x04\xff", story.Binary, Text}, {"abc\x00def\n", story.Binary, Text},
	} {
		s := one(t, c.data)
		if d, ok := doubt(s, c.problem); !ok || s.Format != c.format || !strings.HasPrefix(d.Detail, "The file is not ") || !strings.HasSuffix(d.Detail, ".") {
			t.Errorf("%.20q is %s: %+v", c.data, s.Format, s.Doubts)
		}
		if s.Headline.Title != "ferry.txt" || !s.Headline.Standin || len(s.Body) > 0 || story.NewRow(s).Problem != c.problem {
			t.Errorf("%.20q: %+v", c.data, s)
		}
	}
	for _, data := range []string{ferry, "RIFFRAFF left the town", strings.Repeat("a line of text\n", 20) + "\x00", "\x1b[1mANSI\x1b[0m\a"} {
		if d, ok := doubt(one(t, data), story.Binary); ok {
			t.Errorf("%.20q: %+v", data, d)
		}
	}
}

func TestAnEmptyFileIsAStoryWithADoubt(t *testing.T) {
	for _, data := range []string{"", "\n \t\n", "\xef\xbb\xbf", "\x1b[0m\r\n", "\xff\xfe"} {
		s := one(t, data)
		if d, ok := doubt(s, story.NoBody); !ok || s.Doubts[0] != d || s.Headline.Title != "ferry.txt" {
			t.Errorf("%q: %+v, %+v", data, d, s.Headline)
		}
	}
}

func TestWireCopyIsDistinguishedFromText(t *testing.T) {
	for _, c := range []struct {
		s    story.Story
		want bool
	}{
		{story.Story{Dateline: story.Dateline{Text: "SEOUL, Aug. 15 (Yonhap) --"}}, true},
		{story.Story{EndMark: story.Line{Text: "(END)"}}, true},
		{story.Story{Headline: story.Headline{Tags: []string{"LEAD"}}}, true},
		{story.Story{Envelope: story.Envelope{Lines: []story.Line{{Text: "ZCZC"}}}}, true},
		{story.Story{Headline: story.Headline{Text: "Ferry resumes"}}, false},
	} {
		if got := isWire(&c.s); got != c.want {
			t.Errorf("%+v: isWire is %t", c.s, got)
		}
	}
}

func TestAStoryHasThePathAndEncodingOfItsFile(t *testing.T) {
	s := one(t, ferry)
	if s.Path != "2031/03/ferry.txt" || s.ID != story.NewID(s.Path) || s.Encoding != "utf-8" || s.Language != "en" {
		t.Errorf("%s %s %s %s", s.Path, s.ID, s.Encoding, s.Language)
	}
	if s.Headline.Title != "Harbor ferry resumes service" {
		t.Errorf("headline %+v", s.Headline)
	}
}

func TestARefusedFileIsAStoryWithItsName(t *testing.T) {
	s := Refused("a/b\x1b[31m\n.txt", story.TooLarge, "It is too large.", time.Date(2031, 3, 14, 9, 0, 0, 0, time.UTC))
	r := story.NewRow(s)
	if r.Problem != story.TooLarge || r.Headline.Title != "b .txt" || r.Path != "a/b\x1b[31m\n.txt" || r.Date.String() != "2031-03-14" {
		t.Errorf("%+v", r)
	}
	if s := Refused("", story.Unreadable, "x", time.Time{}); s.Headline.Title == "" || s.Date.From != story.FromNothing {
		t.Errorf("%+v", s)
	}
}
