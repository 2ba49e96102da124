package article

import (
	"fmt"
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/prose"
	"dateline/ui/when"
)

// build creates the items of the story, from the head to the links.
func (p *Page) build() {
	if p.st == nil {
		return
	}
	p.version++
	b := builder{page: p, st: p.st, related: make([]int, len(p.st.Related))}
	b.head()
	b.notes()
	above := len(b.items)
	if p.problem != "" {
		b.addGenerated(prose.Item{Role: prose.Note, Text: p.problem, Space: 1})
	}
	held := p.heldNote()
	b.addGenerated(prose.Item{Role: prose.Note, Text: held, Block: 1, Space: 1})
	if p.veil.on = held != "" && !p.printed; !p.veil.on {
		b.body()
	}
	body := len(b.items)
	b.after()
	b.links()
	b.number(above, body)
	p.pictures.captions = b.captions
	p.items, p.generated, p.targets, p.related, p.textEnd = b.items, b.generated, b.targets, b.related, body
}

// builder collects the items of one story.
type builder struct {
	page      *Page
	st        *story.Story
	items     []prose.Item
	generated []bool
	targets   []target
	related   []int
	captions  []int // of pictures
	widest    int   // what digits returns; 0 while that is not known
}

// add adds an item with text of the story.
func (b *builder) add(it prose.Item) {
	if it.Text != "" {
		b.items = append(b.items, it)
		b.generated = append(b.generated, false)
	}
}

// addGenerated adds an item with text of the program. It is not searched.
func (b *builder) addGenerated(it prose.Item) {
	if it.Text != "" {
		b.items = append(b.items, it)
		b.generated = append(b.generated, true)
	}
}

// number sets the block number of each item, which a feed.Place refers to. The
// blocks of the body are numbered from 1, and the items below it follow. Items above
// the body have negative numbers. 0 is the top of the story.
func (b *builder) number(above, body int) {
	for i := range b.items {
		switch {
		case i < above:
			b.items[i].Block = i - above
		case i >= body:
			b.items[i].Block = len(b.st.Body) + 1 + i - body
		}
	}
}

func (b *builder) head() {
	b.add(prose.Item{Role: prose.Title, Text: b.st.Headline.Title})
	b.add(prose.Item{Role: prose.Meta, Text: cell.Join(b.meta()...)})
	b.addGenerated(prose.Item{Role: prose.Meta, Text: label.Own(b.page.shown.Marks)})
	if b.page.printed {
		b.addGenerated(prose.Item{Role: prose.Meta, Text: sourceAndLength(b.st)})
	}
	b.banners()
	b.newer()
	b.ownNote()
}

// ownNote adds the reader's note.
func (b *builder) ownNote() {
	text, n := locale.F("Your note: %s", b.page.around.Note), 0
	for line := range strings.SplitSeq(text, "\n") {
		if line = clean.Line(line); line != "" && b.page.around.Note != "" {
			b.add(prose.Item{Role: prose.Note, Text: line, Space: first(n)})
			n++
		}
	}
}

// meta returns the parts of the line below the headline: tags, place, agency, day,
// writers.
func (b *builder) meta() []string {
	st, d := b.st, &b.st.Dateline
	place := strings.Join(d.Places, "/")
	if place != "" && d.Region != "" {
		place += ", " + d.Region
	}
	writers := strings.Join(st.Byline.Names, ", ")
	if writers == "" {
		writers = st.Byline.Text
	}
	return append(b.tags(), place, d.Agency, when.Weekday(st.Date), writers)
}

// tags returns the tags of the headline as written, or the kind of the story, and the
// number of its takes.
func (b *builder) tags() []string {
	h := &b.st.Headline
	tags := slices.Clone(h.Tags)
	if len(tags) == 0 {
		tags = []string{label.Long(&story.Row{Headline: *h})}
	}
	if h.Standin && len(b.st.Body) > 0 {
		tags = []string{locale.T("without a headline")}
	}
	switch n := len(b.page.around.Takes); {
	case n < 2:
	case tags[0] == "":
		tags[0] = locale.F("first of %d takes", n)
	default:
		tags[0] = locale.F("%s of %d", tags[0], n)
	}
	return tags
}

