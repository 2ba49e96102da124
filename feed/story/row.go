package story

import (
	"slices"

	"dateline/feed/locale"
)

// Row is a story in a list: the data that is known without opening its file. A file that
// could not be read also has a Row; Problem says why.
type Row struct {
	ID         ID
	Path       string
	Headline   Headline
	Places     []string
	Agency     string
	Date       Date
	Byline     []string
	Emails     []string
	Keywords   []string
	Words      int
	Paragraphs int
	Format     string
	Language   string
	Slug       string // this and the next four are of the envelope
	Number     string
	Category   string
	Priority   string
	Sent       string // as Date.String returns it
	Problem    string // the problem of a Doubt; empty for a story that was read
	UIDs       []string
	URLs       []string
	Replaces   string

	Read    bool
	Starred bool
	Marks   []string // the reader's own tags, in order

	Takes int // of its story, itself included; 0 if it is the only one
	Group ID  // the oldest of them; empty if it is the only one
}

// Unit returns the unit of Words, InWords or InCharacters, in the language of the program.
func (r *Row) Unit() string { return locale.T(unit(r.Language, r.Headline.Title)) }

// Key is the place of a row in the list: newest first, then by take, then by path.
// The zero Key is before every row.
type Key struct {
	Unix int64
	Take Take
	Path string
}

// WithMarks returns r with the marks of another row.
func (r *Row) WithMarks(of *Row) Row {
	marked := *r
	marked.Read, marked.Starred, marked.Marks = of.Read, of.Starred, of.Marks
	return marked
}

// Key returns the place of r in the list.
func (r *Row) Key() Key {
	return Key{Unix: r.Date.Unix(), Take: r.Headline.Take, Path: r.Path}
}

// IsZero reports whether k is the place before the first row.
func (k Key) IsZero() bool { return k == Key{} }

// Before reports whether k is above o in the list. No Key is before the zero Key.
func (k Key) Before(o Key) bool {
	switch {
	case o.IsZero():
		return false
	case k.IsZero():
		return true
	case k.Unix != o.Unix:
		return k.Unix > o.Unix
	case k.Take != o.Take:
		return k.Take > o.Take
	}
	return k.Path < o.Path
}

// NewRow returns the row of s.
func NewRow(s *Story) Row {
	r := Row{
		ID: s.ID, Path: s.Path, Headline: s.Headline,
		Places: s.Dateline.Places, Agency: s.Dateline.Agency, Date: s.Date,
		Byline: s.Byline.Names, Emails: s.SignOff.Emails,
		Words: s.Words(), Paragraphs: s.Paragraphs(),
		Format: s.Format, Language: s.Language,
		Slug: s.Envelope.Slug, Number: s.Envelope.Number, Category: s.Envelope.Category,
		Priority: s.Envelope.Priority, Sent: s.Envelope.Sent.String(),
		Keywords: slices.Clone(s.Envelope.Keywords), UIDs: s.UIDs, URLs: s.URLs, Replaces: s.Replaces,
	}
	for _, k := range s.Keywords {
		r.Keywords = append(r.Keywords, k.Text)
	}
	for _, d := range s.Doubts {
		switch d.Problem {
		case Unreadable, Binary:
			r.Problem = d.Problem
		case TooLarge, Unsupported, Damaged:
			if len(s.Body) == 0 {
				r.Problem = d.Problem
			}
		}
	}
	return r
}
