package takes

import "dateline/feed/story"

// These rules find takes whose later one is rewritten: it has the facts of the earlier one, but
// few of its sentences. Both are of one day.

// facts holds for stories that share part of their texts, and most of their names and figures.
func (c *pairing) facts() bool {
	switch {
	case !c.grown() || c.title < 0.35 || c.figures < 0.5 || c.sharedFigures == 0:
		return false
	case c.sharedNames < 3 && c.lacking():
		return false
	}
	return c.lede >= 0.2 || c.body >= 0.25
}

// brief holds for a story of few words and one that has its names and most words of its headline.
func (c *pairing) brief() bool {
	short, long := c.a, c.b
	if short.size > long.size {
		short, long = long, short
	}
	if !c.grown() || short.size >= fewWords || c.title < 0.4 || c.figures < 0.75 || c.sharedNames < 2 || c.lacking() {
		return false
	}
	return short.titleIn(long) >= 0.8
}

// lead holds for a first take and a LEAD or later one, which has half of the words of its
// headline.
func (c *pairing) lead() bool {
	first, later := c.takes()
	switch {
	case !c.grown() || !c.successive() || first.size == 0 || first.size > later.size || c.figures < 0.3:
		return false
	case first.take > uint8(story.TakeFirst) || later.take < uint8(story.TakeLead) || c.lacking():
		return false
	}
	return first.topicIn(later) >= 0.5 && first.wordsIn(later) >= 0.35
}

// grown reports whether two stories of a day share half of their names and one is a third
// longer. Two sidebars with the same background are often equally long.
func (c *pairing) grown() bool {
	return c.days == 0 && c.news() && c.names >= 0.5 && 4*min(c.a.size, c.b.size) <= 3*max(c.a.size, c.b.size)
}

// topicIn returns the share of the words of the title of p, but for names, that are in the
// title and the lede of of, by weight.
func (p *Print) topicIn(of *Print) float64 {
	const low = 1<<weightBits - 1
	var all, in float64
	for _, w := range p.title {
		if w&low == heavy {
			continue
		}
		all += float64(w & low)
		if of.hasWord(w >> weightBits) {
			in += float64(w & low)
		}
	}
	return in / max(all, 1)
}

// takes returns the stories, that with the lower take first.
func (c *pairing) takes() (first, later *Print) {
	if c.a.take > c.b.take {
		return c.b, c.a
	}
	return c.a, c.b
}

// lacking reports whether one headline has a name that the other story lacks.
func (c *pairing) lacking() bool { return lacks(c.a, c.b) || lacks(c.b, c.a) }

// atScene reports whether the dateline moved to the scene or back: the later take is longer, and
// one headline names the place of the other take.
func (c *pairing) atScene() bool {
	first, later := c.takes()
	return c.days == 0 && c.successive() && first.size <= later.size && (first.heads(later.places) || later.heads(first.places))
}

// heads reports whether a place is a word of the title of p.
func (p *Print) heads(places []uint32) bool {
	for _, w := range places {
		if has(p.title, weightBits, w) {
			return true
		}
	}
	return false
}
