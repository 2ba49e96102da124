package intake

import (
	"cmp"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/intake/page"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// readFeed reads a story for each item of RSS, and each entry of Atom. A feed that is cut off
// has those above its end. An item has its own line numbers, and a Range if the bytes of the
// file are its text.
func readFeed(f File) []*story.Story {
	c, refused := cleanAs(f, "a feed")
	if refused != nil {
		return refused
	}
	items := markup.Items(c.text, "item", "entry")
	if len(items) == 0 {
		return readMarkup(f, feed)
	}
	c.doubts = withoutEscapes(c.doubts)
	head := markup.Read(c.text[:items[0].Start], func(element string) bool { return element == "title" || element == "language" })
	top := document{agency: plain(head["title"]), language: cmp.Or(head["language"], head["feed.xml:lang"])}
	alone := c.text == string(f.Data) && items[0].Start <= maxHead
	sum := sumOf(f.Data[:min(items[0].Start, len(f.Data))])
	var list numbered
	for i, at := range items {
		if i == maxStories {
			list.endEarly(at.Above + 1)
			break
		}
		item := feedItem{source: c.text[at.Start:at.End]}
		if len(items) == 1 && f.key == nil {
			item.above = at.Above
		}
		d := item.read(top)
		s := d.item(f, c)
		if alone && len(items) > 1 {
			source := f.Data[at.Start:at.End]
			s.Range = story.Range{Start: int64(at.Start), Length: int64(len(source)), Head: int64(items[0].Start), Sum: crc32.Update(sum, castagnoli(), source)}
		}
		list.add(f, s, item.key)
	}
	if rest := c.text[items[len(items)-1].End:]; f.key == nil && len(items) <= maxStories && !closes(rest, markup.Root(c.text)) {
		list.cutOff(strings.Count(strings.TrimSpace(c.text), "\n") + 1)
	}
	return list.all()
}

// closes reports whether text, which follows the last item of a feed, has the end of the
// element called root, in any namespace.
func closes(text, root string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "</"+root) || strings.Contains(text, ":"+root+">")
}

// item returns the story of an item of a feed. If it has no title, its first sentence stands
// for a headline.
func (d *document) item(f File, c cleaned) *story.Story {
	d.title = d.headline()
	standin := d.title == ""
	if standin {
		d.title = firstSentence(d.body)
	}
	s := d.story(f, c)
	s.Headline.Standin = standin
	return s
}

// maxStories is the number of stories of a file that are read: as many as package split
// finds in one.
const maxStories = 1 << 16

// numbered collects the stories of a file. Each has its key, or else its number, in its
// path, unless it is alone.
type numbered struct {
	stories []*story.Story
	used    map[string]bool
}

// add adds a story. Key is its name in the file, "" if it has none.
func (n *numbered) add(f File, s *story.Story, key string) {
	if n.used == nil {
		n.used = map[string]bool{}
	}
	if key != "" {
		key = f.Path + "#" + string(story.NewID(key)[:8])
	}
	if f.key != nil {
		*f.key = key
	}
	if n.used[key] {
		key = ""
	}
	n.used[key] = key != ""
	s.Path = key
	n.stories = append(n.stories, s)
}

// endEarly says in the last story that the stories from line at on are not read.
func (n *numbered) endEarly(at int) {
	last := n.stories[len(n.stories)-1]
	last.Doubts = append(last.Doubts, story.Doubt{
		Problem: story.TooLarge, Line: at,
		Detail: fmt.Sprintf("The file has more stories than the %d that are read.", maxStories),
	})
}

// cutOff says in the last story that the file is cut off or damaged on line at.
func (n *numbered) cutOff(at int) {
	last := n.stories[len(n.stories)-1]
	last.Doubts = append(last.Doubts, story.Doubt{
		Problem: story.BadText, Line: at,
		Detail: "The file is cut off or damaged: its last story may be incomplete.",
	})
}

// all returns the stories.
func (n *numbered) all() []*story.Story {
	if len(n.stories) == 1 {
		n.stories[0].Path = ""
	}
	return n.stories
}

// feedItem is an item of a feed.
type feedItem struct {
	source string
	above  int // lines above it, if it is the only story of its file
	key    string
	links  []page.Link // in its text
}

// read returns what the item says about its story, and else what its feed says.
func (i *feedItem) read(top document) document {
	d := top
	tree, ok := markup.XML(i.source)
	if !ok || len(tree.Children) == 0 {
		d.body = markup.Blocks(i.source, markup.Style{Escaped: true})
		return d
	}
	item := tree.Children[0]
	i.key = strings.TrimSpace(item.Child("guid", "id").Content())
	if i.key == "" {
		i.key = cmp.Or(strings.TrimSpace(item.Child("link").Content()), linkOf(item), item.Attribute("rdf:about"))
	}
	d.ties = feedTies(item)
	d.title = plain(clean.Line(item.Child("title").Content()))
	for _, name := range [...]string{"pubdate", "published", "issued", "date", "created", "updated", "modified"} {
		d.dates = append(d.dates, item.Child(name).Content())
	}
	d.language = cmp.Or(item.Attribute("xml:lang"), d.language)
	d.authors, d.keywords = nil, nil
	for _, c := range item.Children {
		switch c.Name {
		case "author", "creator":
			d.authors = append(d.authors, author(c))
		case "category", "subject":
			d.keywords = append(d.keywords, cmp.Or(c.Attribute("label"), plain(c.Content()), c.Attribute("term")))
		}
	}
	d.authors = slices.Compact(slices.DeleteFunc(d.authors, func(a string) bool { return a == "" }))
	d.body = append(i.body(item), i.pictures(item)...)
	d.related = append(d.related, urlLinks(cmp.Or(d.urls...), i.links)...)
	return d
}

