// Package story is the vocabulary of dateline: what a news story is made of,
// in the words of the trade. Its values are plain; it reads no file, draws
// nothing and imports nothing of this project.
//
// All text in a Story has been cleaned (package clean) and folded to one line
// a part, unless a field says otherwise.
package story

// Story is one story as its file gives it. The zero value is an empty story.
type Story struct {
	ID       ID
	Path     string // archive-relative, slashes, any bytes; "path#3" for the third of a file of many
	Format   string // how it was read: "wire", "text"
	Encoding string // what it was decoded from: "utf-8", "euc-kr", …
	Language string // BCP 47: "en", "ko"; empty when not told apart

	Envelope Envelope
	Headline Headline
	Notes    []Note
	Byline   Byline
	Dateline Dateline
	Date     Date
	Body     []Block // paragraphs, captions and the rest, in the order of the file
	SignOff  SignOff
	EndMark  Line // Text is empty when none was found
	Cut      bool // the end mark says that more was to come: "(more)"
	Keywords []Line
	Related  []Related
	Tail     []Line // what stands after the end mark and is nothing else; shown as it stands

	Doubts []Doubt // what reading it left open, in the order of the file
}

// Span is where a part stood in its file: first and last line, counted from 1.
// The zero Span stands nowhere.
type Span struct {
	First int `json:"first,omitempty"`
	Last  int `json:"last,omitempty"`
}

// Line is a piece of text and where it stood.
type Line struct {
	Text string
	Span Span
}

// Headline is a headline as written and what its tags say.
type Headline struct {
	Text    string   // as written, wrapped lines joined
	Title   string   // without its tags
	Tags    []string // as written, without brackets, in the order in which they stand
	Kind    Kind
	Take    Take
	Standin bool // the file has none: the first sentence of the lede stands in
	Span    Span
}

// Related is a headline listed after the end mark: a link to another story.
type Related struct {
	Headline
	Section string // the heading it stands under, "Most Viewed"; empty without one
}

// Envelope is what transmission headers say; it is never shown as text.
type Envelope struct {
	Slug     string
	Priority string
	Category string
	Words    int // as claimed, 0 when not
	Lines    []Line
}

// Note is an editors' note. Text is kept as written, apart from the body.
type Note struct {
	Text       string
	Verbs      []string // "UPDATES", "ADDS", "RECASTS" …, in capitals
	Paragraphs []int    // the paragraphs that the note names, ranges written out
	Embargo    string   // "HOLD UNTIL 1500 GMT" → "1500 GMT"; empty without one
	Span       Span
}

// Byline is the line that names the writers.
type Byline struct {
	Text  string
	Names []string
	Span  Span
}

// Dateline is the place, day and agency that open a lede. Year is 0 where the
// copy does not give it.
type Dateline struct {
	Text   string   // as written, with its dash
	Places []string // as written: "SEOUL"
	Region string   // "Vt.", "South Korea"
	Year   int
	Month  int // 1 to 12, 0 when not given
	Day    int
	Agency string
	Span   Span
}

// SignOff is the reporters' line or lines after the body.
type SignOff struct {
	Lines  []Line
	Emails []string
}

// BlockKind tells what a block of the body is.
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
	N      int    // the number of a paragraph as an editor counts, from 1; 0 for the rest
	Credit string // of a caption
	Rights string // of a caption
	Span   Span
}

// Doubt is something that reading a file left open. Problem is one of the
// stable words below; Detail is a sentence for people.
type Doubt struct {
	Problem string
	Line    int // 0 when it is about the whole file
	Detail  string
}

// The problems that check reports.
const (
	Unreadable = "unreadable"
	Binary     = "binary"
	TooLarge   = "too-large"
	BadText    = "encoding"
	NoHeadline = "no-headline"
	NoDateline = "no-dateline"
	NoBody     = "no-body"
	NoDate     = "no-date"
	Duplicate  = "duplicate"
	NoEndMark  = "no-end-mark"
	Escapes    = "control-characters"
	Ambiguous  = "ambiguous"
)

// Ended reports whether an end mark was found.
func (s *Story) Ended() bool { return s.EndMark.Text != "" }

// Paragraphs counts the paragraphs of the body, captions apart.
func (s *Story) Paragraphs() int {
	n := 0
	for _, b := range s.Body {
		if b.Kind == Paragraph {
			n++
		}
	}
	return n
}

// Words counts the words of the body, captions apart. Where a script does not
// part its words with spaces (Han, kana) each character is one.
func (s *Story) Words() int {
	n := 0
	for _, b := range s.Body {
		if b.Kind != Caption {
			n += words(b.Text)
		}
	}
	return n
}
