package feed

import (
	"fmt"
	"strings"
	"time"

	"dateline/feed/story"
)

// file is a file to be parsed.
type file struct {
	path    string
	modTime time.Time
	data    []byte
}

// parse reads the stories of a file. Whatever a file does to the parser, the
// rest of the archive is read.
func parse(f file) (stories []*story.Story) {
	defer func() {
		if r := recover(); r != nil {
			stories = []*story.Story{refused(f.path, story.Unreadable, fmt.Sprintf("reading it failed: %v", r), f.modTime)}
		}
	}()
	return []*story.Story{crude(f)}
}

func refused(path, problem, detail string, _ time.Time) *story.Story {
	s := &story.Story{ID: story.NewID(path), Path: path, Doubts: []story.Doubt{{Problem: problem, Detail: detail}}}
	s.Headline = story.Headline{Text: path, Title: path, Kind: story.Plain, Take: story.TakeFirst, Standin: true}
	return s
}

func crude(f file) *story.Story {
	s := &story.Story{ID: story.NewID(f.path), Path: f.path, Format: "wire"}
	lines := strings.Split(string(f.data), "\n")
	s.Headline = crudeHeadline(lines[0])
	s.Date.From = story.FromNothing
	if p := strings.Split(f.path, "/"); len(p) > 3 {
		_, err := fmt.Sscanf(strings.Join(p[len(p)-4:len(p)-1], "-"), "%d-%d-%d", &s.Date.Year, &s.Date.Month, &s.Date.Day)
		if err == nil {
			s.Date.From = story.FromName
		}
	}
	tail := false
	for i, l := range lines[1:] {
		l = strings.TrimSpace(l)
		switch {
		case l == "(END)":
			s.EndMark.Text, tail = l, true
		case l == "" || l == "-":
		case tail:
			s.Related = append(s.Related, story.Related{Headline: crudeHeadline(l)})
		default:
			if place, _, ok := strings.Cut(l, ","); ok && i == 0 && place == strings.ToUpper(place) {
				s.Dateline.Places = []string{place}
			}
			s.Body = append(s.Body, story.Block{Kind: story.Paragraph, Text: l, N: len(s.Body) + 1})
		}
	}
	if len(s.Body) == 0 {
		s.Doubts = append(s.Doubts, story.Doubt{Problem: story.NoBody, Detail: "no text"})
	}
	return s
}

func crudeHeadline(l string) story.Headline {
	h := story.Headline{Text: l, Title: l, Kind: story.Plain, Take: story.TakeFirst}
	for tag, take := range map[string]story.Take{"URGENT": 0, "LEAD": 2, "2nd LD": 3, "3rd LD": 4} {
		if rest, ok := strings.CutPrefix(l, "("+tag+") "); ok {
			h.Title, h.Take, h.Tags, h.Kind = rest, take, []string{tag}, story.Lead
		}
	}
	return h
}
