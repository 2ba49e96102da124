package intake

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// hasRoot returns a function that reports whether a file is markup whose first element
// has one of names.
func hasRoot(names ...string) func(File) bool {
	return func(f File) bool { return slices.Contains(names, rootOf(f)) }
}

func rootOf(f File) string {
	if !startsWith(f.Data, "<") {
		return ""
	}
	return markup.Root(head(f.Data))
}

// fragments are the elements of HTML that may come first in a page without <html>. Those
// in warnings may also come before it, in what a server writes above a page.
var (
	fragments = []string{"head", "body", "title", "meta", "article", "section", "main", "header", "div", "h1", "h2", "p", "table", "ul", "script", "style"}
	warnings  = []string{"br", "b", "font", "center", "link", "base", "span", "a"}
)

// isHTML reports whether f is HTML, also without <html> if the first element is closed.
func isHTML(f File) bool {
	root := rootOf(f)
	page := slices.Contains(fragments, root)
	switch {
	case root == "html":
		return true
	case !page && !slices.Contains(warnings, root), isDeclared(f.Data):
		return false
	}
	start := bytes.ToLower([]byte(head(f.Data)))
	return bytes.Contains(start, []byte("<html")) || page && bytes.Contains(start, []byte("</"+root))
}

// isDeclared reports whether data begins with an XML declaration.
func isDeclared(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(data[:min(len(data), 256)]), []byte("<?xml"))
}

// isXML reports whether f is XML: it says so, or it ends with its first element.
func isXML(f File) bool {
	root := rootOf(f)
	if root == "" {
		return false
	}
	last := f.Data[max(0, len(f.Data)-256):]
	return isDeclared(f.Data) || bytes.HasSuffix(bytes.ToLower(bytes.TrimSpace(last)), []byte(root+">"))
}

// source lists the keys of markup.Facts that have the headline and the day in one kind of
// markup.
type source struct {
	name   string
	titles []string
	dates  []string
	style  markup.Style
}

var (
	newsMLSource = source{
		name: "NewsML", titles: []string{"headline", "newslinetext", "hl1", "title"},
		dates: []string{"firstcreated", "thisrevisioncreated", "dateandtime", "dateid"},
	}
	newsMLG2Source = source{
		name: "NewsML-G2", titles: []string{"headline", "h1", "hl1", "title"},
		dates: []string{"firstcreated", "versioncreated", "contentcreated", "sent"},
	}
	feed = source{
		name: "a feed without stories", titles: []string{"item.title", "title"},
		dates: []string{"item.pubdate", "item.published", "item.date", "item.updated", "pubdate", "lastbuilddate", "updated", "date"},
		style: markup.Style{Escaped: true},
	}
	sgml = source{
		name: "SGML", titles: []string{"title", "headline", "head", "hl", "ti", "h3"},
		dates: []string{"date", "date1", "date_time", "dd", "fileid", "docno", "doc.id"},
		style: markup.Style{BlankLines: true, Indents: true},
	}
	anyXML = source{
		name: "XML", titles: []string{"headline", "title", "hl1"},
		dates: []string{"firstcreated", "versioncreated", "published", "pubdate", "date", "datecreated"},
		style: markup.Style{BlankLines: true},
	}
)

func readXML(f File) []*story.Story { return readMarkup(f, anyXML) }

func readMarkup(f File, src source) []*story.Story {
	named := func(element string) bool {
		return slices.Contains(src.titles, element) || slices.Contains(src.titles, "item."+element) ||
			slices.Contains(src.dates, element) || slices.Contains(src.dates, "item."+element)
	}
	return readUnsupported(f, src.name, func(text string) finding {
		facts := markup.Read(text, named)
		title, _, _ := strings.Cut(facts.First(src.titles...), headlineRule)
		for _, key := range [...]string{"docno", "doc.id"} {
			facts[key] = numberDay(facts[key])
		}
		if src.style.Escaped {
			title = plain(title)
		}
		return finding{title: title, dates: facts.All(src.dates...), body: markup.Blocks(text, src.style)}
	})
}

// headlineRule is the line between the headline and the byline in one element of SGML.
const headlineRule = " ---- "

// numberDay returns the day in the number of a document, "" if it has none:
// "AP880212-0001", "XIN_ENG_20020101.0001".
func numberDay(number string) string {
	number = strings.TrimLeftFunc(strings.TrimSpace(number), func(r rune) bool { return r < '0' || r > '9' })
	day, _, ok := strings.Cut(strings.ReplaceAll(number, ".", "-"), "-")
	switch {
	case ok && line.IsDigits(day, 8, 8):
		return day
	case ok && line.IsDigits(day, 6, 6) && day >= "70":
		return "19" + day
	case ok && line.IsDigits(day, 6, 6):
		return "20" + day
	}
	return ""
}

// plain returns a title without the tags and entities that feeds escape twice.
func plain(title string) string {
	for range 2 {
		if strings.ContainsAny(title, "<&") {
			title = clean.Line(sample(markup.Blocks(title, markup.Style{})))
		}
	}
	return html.UnescapeString(title)
}
