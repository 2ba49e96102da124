package diff

import "dateline/feed/story"

// The shares, of full, of the terms of a part that are in the whole, and that are in what
// the other parts leave of it.
const (
	minInside = full * 8 / 10
	minRest   = full / 2
)

// split adds to the links the paragraphs of the other side that are parts of one paragraph
// of side s: next to its counterpart, or several in a row where it has none.
func (c *comparison) split(s int) {
	last := -1 // the place on the other side of the counterpart of the block before
	for i, whole := range c.side[s] {
		l := whole.link
		if l == nil {
			c.splitAlone(s, i, last+1)
			if whole.link != nil {
				last = whole.link.at[1-s][len(whole.link.at[1-s])-1]
			}
			continue
		}
		at := l.at[1-s]
		if len(l.at[s]) == 1 && len(at) == 1 && !same(whole, c.side[1-s][at[0]]) {
			c.grow(l, s)
		}
		if !l.moved {
			last = l.at[1-s][len(l.at[1-s])-1]
		}
	}
}

// grow adds the parts before and after the counterpart of the only block of side s in l.
func (c *comparison) grow(l *link, s int) {
	whole, others := c.side[s][l.at[s][0]], c.side[1-s]
	parts := l.at[1-s]
	if others[parts[0]].kind != story.Paragraph {
		return
	}
	used := others[parts[0]].terms
	for j := parts[0] + 1; c.isPart(others, j, used, whole); j++ {
		used, parts = merge(used, others[j].terms), append(parts, j)
	}
	for j := parts[0] - 1; c.isPart(others, j, used, whole); j-- {
		used, parts = merge(used, others[j].terms), append([]int{j}, parts...)
	}
	l.at[1-s] = parts
	for _, j := range parts {
		others[j].link = l
	}
}

// maxAway is how far from its place the parts of a paragraph are looked for, in blocks.
const maxAway = 32

// splitAlone links block i of side s, which has no counterpart, with its parts from a place
// on, if there are several.
func (c *comparison) splitAlone(s, i, from int) {
	whole, others := c.side[s][i], c.side[1-s]
	var used []count
	var parts []int
	for j := from; j < min(len(others), from+maxAway+len(parts)) && others[j].link == nil; j++ {
		if c.isPart(others, j, used, whole) {
			used, parts = merge(used, others[j].terms), append(parts, j)
		} else if len(parts) > 0 {
			break
		}
	}
	if len(parts) < 2 {
		return
	}
	l := &link{}
	l.at[s], l.at[1-s] = []int{i}, parts
	c.links = append(c.links, l)
	whole.link = l
	for _, k := range parts {
		others[k].link = l
	}
}

// isPart reports whether others[j] has no counterpart and is inside whole, of which the
// parts with the terms used are known.
func (c *comparison) isPart(others []*block, j int, used []count, whole *block) bool {
	c.work--
	if j < 0 || j >= len(others) || others[j].link != nil {
		return false
	}
	part := others[j]
	if part.kind != story.Paragraph || whole.kind != story.Paragraph || part.size < minMovedLen || c.work <= 0 {
		return false
	}
	c.work -= len(part.terms) + len(used) + len(whole.terms)
	return full*common(part.terms, nil, whole.terms) >= minInside*part.size && full*common(part.terms, used, whole.terms) >= minRest*part.size
}
