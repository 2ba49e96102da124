// Package intake reads the stories in a file. It recognises the format of the
// file, and the format turns its bytes into stories: it decodes the text (package
// decode), reads the envelope of agency copy (package envelope), removes characters
// that could command a terminal or hide text (package clean), finds the parts of the
// story (package wire) and its language (package language). Every file has a story:
// if it cannot be read, the Doubts say why.
//
// # Formats
//
// The table in format.go lists the formats, one per line. The first format that
// recognises a file reads it; the last one recognises every file. These decide, in
// this order:
//
//   - the first bytes of archives, documents and pictures (binary.go)
//   - a header with From, Date and Subject: mail
//   - the lines Feed, Title, Author, Link and Date, in any language: an article that
//     newsboat saved
//   - the first element: html, nitf, newsml, newsml-g2, feed, opml, sgml, or xml
//   - the first object: ninjs by its uri and headline, jsonfeed by its version, jsonl if
//     line 1 is an object and a later line begins one, or json
//   - front matter between lines "---" or "+++": markdown
//   - the names of columns in line 1, two of them usual for stories: csv
//
// The name of a file counts only for Markdown that begins with a title. That of a
// compressed file, which the archive unpacks, counts without its last suffix. UTF-16 is
// recognised like UTF-8. Wire copy is a text in which the parser found the parts of wire
// copy, so both are read as text.
//
// Mail and the articles of newsboat are read: their header gives headline, day and byline,
// and their text is read as copy. The HTML of a message without plain text keeps its parts,
// and a web page that was saved as a message is read as a page. Copy with an envelope of its own has its own headline.
// Markdown is read too: what its front matter says, its headings, lists, quotes, tables, code
// and captions (package prose), and a dateline at the beginning of its first paragraphs. So
// are web pages (package page): linked data and the head of a page give headline, day, author
// and publisher, and what stands around the story is left out. RSS, Atom and JSON Feed have a
// story for each item, whose key is made of its guid, id or address.
// So are ninjs, NITF and NewsML: an item is a document, whose body is markup (package
// markup) or text.
// A corpus in JSON has a story for each object of an array, each line or each value that
// has a headline or a text, under one of the keys that are usual for it (record.go). So has a
// table for each row, by the names of its columns. JSON without such objects is only
// recognised. In SGML, the documents of Reuters-21578, TREC and Gigaword are read; a dateline
// that stands apart from its text is put before it (record.go).
// The other formats are only recognised: a story has the headline and the day that its
// file names, the text of the file without tags, and one doubt, story.Unsupported. A file
// that is not text has no body; pictures, sounds and programs have the doubt story.Binary.
// If nothing gives a headline, it is the name of the file.
//
// A format that has metadata fills in a document, which makes the story: its title and its
// first paragraphs are read as copy too. What an agency tells desks (desk.go) becomes what
// copy has for it: a canceled item is a kill, an embargo a note. A file of several items is
// a bundle of documents; the uid of an item gives it its path. A story keeps its own
// identifiers and addresses, and a link in it what the link names (link.go).
//
// To add a format, add a file with two functions and a line to the table:
//
//   - recognise looks at the bytes. It must be quick and certain: no other format sees a
//     file that it recognises.
//   - read returns the stories of a file, at least one. It decodes and cleans with
//     cleanText, or with cleanCopy if the text may be agency copy. For a file that cannot
//     be read it returns refuse, and a file that is cut off has the doubt
//     story.BadText. read sets the parts of a story, its Encoding and its Language.
//     Read sets ID and Path, and Format, Headline and Date if the format leaves them
//     empty. If a format has a key for each of several stories, read sets Path to the
//     path of the file, "#" and the key.
//
// A test of the format goes next to it.
//
// # Files of several stories
//
// Package split finds the stories in a file that has several. Each of them is read as if
// it were a file, with its own format, encoding and line numbers. Its path is that of the
// file, "#" and its key, and Range has its bytes, from which ReadRange reads it alone. A
// file in UTF-16 or UTF-32 is decoded first; its stories have no Range.
//
// # Large files
//
// A Container reads a file of several stories that is too large to be in memory, one piece
// after another. Each story is read as ReadRange reads it. That of a table or a feed needs the
// beginning of the file too, up to its first row or item, the Head of its Range.
package intake

import (
	"cmp"
	"sort"
	"strconv"
	"time"

	"dateline/feed/story"
)

// File is a file of an archive.
type File struct {
	Path    string // archive-relative
	ModTime time.Time
	Data    []byte
	Damage  string // a sentence that says why Data is only the beginning of the file; may be empty

	key *string // gets the path of the story in Data, a part of a larger file, if it has a key; else nil
}

// stories returns the stories of f, which is in the format and is not split. Path is that of
// the story; it has a key if f is a part of a file.
func (format *format) stories(f File, path string) []*story.Story {
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
		sort.SliceStable(s.Doubts, func(i, j int) bool { return s.Doubts[i].Line < s.Doubts[j].Line })
	}
	return stories
}
