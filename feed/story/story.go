// Package story is the vocabulary of dateline: the parts of a news story, in the
// words of the trade. Its values are plain data. It reads no files, draws nothing
// and imports of this project only package locale, for the names of units.
//
// All text in a Story is clean (package clean), and each part is one line, unless
// its field says otherwise.
package story

import "dateline/feed/locale"

// Story is a story as it is in its file. The zero value is an empty story.
type Story struct {
	ID       ID
	Path     string // archive-relative, slashes, any bytes; "path#3" for the third story of a file
	Range    Range  `json:",omitzero"` // its bytes in the file
	Format   string // the format of its file: "wire", "text", "html"
	Encoding string // what it was decoded from: "utf-8", "euc-kr", …
	Language string // BCP 47: "en", "ko"; empty if not known

	UIDs []string `json:",omitempty"` // its identifiers, the main one first: see link.UID
	URLs []string `json:",omitempty"` // its addresses, the main one first: see link.URL

	Address string `json:",omitempty"` // the main one as written

	Version  int    `json:",omitempty"` // of the story with its identifier, from 1; 0 if not known
	Replaces string `json:",omitempty"` // the identifier of the story that it was made from

	Envelope Envelope
	Headline Headline
	Notes    []Note
	Byline   Byline
	Dateline Dateline
	Date     Date
	Body     []Block // paragraphs, captions and the rest, in the order of the file
	SignOff  SignOff
	EndMark  Line // Text is empty if none was found
	Cut      bool // the end mark says that more follows: "(more)"
	Keywords []Line
	Related  []Related
	Tail     []Line // all other lines after the end mark, shown as they are

	Doubts []Doubt // in the order of the file

	Candidates []Candidate `json:"-"` // the evidence for Date, in the order of its precedence
}

// Range is the bytes of a story in a file of several. The zero Range means the whole
// file.
type Range struct {
	Start, Length int64
	Head          int64  // bytes at the beginning of the file that are read before them: the header of a table
	Sum           uint32 // CRC-32 (Castagnoli) of the bytes, those of Head first
	Quoted        bool   // lines that begin with "From " have a ">" before it
	Record        bool   // it is a line of JSON Lines or sfeed
}

// Span is the place of a part in its story: first and last line, counted from 1. In a
// file of several stories, the first line of each has the number 1. The zero Span
// means no place.
type Span struct {
	First int `json:"first,omitempty"`
	Last  int `json:"last,omitempty"`
}

// Line is a line of text and its place.
type Line struct {
	Text string
	Span Span
}

// Headline is a headline and what its tags mean.
type Headline struct {
	Text    string   // as written, wrapped lines joined
	Title   string   // without its tags
	Tags    []string // as written, without brackets, in order
	Kind    Kind
	Take    Take
	Standin bool // the file has no headline: the first sentence of the lede is used instead
	Span    Span
}

// Related is a headline listed after the end mark, or a link in the text: a link to
// another story.
type Related struct {
	Headline
	Target  Target `json:",omitzero"`
	Address string `json:",omitempty"` // of the web, as a browser opens it; Target has its canonical form
	Section string // the heading above it, such as "Most Viewed", or InText
}

// InText is the Section of a link in the text.
const InText = "Links"

// IsBare reports whether r has no headline: its text is what it names.
func (r *Related) IsBare() bool {
	t := &r.Target
	return *t != (Target{}) && (r.Text == t.UID || r.Text == t.URL || r.Text == t.Path || r.Text == t.Name)
}

// Target is what a link says about its story besides the headline. The zero Target says
// nothing.
type Target struct {
	UID  string `json:",omitempty"` // its identifier: see link.UID
	URL  string `json:",omitempty"` // its address: see link.URL
	Path string `json:",omitempty"` // its path in the archive, which may lack the extension
	Name string `json:",omitempty"` // the end of its path, which may lack the extension
}

