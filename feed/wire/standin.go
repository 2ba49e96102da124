package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// standin puts the first sentence of the lede where the headline would stand.
func (p *parser) standin() {
	for i := range p.s.Body {
		b := &p.s.Body[i]
		if b.Kind == story.Code || b.Text == "" {
			continue
		}
		text, _, _ := strings.Cut(b.Text, "\n")
		text = line.FirstSentence(text)
		p.s.Headline = story.Headline{Text: text, Title: text, Kind: story.Plain, Take: story.TakeFirst, Standin: true, Span: b.Span}
		return
	}
	p.s.Headline = story.Headline{Kind: story.Plain, Take: story.TakeFirst, Standin: true}
}
