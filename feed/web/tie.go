package web

import (
	"slices"
	"strings"

	"dateline/feed/link"
	"dateline/feed/locale"
	"dateline/feed/story"
)

// The weights of what ties two stories. All but a listed headline and a
// correction weigh half if the
// stories are more than nearDays apart.
const (
	listWeight     = 3
	noticeWeight   = 3
	slugWeight     = 3
	togetherWeight = 2
	nearDays       = 7
	minTogether    = 2 // stories that list both
)

// tie is what ties a story to a member of a line.
type tie struct {
	listed   bool // the member lists it
	lists    bool // it lists the member
	notice   bool // one corrects or kills the other
	slug     bool
	together int      // the number of stories that list both
	words    []string // that both have
	like     float64  // 1 to 2 if they have words in common
}

// weight returns the weight of t, a tie of n to m.
func (t *tie) weight(n, m *node) float64 {
	var w, other float64
	if t.listed || t.lists {
		w = listWeight
	}
	if t.notice {
		w += noticeWeight
	}
	if n.recurs() || m.recurs() {
		return w
	}
	if t.slug {
		other += slugWeight
	}
	if t.together >= minTogether {
		other += togetherWeight
	}
	if other += t.like; distance(n, m.row.Date.Unix()) > nearDays*86400 {
		other /= 2
	}
	return w + other
}

// recurs reports whether the headline of n is that of a column.
func (n *node) recurs() bool { return n.column != nil && *n.column }

// Kind is the kind of a Reason, a word that does not change.
type Kind string

// The kinds of reasons.
const (
	Open     Kind = ""         // it is the open story
	Joined   Kind = "joined"   // by the reader
	Corrects Kind = "corrects" // or kills the other
	Notice   Kind = "notice"   // it is corrected or killed by the other
	Listed   Kind = "listed"   // by the other
	Lists    Kind = "lists"    // the other
	SameSlug Kind = "slug"     // as the other
	Together Kind = "together" // several stories list both
	Shares   Kind = "shares"   // words with the other
)

// Reason says why a story is in a time line: what ties it to the open story, else to
// another entry.
type Reason struct {
	Kind    Kind
	With    *story.Row // the other entry; nil if it is the open story
	Stories int        // that list both
	Words   []string   // that both have
}

// shownWords is the number of words in the text of a Reason.
const shownWords = 3

// String returns the reason in words.
func (r Reason) String() string {
	other := locale.T("this story")
	if r.With != nil {
		other = r.With.Headline.Title
	}
	switch r.Kind {
	case Joined:
		return locale.T("added by hand")
	case Corrects:
		return locale.F("corrects or kills %s", other)
	case Notice:
		return locale.F("corrected or killed by %s", other)
	case Listed:
		return locale.F("listed by %s", other)
	case Lists:
		return locale.F("lists %s", other)
	case SameSlug:
		return locale.F("same slug as %s", other)
	case Together:
		return locale.F("listed with %s by %d stories", other, r.Stories)
	case Shares:
		words := strings.Join(r.Words[:min(len(r.Words), shownWords)], ", ")
		if r.With != nil {
			return locale.F("shares %s with %s", words, other)
		}
		return locale.F("shares %s", words)
	case Open:
	}
	return ""
}

// reason returns why n is in the line.
func (l *line) reason(n *node) Reason {
	if n == l.here {
		return Reason{}
	}
	if n.joined {
		return Reason{Kind: Joined}
	}
	if t := n.ties[l.here]; t != nil && t.weight(n, l.here) > 0 {
		return t.reason(n)
	}
	var with *node
	for _, m := range l.members {
		if t := n.ties[m]; t != nil && (with == nil || m.gain*t.weight(n, m) > with.gain*n.ties[with].weight(n, with)) {
			with = m
		}
	}
	r := n.ties[with].reason(n)
	r.With = &with.row
	return r
}

// reason returns what weighs most in t, a tie of n.
func (t *tie) reason(n *node) Reason {
	switch {
	case t.notice && link.Corrects(&n.row):
		return Reason{Kind: Corrects}
	case t.notice:
		return Reason{Kind: Notice}
	case t.listed:
		return Reason{Kind: Listed}
	case t.lists:
		return Reason{Kind: Lists}
	case t.slug:
		return Reason{Kind: SameSlug}
	case t.together >= minTogether && t.like < togetherWeight:
		return Reason{Kind: Together, Stories: t.together}
	}
	return Reason{Kind: Shares, Words: slices.Clone(t.words)}
}
