package copydesk

import (
	"fmt"
	"strings"
	"time"
)

// cast is who and what a story is about.
type cast struct {
	story          int
	places         [3]string
	firsts, lasts  [3]string
	nouns          [2]string
	groups, wares  [2]string
	verb, when     string
	ord, direction string
	figure         int // index of its number, which rises from take to take
	weekday        string
}

// castOf returns the cast of file i.
func castOf(i int) *cast {
	r := roleOf(i)
	c := castIn(r.story, day(i))
	if rises(r.story) {
		c.figure += 2 * r.text
	}
	if corrects(r.tag) {
		c.figure += 3
	}
	return c
}

// corrects reports whether a take with a tag has another figure than the one before it.
func corrects(tag string) bool { return strings.HasPrefix(tag, "CORRECTED") }

// castIn returns the cast of a story as its first take on a day has it.
func castIn(story int, at time.Time) *cast {
	d := newDice(origin(story), 2)
	c := &cast{story: story, weekday: at.Weekday().String()}
	draw(d, c.places[:], places)
	draw(d, c.firsts[:], firsts)
	draw(d, c.lasts[:], lasts)
	draw(d, c.nouns[:], nouns)
	draw(d, c.groups[:], groups)
	draw(d, c.wares[:], goods)
	c.verb, c.when, c.ord = pick(d, verbs), pick(d, times), pick(d, ordinals)
	c.figure = d.n(len(numbers) - 12)
	if place := neighbor(story); place != "" {
		c.places[0] = place
	}
	c.direction = []string{"higher", "lower"}[newDice(story/perDay, 14).n(2)]
	return c
}

// draw fills out with different elements of list.
func draw(d *dice, out, list []string) {
	at := d.n(len(list))
	for i := range out {
		out[i] = list[at]
		at = (at + 1 + d.n(len(list)/len(out)-1)) % len(list)
	}
}

// head replaces each {slot} of a headline or lede by what the story is about.
func (c *cast) head(s string) string {
	return fill(s, func(slot string) string {
		switch slot {
		case "place2":
			return c.places[1]
		case "goods2":
			return c.wares[1]
		case "group2":
			return c.groups[1]
		case "last":
			return c.lasts[0]
		case "first":
			return c.firsts[0]
		case "person":
			return c.firsts[0] + " " + c.lasts[0]
		case "company":
			return c.lasts[0] + " " + c.places[2] + " Industries"
		case "number":
			return numbers[c.figure]
		case "magnitude":
			return magnitude(c.story)
		}
		return c.thing(slot)
	})
}

// thing returns the word of a slot that has only one.
func (c *cast) thing(slot string) string {
	switch slot {
	case "place":
		return c.places[0]
	case "noun":
		return c.nouns[0]
	case "group":
		return c.groups[0]
	case "goods":
		return c.wares[0]
	case "verb":
		return c.verb
	case "did":
		return past(c.verb)
	case "time":
		return c.when
	case "ord":
		return c.ord
	case "direction":
		return c.direction
	case "weekday":
		return c.weekday
	}
	return ""
}

// magnitude returns the magnitude of the earthquake of a story.
func magnitude(story int) string {
	return fmt.Sprintf("%d.%d", 2+story%3, newDice(story, 15).n(10))
}

// tell replaces each {slot} of a sentence of the body.
func (c *cast) tell(d *dice, s string) string {
	return fill(s, func(slot string) string {
		switch slot {
		case "place":
			return c.places[d.n(3)]
		case "person":
			k := d.n(3)
			return c.firsts[k] + " " + c.lasts[k]
		case "last":
			return c.lasts[d.n(3)]
		case "first":
			return c.firsts[d.n(3)]
		case "noun":
			return c.nouns[d.n(2)]
		case "group":
			return c.groups[d.n(2)]
		case "goods":
			return c.wares[d.n(2)]
		case "company":
			return c.head("{company}")
		case "clock":
			return fmt.Sprintf("%d:%02d a.m.", 1+d.n(11), d.n(60))
		case "weekday":
			return c.weekday
		}
		return d.word(slot)
	})
}

// irregular has the past of the verbs that have their own.
var irregular = map[string]string{"rebuilds": "rebuilt", "sells": "sold", "buys": "bought"}

// past returns the past of a verb of headlines.
func past(verb string) string {
	if p, ok := irregular[verb]; ok {
		return p
	}
	return strings.TrimSuffix(strings.TrimSuffix(verb, "s"), "e") + "ed"
}
