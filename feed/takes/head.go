package takes

import (
	"slices"
	"strings"

	"dateline/feed/story"
)

// maxHeadline is the number of bytes of a headline that are read.
const maxHeadline = 500

// readTitle reads the title into the buffers and into p.
func (m *Maker) readTitle(p *Print, title string) {
	title = title[:min(len(title), maxHeadline)]
	inCapitals := titleCase(title)
	slices.Sort(m.names)
	bodyNames := m.names
	l := newLexer(title)
	var last token
	key := uint64(offset)
	for l.next() {
		t := l.token
		switch t.shape {
		case figure:
			m.headFigure(t.hash)
		case char:
			p.flags |= dense
			key = (key ^ uint64(t.hash)) * 0x9E3779B97F4A7C15
			if last.shape == char && last.end == t.start {
				m.headWord(p, pair(last.hash, t.hash), ordinary)
			}
		case word:
			h := stem(title[t.start:t.end])
			if meant, ok := m.known.find(h); !ok || meant.weight > 0 && meant.number == 0 {
				key = (key ^ uint64(h)) * 0x9E3779B97F4A7C15
			}
			name := h & mask(wordBits) << 1
			_, inBody := slices.BinarySearch(bodyNames, name)
			weight := weigh(title[t.start:t.end])
			if t.capital && (inBody || !t.first && !inCapitals && !m.dated(t.hash)) {
				m.names = append(m.names, name|1)
				weight = heavy
			}
			m.headWord(p, h, weight)
		}
		last = t
	}
	if key != offset {
		p.key = key
	}
	p.copied = (p.copied ^ key) * 0x9E3779B97F4A7C15
}

func (m *Maker) dated(h uint32) bool {
	meant, _ := m.known.find(h)
	return meant.dated
}

func (m *Maker) headFigure(h uint32) {
	m.figures = append(m.figures, h&mask(wordBits)<<1|1)
}

// headWord adds a word of the title, or a pair of characters.
func (m *Maker) headWord(p *Print, h uint32, weight uint8) {
	if meant, ok := m.known.find(h); ok {
		p.stages |= meant.stages
		p.sides |= meant.sides
		if meant.number != 0 {
			m.headFigure(meant.number)
			return
		}
		if weight != heavy || meant.weight == 0 {
			weight = meant.weight
		}
	}
	if weight > 0 {
		m.title = append(m.title, h&mask(wordBits)<<weightBits|uint32(weight))
	}
}

// titleCase reports whether capitals do not show names in a headline, because most of its
// long words have them.
func titleCase(title string) bool {
	capitals, all := 0, 0
	l := newLexer(title)
	for l.next() {
		if l.shape == word && l.end-l.start > 3 && !l.first {
			all++
			if l.capital {
				capitals++
			}
		}
	}
	return 4*capitals > 3*all
}

// flagsOf returns the flags that do not depend on the text.
func flagsOf(s *story.Story) (f flags) {
	switch s.Headline.Kind {
	case story.Urgent, story.Lead, story.Correction:
		f |= tagged
	default:
		if s.Headline.Take != story.TakeFirst {
			f |= tagged
		}
	}
	for _, list := range [...][]string{s.Headline.Tags, s.Envelope.Takes} {
		for _, tag := range list {
			f |= tagFlags(strings.ToLower(tag))
		}
	}
	for _, n := range s.Notes {
		if slices.ContainsFunc(n.Verbs, func(v string) bool { return strings.HasPrefix(v, "RECAST") || v == "CHANGES" || v == "RELEADS" }) {
			f |= recast
		}
	}
	return f
}

// tagFlags returns the flags of a tag in lower case.
func tagFlags(tag string) flags {
	switch {
	case strings.HasPrefix(tag, "rpt") || strings.HasPrefix(tag, "repeat"):
		return repeat
	case strings.HasPrefix(tag, "refile") || strings.HasPrefix(tag, "resen") || strings.HasPrefix(tag, "reissue"):
		return resent
	case strings.HasSuffix(tag, " add"):
		return part
	}
	return 0
}

// readNotes reads the figures in the notes of a correction, but not the numbers of
// paragraphs.
func (m *Maker) readNotes(notes []story.Note) {
	for i := range notes {
		l := newLexer(notes[i].Text[:min(len(notes[i].Text), maxHeadline)])
		paragraph := false
		for l.next() {
			n := m.known.number(l.hash)
			if l.shape == figure {
				n = l.hash
			}
			switch text := l.text[l.start:l.end]; {
			case n == 0 && text != "and":
				text = strings.ToLower(text)
				paragraph = strings.HasPrefix(text, "para") || strings.HasPrefix(text, "graf")
			case n != 0 && !paragraph:
				m.noted = append(m.noted, n&mask(wordBits))
			}
		}
	}
}
