package intake

import (
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// pageElements are the elements of a page whose text may be the headline or the day.
var pageElements = []string{"title", "h1", "time"}

func readHTML(f File) []*story.Story { return readUnsupported(f, "HTML", findPage) }

// findPage finds the parts of a page of HTML.
func findPage(text string) finding {
	facts := markup.Read(text, func(element string) bool { return slices.Contains(pageElements, element) })
	linked := factsOf(facts["ld"])
	return finding{
		title: pageTitle(facts, linked),
		url:   facts.First("link.canonical", "meta.og:url"),
		dates: append(linked.All("datePublished", "@graph.datePublished", "dateCreated"), facts.All("meta.article:published_time", "itemprop.datepublished", "meta.datepublished", "meta.og:article:published_time",
			"meta.date", "meta.pubdate", "meta.publishdate", "meta.publish-date", "meta.publish_date", "meta.dc.date", "meta.dc.date.issued",
			"meta.dcterms.created", "meta.dcterms.date", "meta.parsely-pub-date", "meta.sailthru.date", "time.datetime", "time")...),
		body: markup.Blocks(text, markup.Style{Titled: true}),
	}
}

// pageTitle returns the headline of a page: the main heading if the titles in the head
// contain it, else one of these without the name of the site.
func pageTitle(facts, linked markup.Facts) string {
	og := facts.First("meta.og:title", "meta.twitter:title")
	title := clean.Line(facts.First("meta.og:title", "meta.twitter:title", "title"))
	for h1 := range strings.SplitSeq(facts["h1"], "\n") {
		h1 = clean.Line(h1)
		if h1 != "" && (title == "" || len(h1) > 8 && strings.Contains(strings.ToLower(title), strings.ToLower(h1))) {
			return h1
		}
	}
	if s := linked.First("headline", "@graph.headline"); s != "" && og == "" {
		return s
	}
	return withoutSite(title, clean.Line(facts["meta.og:site_name"]))
}

// withoutSite cuts the name of a site off the end of a title: what follows the last " | ",
// or the last dash if it is the known name.
func withoutSite(title, site string) string {
	for _, mark := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " « "} {
		i := strings.LastIndex(title, mark)
		if i <= 0 {
			continue
		}
		end := title[i+len(mark):]
		if strings.EqualFold(end, site) || strings.ContainsAny(mark, "|:«") && i > line.Cells(end) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}
