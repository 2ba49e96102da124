// Package intake makes stories of files. It recognises what a file is, decodes
// it, takes out what could command a terminal or hide text (package clean),
// has it parsed (package wire) and tells its language. Whatever the file, there
// is a story for it: one that cannot be read says so in its Doubts.
//
// # Encodings
//
// A byte order mark is believed. Text that is UTF-8 is UTF-8; so is text that
// is mostly UTF-8, its broken characters become U+FFFD. UTF-16 and UTF-32
// without a mark are known by the zero bytes of their ASCII. ISO-2022-JP is
// known by its escapes. For all else every encoding below reads the lines that
// are not ASCII, and the one under which they are most likely wins: how
// common each character is in the news of the languages written with it, and
// whether it stands where such a character can stand.
//
//	windows-1252 iso-8859-15 windows-1250 iso-8859-2 windows-1254
//	windows-1251 koi8-u windows-1256 euc-kr gb18030 big5 shift_jis euc-jp
//
// ISO-8859-1 is read as windows-1252, EUC-KR as CP949 and KOI8-R as KOI8-U,
// which hold them. Where two encodings give different text and are about as
// likely, the story has a Doubt.
package intake

import (
	"bytes"
	"cmp"
	"path"
	"slices"
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

// The formats that Read knows.
const (
	Wire = "wire" // agency copy: a dateline, an end mark, tags or an envelope were found
	Text = "text" // anything else that can be read
)

// Read returns the stories of f, at least one. ID, Path, Format, Encoding and
// Language are set; what went wrong are Doubts of the story. f.Data is not
// changed and not kept.
func Read(f File) []*story.Story {
	return []*story.Story{read(f)}
}

func read(f File) *story.Story {
	if what := magic(f.Data); what != "" {
		return notText(f, "The file is not text: it begins like "+what+".")
	}
	d, ok := decode(f.Data)
	if !ok {
		return notText(f, "The file is not text.")
	}
	text, cleaned, doubts := wash(d)
	if text != cleaned && mostlyControls(text) {
		return notText(f, "The file is not text: too much of it is control characters.")
	}
	s := parse(cleaned, f)
	name(s, f.Path)
	s.Encoding = d.encoding
	s.Format, s.Language = format(s), language(cleaned)
	switch {
	case blank(cleaned):
		empty(s, f)
	case s.Headline.Text == "":
		s.Headline = standin(f.Path)
	}
	s.Doubts = append(s.Doubts, doubts...)
	slices.SortStableFunc(s.Doubts, func(a, b story.Doubt) int { return cmp.Compare(a.Line, b.Line) })
	return s
}

// Refused returns the story that stands for a file that could not be read,
// with that problem and a sentence about it.
func Refused(path, problem, detail string, modTime time.Time) *story.Story {
	s := &story.Story{Format: Text, Headline: standin(path), Doubts: []story.Doubt{{Problem: problem, Detail: detail}}}
	if !modTime.IsZero() {
		s.Date = dated(modTime)
	} else {
		s.Date.From = story.FromNothing
	}
	name(s, path)
	return s
}

// notText returns the story that stands for a file that is not text.
func notText(f File, detail string) *story.Story {
	return Refused(f.Path, story.Binary, detail, f.ModTime)
}

// empty makes s say that its file is empty.
func empty(s *story.Story, f File) {
	detail := "The file is empty."
	if len(f.Data) > 0 {
		detail = "The file is blank."
	}
	s.Headline = standin(f.Path)
	s.Doubts = []story.Doubt{{Problem: story.NoBody, Detail: detail}}
}

func name(s *story.Story, path string) {
	s.Path, s.ID = path, story.NewID(path)
}

// standin is the headline of a file without one: its name.
func standin(file string) story.Headline {
	title := clean.Line(path.Base(file))
	if title == "" {
		title = "(no name)"
	}
	return story.Headline{Text: title, Title: title, Kind: story.Plain, Take: story.TakeFirst, Standin: true}
}

// dated is the day of t, where a file's time is all there is.
func dated(t time.Time) story.Date {
	y, m, d := t.Date()
	return story.Date{Year: y, Month: int(m), Day: d, From: story.FromModTime}
}

// blank reports whether there is nothing to read in a cleaned text.
func blank(text string) bool {
	return len(bytes.TrimSpace([]byte(text[:min(len(text), 4096)]))) == 0 && clean.Line(text) == ""
}

// format tells wire copy from other text by what the parser found.
func format(s *story.Story) string {
	if s.Dateline.Text != "" || s.Ended() || len(s.Headline.Tags) > 0 || len(s.Envelope.Lines) > 0 {
		return Wire
	}
	return Text
}
