package intake

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/intake/markup"
	"dateline/feed/story"
)

// readNewsML reads the items of NewsML 1. An item is a story, with the texts and captions of
// all its components.
func readNewsML(f File) []*story.Story {
	return readXMLItems(f, newsMLSource, func(b *bundle, root *markup.Element) {
		for e := range root.All("newsitem") {
			b.item(e.First("identification", "publicidentifier").Text(), newsML(e))
		}
	})
}

// newsML returns the document of an item of NewsML 1.
func newsML(e *markup.Element) *document {
	manage, ident := e.First("newsmanagement"), e.First("identification")
	about := e.First("descriptivemetadata")
	d := &document{
		title:    firstText(e.First("newslines", "headline").Text(), e.First("newslines", "newslinetext").Text(), ident.First("namelabel").Text()),
		deck:     textsOf(e.First("newslines"), "subheadline"),
		dates:    append(textsOf(manage, "firstcreated", "thisrevisioncreated"), ident.First("dateid").Text()),
		authors:  textsOf(e.First("newslines"), "byline"),
		places:   nitfPlaces(e.First("newslines", "dateline"), nil),
		language: firstText(formalName(about.First("language")), formalName(e.First("language")), e.Attribute("xml:lang")),
		keywords: keywordsOf(e),
		agency: firstText(formalName(e.First("administrativemetadata", "provider", "party")), formalName(e.First("administrativemetadata", "source", "party")),
			e.First("newslines", "creditline").Text()),
	}
	if len(d.places) == 0 {
		d.places = locationOf(about)
	}
	d.slug = firstText(e.First("newslines", "slugline").Text(), ident.First("namelabel").Text())
	d.urgency = formalName(manage.First("urgency"))
	d.status = formalName(manage.First("status"))
	if strings.EqualFold(d.status, "embargoed") {
		d.embargo = manage.First("statuswillchange", "dateandtime").Text()
	}
	for i := range manage.All("instruction") {
		d.signals = append(d.signals, formalName(i))
		d.notes = append(d.notes, i.Text())
	}
	d.fields = append(textFields(ident, "publicidentifier", "revisionid"), textFields(manage, "firstcreated", "thisrevisioncreated")...)
	d.fields = append(d.fields, attributeLines(manage, "status formalname")...)
	d.fields = append(d.fields, textFields(e, "copyrightline", "usagetype")...)
	d.version = ident.First("revisionid").Text()
	d.uids = []string{unrevised(ident.First("publicidentifier").Text())}
	for x := range manage.All("associatedwith", "derivedfrom") {
		d.related = append(d.related, anchor{text: x.First("comment").Text(), to: named(unrevised(x.Attribute("newsitem")))})
	}
	for c := range e.All("newscomponent") {
		d.component(c, "", "")
	}
	for c := range e.All("newscomponent") {
		if len(d.body) == 0 {
			d.body = withoutNames(c, "role", "newslines", "administrativemetadata", "rightsmetadata", "descriptivemetadata", "metadata", "newscomponent").Blocks()
		}
	}
	return d
}

// unrevised returns the identifier of an item without the number of its revision, which its
// versions differ in: "urn:newsml:quay.example:20310314:ferry:2U".
func unrevised(id string) string {
	at := strings.LastIndexByte(id, ':')
	number := strings.TrimRight(id[at+1:], "ANU")
	if strings.Count(id, ":") < 5 || number == "" || strings.Trim(number, "0123456789") != "" {
		return id
	}
	return id[:at]
}

// component adds the texts of a component and of those in it, and the first picture to a
// caption that is in the same component. Role is that of the component
// around it, credit its credit. Of equivalents, the first with a text counts.
func (d *document) component(e *markup.Element, role, credit string) {
	for _, x := range e.Inner {
		switch x.Name {
		case "role":
			role = strings.ToLower(x.Attribute("formalname"))
		case "newslines":
			credit = firstText(x.First("creditline").Text(), x.First("byline").Text(), credit)
		}
	}
	before := len(d.body)
	var image largest
	for _, x := range e.Inner {
		switch x.Name {
		case "newscomponent":
			d.component(x, role, credit)
		case "contentitem":
			if text := x.First("datacontent"); text != nil {
				d.componentText(text, x, role, credit)
			}
			image.add(x.Attribute("href"), "")
		case "newsitemref":
			d.related = append(d.related, anchor{text: firstText(x.First("headline").Text(), x.First("comment").Text()), to: named(unrevised(x.Attribute("newsitem")))})
		}
		if len(d.body) > before && strings.EqualFold(e.Attribute("equivalentslist"), "yes") {
			return
		}
	}
	d.image = cmp.Or(d.image, image.picture)
	if slices.ContainsFunc(d.body[before:], func(b story.Block) bool { return b.Kind == story.Caption }) {
		addPicture(d.body[before:], d.image)
		d.image = ""
	}
}

// componentText adds the text of a component.
func (d *document) componentText(text, item *markup.Element, role, credit string) {
	from := len(d.body)
	d.content(text, firstText(formalName(item.First("mimetype")), formalName(item.First("format"))))
	if !strings.Contains(role, "caption") {
		return
	}
	for i := range d.body[from:] {
		b := &d.body[from+i]
		if b.Kind == story.Paragraph {
			b.Kind, b.Credit = story.Caption, firstText(b.Credit, credit)
		}
	}
}

// formalName returns the name of e: every name of NewsML 1 is in that attribute.
func formalName(e *markup.Element) string { return e.Attribute("formalname") }

// keywordsOf returns the keywords of an item, and the names of its subjects that are no
// codes.
func keywordsOf(e *markup.Element) (words []string) {
	for _, text := range textsOf(e, "keywordline") {
		words = append(words, strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '/' })...)
	}
	for s := range e.All("subject", "subjectmatter", "subjectdetail") {
		if name := formalName(s); name != "" && strings.Trim(name, "0123456789") != "" {
			words = append(words, name)
		}
	}
	return words
}

// locationOf returns the city of the first location, else its country.
func locationOf(about *markup.Element) []string {
	place := ""
	for p := range about.First("location").All("property") {
		switch strings.ToLower(formalName(p)) {
		case "city":
			return []string{p.Attribute("value")}
		case "country":
			place = p.Attribute("value")
		}
	}
	return lines([]string{place})
}
