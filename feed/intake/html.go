package intake

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/intake/page"
	"dateline/feed/story"
	"dateline/feed/wire/dating"
)

// pageElements are the elements of a page whose text may be the headline or the day.
var pageElements = []string{"title", "h1", "time"}

// readHTML reads the story in a page.
func readHTML(f File) []*story.Story {
	c, refused := cleanAs(f, "HTML")
	if refused != nil {
		return refused
	}
	d := readPage(f.Path, c.text)
	c.doubts = withoutEscapes(c.doubts)
	return []*story.Story{d.story(f, c)}
}

// readPage finds the story in the page text, and what its head says about it. Its links are
// those of file.
func readPage(file, text string) document {
	facts := markup.Read(text, func(element string) bool { return slices.Contains(pageElements, element) })
	linked := factsOf(facts["ld"])
	urls := pageURLs(text, facts, linked)
	d := document{
		title:    pageTitle(facts, linked, siteOf(facts, linked, urls)),
		dates:    append(linked.All("datePublished", "@graph.datePublished", "dateCreated"), facts.All(dayKeys...)...),
		authors:  firstNames(append(linked.All("author.name", "@graph.author.name", "author"), facts.All(authorKeys...)...)),
		places:   linked.All("contentLocation.name"),
		agency:   linked.First("publisher.name", "@graph.publisher.name"),
		language: facts["html.lang"],
	}
	if d.agency == "" {
		d.agency = facts["meta.og:site_name"]
	}
	if words := facts.First("meta.news_keywords", "meta.keywords", "meta.article:tag"); words != "" {
		d.keywords = strings.Split(words, ",")
	}
	if root, ok := markup.Tree(text); ok {
		author, days := page.Signature(root)
		if len(d.authors) == 0 && author != "" {
			d.authors = []string{author}
		}
		d.dates = append(d.dates, days...)
		var links []page.Link
		d.urls = urls
		d.body, links = page.Story(root)
		d.related = pageLinks(file, baseOf(cmp.Or(d.urls...), facts["base.href"]), links)
	} else {
		d.body = markup.Blocks(text, markup.Style{Titled: true})
	}
	d.dates = append(d.dates, dayOf(facts.First("link.canonical", "meta.og:url")), facts.First("time.datetime", "time"))
	d.body = belowTitle(d.body, d.title)
	return d
}

// baseOf returns the address that the links of a page at address begin from: that of its element
// <base>, if it has one.
func baseOf(address, base string) string {
	if to, err := resolved(address, base); err == nil && base != "" && to.Host != "" {
		return to.String()
	}
	return address
}

// pageURLs returns the addresses of a page, the main one first: what it says, and where a
// browser has saved it from.
func pageURLs(text string, facts, linked markup.Facts) []string {
	_, saved, _ := strings.Cut(text[:min(len(text), savedBytes)], "<!-- saved from url=")
	saved, _, _ = strings.Cut(saved, " ")
	if _, after, ok := strings.Cut(saved, ")"); ok {
		saved = after
	}
	return []string{
		facts["link.canonical"], facts["meta.og:url"], linked.First("mainEntityOfPage.@id", "mainEntityOfPage", "@graph.mainEntityOfPage.@id", "url"), saved,
	}
}

// savedBytes is the length of the beginning of a page in which a browser says where it has
// saved it from.
const savedBytes = 2048

// pageLinks returns the links of a page at base, "" if its address is not known: first those in
// boxes of related stories.
func pageLinks(file, base string, list []page.Link) (out []anchor) {
	var text []anchor
	for _, l := range list {
		t, ok := targetOf(file, base, l.To)
		switch {
		case !ok:
		case l.Box:
			out = append(out, anchor{text: l.Text, to: t, address: webAddress(base, l.To), line: l.Line})
		default:
			text = append(text, anchor{l.Text, t, webAddress(base, l.To), story.InText, l.Line})
		}
	}
	return append(out, text...)
}

// urlLinks returns those links of a text at base that lead to an address of the web: beside the
// file of a feed or a message are no pages. Their lines are not those of the file.
func urlLinks(base string, list []page.Link) (out []anchor) {
	for _, a := range pageLinks("", base, list) {
		if a.to = (story.Target{URL: a.to.URL}); a.to.URL != "" {
			a.line = 0
			out = append(out, a)
		}
	}
	return out
}

var (
	dayKeys = []string{
		"meta.article:published_time", "itemprop.datepublished", "meta.datepublished", "meta.og:article:published_time",
		"meta.date", "meta.pubdate", "meta.publishdate", "meta.publish-date", "meta.publish_date", "meta.dc.date", "meta.dc.date.issued",
		"meta.dcterms.created", "meta.dcterms.date", "meta.parsely-pub-date", "meta.sailthru.date",
	}
	authorKeys = []string{
		"meta.author", "meta.byl", "meta.article:author", "meta.parsely-author", "meta.sailthru.author", "meta.dc.creator", "meta.dcterms.creator",
	}
)

// firstNames returns the names in the first of values that has any, one a line. Addresses are none.
func firstNames(values []string) []string {
	for _, value := range values {
		names := slices.DeleteFunc(strings.Split(value, "\n"), func(name string) bool { return strings.ContainsAny(name, "/@") })
		if len(names) > 0 {
			return names
		}
	}
	return nil
}

// dayOf returns the day in the path of an address, "" if it has none.
func dayOf(url string) string {
	if url == "" {
		return ""
	}
	if day := dating.Find(dating.Evidence{Path: url}).Date; day.Day != 0 {
		return day.String()
	}
	return ""
}

const (
	kickerBlocks = 8   // blocks that may stand above the headline in the text of a page
	kickerBytes  = 120 // bytes of the longest of these
)

// belowTitle returns body without what stands above its title: the name of a section, a
// day. Captions and longer paragraphs are kept.
func belowTitle(body []story.Block, title string) []story.Block {
	title = clean.Line(title)
	for i, b := range body[:min(len(body), kickerBlocks)] {
		if b.Kind == story.Heading && strings.EqualFold(b.Text, title) {
			above := slices.DeleteFunc(slices.Clone(body[:i]), func(b story.Block) bool { return b.Kind != story.Caption && len(b.Text) < kickerBytes })
			return append(above, body[i:]...)
		}
	}
	return body
}
