package intake

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/story"
)

// contained reads data as a Container does, in pieces of size bytes, and fails the test if a
// story differs from that of its Range.
func contained(tb testing.TB, data []byte, size int) (list []*story.Story) {
	tb.Helper()
	file := File{Path: "a/b", Data: data[:min(len(data), size)]}
	c := NewContainer(file)
	if c == nil {
		return nil
	}
	most := 4 * size
	for at, n := c.Head(), size; at < len(data); {
		end := min(at+n, len(data))
		stories, used := c.Read(data[at:end], int64(at), end < len(data), n >= most)
		if used < 0 || used > end-at {
			tb.Fatalf("%d bytes of %d are used", used, end-at)
		}
		list = append(list, stories...)
		if at, n = at+used, size; used == 0 {
			if n = 2 * (end - at); end == len(data) || end-at >= most {
				tb.Fatalf("nothing of %q is read", data[at:end])
			}
		}
	}
	for _, s := range list {
		r := s.Range
		part := file
		part.Data = append(append([]byte(nil), data[:r.Head]...), data[r.Start:r.Start+r.Length]...)
		alone, ok := ReadRange(part, s.Path, r)
		if !ok {
			tb.Fatalf("%s: nothing is in %+v", s.Path, r)
		}
		if _, isCut := doubt(alone, story.BadText); isCut {
			if _, isCut := doubt(s, story.BadText); !isCut {
				tb.Fatalf("%s: %+v", s.Path, alone.Doubts)
			}
		}
		read := *s
		read.Doubts, alone.Doubts = nil, nil // the first one has those of its piece
		if !reflect.DeepEqual(&read, alone) {
			tb.Fatalf("read alone, the story is\n%+v\nnot\n%+v", alone, read)
		}
	}
	return list
}

// large are files of several stories, each of which has "%" for a number.
var large = []struct{ name, start, story, end string }{
	{"mail", "", "From a@skarn.example Fri Mar 14 09:15:00 2031\nFrom: Ana <a@skarn.example>\nDate: Fri, 14 Mar 2031 09:15:00 +0000\nSubject: Ferry %\nMessage-ID: <%@skarn.example>\n\nIt sails.\n>From Skarn.\n\n", ""},
	{"JSON Lines", "", `{"id": %, "title": "Ferry %", "text": "SKARN (Meridian) -- It sails."}` + "\n", ""},
	{"ninjs", "", `{"uri": "urn:%", "headline": "Ferry %", "body_text": "It sails."}` + "\n", ""},
	{"array", "[\n", "{\"id\": %, \"title\": \"Ferry % \\\"{\", \"text\": [\"It sails.\", {\"text\": \"}\"}]},\n", "{\"title\": \"Last\", \"text\": \"It\"}\n]\n"},
	{
		"object", "\xef\xbb\xbf{\"total\": [{}], \"status\": {\"title\": \"x\"}, \"Items\":\n[ ", "{\"id\": %, \"title\": \"Ferry % [\", \"text\": [\"It sails.\"]},\n",
		"{\"title\": \"Last\", \"text\": \"It\"}\n ], \"page\": {\"title\": \"Next\", \"text\": \"It\"}}\n",
	},
	{"table", "id,title,text\n", "%,Ferry %,\"It \"\"sails\"\".\n\nIt is full.\"\r\n", ""},
	{"tabs", "\xef\xbb\xbfid\ttitle\ttext\n", "%\tFerry %\tIt sails.\n", ""},
	{"sfeed", "", "19312404%\tFerry %\thttps://quay.example/%\tIt sails.\thtml\tx%\tDora Holm\t\tsea\n", ""},
	{"SGML", "", "<DOC>\n<DOCNO> A-% </DOCNO>\n<HEADLINE>Ferry %</HEADLINE>\n<TEXT>\n<P>It sails.</P>\n</TEXT>\n</DOC>\n", ""},
	{"telex", "", "ZCZC MRD%\nFerry %\nSKARN, March 14 (Meridian) -- It sails.\n(END)\nNNNN\n\n", ""},
	{"feed", "<rss><channel><title>Quay</title>\n", "<item><guid>%</guid><title>Ferry %</title><description>&lt;p&gt;It sails.</description></item>\n", "</channel></rss>\n"},
}

// numberedFile returns a file of n stories.
func numberedFile(start, story, end string, n int) []byte {
	var b strings.Builder
	b.WriteString(start)
	for i := range n {
		b.WriteString(strings.ReplaceAll(story, "%", strconv.Itoa(100+i)))
	}
	return []byte(b.String() + end)
}

func TestALargeFileHasTheStoriesOfASmallOne(t *testing.T) {
	for _, c := range large {
		t.Run(c.name, func(t *testing.T) {
			data := numberedFile(c.start, c.story, c.end, 30)
			whole := Read(File{Path: "a/b", Data: data})
			for _, size := range []int{1000, 1701, len(data)} {
				got := contained(t, data, size)
				if len(got) != len(whole) {
					t.Fatalf("%d stories, want %d", len(got), len(whole))
				}
				for i, s := range got {
					if w := whole[i]; s.ID != w.ID || s.Path != w.Path || s.Format != w.Format || s.Headline.Text != w.Headline.Text || len(s.Body) != len(w.Body) || len(s.Doubts) != len(w.Doubts) {
						t.Errorf("got\n%+v\nwant\n%+v", s, w)
					}
				}
			}
		})
	}
}

