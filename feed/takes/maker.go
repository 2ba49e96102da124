package takes

import (
	"slices"
	"strings"

	"dateline/feed/story"
)

// Maker makes Prints. The zero value is ready. A Maker must not be used by two goroutines at a time.
type Maker struct {
	print Print // that was made last; its lists are the buffers below

	places, title, body, lede, words, names, figures, noted []uint32

	known *lexicon
	stems stems
	sieve uint32 // hashes of the body from here on are not among the smallest
}

// maxText is the number of bytes of a body that are read.
const maxText = 64 << 10

// Print returns the Print of s, until the next call.
func (m *Maker) Print(s *story.Story) *Print {
	m.reset()
	p := &m.print
	*p = Print{unix: s.Date.Unix(), take: uint8(min(max(s.Headline.Take, 0), maxTake)), kind: kindIndex(s.Headline.Kind), flags: flagsOf(s)}
	p.slug, p.serial, p.byline = slugOf(s), serialOf(s), bylineOf(s)
	p.uid, p.url, p.from = namesOf(s)
	b := m.readBody(s)
	for _, place := range s.Dateline.Places {
		m.places = append(m.places, stem(strings.TrimSpace(place))&mask(wordBits))
	}
	p.size, p.copied = b.tokens, b.copied
	if b.tokens > 0 || !s.Headline.Standin { // the name of a file without text is no headline
		m.readTitle(p, s.Headline.Title)
	}
	if b.tokens > 0 && 3*uint32(len(m.figures)) > b.tokens {
		p.flags |= tabular
	}
	if b.inCapitals() {
		m.names = m.names[:0]
	} else if len(m.names) > 1 && s.Language != "de" { // in German all nouns have capitals
		p.flags |= cased
	}
	if p.Corrects() {
		m.readNotes(s.Notes)
	}
	m.names, m.figures = headed(m.names, maxNames), headed(m.figures, maxFigures)
	m.keep(p)
	for _, id := range p.identities() {
		*id &= 1<<idBits - 1
	}
	return p
}

func (m *Maker) reset() {
	m.known = known()
	for _, b := range m.buffers() {
		*b = (*b)[:0]
	}
}

// buffers returns the lists in the order of Print.samples.
func (m *Maker) buffers() [8]*[]uint32 {
	return [...]*[]uint32{&m.places, &m.title, &m.body, &m.lede, &m.words, &m.names, &m.figures, &m.noted}
}

// keep gives the samples to p.
func (m *Maker) keep(p *Print) {
	to, from := p.samples(), m.buffers()
	for i, l := range limits() {
		*from[i] = smallest(*from[i], l.count)
		*to[i] = *from[i]
	}
}

// samples returns the lists of p in the order in which they are stored.
func (p *Print) samples() [8]*[]uint32 {
	return [...]*[]uint32{&p.places, &p.title, &p.body, &p.lede, &p.words, &p.names, &p.figures, &p.noted}
}

// limit bounds a list of a Print.
type limit struct{ count, bits int }

// limits returns the bounds of the lists that samples returns.
func limits() [8]limit {
	return [...]limit{
		{maxPlaces, wordBits}, {maxTitle, wordBits + weightBits}, {maxBody, bodyBits}, {maxLede, wordBits}, {maxWords, wordBits},
		{maxNames, wordBits + 1}, {maxFigures, wordBits + 1}, {maxNoted, wordBits},
	}
}

func mask(bits int) uint32 { return 1<<bits - 1 }

func kindIndex(k story.Kind) uint8 {
	return uint8(max(0, slices.Index(kinds[:], k)))
}
