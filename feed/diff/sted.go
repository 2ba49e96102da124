package diff

import (
	"slices"
	"strings"

	"dateline/feed/story"
)

// Sted is a corrected figure that a note names: "33 sted 34", "33 instead of 34".
type Sted struct {
	Old, New string // as the note has them: "34", "33"
	Changed  bool   // the old story has the old figure where the new one has the new
}

// instead are the words between a figure and the wrong one that it replaces.
var instead = [][]string{{"sted"}, {"instead", "of"}, {"rather", "than"}, {",", "not"}, {"statt"}, {"(", "statt", ":"}}

// steds returns the corrected figures that notes name.
func (c *comparison) steds(notes []story.Note, d *Diff) []Sted {
	var all []Sted
	for _, note := range notes {
		all = append(all, c.readSteds(note.Text)...)
	}
	if len(all) == 0 {
		return nil
	}
	replaced := c.replacements(d)
	for i := range all {
		old, _ := c.valueOf(all[i].Old)
		cur, _ := c.valueOf(all[i].New)
		all[i].Changed = slices.ContainsFunc(replaced, func(r replacement) bool { return r.gone[old.number] && r.added[cur.number] })
	}
	return all
}

// ReadSteds returns the corrected figures that a note names. It reads written-out numbers of
// English. Changed is false.
func ReadSteds(note string) []Sted {
	c := comparison{written: writtenOut("en", "en")}
	return c.readSteds(note)
}

// readSteds is ReadSteds in the language of the stories that are compared.
func (c *comparison) readSteds(note string) (all []Sted) {
	p := newPassage(note[:min(len(note), maxNote)])
	for i := range p.tokens {
		if _, ok := c.valueOf(p.token(i)); !ok {
			continue
		}
		j := p.afterInstead(i + 1)
		if j == 0 || j == len(p.tokens) {
			continue
		}
		if _, ok := c.valueOf(p.token(j)); ok {
			all = append(all, Sted{Old: p.token(j), New: p.token(i)})
		}
	}
	return all
}

// afterInstead returns the token after "sted", which is token i or, after a unit, the one
// after that. It returns 0 if there is none.
func (p *passage) afterInstead(i int) int {
	for _, from := range [2]int{i, i + 1} {
		for _, words := range instead {
			n := 0
			for n < len(words) && from+n < len(p.tokens) && strings.EqualFold(p.token(from+n), words[n]) {
				n++
			}
			if n == len(words) {
				return from + n
			}
		}
	}
	return 0
}

// replacement is the figures that are gone from a block, and those that were added.
type replacement struct{ gone, added map[string]bool }

// replacements returns the figures that changed, block by block, first those of the
// headline.
func (c *comparison) replacements(d *Diff) []replacement {
	figures := func(runs []Run, of Of) map[string]bool {
		all := map[string]bool{}
		for _, r := range runs {
			if r.Of != of {
				continue
			}
			p := newPassage(r.Text)
			for i := range p.tokens {
				if v, ok := c.valueOf(p.token(i)); ok {
					all[v.number] = true
				}
			}
		}
		return all
	}
	all := []replacement{{figures(d.Headline, Old), figures(d.Headline, New)}}
	for _, ch := range d.Changes {
		if gone := figures(ch.Runs, Old); len(gone) > 0 {
			all = append(all, replacement{gone, figures(ch.Runs, New)})
		}
	}
	return all
}
