package intake

import (
	"bytes"
	"strings"

	"dateline/feed/intake/mail"
	"dateline/feed/story"
)

// The formats of stories, which are the values of Story.Format.
const (
	Wire     = "wire"      // agency copy: it has a dateline, an end mark, tags or an envelope
	Text     = "text"      // any other text, and files that cannot be read
	Mail     = "mail"      // a message around a story
	Newsboat = "newsboat"  // an article that the reader newsboat saved
	Markdown = "markdown"  // Markdown with front matter or a title
	HTML     = "html"      // a web page
	MHTML    = "mhtml"     // a web page saved as a message
	Feed     = "feed"      // RSS, Atom, RDF
	JSONFeed = "jsonfeed"  // JSON Feed
	Ninjs    = "ninjs"     // news in JSON
	NITF     = "nitf"      // News Industry Text Format
	NewsML   = "newsml"    // NewsML 1
	NewsMLG2 = "newsml-g2" // NewsML-G2
	JSON     = "json"      // stories in JSON, and any other JSON
	JSONL    = "jsonl"     // JSON Lines: a story a line
	SGML     = "sgml"      // the stories of a corpus, in <DOC> or <REUTERS>
	CSV      = "csv"       // a table with a story a row, its cells between commas or tabs

	// These are recognised only: a story has the text of its file, if it is text, and the
	// headline and the day that the file names.
	OPML = "opml" // a list of feeds
	XML  = "xml"  // any other XML
	RTF  = "rtf"  // Rich Text Format
)

// format is a kind of file.
type format struct {
	name      string                      // Story.Format, if read does not set it
	starts    string                      // as a quick test, the bytes with which it may begin after blanks; "" for any
	recognise func(f File) bool           // reports whether f is in the format
	read      func(f File) []*story.Story // returns at least one story
}

// formats are tried in order. See signatures for the names of formats that are not text.
var formats = []format{
	{Text, "", isBinary, readBinary},
	{Mail, "", func(f File) bool { return mail.Is(f.Data) }, readMail},
	{Newsboat, "", isNewsboat, readNewsboat},
	{HTML, "<", isHTML, readHTML},
	{NITF, "<", hasRoot("nitf"), readNITF},
	{NewsML, "<", hasRoot("newsml"), readNewsML},
	{NewsMLG2, "<", hasRoot("newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem"), readNewsMLG2},
	{Feed, "<", hasRoot("rss", "feed", "rdf:rdf"), readFeed},
	{OPML, "<", hasRoot("opml"), readXML},
	{SGML, "<", hasRoot("doc", "reuters"), readSGML},
	{XML, "<", isXML, readXML},
	{RTF, "{", isRTF, readRTF},
	{Ninjs, "{[", isNinjs, readNinjs},
	{JSONFeed, "{", isJSONFeed, readJSONFeed},
	{JSONL, "{", isJSONLines, readJSONLines},
	{JSON, "{[", isJSON, readJSON},
	{Markdown, "", isMarkdown, readMarkdown},
	{CSV, "", isTable, readTable},
	{Text, "", func(File) bool { return true }, readText},
}

// recognise returns the format of f. The formats see UTF-16 and UTF-32 as UTF-8, without
// a byte order mark.
func recognise(f File) *format {
	f.Data = opening(f.Data)
	first := bytes.TrimLeft(f.Data, blanks)
	for i := range formats[:len(formats)-1] {
		known := &formats[i]
		if known.starts != "" && (len(first) == 0 || strings.IndexByte(known.starts, first[0]) < 0) {
			continue
		}
		if known.recognise(f) {
			return known
		}
	}
	return &formats[len(formats)-1]
}
