package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/link"
	"dateline/feed/wire/line"
)

// pageTitle returns the headline of a page: the main heading if the titles in the head
// contain it or only name the site, else one of these without the name of the site.
func pageTitle(facts, linked markup.Facts, site site) string {
	og := facts.First("meta.og:title", "meta.twitter:title")
	title := clean.Line(cmp.Or(og, facts["title"]))
	named := site.is(title)
	for h1 := range strings.SplitSeq(facts["h1"], "\n") {
		h1 = clean.Line(h1)
		if h1 != "" && (title == "" || !site.is(h1) && (named || isIn(h1, title))) {
			return h1
		}
	}
	if s := linked.First("headline", "@graph.headline"); s != "" && (og == "" || named) {
		return s
	}
	return site.cut(title)
}

// isIn reports whether a heading that is not too short is in a title, in any case.
func isIn(heading, title string) bool {
	return len(heading) > 8 && strings.Contains(strings.ToLower(title), strings.ToLower(heading))
}

// site is the names of the site of a page, as siteName returns them.
type site struct {
	names []string
	label string // the longest label of its host, before the last
}

// minLabel is the number of bytes of a label that names a site also with other words.
const minLabel = 6

// siteOf returns the names of the site of a page: those that it says, and its host.
func siteOf(facts, linked markup.Facts, urls []string) (s site) {
	for _, name := range append(facts.All("meta.og:site_name", "meta.application-name"), linked.First("publisher.name", "@graph.publisher.name")) {
		s.names = append(s.names, siteName(name))
	}
	host, _, _ := strings.Cut(link.URL(cmp.Or(urls...)), "/")
	s.names = append(s.names, siteName(host))
	labels := strings.Split(host, ".")
	for _, label := range labels[:len(labels)-1] {
		if label = siteName(label); len(label) > len(s.label) {
			s.label = label
		}
	}
	s.names = append(s.names, s.label)
	return s
}

// siteName returns the letters and digits of a name, in lower case.
func siteName(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, line.Head(name, titleBytes))
}

// is reports whether a title names the site.
func (s site) is(title string) bool {
	name := siteName(title)
	return name != "" && slices.Contains(s.names, name)
}

// cut cuts the name of the site off the beginning and the end of a title, and what follows the
// last " | ".
func (s site) cut(title string) string {
	for _, mark := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " « ", " » "} {
		i := strings.LastIndex(title, mark)
		if i <= 0 {
			continue
		}
		start, end := title[:i], title[i+len(mark):]
		if longer := i > line.Cells(end); s.is(end) || longer && (strings.ContainsAny(mark, "|:«") || s.ends(end)) {
			return strings.TrimSpace(start)
		}
		if start, rest, _ := strings.Cut(title, mark); s.is(start) {
			return strings.TrimSpace(rest)
		}
	}
	return title
}

// ends reports whether the host of the site is in the name at the end of a title.
func (s site) ends(end string) bool {
	return len(s.label) >= minLabel && strings.Contains(siteName(end), s.label)
}
