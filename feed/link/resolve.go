package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/feed/story"
)

// Days is how far the dates of two stories may lie apart for one to be close
// to what the other lists.
const Days = 7

// most is how many equally good targets are offered.
const most = 9

// Resolve says which of the candidates the headline ref points at, listed by
// the story from. It returns the best class that any candidate reaches and the
// candidates that reach it equally well, best first.
//
// A story never links to itself. A headline that names its own story, tags
// and all, leads to copies of it or nowhere; but another take of the story
// that lists it is a target like any other: a LEAD that lists the urgent is
// read to get to the urgent.
//
// Among versions the newest take wins, and where a headline names a take that
// is cut or close that very take does. When many stories carry one headline,
// as a daily summary does, those nearest in date to from are meant.
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

// reference is a headline to be resolved, folded once.
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

// rated is a candidate and how close it is, where that is a matter of degree.
type rated struct {
	*Candidate
	score float64
}

// class tells how c matches.
func (r *reference) class(c *Candidate) (Match, float64) {
	if r.head.Text == c.Headline.Text {
		return Exact, 1
	}
	key := Key(c.Headline.Title)
	same := key == r.key && key != ""
	switch {
	case same && sameTake(&r.head, &c.Headline):
		return Normalised, 1
	case r.self:
		return None, 0
	case same:
		return Version, 1
	case begins(r.key, key) || begins(key, r.key):
		return Cut, 1
	case !c.Headline.Standin && near(r.from.Date, c.Date, Days) && samePiece(&r.head, &c.Headline):
		if score := likeness(r.head.Title, c.Headline.Title); score > 0 {
			return Close, score
		}
	}
	return None, 0
}

// sameTake reports whether the tags of two headlines say the same.
func sameTake(a, b *story.Headline) bool { return a.Take == b.Take && a.Kind == b.Kind }

// samePiece reports whether two headlines may announce one piece of work: an
// analysis is not the report that it is about.
func samePiece(a, b *story.Headline) bool { return genre(a.Kind) == genre(b.Kind) }

func genre(k story.Kind) story.Kind {
	switch k {
	case story.Urgent, story.Lead, story.Correction, "":
		return story.Plain
	default:
		return k
	}
}

// leastStem is the length in runes of a cut headline that says enough to
// be found by.
const leastStem = 12

// begins reports whether key was cut short and is the beginning of whole.
// Han and Hangul say as much in half the characters.
func begins(key, whole string) bool {
	stem, cut := IsCut(key)
	if !cut {
		return false
	}
	n := 0
	for _, r := range stem {
		n++
		if dense(r) {
			n++
		}
	}
	full, _ := IsCut(whole)
	return n >= leastStem && len(full) >= len(stem) && strings.HasPrefix(full, stem) && utf8.ValidString(stem)
}

// near reports whether two dates are known and within days of each other.
func near(a, b story.Date, days int) bool {
	return a.Known() && b.Known() && apart(a, b) <= float64(days)
}

// apart is the distance of two dates in days; far when one is not known.
func apart(a, b story.Date) float64 {
	if !a.Known() || !b.Known() {
		return far
	}
	d := float64(a.Unix()-b.Unix()) / 86400
	return max(d, -d)
}

const far = 1 << 20