// sourceAndLength returns the source of an inferred date and the length of the
// story.
func sourceAndLength(st *story.Story) string {
	var parts []string
	if src := when.Source(st.Date.From); src != "" && st.Date.Month != 0 {
		if st.Dateline.Month == 0 {
			src = locale.F("date from %s", src)
		} else {
			src = locale.F("year from %s", src)
		}
		parts = append(parts, src)
	}
	if words := st.Words(); words > 0 {
		parts = append(parts, fmt.Sprintf("%d %s, %s", words, st.Unit(), readingTime(st.Minutes())))
	}
	return strings.Join(parts, " · ")
}

// notes adds the editors' notes above the body and the problems of a file that could not
// be read.
func (b *builder) notes() {
	b.notesAfter(0)
	for _, d := range b.st.Doubts {
		switch d.Problem {
		case story.Unreadable, story.Binary, story.TooLarge, story.Unsupported, story.Damaged, story.NoBody:
			b.addGenerated(prose.Item{Role: prose.Note, Text: b.st.Path + ": " + d.Detail, Space: 1})
		}
	}
}

// notesAfter adds the notes that stand below block n of the body, or above the body if n
// is 0.
func (b *builder) notesAfter(n int) {
	count := 0
	for i := range b.st.Notes {
		if note := &b.st.Notes[i]; note.After == n {
			b.add(prose.Item{Role: prose.Note, Text: note.Text, Block: n, Space: first(count)})
			count++
		}
	}
}

// first returns the blank lines above item i of a group: 1 above the first.
func first(i int) int {
	if i == 0 {
		return 1
	}
	return 0
}

var roles = map[story.BlockKind]prose.Role{
	story.Paragraph: prose.Body,
	story.Caption:   prose.Caption,
	story.Heading:   prose.Heading,
	story.Quote:     prose.Quote,
	story.List:      prose.List,
	story.Code:      prose.Code,
}

// mentions stands before a paragraph that is about another story and leads to it.
const mentions = "→"

func (b *builder) body() {
	links := b.textLinks()
	for i := range b.st.Body {
		bl := &b.st.Body[i]
		rows, problem := b.page.pictureRows(i + 1)
		it := prose.Item{Role: roles[bl.Kind], Text: bl.Text, Block: i + 1, Space: 1 + rows}
		if rows := b.page.around.Mentions[bl.N]; bl.N > 0 && len(rows) > 0 {
			it.Label = mentions
			b.link(it, target{id: rows[0].ID, headline: rows[0].Headline.Text})
		} else {
			it.Anchors = b.anchors(i, links[i])
			b.add(it)
		}
		if bl.Picture != "" {
			b.captions = append(b.captions, len(b.items)-1)
		}
		if bl.Kind == story.Caption {
			b.add(prose.Item{Role: prose.Credit, Text: credit(bl), Block: i + 1})
			b.addGenerated(prose.Item{Role: prose.Note, Text: problem, Block: i + 1})
		}
		b.notesAfter(i + 1)
	}
}

func credit(bl *story.Block) string {
	switch {
	case bl.Credit != "" && bl.Rights != "":
		return bl.Credit + " · " + bl.Rights
	case bl.Rights != "":
		return bl.Rights
	}
	return bl.Credit
}

// after adds the parts below the body: end mark, sign-off, keywords, tail.
func (b *builder) after() {
	end, lines := b.st.EndMark.Text, b.st.SignOff.Lines
	if end != "" && len(lines) == 1 {
		end, lines = end+"  "+lines[0].Text, nil
	}
	b.add(prose.Item{Role: prose.EndMark, Text: end, Space: 1})
	for i, l := range lines {
		b.add(prose.Item{Role: prose.Meta, Text: l.Text, Space: first(i)})
	}
	words := make([]string, len(b.st.Keywords))
	for i, k := range b.st.Keywords {
		words[i] = k.Text
	}
	b.add(prose.Item{Role: prose.Meta, Text: strings.Join(words, " · "), Space: 1})
	for i, l := range b.st.Tail {
		b.add(prose.Item{Role: prose.Meta, Text: l.Text, Space: first(i)})
	}
}

// readingTime returns a number of minutes as text: "4 min", "3 h 20 min".
func readingTime(n float64) string {
	minutes := max(1, int(n+0.5))
	if minutes < 60 {
		return locale.F("%d min", minutes)
	}
	return locale.F("%d h %d min", minutes/60, minutes%60)
}
