package intake

import (
	"fmt"
	"path"
	"time"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// Refused returns the story for the file at path, which could not be read. The
// detail is a sentence about the problem.
func Refused(path, problem, detail string, modTime time.Time) *story.Story {
	s := refuse(problem, detail, modTime)
	s.Path, s.ID, s.Headline = path, story.NewID(path), standin(path)
	return s
}

// Guard calls read and turns a panic into a story with a doubt.
func Guard(f File, read func(File) []*story.Story) (stories []*story.Story) {
	defer func() {
		if r := recover(); r != nil {
			detail := fmt.Sprintf("Reading the file failed: %v.", r)
			stories = []*story.Story{Refused(f.Path, story.Unreadable, detail, f.ModTime)}
		}
	}()
	return read(f)
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

// standin returns the headline of a file without one, which is its name. That of a compressed
// file is without its suffix.
func standin(file string) story.Headline {
	title := clean.Line(path.Base(withoutSuffix(file)))
	if title == "" {
		title = "(no name)"
	}
	return story.Headline{Text: title, Title: title, Kind: story.Plain, Take: story.TakeFirst, Standin: true}
}

// refuseText returns the story of a file that is not text.
func refuseText(f File, detail string) []*story.Story {
	return []*story.Story{refuse(story.Binary, detail, f.ModTime)}
}

// cleanAs decodes and cleans the text of f, which begins like a format with that name. If it
// is not text, refused has the story of f.
func cleanAs(f File, name string) (c cleaned, refused []*story.Story) {
	c, ok := cleanText(f.Data)
	if !ok || c.mostlyControls {
		return c, refuseText(f, "The file is not text, though it begins like "+name+".")
	}
	return c, nil
}
