package takes

import "dateline/feed/story"

// rule is a rule about the texts of two stories that nothing tells apart.
type rule struct {
	why   Why
	holds func(c *pairing) bool
}

// rules are tried in this order.
var rules = []rule{
	{Headline, (*pairing).sameHeadline},
	{Flash, (*pairing).flash},
	{Flash, (*pairing).urgent},
	{Recast, (*pairing).recast},
	{Text, (*pairing).sameText},
	{Text, (*pairing).update},
	{Text, (*pairing).facts},
	{Flash, (*pairing).brief},
	{Text, (*pairing).lead},
}

// successive reports whether the stories have the numbers of different takes, the one of
// the later day the higher number.
func (c *pairing) successive() bool {
	if c.a.take == c.b.take || !(c.a.flags | c.b.flags).has(tagged) {
		return false
	}
	return c.a.Day() == c.b.Day() || (c.a.take < c.b.take) == (c.a.Day() < c.b.Day())
}

// news reports whether the stories are news, and not of another genre.
func (c *pairing) news() bool {
	return kinds[c.a.genre()] == story.Plain || kinds[c.b.genre()] == story.Plain
}

// sameHeadline holds for stories with the same headline, but for its figures.
func (c *pairing) sameHeadline() bool {
	switch {
	case !c.key || c.names < 0.34:
		return false
	case (c.a.flags | c.b.flags).has(tabular):
		return c.body >= 0.85 && c.figures >= 0.9
	case c.head < 1 && !c.otherFigures():
		return false
	case c.days > 0:
		return c.body >= 0.7 && c.figures >= 0.7 || c.successive() && c.goesOn()
	}
	return c.successive() || c.body >= 0.12 && c.figures >= 0.35
}

// otherFigures reports whether the texts are those of one story, though the headlines have
// different figures.
func (c *pairing) otherFigures() bool {
	if !c.successive() && c.names < 0.75 {
		return false
	}
	return c.figures >= 0.3 || c.body >= 0.6 || c.days == 0 && c.lede >= 0.7
}

// goesOn reports whether the take of another day has enough of the text.
func (c *pairing) goesOn() bool {
	return c.body >= 0.2 || c.lede >= 0.2 && c.names >= 0.5 && c.figures >= 0.3
}

// flash holds for a flash and its story. That of the next day has the same headline.
func (c *pairing) flash() bool {
	f, of := c.a, c.b
	if f.size > of.size || f.size == of.size && f.Day() > of.Day() {
		f, of = of, f
	}
	switch {
	case !f.isFlash() || c.title < 0.4 || c.head < 1:
		return false
	case c.days > 0:
		return c.key && c.days == 1 && f.Day() < of.Day()
	}
	return f.titleIn(of) >= 0.7
}

// urgent holds for an urgent and a later take that has its words.
func (c *pairing) urgent() bool {
	u, of := c.takes()
	switch {
	case u.take != 0 || !c.successive() || c.names < 0.5:
		return false
	case c.figures < 0.5 && (c.figures < 0.3 || c.lede < 0.5):
		return false
	case c.title >= 0.65 && !c.a.flags.has(dense) && len(u.title) == len(of.title) && u.titleIn(of) < 0.9 && of.titleIn(u) < 0.9:
		return false // a form with other words in it
	case c.days > 0:
		return c.days == 1 && c.lede >= 0.25 && u.titleIn(of) >= 0.8
	}
	return u.wordsIn(of) >= 0.6 || c.title >= 0.5 && c.lede >= 0.5
}

// recast holds for takes with a note that says that the headline changed.
func (c *pairing) recast() bool {
	if !(c.a.flags | c.b.flags).has(recast) || !c.successive() || !c.agree() {
		return false
	}
	return c.body >= 0.2 || c.lede >= 0.3 || c.body >= 0.08 && c.days == 0 && c.names >= 0.6 && c.sharedNames >= 3
}

// sameText holds for stories that share much of their texts.
func (c *pairing) sameText() bool {
	switch {
	case !c.agree():
		return false
	case !c.news():
		return c.body >= 0.5 && c.title >= 0.5
	case c.successive():
		return min(c.a.size, c.b.size) >= fewWords && (c.body >= 0.45 || c.title >= 0.45 && (c.body >= 0.12 || c.lede >= 0.25) && c.figures >= 1 ||
			c.title >= 0.6 && (c.body >= 0.15 || c.lede >= 0.25))
	case c.days == 0:
		return c.body >= 0.45 && (c.title >= 0.5 || c.lede >= 0.5 && c.title >= 0.3)
	}
	return c.body >= 0.8 && c.title >= 0.5
}

// update holds for takes of which the later one is a new text, with the names or figures of
// the other.
func (c *pairing) update() bool {
	if !c.news() || !c.successive() || max(c.a.take, c.b.take) < uint8(story.TakeLead) || min(c.a.size, c.b.size) < fewWords {
		return false
	}
	cased := c.a.flags&c.b.flags&cased != 0
	switch {
	case c.names >= 0.6 && c.figures >= 0.6 && c.title >= 0.2:
		return c.body >= 0.3
	case c.names >= 0.5 && (c.figures >= 0.6 || cased && c.figures >= 0.25) && c.title >= 0.45:
		return c.body >= 0.25
	case c.names >= 0.5 && c.figures >= 0.7 && c.sharedFigures >= 3 && c.days == 0:
		return c.body >= 0.2
	}
	return false
}

// fewWords is the number of words from which on a share of a text says something.
const fewWords = 24

// agree reports whether names and figures do not tell the stories apart.
func (c *pairing) agree() bool {
	least := 0.5
	if (c.a.flags | c.b.flags).has(tagged) {
		least = 0.34
	}
	return c.names >= least && c.figures >= 0.5
}

// titleIn returns the share of the title of p that is in the title and the lede of of, by
// weight.
func (p *Print) titleIn(of *Print) float64 {
	const low = 1<<weightBits - 1
	var all, in float64
	for _, w := range p.title {
		all += float64(w & low)
		if of.hasWord(w >> weightBits) {
			in += float64(w & low)
		}
	}
	if all == 0 {
		return 0
	}
	return in / all
}

// wordsIn returns the share of the words of the title and the lede of p that are in those
// of of.
func (p *Print) wordsIn(of *Print) float64 {
	all, in := 0, 0
	count := func(w uint32) {
		all++
		if of.hasWord(w) {
			in++
		}
	}
	for _, w := range p.title {
		if w >>= weightBits; !has(p.words, 0, w) {
			count(w)
		}
	}
	for _, w := range p.words {
		count(w)
	}
	return float64(in) / float64(max(all, 1))
}
