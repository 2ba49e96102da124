package intake

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/intake/page"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// readNinjs reads news in JSON, version 1 to 3: an item, an array of items, or an item on each
// line. Version 1 has
// the texts of an item under keys of their own, 2 and 3 in lists, and their keys have
// capital letters.
func readNinjs(f File) []*story.Story {
	c, refused := cleanJSON(f)
	if refused != nil {
		return refused
	}
	b := bundle{file: f, text: c, whole: true}
	if !isJSONLines(f) {
		b.ninjsItems(c.text, 0)
		return b.read()
	}
	n := 0
	for l := range strings.SplitSeq(c.text, "\n") {
		if len(b.stories) >= maxStories {
			b.endEarly(n + 1)
			break
		}
		if !line.Blank(l) {
			b.ninjsItems(l, n)
		}
		n++
	}
	return b.read()
}

// ninjsItems adds the items in a text, which is below that number of lines.
func (b *bundle) ninjsItems(text string, above int) {
	root, whole := parseJSON(text, above)
	b.whole = b.whole && whole
	if root.isObject() {
		b.ninjs(root)
		return
	}
	for _, item := range root.items() {
		if item.isObject() {
			b.ninjs(item)
		}
	}
}

// ninjs adds an item, and those in it that have a text of their own.
func (b *bundle) ninjs(item *value) {
	d := &document{
		title:    ninjsText(item, "headlines", "headline", "title", "name"),
		dates:    item.all("firstcreated", "versioncreated", "contentcreated"),
		authors:  ninjsAuthors(item),
		places:   ninjsPlaces(item),
		agency:   item.first("source", "infosource", "infosources", "provider", "copyrightholder"),
		keywords: keywordsIn(item.all("keywords", "keyword", "subject", "subjects")),
		language: item.first("language"),
		fields: item.fieldLines("uri", "type", "version", "versioncreated", "firstcreated", "pubstatus", "embargoed", "expires", "urgency", "slugline",
			"copyrightholder", "copyrightnotice", "usageterms"),
		body: ninjsBody(item),
	}
	d.related = urlLinks("", ninjsLinks(item))
	d.slug, d.urgency = item.first("slugline"), item.first("urgency", "priority")
	d.status, d.embargo = item.first("pubstatus"), item.first("embargoed")
	d.signals, d.notes = item.all("signal", "signals"), item.all("ednote")
	d.uids = append(item.all("uri"), altIDs(item)...)
	d.urls = item.all("link", "url")
	d.version, d.replaces = item.first("version"), item.first("evolvedfrom")
	if item.first("type") == "picture" {
		d.body = append(d.body, ninjsCaption(item)...)
	}
	var inner []*value
	for _, x := range item.get("associations").items() {
		switch x.first("type") {
		case "text", "composite":
			if title := ninjsText(x, "headlines", "headline", "title", "name"); title != "" || x.first("uri") != "" {
				d.related = append(d.related, anchor{text: title, to: named(x.first("uri"))})
			}
			if len(ninjsBody(x)) > 0 {
				inner = append(inner, x)
			}
		default:
			d.body = append(d.body, ninjsCaption(x)...)
		}
	}
	if len(d.body) == 0 {
		d.body = ninjsDescription(item, story.Paragraph)
	}
	b.item(item.first("uri"), d)
	for _, x := range inner {
		b.ninjs(x)
	}
}

// altIDs returns the other identifiers of an item, whose keys are their kinds.
func altIDs(item *value) (out []string) {
	for _, x := range item.get("altids").items() {
		out = append(out, x.content())
	}
	return out
}

// ninjsText returns the main text of a list of texts, or of the first of keys.
func ninjsText(item *value, list string, keys ...string) string {
	for _, x := range item.get(list).items() {
		if x.first("role") == "main" {
			return x.content()
		}
	}
	return item.first(append([]string{list}, keys...)...)
}

// ninjsLinks returns the links in the text of an item.
func ninjsLinks(item *value) []page.Link {
	if root, ok := markup.Tree(item.filled("body_xhtml", "body_html").content()); ok {
		return page.Links(root)
	}
	return nil
}

// ninjsBody returns the text of an item. Of several forms of it, that with markup counts.
func ninjsBody(item *value) []story.Block {
	if x := item.filled("body_xhtml", "body_html", "body_text"); x != nil {
		return x.blocks(x.content())
	}
	var best *value
	for _, x := range item.get("bodies").items() {
		if best == nil || ninjsRank(x) > ninjsRank(best) {
			best = x
		}
	}
	return best.blocks(best.content())
}

// ninjsRank returns how well a form of a text serves: its main part, and with markup.
func ninjsRank(body *value) (n int) {
	if role := body.first("role"); role == "main" || role == "" {
		n += 2
	}
	if strings.Contains(body.first("contenttype"), "html") {
		n++
	}
	return n
}

// ninjsDescription returns the description of an item as blocks of a kind.
func ninjsDescription(item *value, kind story.BlockKind) []story.Block {
	x := item.filled("description_text", "description_html", "description_xhtml", "descriptions", "body_text")
	text := cmp.Or(ninjsText(item, "descriptions"), x.content())
	out := x.blocks(text)
	for i := range out {
		out[i].Kind = kind
	}
	return out
}

// ninjsCaption returns the caption of a picture, with its credit and its widest rendition.
func ninjsCaption(item *value) []story.Block {
	out := ninjsDescription(item, story.Caption)
	for i := range out {
		out[i].Credit = clean.Line(line.Head(item.first("creditline", "byline", "by", "copyrightholder", "source"), titleBytes))
		out[i].Rights = clean.Line(line.Head(item.first("copyrightnotice"), titleBytes))
	}
	var image largest
	for _, r := range item.get("renditions").items() {
		image.add(r.first("href"), r.first("width"))
	}
	return captioned(out, image.picture, item.span())
}

func ninjsAuthors(item *value) []string {
	if by := item.first("byline", "by"); by != "" {
		return []string{by}
	}
	names := item.all("authors")
	for _, key := range [...]string{"person", "people"} {
		for _, p := range item.get(key).items() {
			if code(p.first("rel")) == "author" {
				names = append(names, p.content())
			}
		}
	}
	return names
}

// ninjsPlaces returns the place of an item, or the first of those that it is about.
func ninjsPlaces(item *value) []string {
	place := item.first("located", "place", "places")
	if place == "" {
		return nil
	}
	return []string{place}
}

// keywordsIn returns the keywords in lists, which have commas between them, each once.
func keywordsIn(lists []string) (out []string) {
	for _, list := range lists {
		for k := range strings.SplitSeq(list, ",") {
			if k = strings.Trim(clean.Line(k), `[]'" `); k != "" && !slices.Contains(out, k) && len(out) < maxKeywords {
				out = append(out, k)
			}
		}
	}
	return out
}

// maxKeywords is the number of keywords that a story may have.
const maxKeywords = 256
