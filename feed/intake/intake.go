// Package intake reads the stories in a file. It recognises the format of the
// file, and the format turns its bytes into stories: it decodes the text (package
// decode), removes characters that could command a terminal or hide text (package
// clean), finds the parts of the story (package wire) and its language (package
// language). Every file has a story: if it cannot be read, the Doubts say why.
//
// # Formats
//
// The table in format.go lists the formats, one per line. The first format that
// recognises the bytes of a file reads it; the last one recognises every file.
// Wire copy is a text in which the parser found the parts of wire copy, so both
// are read as text.
//
// To add a format, add a file with two functions and a line to the table:
//
//   - recognise looks at raw bytes only. It must be quick and certain: no other
//     format sees a file that it recognises.
//   - read returns the stories of a file, at least one. It decodes and cleans with
//     cleanText. For a file that cannot be read it returns refuse. read sets the
//     parts of a story, its Encoding and its Language. Read sets ID and Path, and
//     Format, Headline and Date if the format leaves them empty. If a format has a
//     key for each of several stories, read sets Path to the path of the file, "#"
//     and the key.
//
// A test of the format goes next to it.
//
// # Files of several stories
//
// Package split finds the stories in a file that has several. Each of them is read as
// if it were a file: the table decides about its format, and its encoding and its
// lines are its own. Its path is that of the file, "#" and its key, and Range has its
// bytes, from which ReadRange reads it alone. A file in UTF-16 or UTF-32 is decoded
// first; its stories have no Range.
package intake

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"time"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// File is a file of an archive.
type File struct {
	Path    string // archive-relative
	ModTime time.Time
	Data    []byte
}

// Read returns the stories of f, at least one. ID, Path, Format, Encoding and
// Language are set. Problems are in the Doubts of a story. Read neither changes nor
// keeps f.Data.
func Read(f File) []*story.Story {
	if stories := readParts(f); stories != nil {
		return stories
	}
	return readOne(f, f.Path)
}

// readOne returns the stories of f, which is not split. Path is that of the story; it
// has a key if f is a part of a file.
func readOne(f File, path string) []*story.Story {
	format := recognise(f.Data)
	stories := format.read(f)
	for i, s := range stories {
		switch {
		case len(stories) == 1 && (s.Path == "" || path != f.Path):
			s.Path = path
		case s.Path == "" || path != f.Path:
			s.Path = path + "#" + strconv.Itoa(i+1)
		}
		s.ID = story.NewID(s.Path)
		s.Format = cmp.Or(s.Format, format.name)
		if s.Headline.Text == "" {
			s.Headline = standin(path)
		}
		slices.SortStableFunc(s.Doubts, func(a, b story.Doubt) int { return cmp.Compare(a.Line, b.Line) })
	}
	return stories
}

// Refused returns the story for the file at path, which could not be read. The
// detail is a sentence about the problem.
func Refused(path, problem, detail string, modTime time.Time) *story.Story {
	s := refuse(problem, detail, modTime)
	s.Path, s.ID, s.Headline = path, story.NewID(path), standin(path)
	return s
}

// refuse returns a story that has only a problem and the date modTime.
func refuse(problem, detail string, modTime time.Time) *story.Story {
	s := &story.Story{Format: Text, Doubts: []story.Doubt{{Problem: problem, Detail: detail}}}
	s.Date.From = story.FromNothing
	if !modTime.IsZero() {
		y, m, d := modTime.Date()
		s.Date = story.Date{Year: y, Month: int(m), Day: d, From: story.FromModTime}
	}
	return s
}

// standin returns the headline of a file without one, which is its name.
func standin(file string) story.Headline {
	title := clean.Line(path.Base(file))
	if title == "" {
		title = "(no name)"
	}
	return story.Headline{Text: title, Title: title, Kind: story.Plain, Take: story.TakeFirst, Standin: true}
}
