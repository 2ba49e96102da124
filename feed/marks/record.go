package marks

import (
	"strings"
	"time"
	"unicode/utf8"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// Record is a line of an export. The first line is a header, which has Dateline and Version.
// Each of the others has values of a story, or saved searches, which have none.
type Record struct {
	Dateline string    `json:"dateline,omitempty"`
	Version  int       `json:"version,omitempty"`
	Story    *Identity `json:"story,omitempty"`
	Values   []Entry   `json:"values,omitempty"`
}

// The header of an export, and the version of exports that this program writes and reads.
const (
	kindOfExport  = "marks"
	exportVersion = 1
)

// Header returns the first line of an export.
func Header() Record { return Record{Dateline: kindOfExport, Version: exportVersion} }

// Identity is what a story in an export is known by. Fields that are not known are empty.
type Identity struct {
	Archive  string   `json:"archive,omitempty"`  // where its archive is on that machine
	ID       story.ID `json:"id,omitempty"`       // only without a digest
	Path     string   `json:"path,omitempty"`     // in its archive
	RawPath  []byte   `json:"raw_path,omitempty"` // in place of a path that is not UTF-8
	Title    string   `json:"title,omitempty"`
	Dateline string   `json:"dateline,omitempty"`
	Name     int64    `json:"name,omitempty,string"`
	Digest   []byte   `json:"digest,omitempty"`
	Sample   []byte   `json:"sample,omitempty"`

	Here *Story `json:"-"` // the story in this archive; nil if it is not known
}

// Entry is a value in an export, also one that was removed: then Value is "".
type Entry struct {
	Field Field     `json:"field"`
	Other *Identity `json:"other,omitempty"` // the second story of a field of two
	Key   string    `json:"key,omitempty"`   // a tag, the ID of a note, the name of a search
	Value string    `json:"value"`
	At    time.Time `json:"at"` // when it was changed last
}

// newIdentity returns the identity of a story in an archive.
func newIdentity(s *Story, archive string) *Identity {
	i := &Identity{Archive: strings.ToValidUTF8(archive, "\uFFFD"), Title: s.Title, Dateline: s.Dateline, Name: s.Name, Digest: s.Digest, Sample: s.Sample}
	if utf8.ValidString(s.Path) {
		i.Path = s.Path
	} else {
		i.RawPath = []byte(s.Path)
	}
	switch {
	case len(s.Digest) > 0:
	case !strings.HasPrefix(string(s.ID), "~"):
		i.ID = s.ID
	case s.Path != "":
		i.ID = story.NewID(s.Path)
	}
	return i
}

// Known returns the story as the export knows it.
func (i *Identity) Known() *Story {
	s := &Story{ID: i.ID, Path: i.Path, Title: clean.Line(i.Title), Dateline: clean.Line(i.Dateline), Name: i.Name, Digest: i.Digest, Sample: i.Sample}
	if s.Path == "" {
		s.Path = string(i.RawPath)
	}
	return s
}
