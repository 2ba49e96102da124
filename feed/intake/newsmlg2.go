package intake

import (
	"strings"

	"dateline/feed/intake/markup"
	"dateline/feed/link"
	"dateline/feed/story"
)

// readNewsMLG2 reads the items of NewsML-G2: an item of news is a story, and so is a package,
// which lists headlines. Other items have nothing to read.
func readNewsMLG2(f File) []*story.Story {
	return readXMLItems(f, newsMLG2Source, func(b *bundle, root *markup.Element) {
		for e := range root.All("newsitem", "packageitem") {
			b.item(e.Attribute("guid"), newsMLG2(e))
		}
	})
}

// newsMLG2 returns the document of an item of NewsML-G2.
func newsMLG2(e *markup.Element) *document {
	item, content := e.First("itemmeta"), e.First("contentmeta")
	d := &document{
		title:    firstText(mainText(content, "headline"), item.First("title").Text(), mainText(content, "description")),
		dates:    textsOf(item, "firstcreated", "versioncreated"),
		places:   placesG2(content),
		keywords: keywordsG2(content),
		language: firstText(content.First("language").Attribute("tag"), e.Attribute("xml:lang")),
		agency: firstText(nameOf(content.First("infosource")), nameOf(item.First("provider")), content.First("creditline").Text(),
			nameOf(e.First("rightsinfo", "copyrightholder"))),
	}
	d.dates = append(d.dates, textsOf(content, "contentcreated")...)
	if d.authors = textsOf(content, "by"); len(d.authors) == 0 {
		for x := range content.All("creator") {
			d.authors = append(d.authors, nameOf(x))
		}
	}
	for h := range content.All("headline") {
		if role := code(h.Attribute("role")); strings.HasPrefix(role, "sub") {
			d.deck = append(d.deck, h.Text())
		}
	}
	d.uids, d.version = []string{e.Attribute("guid")}, e.Attribute("version")
	for x := range e.All("altid") {
		d.uids = append(d.uids, x.Text())
	}
	d.deskG2(e, item, content)
	for part := range e.First("contentset").All("inlinexml", "inlinedata") {
		d.content(part, part.Attribute("contenttype"))
	}
	d.describe(e, content)
	for ref := range e.First("groupset").All("itemref") {
		d.related = append(d.related, anchorG2(ref))
	}
	return d
}

// deskG2 reads what an item tells desks.
func (d *document) deskG2(e, item, content *markup.Element) {
	d.slug = content.First("slugline").Text()
	d.urgency = content.First("urgency").Text()
	d.status = codeOf(item.First("pubstatus"))
	d.embargo = item.First("embargoed").Text()
	d.notes = textsOf(item, "ednote")
	for s := range item.All("signal") {
		d.signals = append(d.signals, codeOf(s))
	}
	for l := range item.All("link") {
		d.related = append(d.related, anchorG2(l))
		switch code(l.Attribute("rel")) {
		case "previousversion", "evolvedfrom":
			d.replaces = l.Attribute("residref")
		}
	}
	d.fields = append(fieldLine("guid", e.Attribute("guid"), e.Span), fieldLine("version", e.Attribute("version"), e.Span)...)
	d.fields = append(d.fields, textFields(item, "versioncreated", "firstcreated", "embargoed")...)
	d.fields = append(d.fields, attributeLines(item, "pubstatus qcode", "itemclass qcode")...)
	d.fields = append(d.fields, textFields(e.First("rightsinfo"), "copyrightnotice", "usageterms")...)
}

// anchorG2 returns a link of an item, or an item of a package.
func anchorG2(e *markup.Element) anchor {
	to := named(e.Attribute("residref"))
	to.URL = firstText(link.URL(e.Attribute("href")), to.URL)
	return anchor{text: firstText(mainText(e, "headline"), e.First("title").Text()), to: to}
}

// describe adds the descriptions of an item: the caption of a picture, or the text of an
// item that has no other.
func (d *document) describe(e, content *markup.Element) {
	kind := story.Paragraph
	switch class := code(firstText(codeOf(e.First("itemmeta", "itemclass")))); {
	case class == "picture" || class == "graphic" || class == "video" || class == "photo":
		kind = story.Caption
	case len(d.body) > 0:
		return
	}
	from, credit := len(d.body), firstText(content.First("creditline").Text(), strings.Join(d.authors, ", "))
	for x := range content.All("description") {
		for _, b := range x.Blocks() {
			if b.Kind = kind; kind == story.Caption {
				b.Credit = credit
			}
			d.body = append(d.body, b)
		}
	}
	var image largest
	for x := range e.First("contentset").All("remotecontent") {
		image.add(x.Attribute("href"), x.Attribute("width"))
	}
	d.body = append(d.body[:from:from], captioned(d.body[from:], image.picture, e.Span)...)
}

// content adds a text of an item: a document of NITF, other markup, or text.
func (d *document) content(e *markup.Element, kind string) {
	if inner := e.First("nitf"); inner != nil {
		d.nitf(inner)
		return
	}
	if strings.Contains(kind, "plain") || isPlain(e) {
		if raw, at := e.Raw(); raw != "" {
			d.body = append(d.body, textBlocks(raw, at)...)
			return
		}
	}
	d.body = append(d.body, e.Blocks()...)
	d.related = append(d.related, xmlLinks(e)...)
}

// isPlain reports whether e has text only, which is no markup.
func isPlain(e *markup.Element) bool {
	raw, _ := e.Raw()
	return raw != "" && !markup.IsMarkup(raw)
}

// placesG2 returns the places in the dateline of an item, or where it was located.
func placesG2(content *markup.Element) (places []string) {
	for x := range content.All("located") {
		if name := nameOf(x); name != "" {
			return []string{name}
		}
	}
	return nitfPlaces(content.First("dateline"), nil)
}

func keywordsG2(content *markup.Element) (words []string) {
	words = textsOf(content, "keyword")
	for s := range content.All("subject") {
		words = append(words, nameOf(s))
	}
	return words
}

// mainText returns the text of the element of a name whose role is the main one, or of the
// first.
func mainText(e *markup.Element, name string) string {
	for x := range e.All(name) {
		if strings.HasSuffix(code(x.Attribute("role")), "main") {
			return x.Text()
		}
	}
	return e.First(name).Text()
}

// nameOf returns the name in e, or its own text; a code is no name.
func nameOf(e *markup.Element) string {
	if name := e.First("name"); name != nil {
		return name.Text()
	}
	return firstText(e.Attribute("literal"), e.Text())
}

// codeOf returns the code of e.
func codeOf(e *markup.Element) string {
	return firstText(e.Attribute("qcode"), e.Attribute("uri"), e.Attribute("literal"))
}

// textsOf returns the texts of the elements in e that have one of names, in the order of
// names.
func textsOf(e *markup.Element, names ...string) (texts []string) {
	for _, name := range names {
		for x := range e.All(name) {
			if text := x.Text(); text != "" {
				texts = append(texts, text)
			}
		}
	}
	return texts
}