// firstSentence returns a headline for blocks without a title: their first sentence.
func firstSentence(blocks []story.Block) string {
	for _, b := range blocks {
		if b.Kind == story.Paragraph {
			return line.FirstSentence(line.Head(b.Text, sentenceBytes))
		}
	}
	return ""
}

// sentenceBytes is the length of the longest first sentence that stands for a headline.
const sentenceBytes = 160

// body returns the blocks of the longest text that an item has: its content, or else its
// description or summary.
func (i *feedItem) body(item *markup.Node) []story.Block {
	for _, name := range [...]string{"encoded", "content", "description", "summary"} {
		for _, n := range item.Children {
			if n.Name != name || n.Attribute("url") != "" {
				continue
			}
			var blocks []story.Block
			if slices.ContainsFunc(n.Children, func(c *markup.Node) bool { return c.Name != "" }) {
				i.links = page.Links(n)
				blocks = below(page.Blocks(n), i.above, i.above+1+strings.Count(i.source, "\n"))
			} else {
				blocks, i.links = escaped(n.Content())
				blocks = below(blocks, i.above+n.Line-1, i.above+lastLine(n))
			}
			if len(blocks) > 0 {
				return blocks
			}
		}
	}
	return nil
}

// escaped returns the blocks of HTML, or of a text without tags, and its links.
func escaped(text string) ([]story.Block, []page.Link) {
	if strings.IndexByte(text, '<') < 0 {
		return markup.Blocks(text, markup.Style{BlankLines: true}), nil
	}
	if root, ok := markup.Tree(text); ok {
		return page.Blocks(root), page.Links(root)
	}
	return markup.Blocks(text, markup.Style{}), nil
}

// pictures returns the captions of the media of an item.
func (i *feedItem) pictures(item *markup.Node) (captions []story.Block) {
	for _, c := range item.Children {
		if c.Name == "group" || c.Name == "content" && c.Attribute("url") != "" {
			text := plain(clean.Line(c.Child("description").Content()))
			if text == "" {
				continue
			}
			at := story.Span{First: c.Line + i.above, Last: c.Line + i.above}
			captions = append(captions, story.Block{Kind: story.Caption, Text: text, Credit: clean.Line(c.Child("credit").Content()), Span: at})
		}
	}
	return captions
}

// below returns blocks whose places are n lines further down, but not below line last.
func below(blocks []story.Block, n, last int) []story.Block {
	for i := range blocks {
		at := &blocks[i].Span
		at.First, at.Last = min(at.First+n, last), min(at.Last+n, last)
	}
	return blocks
}

// lastLine returns the line on which the last text in n ends.
func lastLine(n *markup.Node) int {
	last := n.Line
	for _, c := range n.Children {
		last = max(last, c.Last)
	}
	return last
}

// author returns the name of an author: that of Atom is an element of its own, and that of
// RSS stands after an address.
func author(n *markup.Node) string {
	text := clean.Line(cmp.Or(n.Child("name"), n).Content())
	if strings.Contains(text, "@") {
		return sender(text)
	}
	return plain(text)
}

// feedTies returns what an item of a feed is named by, and the stories that it names: one that
// it answers, and those that are related to it.
func feedTies(item *markup.Node) (t ties) {
	t.urls = []string{item.Child("origlink").Content(), item.Child("link").Content(), linkOf(item), item.Attribute("rdf:about")}
	t.uids = []string{item.Child("guid", "id").Content()}
	for _, c := range item.Children {
		switch {
		case c.Name == "in-reply-to":
			to := story.Target{UID: uidOf(c.Attribute("ref")), URL: link.URL(cmp.Or(c.Attribute("href"), c.Attribute("ref")))}
			t.related = append(t.related, anchor{to: to, section: thread})
		case c.Name == "link" && c.Attribute("rel") == "related":
			t.related = append(t.related, anchor{text: c.Attribute("title"), to: story.Target{URL: link.URL(c.Attribute("href"))}})
		}
	}
	return t
}

// linkOf returns the address of an entry of Atom.
func linkOf(item *markup.Node) string {
	for _, c := range item.Children {
		if rel := c.Attribute("rel"); c.Name == "link" && (rel == "" || rel == "alternate") {
			return c.Attribute("href")
		}
	}
	return ""
}
