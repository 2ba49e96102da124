// Package prose reads the text of Markdown as the blocks of a story, and the links in it.
package prose

import (
	"strconv"
	"strings"

	"rsc.io/markdown"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/intake/page"
	"dateline/feed/story"
)

// maxNested is the number of quotes and lists inside each other that are read. Deeper ones
// are read as text.
const maxNested = 32

// Read returns the blocks of src, which must be clean and begins after line above of its
// file, and the links in it. The paragraphs are not numbered. Footnotes, comments and rules
// are left out. The picture of a caption is what markup.Picture returns.
func Read(src string, above int) ([]story.Block, []Link) {
	p := markdown.Parser{Strikethrough: true, TaskListItems: true, Table: true, AutoLinkText: true, HeadingIDs: true}
	w := writer{above: above}
	for src = flatter(w.plainer(src)); src != ""; {
		n := pieceOf(src)
		list := p.Parse(src[:n]).Blocks
		w.blocks(list, 0)
		w.addLinks(list, 0)
		w.above += strings.Count(src[:n], "\n")
		src = src[n:]
	}
	if w.more != nil {
		w.out[markup.MaxBlocks-1].Text = w.more.String()
	}
	w.sortLinks()
	return w.out, w.links
}

// writer collects blocks and links.
type writer struct {
	out   []story.Block
	links []Link
	more  *strings.Builder // the text of the last block, if there are too many
	above int
}

func (w *writer) add(kind story.BlockKind, text string, at markdown.Position) {
	if strings.TrimSpace(text) == "" {
		return
	}
	if len(w.out) == markup.MaxBlocks {
		w.rest(text, at)
		return
	}
	w.out = append(w.out, story.Block{Kind: kind, Text: text, Span: w.span(at)})
}

// rest adds text to the last block.
func (w *writer) rest(text string, at markdown.Position) {
	if w.more == nil {
		w.more = &strings.Builder{}
		w.more.WriteString(w.out[markup.MaxBlocks-1].Text)
	}
	w.more.WriteString("\n" + text)
	w.out[markup.MaxBlocks-1].Kind, w.out[markup.MaxBlocks-1].Span.Last = story.Code, w.span(at).Last
}

func (w *writer) span(at markdown.Position) story.Span {
	return story.Span{First: at.StartLine + w.above, Last: max(at.StartLine, at.EndLine) + w.above}
}

func (w *writer) blocks(list []markdown.Block, depth int) {
	for _, b := range list {
		w.block(b, depth)
	}
}

func (w *writer) block(b markdown.Block, depth int) {
	switch b := b.(type) {
	case *markdown.Heading:
		w.add(story.Heading, inline(b.Text), b.Position)
	case *markdown.Paragraph:
		w.paragraph(b.Text, b.Position)
	case *markdown.Text:
		w.paragraph(b, b.Position)
	case *markdown.Quote:
		w.quote(b, depth)
	case *markdown.List:
		w.add(story.List, strings.Join(items(b, depth), "\n"), b.Position)
	case *markdown.CodeBlock:
		w.add(story.Code, strings.Trim(strings.Join(b.Text, "\n"), "\n"), b.Position)
	case *markdown.Table:
		w.add(story.Code, table(b), b.Position)
	case *markdown.HTMLBlock:
		for _, inner := range htmlBlocks(b) {
			w.add(inner.Kind, inner.Text, b.Position)
		}
	}
}

// htmlBlocks returns the blocks of HTML between the blocks of Markdown.
func htmlBlocks(b *markdown.HTMLBlock) []story.Block {
	src := strings.Join(b.Text, "\n")
	if root, ok := markup.Tree(src); ok {
		return page.Blocks(root)
	}
	return markup.Blocks(src, markup.Style{})
}

// paragraph adds a paragraph. One that begins with a picture is its caption: the text below
// it, or else its own, or else the name of the picture.
func (w *writer) paragraph(t *markdown.Text, at markdown.Position) {
	if isFootnote(t) {
		return
	}
	image, rest := picture(t)
	if image == nil {
		w.add(story.Paragraph, inline(t), at)
		return
	}
	file := markup.Picture(image.URL)
	text := clean.Line(plain(rest))
	if text == "" {
		text = clean.Line(plain(image.Inner))
	}
	if text == "" && file != "" {
		text = markup.PictureName(file)
	}
	n := len(w.out)
	w.add(story.Caption, text, at)
	if len(w.out) > n {
		w.out[n].Picture = file
	}
}

// quote adds each part of a quote as a quote.
func (w *writer) quote(q *markdown.Quote, depth int) {
	if depth == maxNested {
		return
	}
	inner := writer{above: w.above}
	inner.blocks(q.Blocks, depth+1)
	for _, b := range inner.out {
		if b.Kind == story.Paragraph {
			b.Kind = story.Quote
		}
		w.out = append(w.out, b)
	}
}

// items returns the lines of a list, each item with its dash or number.
func items(l *markdown.List, depth int) (lines []string) {
	for i, item := range l.Items {
		item, ok := item.(*markdown.Item)
		if !ok {
			continue
		}
		mark := "- "
		if l.Bullet == '.' || l.Bullet == ')' {
			mark = strconv.Itoa(l.Start+i) + ". "
		}
		for k, text := range itemLines(item.Blocks, depth) {
			if k > 0 {
				mark = strings.Repeat(" ", len(mark))
			}
			lines = append(lines, mark+text)
		}
	}
	return lines
}

// itemLines returns the text of the blocks of an item, a line each.
func itemLines(list []markdown.Block, depth int) (lines []string) {
	if depth == maxNested {
		return nil
	}
	for _, b := range list {
		if inner, ok := b.(*markdown.List); ok {
			lines = append(lines, items(inner, depth+1)...)
			continue
		}
		var w writer
		w.block(b, depth+1)
		for _, block := range w.out {
			lines = append(lines, strings.Split(block.Text, "\n")...)
		}
	}
	return lines
}