// Envelope is the transmission headers and trailers. It is never shown as text.
type Envelope struct {
	Service  string // that sends the copy: "asian", "dpa"
	Number   string // of the message, with the letters of its service: "w2870"
	Priority string
	Category string
	Slug     string   // without take and words
	Keywords []string // in the headers
	Takes    []string // tags such as "1st Ld-Writethru" and "REFILE"
	Words    int      // as the headers count them, 0 if they do not
	Sent     Date     // when the copy was sent; only month and day in some headers
	Contacts []Line   // the notes of a desk that are not for publication
	Lines    []Line   // all other lines of the envelope
}

// Note is an editors' note. Text is kept as written, apart from the body.
type Note struct {
	Text       string
	Verbs      []string // "UPDATES", "ADDS", "RECASTS" …, in capitals
	Paragraphs []int    // the paragraphs that the note names, with every number of a range
	Embargo    string   // "1500 GMT" of "HOLD UNTIL 1500 GMT"
	After      int      // the blocks of the body above it, 0 if it is above the body
	Span       Span
}

// Byline is the line that names the writers.
type Byline struct {
	Text  string
	Names []string
	Span  Span
}

// Dateline is the place, day and agency at the start of a lede. Year is 0 if the
// copy does not give it.
type Dateline struct {
	Text   string   // as written, with its dash
	Places []string // as written: "SEOUL"
	Region string   // "Vt.", "South Korea"
	Year   int
	Month  int // 1 to 12, 0 if not given
	Day    int
	Agency string
	Span   Span
}

// SignOff is the lines after the body that name the reporters.
type SignOff struct {
	Lines  []Line
	Emails []string
}

// BlockKind is the kind of a block.
type BlockKind string

// The kinds of block.
const (
	Paragraph BlockKind = "paragraph"
	Caption   BlockKind = "caption"
	Heading   BlockKind = "heading"
	Quote     BlockKind = "quote"
	List      BlockKind = "list" // Text keeps its line breaks and dashes
	Code      BlockKind = "code" // Text keeps its line breaks and columns: tables too
)

// Block is one part of the body.
type Block struct {
	Kind   BlockKind
	Text   string // the lede is without its dateline, a caption without credit and rights
	N      int    // the number of a paragraph, from 1; 0 for other blocks
	Credit string // of a caption
	Rights string // of a caption
	Span   Span

	// Picture is the path in the archive of the picture of a caption, any bytes. It is
	// empty if the story names none that can be in the archive; the file may be missing.
	Picture string `json:",omitempty"`
}

// Doubt is a problem of a file, or something that its copy does not settle. Problem
// is one of the words below, which do not change; Detail is a sentence for people.
type Doubt struct {
	Problem string
	Line    int // 0 if it is about the whole file
	Detail  string
}

// The problems that check reports.
const (
	Unreadable  = "unreadable"
	Binary      = "binary"
	TooLarge    = "too-large"
	BadText     = "encoding"
	Unsupported = "format" // the format is recognised, but its parts are not read
	NoHeadline  = "no-headline"
	NoDateline  = "no-dateline"
	NoBody      = "no-body"
	NoDate      = "no-date"
	Duplicate   = "duplicate"
	NoEndMark   = "no-end-mark"
	Escapes     = "control-characters"
	Ambiguous   = "ambiguous"
	OddName     = "name"    // of the file
	Damaged     = "damaged" // the file, so that only its beginning is read
)

// Ended reports whether an end mark was found.
func (s *Story) Ended() bool { return s.EndMark.Text != "" }

// Paragraphs returns the number of paragraphs of the body, without captions.
func (s *Story) Paragraphs() int {
	n := 0
	for i := range s.Body {
		if s.Body[i].Kind == Paragraph {
			n++
		}
	}
	return n
}

// Words returns the number of words of the body, without captions. In scripts without
// spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) each character is a word;
// Unit says so.
func (s *Story) Words() int {
	c := s.count()
	return c.total()
}

// Unit returns the unit of Words, InWords or InCharacters, in the language of the program.
func (s *Story) Unit() string { return locale.T(unit(s.Language, s.Headline.Title)) }

// Minutes returns the time to read the body, without captions.
func (s *Story) Minutes() float64 {
	c := s.count()
	return c.minutes()
}

func (s *Story) count() count {
	var c count
	for i := range s.Body {
		if b := &s.Body[i]; b.Kind != Caption {
			c.add(b.Text)
		}
	}
	return c
}
