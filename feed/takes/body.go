package takes

import "dateline/feed/story"

// body counts what is in the body of a story.
type body struct {
	tokens   uint32
	words    int // those inside a sentence
	capitals int // those of them that begin with a capital
	copied   uint64
}

// inCapitals reports whether capitals do not show names, because most words have them.
func (b *body) inCapitals() bool { return 5*b.capitals > 3*b.words }

// ledeTokens is the number of tokens of the first paragraph that are its lede.
const ledeTokens = 60

// readBody reads the body of s into the buffers. Of most texts it leaves out at once the hashes
// that are too large to be samples, which are most of them.
func (m *Maker) readBody(s *story.Story) body {
	m.sieve = sieveFor(s)
	b := m.readBlocks(s)
	if m.body = smallest(m.body, maxBody); len(m.body) < maxBody && m.sieve < noSieve { // a text of few words, again and again
		m.reset()
		m.sieve = noSieve
		return m.readBlocks(s)
	}
	return b
}

const (
	noSieve    = 1 << bodyBits
	sieved     = maxBody * 3 / 2 // hashes of a usual text that a sieve leaves
	tokenBytes = 6               // of text for each token, in usual English
)

// sieveFor returns a bound that hashes of a few more than maxBody tokens of s are below.
func sieveFor(s *story.Story) uint32 {
	size := 0
	for i := range s.Body {
		size += len(s.Body[i].Text)
	}
	return uint32(noSieve * tokenBytes * sieved / max(min(size, maxText), tokenBytes*sieved))
}

// readBlocks reads the blocks of the body of s into the buffers.
func (m *Maker) readBlocks(s *story.Story) body {
	b := body{copied: uint64(offset)}
	left, lede := maxText, true
	for i := range s.Body {
		block := &s.Body[i]
		if block.Kind == story.Caption {
			continue
		}
		text := block.Text[:min(left, len(block.Text))]
		if left -= len(text); left == 0 {
			break
		}
		m.readBlock(&b, text, lede)
		lede = lede && block.Kind != story.Paragraph
	}
	return b
}

// readBlock reads one block of the body.
func (m *Maker) readBlock(b *body, text string, lede bool) {
	l := newLexer(text)
	known := m.known
	var recent [4]uint32 // the hashes of the last tokens, the latest last
	for n := 1; l.next(); n++ {
		h := l.hash
		switch {
		case l.shape == figure:
			m.figures = append(m.figures, h&mask(wordBits)<<1)
		case l.shape == char:
		case known.number(h) != 0:
			h = known.number(h)
			m.figures = append(m.figures, h&mask(wordBits)<<1)
		case !l.first:
			b.words++
			if l.capital {
				b.capitals++
				m.readName(known, &l)
			}
		}
		b.tokens++
		b.copied = (b.copied ^ uint64(h)) * 0x9E3779B97F4A7C15
		recent = [4]uint32{recent[1], recent[2], recent[3], h}
		if n >= 4 {
			if h := mix(((recent[0]*31+recent[1])*31+recent[2])*31+recent[3]) & mask(bodyBits); h < m.sieve {
				m.body = append(m.body, h)
			}
		}
		if lede && n <= ledeTokens {
			m.readLede(&l, recent, n)
		}
	}
}

// readName adds the word with a capital that l read last, if it may be a name.
func (m *Maker) readName(known *lexicon, l *lexer) {
	if meant, ok := known.find(l.hash); !ok || !meant.dated && meant.weight > 0 {
		m.names = append(m.names, m.stems.of(l)&mask(wordBits)<<1)
	}
}

// readLede adds token n of the lede, which l read last.
func (m *Maker) readLede(l *lexer, recent [4]uint32, n int) {
	if n >= 3 {
		m.lede = append(m.lede, mix((recent[1]*31+recent[2])*31+recent[3])&mask(wordBits))
	}
	switch l.shape {
	case figure:
	case char:
		if n >= 2 {
			m.words = append(m.words, pair(recent[2], recent[3])&mask(wordBits))
		}
	default:
		if meant, ok := m.known.find(l.hash); !ok || meant.weight > 0 && meant.number == 0 {
			m.words = append(m.words, m.stems.of(l)&mask(wordBits))
		}
	}
}