func TestALargeFileOfOneStoryIsNoContainer(t *testing.T) {
	for _, data := range []string{ferry, "<html><p>It sails.</p></html>", "%PDF-1.4 <DOC>", "{\"articles\":[\"a\"]}", "{\"a\":[{\"title\":\"a\"}]}", "{\"a\":" + strings.Repeat("[", 20000), "\xff\xfea\x00,\x00b\x00\n\x00", "\x00\x00\x00\x00", ""} {
		if NewContainer(File{Data: []byte(data)}) != nil {
			t.Errorf("%q is a container", data)
		}
	}
}

func TestWhatFollowsTheArrayOfAnObjectIsNoStory(t *testing.T) {
	item := "{\"title\": \"Ferry\", \"text\": \"It sails.\"},\n"
	data := []byte("{\"docs\": [" + strings.Repeat(item, 30) + item[:len(item)-2] + "], \"next\": [" + strings.Repeat(item, 60) + "{}]}")
	list := contained(t, data, 300)
	var said []story.Doubt
	for _, s := range list {
		if d, ok := doubt(s, story.TooLarge); ok {
			said = append(said, d)
		}
	}
	if len(list) != 31 || len(said) != 1 {
		t.Errorf("%d stories, %+v", len(list), said)
	}
}

func TestTheKeysOfALargeFileAreUnique(t *testing.T) {
	data := []byte(strings.Repeat("{\"id\": 1, \"title\": \"Ferry\"}\n{\"title\": \"Pier\"}\n{}\n", 20))
	seen := map[story.ID]bool{}
	list := contained(t, data, 200)
	for _, s := range list {
		if seen[s.ID] {
			t.Errorf("two stories at %s", s.Path)
		}
		seen[s.ID] = true
	}
	if len(list) != 40 || list[1].Path != "a/b#2" {
		t.Errorf("%d stories, %s", len(list), list[1].Path)
	}
	if d, ok := doubt(list[0], story.NoHeadline); !ok || d.Line != 0 {
		t.Errorf("%+v", list[0].Doubts)
	}
	c := NewContainer(File{Path: "a/b", Data: data})
	c.Skip([]story.ID{list[0].ID, list[1].ID})
	if next, _ := c.Read(data, 0, true, false); next[0].Path != "a/b#3" {
		t.Errorf("the third story is at %s", next[0].Path)
	}
}

func TestAPieceHasABoundedNumberOfStories(t *testing.T) {
	data := []byte(strings.Repeat("{\"title\": \"a\"}\n", maxPiece+2))
	c := NewContainer(File{Path: "a/b", Data: data})
	first, n := c.Read(data, 0, false, true)
	rest, m := c.Read(data[n:], int64(n), false, true)
	if len(first) != maxPiece || len(rest) != 2 || n+m != len(data) {
		t.Errorf("%d and %d stories in %d and %d bytes", len(first), len(rest), n, m)
	}
}

func TestTheBeginningOfAStoryThatIsTooLongIsRead(t *testing.T) {
	for _, c := range large {
		if c.name == "SGML" || c.name == "telex" || c.name == "feed" || c.name == "sfeed" || c.name == "array" || c.name == "object" {
			continue // what comes after is not read, or it is no item
		}
		one := strings.ReplaceAll(c.story, "%", "100")
		long := strings.Replace(one, "sails", strings.Repeat("sails ", 2000), 1)
		data := c.start + one + long + strings.Repeat(one, 5)
		list := contained(t, []byte(data), 1000)
		if len(list) != 7 {
			t.Errorf("%s: %d stories", c.name, len(list))
			continue
		}
		if _, ok := doubt(list[1], story.TooLarge); !ok {
			t.Errorf("%s: %+v", c.name, list[1].Doubts)
		}
	}
}

func FuzzContainer(f *testing.F) {
	for _, c := range large {
		f.Add(numberedFile(c.start, c.story, c.end, 3), 60)
	}
	f.Add([]byte("a,text\n\"a\"b,\"\"\"\n\n\"\"c\n"), 5)
	f.Fuzz(func(t *testing.T, data []byte, size int) {
		seen := map[story.ID]bool{}
		for _, s := range contained(t, data, 16+max(size, -size)%1024) {
			if s.ID == "" || s.Format == "" || s.Headline.Text == "" || seen[s.ID] {
				t.Errorf("%+v", s)
			}
			seen[s.ID] = true
			checkParts(t, s)
		}
	})
}

// BenchmarkContainer reads a megabyte of each format. Budget: 1.1 times Read.
func BenchmarkContainer(b *testing.B) {
	for _, c := range large {
		data := numberedFile(c.start, c.story, c.end, 1<<20/len(c.story))
		b.Run(fmt.Sprintf("%s, whole", c.name), func(b *testing.B) {
			for b.Loop() {
				Read(File{Path: "a/b", Data: data})
			}
		})
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				NewContainer(File{Path: "a/b", Data: data}).Read(data, 0, false, true)
			}
		})
	}
}
