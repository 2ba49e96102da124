package prose

import (
	"cmp"
	"net/url"
	"sort"
	"strings"

	"rsc.io/markdown"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/intake/page"
)

// Link is a link in a text.
type Link struct {
	Text string
	To   string // an address, a path, or the end of one
	Name bool   // To is the end of a path, maybe without an extension, or a title
	Line int
}

// MaxLinks is the number of links of a text that are read.
const MaxLinks = 1000

// addLinks adds the links in blocks.
func (w *writer) addLinks(list []markdown.Block, depth int) {
	if depth > maxNested {
		return
	}
	for _, b := range list {
		switch b := b.(type) {
		case *markdown.Heading:
			w.textLinks(b.Text)
		case *markdown.Paragraph:
			w.textLinks(b.Text)
		case *markdown.Text:
			w.textLinks(b)
		case *markdown.Quote:
			w.addLinks(b.Blocks, depth+1)
		case *markdown.List:
			w.addLinks(b.Items, depth+1)
		case *markdown.Item:
			w.addLinks(b.Blocks, depth+1)
		case *markdown.HTMLBlock:
			w.htmlLinks(b)
		case *markdown.Table:
			for _, row := range append([][]*markdown.Text{b.Header}, b.Rows...) {
				for _, cell := range row {
					w.textLinks(cell)
				}
			}
		}
	}
}

// htmlLinks adds the links in HTML between the blocks of Markdown.
func (w *writer) htmlLinks(b *markdown.HTMLBlock) {
	root, ok := markup.Tree(strings.Join(b.Text, "\n"))
	if !ok {
		return
	}
	for _, l := range page.Links(root) {
		w.link(Link{l.Text, l.To, false, b.StartLine + w.above})
	}
}

// href returns the address of a tag <a>, "" for any other tag.
func href(tag string) string {
	root, _ := markup.Elements(tag, 0)
	return root.First("a").Attribute("href")
}

// textLinks adds the links in a text.
func (w *writer) textLinks(t *markdown.Text) {
	if t == nil {
		return
	}
	at := t.StartLine + w.above
	w.inlineLinks(t.Inline, at)
	text := raw(t.Inline)
	if !strings.Contains(text, "[[") {
		return
	}
	for _, m := range wikiLink().FindAllStringSubmatch(text, -1) {
		name, _, _ := strings.Cut(strings.TrimSuffix(m[1], `\`), "#")
		w.link(Link{cmp.Or(m[2], m[1]), name, true, at})
	}
}

// inlineLinks adds the links in a list of inline elements. The breaks of lines count.
func (w *writer) inlineLinks(list []markdown.Inline, at int) int {
	to, from := "", 0 // of the tag <a> that is open
	for i, x := range list {
		switch x := x.(type) {
		case *markdown.HTMLTag:
			if address := href(x.Text); address != "" {
				to, from = address, i+1
			} else if to != "" && strings.HasPrefix(strings.ToLower(x.Text), "</a") {
				w.link(Link{plain(list[from:i]), to, false, at})
				to = ""
			}
		case *markdown.SoftBreak, *markdown.HardBreak:
			at++
		case *markdown.AutoLink:
			w.link(Link{x.Text, x.URL, false, at})
		case *markdown.Image:
		case *markdown.Link:
			to, isName := strings.CutPrefix(x.URL, reference)
			if name, err := url.PathUnescape(to); isName && err == nil {
				to = name
			}
			w.link(Link{plain(x.Inner), to, isName, at})
		default:
			at = w.inlineLinks(inner(x), at)
		}
	}
	return at
}

// link adds a link.
func (w *writer) link(l Link) {
	if l.Text = clean.Line(l.Text); l.To != "" && len(w.links) < MaxLinks {
		w.links = append(w.links, l)
	}
}

// reference begins the address that stands for a shortcode in a link.
const reference = "ref:"

// A generator of pages puts the address of another page in place of these shortcodes.
var (
	refShortcode = pattern(`^(?:\{\{[<%]|\{%)-?\s*(?:ref|relref|post_url|link)\s+(?:path=)?["']?([^"'%>]+?)["']?(?:\s+["'][^"']*["'])?\s*-?(?:[>%]\}\}|%\})$`)
	siteAddress  = pattern(`\{\{\s*site\.(?:baseurl|url)\s*\}\}|\{\{\s*["']?(?P<path>[^"'{}|\n]{1,300}?)["']?\s*\|\s*(?:relative_url|absolute_url)\s*\}\}`)
)

// withReferences returns src with an address in place of each
// shortcode that stands for one in a link. The other shortcodes are removed; those that lead
// somewhere are links of their own.
func (w *writer) withReferences(src string) string {
	if strings.Contains(src, "{{") {
		src = siteAddress().ReplaceAllString(src, "${path}")
	}
	var b strings.Builder
	from, counted, at := 0, 0, w.above+1
	for _, m := range shortcode().FindAllStringIndex(src, -1) {
		b.WriteString(src[from:m[0]])
		from = m[1]
		name := refShortcode().FindStringSubmatch(src[m[0]:m[1]])
		switch {
		case name == nil:
		case isDestination(src[:m[0]]):
			b.WriteString(reference + url.PathEscape(name[1]))
		default:
			at += strings.Count(src[counted:m[0]], "\n")
			counted = m[0]
			w.link(Link{name[1], name[1], true, at})
		}
	}
	return b.String() + src[from:]
}

// isDestination reports whether the address of a link follows before.
func isDestination(before string) bool {
	before = strings.TrimRight(before, " <")
	return strings.HasSuffix(before, "](") || strings.HasSuffix(before, "]:")
}

// sortLinks puts the links in the order of their lines.
func (w *writer) sortLinks() {
	sort.SliceStable(w.links, func(i, j int) bool { return w.links[i].Line < w.links[j].Line })
}
