package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/feed/story"
)

// Days is the maximum number of days between two stories for one to be close to a
// headline that the other lists.
const Days = 7

// maxTargets is the number of targets: the best, and up to three that are equally good.
const maxTargets = 4

// Choice resolves one headline for several stories that list it. What does not depend on
// the story is computed once. It is not safe for concurrent use.
type Choice struct {
	head  story.Headline
	key   string
	among []option
}

// option is a candidate and what is known of it.
type option struct {
	Candidate
	key      string
	compared bool    // whether near is set
	near     float64 // how close the titles are
}

// NewChoice returns the choice that ref has among candidates.
func NewChoice(ref story.Headline, candidates []Candidate) *Choice {
	c := &Choice{head: ref, key: Key(ref.Title), among: make([]option, len(candidates))}
	for i := range candidates {
		c.among[i] = option{Candidate: candidates[i], key: Key(candidates[i].Headline.Title)}
	}
	return c
}

// Part returns the choice among some of the candidates: those from the place first on, before last.
func (c *Choice) Part(first, last int) *Choice {
	return &Choice{head: c.head, key: c.key, among: c.among[first:last]}
}

// For returns the candidates that the headline points at if the story from lists it. It
// returns the best class that any candidate reaches, the best candidate
// and up to three that are equally good but for their date, nearest first.
//
// A story never links to itself. A headline that names its own story, with the
// same tags, leads to copies of it or nowhere. Another take of the same story is
// a target like any other: a LEAD that lists the urgent links to the urgent.
//
// Of several versions the newest take wins. Where a match is cut or close and
// the headline names a take, that take wins. When many stories have one headline, as
// daily summaries do, the nearest in date to from wins, and of two the earlier.
func (c *Choice) For(from Candidate) (Match, []story.ID) {
	if c.head.Title == "" {
		return None, nil
	}
	r := newReference(c, from)
	best, found := None, []rated(nil)
	for i := range c.among {
		o := &c.among[i]
		if o.ID == from.ID {
			continue
		}
		m, score := r.class(o)
		switch {
		case m == None || rank(m) > rank(best):
			continue
		case rank(m) < rank(best):
			best, found = m, found[:0]
		}
		found = append(found, rated{&o.Candidate, score, apart(from.Date, o.Date), o.Date.Unix()})
	}
	return best, r.choose(best, found)
}

func rank(m Match) int {
	return slices.Index([]Match{Exact, Normalised, Version, Cut, Close, None}, m)
}

// reference is a headline that is being resolved for one story.
type reference struct {
	*Choice
	from Candidate
	self bool // it names its own story
}

func newReference(c *Choice, from Candidate) *reference {
	r := &reference{Choice: c, from: from}
	own := from.Headline
	r.self = own.Text == c.head.Text || sameTake(&own, &c.head) && Key(own.Title) == c.key
	return r
}

// rated is a candidate and how close it is, 1 if its class has no degrees.
type rated struct {
	*Candidate
	score float64
	days  float64 // from the story that lists the headline
	unix  int64
}

// class returns the class of the match with o, and how close it is.
func (r *reference) class(o *option) (Match, float64) {
	if r.head.Text == o.Headline.Text {
		return Exact, 1
	}
	same := o.key == r.key && o.key != ""
	switch {
	case same && sameTags(&r.head, &o.Headline):
		return Normalised, 1
	case r.self:
		return None, 0
	case same:
		return Version, 1
	case begins(r.key, o.key) || begins(o.key, r.key):
		return Cut, 1
	case !o.Headline.Standin && near(r.from.Date, o.Date, Days) && samePiece(&r.head, &o.Headline):
		if score := r.closeness(o); score > 0 {
			return Close, score
		}
	}
	return None, 0
}

// closeness returns how close o is, 0 if it is not.
func (r *reference) closeness(o *option) float64 {
	switch {
	case o.compared:
	case respaced(r.key, o.key) || subjectless(r.key, o.key):
		o.near = 1
	default:
		o.near = likeness(r.head.Title, o.Headline.Title)
	}
	o.compared = true
	return o.near
}

// sameTake reports whether the tags of two headlines mean the same.
func sameTake(a, b *story.Headline) bool { return a.Take == b.Take && a.Kind == b.Kind }

// sameTags reports whether the tags of two headlines whose titles have one key mean the
// same. Tags that say nothing about the take must have the same words. Two headlines
// without a tag are the same, whatever an envelope says of the take.
func sameTags(a, b *story.Headline) bool {
	bare, otherBare := a.Text == a.Title, b.Text == b.Title
	switch {
	case bare && otherBare:
		return true
	case !sameTake(a, b):
		return false
	}
	if genre(a.Kind) != story.Plain || tagged(a) {
		return true
	}
	return bare == otherBare && squeezed(Key(a.Text)) == squeezed(Key(b.Text))
}

// samePiece reports whether two headlines may be of one piece of copy: an
// analysis is not the report that it analyses.
func samePiece(a, b *story.Headline) bool { return genre(a.Kind) == genre(b.Kind) }

func genre(k story.Kind) story.Kind {
	switch k {
	case story.Urgent, story.Lead, story.Correction, "":
		return story.Plain
	default:
		return k
	}
}

// minBeginning is the minimum length in runes of a cut headline that identifies a story.
const minBeginning = 12

// begins reports whether key was cut short and is the beginning of whole.
// A character of Han, kana or Hangul counts as two.
func begins(key, whole string) bool {
	beginning, cut := IsCut(key)
	if !cut {
		return false
	}
	n := 0
	for _, r := range beginning {
		n++
		if dense(r) {
			n++
		}
	}
	full, _ := IsCut(whole)
	return n >= minBeginning && strings.HasPrefix(full, beginning) && utf8.ValidString(beginning)
}

// near reports whether two dates are known and no more than days apart.
func near(a, b story.Date, days int) bool {
	return a.Known() && b.Known() && apart(a, b) <= float64(days)
}

// apart returns the number of days between two dates, far if one is not known.
func apart(a, b story.Date) float64 {
	if !a.Known() || !b.Known() {
		return far
	}
	d := float64(a.Unix()-b.Unix()) / 86400
	return max(d, -d)
}

// far is the distance to a date that is not known.
const far = 1 << 20
