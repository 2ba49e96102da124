package intake

import (
	"slices"
	"strings"

	"dateline/feed/intake/markup"
	"dateline/feed/story"
	"dateline/feed/wire/calendar"
)

// readNITF reads a document of the News Industry Text Format.
func readNITF(f File) []*story.Story {
	return readXMLItems(f, source{name: "NITF"}, func(b *bundle, root *markup.Element) {
		for e := range root.All("nitf") {
			d := &document{language: e.Attribute("xml:lang")}
			d.nitf(e)
			d.uids, d.version = []string{e.First("docdata", "doc-id").Attribute("id-string")}, e.First("docdata", "du-key").Attribute("version")
			b.item(e.First("docdata", "doc-id").Attribute("id-string"), d)
		}
	})
}

// nitf fills what d lacks from a document of NITF, which may be part of a NewsML item.
func (d *document) nitf(e *markup.Element) {
	data, top := e.First("docdata"), e.First("body.head")
	d.title = firstText(d.title, top.First("hl1").Text(), top.First("hedline").Text(), e.First("title").Text())
	for x := range top.First("hedline").All("hl2") {
		d.deck = append(d.deck, x.Text())
	}
	issued, released := data.First("date.issue").Attribute("norm"), data.First("date.release").Attribute("norm")
	d.dates = append(d.dates, issued, released, top.First("dateline", "story.date").Attribute("norm"), e.First("pubdata").Attribute("date.publication"))
	if len(d.authors) == 0 {
		d.authors = nitfAuthors(top)
	}
	if len(d.places) == 0 {
		d.places = nitfPlaces(top.First("dateline"), data)
	}
	d.agency = firstText(d.agency, top.First("distributor").Text(), data.First("doc.rights").Attribute("provider"), data.First("doc.rights").Attribute("owner"),
		data.First("doc.copyright").Attribute("holder"))
	for k := range data.All("keyword") {
		d.keywords = append(d.keywords, firstText(k.Attribute("key"), k.Text()))
	}
	for subject := range e.All("tobject.subject") {
		d.keywords = append(d.keywords, firstText(subject.Attribute("tobject.subject.matter"), subject.Attribute("tobject.subject.type")))
	}
	d.fields = append(d.fields, attributeLines(data, "doc-id id-string", "doc-id regsrc", "du-key key", "du-key version", "ed-msg info", "urgency ed-urg",
		"date.issue norm", "date.release norm", "date.expire norm", "doc.copyright holder", "doc.rights owner")...)
	d.fields = append(d.fields, textFields(top, "abstract", "rights")...)
	d.nitfDesk(e, data, issued, released)
	d.fields = append(d.fields, attributeLines(top, "series series.name", "series series.part")...)
	d.body = append(d.body, e.First("body.content").Blocks()...)
	d.related = append(d.related, xmlLinks(e.First("body.content"))...)
	d.body = append(d.body, e.First("body.end", "tagline").Blocks()...)
	if e.First("body.content") == nil {
		d.body = append(d.body, withoutNames(e, "head", "body.head", "body.end").Blocks()...)
	}
}

// nitfDesk reads what a document tells desks. A time of release after that of issue is an
// embargo.
func (d *document) nitfDesk(e, data *markup.Element, issued, released string) {
	d.slug = firstText(d.slug, data.First("du-key").Attribute("key"))
	d.urgency = firstText(d.urgency, data.First("urgency").Attribute("ed-urg"))
	d.status = firstText(d.status, data.Attribute("management-status"))
	if data.First("correction") != nil {
		d.signals = append(d.signals, "correction")
		d.notes = append(d.notes, data.First("correction").Attribute("info"))
	}
	for m := range data.All("ed-msg") {
		d.notes = append(d.notes, m.Attribute("info"))
	}
	for n := range e.First("body").All("note") {
		d.notes = append(d.notes, n.Text())
	}
	from, ok := calendar.Moment(issued)
	until, timed := calendar.Moment(released)
	if d.embargo == "" && ok && timed && until.Clock.After(from.Clock) && !from.Clock.IsZero() {
		d.embargo = released
	}
}

// nitfAuthors returns the names in bylines: those that are marked, or their text.
func nitfAuthors(top *markup.Element) (names []string) {
	for by := range top.All("byline") {
		before := len(names)
		for p := range by.All("person") {
			names = append(names, p.Text())
		}
		if len(names) == before {
			names = append(names, withoutNames(by, "byttl").Text())
		}
	}
	return names
}

// nitfPlaces returns the place of a dateline, or that of the event.
func nitfPlaces(dateline, data *markup.Element) []string {
	for x := range dateline.All("location") {
		if place := firstText(x.First("city").Text(), x.Text()); place != "" {
			return []string{place}
		}
	}
	place, _ := datelineParts(dateline.Text())
	return slices.DeleteFunc([]string{firstText(place, data.First("evloc").Attribute("city"))}, func(s string) bool { return s == "" })
}

// datelineParts returns the place of a dateline that stands apart from its text, and the
// agency in brackets.
func datelineParts(text string) (place, agency string) {
	const marks = " -–—_,"
	place, rest, _ := strings.Cut(text, "(")
	agency, _, _ = strings.Cut(rest, ")")
	place, _, _ = calendar.CutDay(strings.Trim(place, marks))
	return strings.Trim(place, marks), strings.TrimSpace(agency)
}

// withoutNames returns e without the elements in it that have one of names.
func withoutNames(e *markup.Element, names ...string) *markup.Element {
	rest := *e
	rest.Inner = slices.DeleteFunc(slices.Clone(e.Inner), func(x *markup.Element) bool { return slices.Contains(names, x.Name) })
	return &rest
}
