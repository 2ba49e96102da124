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

// Resolve returns the candidates that the headline ref points at; the story from
// lists it. It returns the best class that any candidate reaches, the best candidate
// and up to three that are equally good but for their date, nearest first.
//
// A story never links to itself. A headline that names its own story, with the
// same tags, leads to copies of it or nowhere. Another take of the same story is
// a target like any other: a LEAD that lists the urgent links to the urgent.
//
// Of several versions the newest take wins. Where a match is cut or close and
// the headline names a take, that take wins. When many stories have one headline, as
// daily summaries do, the nearest in date to from wins, and of two the earlier.
func Resolve(ref story.Headline, from Candidate, candidates []Candidate) (Match, []story.ID) {
	if ref.Title == "" {
		return None, nil
	}
	r := newReference(ref, from)
	best, found := None, []rated(nil)
	for i := range candidates {
		c := &candidates[i]
		if c.ID == from.ID {
			continue
		}
		m, score := r.class(c)
		switch {
		case m == None || rank(m) > rank(best):
			continue
		case rank(m) < rank(best):
			best, found = m, found[:0]
		}
		found = append(found, rated{c, score})
	}
	return best, r.choose(best, found)
}

func rank(m Match) int {
	return slices.Index([]Match{Exact, Normalised, Version, Cut, Close, None}, m)
}

// reference is a headline that is being resolved.
type reference struct {
	head story.Headline
	key  string
	from Candidate
	self bool // it names its own story
}

func newReference(ref story.Headline, from Candidate) *reference {
	r := &reference{head: ref, key: Key(ref.Title), from: from}
	own := from.Headline
	r.self = own.Text == ref.Text || sameTake(&own, &ref) && Key(own.Title) == r.key
	return r
}

// rated is a candidate and how close it is, 1 if its class has no degrees.
type rated struct {
	*Candidate
	score float64
}

// class returns the class of the match with c, and how close it is.
func (r *reference) class(c *Candidate) (Match, float64) {
	if r.head.Text == c.Headline.Text {
		return Exact, 1
	}
	key := Key(c.Headline.Title)
	same := key == r.key && key != ""
	switch {
	case same && sameTags(&r.head, &c.Headline):
		return Normalised, 1
	case r.self:
		return None, 0
	case same:
		return Version, 1
	case begins(r.key, key) || begins(key, r.key):
		return Cut, 1
	case !c.Headline.Standin && near(r.from.Date, c.Date, Days) && samePiece(&r.head, &c.Headline):
		if respaced(r.key, key) || subjectless(r.key, key) {
			return Close, 1
		}
		if score := likeness(r.head.Title, c.Headline.Title); score > 0 {
			return Close, score
		}
	}
	return None, 0
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
