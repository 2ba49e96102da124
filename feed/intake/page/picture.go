package page

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/story"
	"dateline/feed/wire"
)

// altWords is the number of words of a text that describes a picture, without which it
// only names it.
const altWords = 4

// captionBytes is the length of the longest caption.
const captionBytes = 1000

// isCaption reports whether n is the caption of a picture.
func isCaption(n *markup.Node) bool {
	if n.Name == "figcaption" {
		return true
	}
	switch n.Name {
	case "p", "div", "dd", "span", "small":
		return hints(n)&captioned != 0 && size(n, captionBytes) < captionBytes
	}
	return false
}

func isImage(n *markup.Node) bool { return n.Name == "img" }

func isCredit(n *markup.Node) bool { return hints(n)&credited != 0 }

// picture adds the blocks of a figure: a picture with its caption, or with the text that
// describes it. Some figures are quotes, tables or code.
func (w *writer) picture(n *markup.Node) {
	credit := find(n, isCredit)
	caption := find(n, isCaption)
	if caption != nil && credit != nil && find(caption, isCredit) == nil {
		n = without(n, credit)
	} else {
		credit = nil
	}
	in := writer{drop: w.drop, lists: w.lists, quoted: w.quoted, figure: true}
	in.children(n)
	in.end()
	img := find(n, isImage)
	file := sourceOf(img)
	for i, b := range in.out {
		if img != nil && caption == nil && b.Kind == story.Paragraph && len(b.Text) < captionBytes {
			in.out[i].Kind = story.Caption
		}
		if b.Kind == story.Caption && b.Credit == "" && credit != nil {
			in.out[i].Credit = w.flat(credit, nil)
		}
		if in.out[i].Kind == story.Caption {
			in.out[i].Picture, file = file, "" // the others have none
		}
		w.add(in.out[i])
	}
	if len(in.out) > 0 || img == nil {
		return
	}
	text := description(img)
	if text == "" && file != "" {
		text = markup.PictureName(file)
	}
	w.add(captionOf(img, text))
}

// describe gives the picture before b, which is outside a figure, its caption: b, if that is
// one, or else a block of its own with the text that describes it.
func (w *writer) describe(b *story.Block) {
	img := w.image
	w.image = nil
	switch {
	case img == nil || sourceOf(img) == "":
	case b != nil && b.Kind == story.Caption && b.Picture == "":
		b.Picture = sourceOf(img)
	default:
		w.add(captionOf(img, description(img)))
	}
}

// captionOf returns the caption of a picture.
func captionOf(img *markup.Node, text string) story.Block {
	return story.Block{Kind: story.Caption, Text: text, Span: story.Span{First: img.Line, Last: img.Line}, Picture: sourceOf(img)}
}

// sourceOf returns the path of a picture; "" if it has none.
func sourceOf(img *markup.Node) string {
	if img == nil {
		return ""
	}
	return markup.Picture(img.Attribute("src"))
}

// description returns the text that describes a picture; "" if it only names it.
func description(img *markup.Node) string {
	if alt := clean.Line(img.Attribute("alt")); len(alt) < captionBytes && len(strings.Fields(alt)) >= altWords {
		return alt
	}
	return ""
}

// caption adds a caption, which may have its picture in it. Its credit is in an element of its own, or in brackets at the end.
func (w *writer) caption(n *markup.Node) {
	credit := ""
	if c := find(n, isCredit); c != nil && c != n {
		credit = w.flat(c, nil)
		n = without(n, c)
	}
	var at story.Span
	b := wire.ReadCaption(w.flat(n, &at), "", at)
	b.Text, b.Credit = clean.Line(b.Text), clean.Line(b.Credit) // a cut may part a mark from its letter
	if b.Credit == "" {
		b.Credit = credit
	}
	if b.Text == "" {
		b.Text, b.Credit = b.Credit, ""
	}
	if b.Span.First == 0 {
		b.Span = story.Span{First: n.Line, Last: n.Line}
	}
	b.Picture = sourceOf(find(n, isImage))
	w.add(b)
}

// flat returns the text of n on one line, and adds its place to at.
func (w *writer) flat(n *markup.Node, at *story.Span) string {
	in := writer{drop: w.drop, lists: maxLists, figure: true}
	for _, c := range n.Children {
		if c.Name == "figcaption" { // a caption in a caption is text
			in.children(c)
			continue
		}
		in.node(c)
	}
	in.end()
	var texts []string
	for _, b := range in.out {
		texts = append(texts, b.Text)
		if at != nil {
			if at.First == 0 {
				at.First = b.Span.First
			}
			at.Last = b.Span.Last
		}
	}
	return clean.Line(strings.Join(texts, " "))
}

// find returns the first element in n, or n, that ok is true for.
func find(n *markup.Node, ok func(*markup.Node) bool) *markup.Node {
	if n.Name != "" && ok(n) {
		return n
	}
	for _, c := range n.Children {
		if found := find(c, ok); found != nil {
			return found
		}
	}
	return nil
}

// without returns a copy of n without the element left.
func without(n, left *markup.Node) *markup.Node {
	out := *n
	out.Children = nil
	for _, c := range n.Children {
		if c != left {
			out.Children = append(out.Children, without(c, left))
		}
	}
	return &out
}

// size returns the number of bytes of text in n, up to most.
func size(n *markup.Node, most int) int {
	total := len(n.Text)
	for _, c := range n.Children {
		if total >= most {
			break
		}
		total += size(c, most-total)
	}
	return total
}
