package intake

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/feed/wire"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// desk is what an agency says about a document to the desks that use it.
type desk struct {
	slug     string
	category string   // the section, or the code of the subject
	urgency  string   // 1 to 8, 1 for the most urgent
	status   string   // "usable", "withheld", "embargoed", "canceled", with or without a prefix
	embargo  string   // the moment before which it is held, in any notation
	signals  []string // "correction", "update", with or without a prefix
	notes    []string // to editors
}

// The most notes and related headlines of a story.
const (
	maxNotes   = 64
	maxRelated = 1000
)

// mark sets the parts of s that tell desks what to do. They are those that copy has: a kill
// is a kind of headline, and an embargo is in a note.
func (d *desk) mark(s *story.Story) {
	s.Envelope.Slug = cmp.Or(s.Envelope.Slug, clean.Line(line.Head(d.slug, titleBytes)))
	s.Envelope.Category = cmp.Or(s.Envelope.Category, clean.Line(line.Head(d.category, titleBytes)))
	s.Envelope.Priority = cmp.Or(s.Envelope.Priority, clean.Line(line.Head(d.urgency, titleBytes)))
	var notes []story.Note
	if until := d.until(); until != "" {
		notes = append(notes, story.Note{Text: "Embargoed until " + until, Embargo: until})
	}
	for _, text := range d.notes[:min(len(d.notes), maxNotes)] {
		if text = clean.Line(text); text != "" {
			notes = append(notes, wire.ReadNote(text, story.Span{}))
		}
	}
	s.Notes = append(notes, s.Notes...)
	if k := d.kind(); k != "" && s.Headline.Kind != story.Kill {
		s.Headline.Kind = k
	}
}

// until returns the moment before which the story is held, "" if it is not. A story without
// one is held until the desk hears more.
func (d *desk) until() string {
	value := clean.Line(line.Head(d.embargo, titleBytes))
	switch day, ok := calendar.Moment(value); {
	case ok && !day.Clock.IsZero():
		return day.Clock.UTC().Format("15:04 GMT, January 2, 2006")
	case ok && day.Year != 0 && day.Day != 0:
		return day.Time().Format("January 2, 2006")
	case value != "":
		return value
	}
	switch code(d.status) {
	case "embargoed", "withheld":
		return "further notice"
	}
	return ""
}

// kind returns Kill or Correction if the status, a signal or the first word of a note says
// so, "" otherwise.
func (d *desk) kind() (kind story.Kind) {
	said := append([]string{d.status}, d.signals...)
	for _, text := range d.notes[:min(len(d.notes), maxNotes)] {
		if word, _, ok := strings.Cut(line.Head(text, titleBytes), ":"); ok {
			said = append(said, word)
		}
	}
	for _, s := range said {
		switch word := code(s); {
		case slices.Contains(killed, word):
			return story.Kill
		case word == "correction":
			kind = story.Correction
		default:
			if tag, ok := headline.ReadTag(clean.Line(s)); ok && (tag.Kind == story.Kill || tag.Kind == story.Correction) {
				kind = tag.Kind
			}
		}
	}
	return kind
}

// killed are words for a story that was withdrawn.
var killed = []string{"canceled", "cancelled", "killed", "kill", "withdrawn", "deleted"}

// code returns a code of a vocabulary in lower case and without its prefix: "canceled" for
// "stat:canceled".
func code(value string) string {
	value = strings.ToLower(strings.TrimSpace(value))
	return value[strings.LastIndexAny(value, ":/#")+1:]
}
