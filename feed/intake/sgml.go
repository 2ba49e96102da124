package intake

import (
	"slices"
	"strings"

	"dateline/feed/intake/markup"
	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// readSGML reads the documents of a corpus: <REUTERS> of Reuters-21578, <DOC> of TREC and of
// Gigaword.
func readSGML(f File) []*story.Story {
	c, refused := cleanAs(f, "SGML")
	if refused != nil {
		return refused
	}
	b := bundle{file: f, text: c, whole: true}
	for _, at := range markup.Items(c.text, "doc", "reuters") {
		if len(b.stories) == maxStories {
			b.endEarly(at.Above + 1)
			break
		}
		b.sgml(c.text[at.Start:at.End], at.Above)
	}
	if len(b.stories) == 0 {
		return readMarkup(f, sgml)
	}
	return b.read()
}

// sgml adds the story of a document, which begins after line above.
func (b *bundle) sgml(source string, above int) {
	root, whole := markup.Elements(source, above)
	e := root.First("reuters")
	if e == nil {
		e = root.First("doc")
	}
	number := firstText(e.First("docno").Text(), e.Attribute("id"))
	title, rest, _ := strings.Cut(elementText(e, "title", "headline", "head", "hl", "ti", "h3"), headlineRule)
	d := &document{
		title:   title,
		dates:   []string{elementText(e, "date", "date1", "date_time", "dd"), e.First("fileid").Text(), numberDay(number)},
		authors: slices.DeleteFunc([]string{elementText(e, "author", "byline"), rest}, line.Blank),
		agency:  firstText(e.First("pub").Text(), corpusAgency(e.Name, number)),
		fields:  textFields(e, "docno", "docid", "fileid", "first", "second"),
	}
	d.slug, _, _ = strings.Cut(e.First("second").Text(), ",")
	for list := range e.All("topics", "places") {
		for x := range list.All("d") {
			d.keywords = append(d.keywords, x.Text())
		}
	}
	opening := e.First("dateline").Text()
	d.body = withoutFirst(sgmlBlocks(source, above), append(slices.Clone(d.authors), d.title, opening))
	if d.title == "" && len(d.body) == 0 {
		return
	}
	d.opening(opening)
	b.whole = b.whole && whole
	b.add(b.file, d.item(b.file, b.shared()), firstText(number, e.Attribute("newid")))
	s := b.stories[len(b.stories)-1]
	if e.Attribute("type") == "advis" {
		s.Headline.Kind = story.Advisory
	}
	endAfterText(s)
}

// withoutFirst returns blocks without the first that has each of texts: where the text of a document
// has its title and its byline, each stands there once.
func withoutFirst(blocks []story.Block, texts []string) []story.Block {
	for _, text := range texts {
		if i := slices.IndexFunc(blocks, func(x story.Block) bool { return x.Text == text }); i >= 0 {
			blocks = slices.Delete(blocks, i, i+1)
		}
	}
	return blocks
}

// elementText returns the text of the first of names that e has an element of.
func elementText(e *markup.Element, names ...string) string {
	for _, name := range names {
		if text := e.First(name).Text(); text != "" {
			return text
		}
	}
	return ""
}

// sgmlBlocks returns the blocks of the text of a document: of its body if it has one.
func sgmlBlocks(source string, above int) (out []story.Block) {
	items := markup.Items(source, "body")
	if len(items) == 0 {
		items = markup.Items(source, "lp", "text")
	}
	for _, at := range items {
		for _, x := range markup.Blocks(source[at.Start:at.End], sgml.style) {
			x.Span.First, x.Span.Last = x.Span.First+above+at.Above, x.Span.Last+above+at.Above
			out = append(out, x)
		}
	}
	return out
}

// corpusAgencies are the agencies and papers of corpora by the letters before the number of
// a document.
var corpusAgencies = map[string]string{
	"apw": "AP", "xin": "Xinhua", "xie": "Xinhua", "nyt": "New York Times", "wsj": "Wall Street Journal", "ft": "Financial Times", "la": "Los Angeles Times",
}

// corpusAgency returns the agency of a document: "Reuters", or what its number begins with.
func corpusAgency(element, number string) string {
	if element == "reuters" {
		return "Reuters"
	}
	name := strings.TrimSpace(number)
	if i := strings.IndexFunc(name, func(r rune) bool { return r < 'A' || r > 'Z' }); i >= 0 {
		name = name[:i]
	}
	if agency := corpusAgencies[strings.ToLower(name)]; agency != "" {
		return agency
	}
	return name
}

// lastWords are the end marks after the last full stop of copy.
var lastWords = words.List("end after the last full stop")

// endAfterText reads the end mark that stands on the line of the last paragraph or below it.
func endAfterText(s *story.Story) {
	if s.Ended() || len(s.Body) == 0 {
		return
	}
	last := &s.Body[len(s.Body)-1]
	for _, word := range lastWords() {
		rest, ok := strings.CutSuffix(last.Text, word)
		rest = strings.TrimSpace(rest)
		if !ok || rest != "" && !strings.ContainsAny(rest[len(rest)-1:], `.!?")`) {
			continue
		}
		s.EndMark = story.Line{Text: word, Span: story.Span{First: last.Span.Last, Last: last.Span.Last}}
		if last.Text = rest; rest == "" {
			s.Body = s.Body[:len(s.Body)-1]
		}
		return
	}
}
