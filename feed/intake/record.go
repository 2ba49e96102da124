package intake

import (
	"html"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/wire/dateline"
)

// The keys that give a part of a story in JSON and in the header of a table, as plainKey
// returns them. The first that has a text counts.
var (
	titleNames    = []string{"headline", "headlines", "title", "headlinemain", "webtitle"}
	deckNames     = []string{"subtitle", "subheadline", "standfirst", "deck"}
	bodyNames     = []string{"text", "content", "article", "body", "maintext", "bodytext", "fulltext", "articletext", "articlebody", "contenttext", "contenthtml", "story"}
	summaryNames  = []string{"description", "summary", "abstract", "leadparagraph", "snippet"}
	placeNames    = []string{"place", "places", "location", "locations"}
	bylineNames   = []string{"byline", "author", "authors", "by", "creator", "writer"}
	agencyNames   = []string{"agency", "source", "publication", "publisher", "sitename", "newspaper"}
	keywordNames  = []string{"keywords", "tags", "topics", "categories"}
	sectionNames  = []string{"section", "category", "sectionname"}
	languageNames = []string{"language", "lang"}
	uidNames      = []string{"guid", "uid", "uri", "id", "docno", "url", "link"}
	relatedNames  = []string{"related", "relatedheadlines", "relatedstories", "relatedarticles"}
	fieldNames    = []string{"id", "guid", "uid", "uri", "docno", "url", "link"}
	dayNames      = []string{
		"published", "publisheddate", "datepublished", "publishdate", "datepublish", "publishedat", "publicationdate", "pubdate", "webpublicationdate",
		"date", "datetime", "timestamp", "firstcreated", "versioncreated", "createdat", "created", "datecreated",
	}

	// wrapperNames are keys of objects that have the parts of the story around them.
	wrapperNames = []string{"article", "story", "data", "fields", "_source", "attributes"}
)

// plainKey returns a key in lower case and without marks: "publisheddate" for
// "Published-Date".
func plainKey(key string) string { return keyMarks.Replace(strings.ToLower(key)) }

var keyMarks = strings.NewReplacer("_", "", "-", "", " ", "", ".", "")

// records collects the stories of a corpus in JSON or a table.
type records struct {
	bundle
	damaged []int // the lines of values that could not be read to their end
	blank   []int // those of values that are no stories
}

// full reports whether the rest of a file, from line at on, is not read.
func (r *records) full(at int) bool {
	if len(r.stories)+len(r.blank) < maxStories {
		return false
	}
	if len(r.stories) > 0 {
		r.endEarly(at)
	}
	return true
}

// record adds the story of an object on line at, which must have a headline or a text.
func (r *records) record(item *value, at int) {
	d, uid := recordDocument(item)
	if d.title == "" && len(d.body) == 0 {
		r.blank = append(r.blank, at)
		return
	}
	if len(d.body) == 0 {
		x := plainItem(item).filled(summaryNames...)
		d.body = recordBlocks(x)
	}
	r.add(r.file, d.item(r.file, r.shared()), uid)
}

// read returns the stories. It says in the first one which lines of the file gave none.
func (r *records) read() []*story.Story {
	doubts := &r.stories[0].Doubts
	if len(r.damaged) > 0 {
		*doubts = append(*doubts, story.Doubt{Problem: story.BadText, Line: r.damaged[0], Detail: "The file is damaged " + inLines(r.damaged) + ". What could be read is shown."})
	}
	if len(r.blank) > 0 {
		*doubts = append(*doubts, story.Doubt{Problem: story.NoHeadline, Line: r.blank[0], Detail: "Neither a headline nor a text is " + inLines(r.blank) + "."})
	}
	return r.bundle.read()
}

// recordDocument returns what an object says about its story, and the key of the story in
// its file.
func recordDocument(item *value) (d *document, uid string) {
	v := plainItem(item)
	d = &document{
		title:    recordTitle(firstText(v.get("headline").first("main"), v.first(titleNames...))),
		dates:    v.all(dayNames...),
		authors:  v.filled(bylineNames...).texts(),
		places:   v.filled(placeNames...).texts(),
		agency:   v.first(agencyNames...),
		keywords: keywordsIn(v.all(keywordNames...)),
		language: v.first(languageNames...),
		fields:   v.fieldLines(fieldNames...),
		deck:     v.all(deckNames...),
	}
	d.slug, d.category = v.first("slug", "slugline"), v.first(sectionNames...)
	d.uids, d.urls = v.all("guid", "uid", "uri"), v.all("url", "link")
	for _, title := range v.all(relatedNames...) {
		if url := link.URL(title); url != "" {
			d.related = append(d.related, anchor{to: story.Target{URL: url}})
		} else if !strings.Contains(title, "://") {
			d.related = append(d.related, anchor{text: title})
		}
	}
	for _, key := range bodyNames {
		if d.body = recordBlocks(v.get(key)); len(d.body) > 0 {
			break
		}
	}
	d.opening(v.first("dateline"))
	return d, strings.TrimSpace(v.first(uidNames...))
}

// recordTitle returns a headline without entities, and without tags if it has markup. A word
// in angle brackets is none.
func recordTitle(title string) string {
	if strings.Contains(title, "</") {
		return plain(clean.Line(title))
	}
	return clean.Line(html.UnescapeString(title))
}

// plainItem returns the values of an object with plain keys, and after them those of the
// objects in it that have parts of its story.
func plainItem(item *value) *value {
	out := &value{line: item.span().First}
	if !item.isObject() {
		return out
	}
	add := func(from *value) {
		for _, x := range from.list {
			y := *x
			y.key = plainKey(x.key)
			out.list = append(out.list, &y)
		}
	}
	add(item)
	for _, key := range wrapperNames {
		if x := item.get(key); x.isObject() {
			add(x)
		}
	}
	return out
}

// recordBlocks returns the blocks of a text, or of a list of paragraphs. These may be
// objects, which say their kind.
func recordBlocks(v *value) (out []story.Block) {
	switch {
	case v == nil || v.isObject():
		return nil
	case len(v.list) == 0:
		return v.blocks(v.text)
	}
	for _, x := range v.list {
		text := firstText(x.text, x.first("text", "content", "value"))
		switch kind := story.BlockKind(x.first("kind")); kind {
		case story.Caption, story.Heading, story.Quote, story.List, story.Code:
			if text = strings.Trim(clean.Text(text), "\n"); text != "" {
				out = append(out, story.Block{Kind: kind, Text: text, Credit: clean.Line(x.first("credit")), Rights: clean.Line(x.first("rights")), Span: x.span()})
			}
		default:
			out = append(out, x.blocks(text)...)
		}
	}
	return out
}

// opening puts a dateline that stands apart from the text before its first paragraph, so that it is read as that of copy.
// If that makes none, it gives the place and the agency.
func (d *document) opening(text string) {
	if text = strings.TrimRight(clean.Line(text), " -–—_,"); text == "" {
		return
	}
	for i := range d.body[:min(len(d.body), topBlocks)] {
		if b := &d.body[i]; b.Kind == story.Paragraph {
			joined := text + " -- " + b.Text
			if o, ok := dateline.Cut(joined); ok && o.Rest == b.Text {
				b.Text = joined
				return
			}
			break
		}
	}
	if place, agency := datelineParts(text); place != "" {
		d.places = []string{place}
		d.agency = firstText(agency, d.agency)
	}
}
