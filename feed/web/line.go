package web

import (
	"cmp"
	"context"
	"sort"

	"dateline/feed/catalog"
	"dateline/feed/story"
)

// Entry is a story of a time line.
type Entry struct {
	Row    story.Row
	Here   bool // the story whose line it is
	Reason Reason
	Weight float64 // of all that ties it to the entries that were there before it
}

// The bounds of a time line.
const (
	maxEntries  = 40
	maxExpanded = 5 // entries whose ties to other stories are looked up, …
	maxCompared = 3 // … and those for which words and stories that list both are
	minWeight   = 2 // of an entry
	minTies     = 2 // entries that a story is tied to, …
	freeEntries = 3 // … unless the line has fewer entries than that, or …
	strongTie   = 4 // … it is tied to the first as strongly as that
)

// Timeline returns the stories that belong to the same course of events as st, which is
// one of them, oldest first. A story with several takes is there once.
func Timeline(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]Entry, error) {
	l, err := newLine(ctx, cat, st)
	if err != nil {
		return nil, err
	}
	for n := l.here; n != nil; {
		l.members = append(l.members, n)
		if len(l.members) == maxEntries {
			break
		}
		if len(l.members) <= maxExpanded {
			if err := l.expand(ctx, n); err != nil {
				return nil, err
			}
		}
		if n, err = l.next(ctx); err != nil {
			return nil, err
		}
	}
	if err := l.stand(ctx, l.members); err != nil {
		return nil, err
	}
	return l.entries(), nil
}

// line is a time line that is being made: it grows from here, by the story with the
// strongest ties to its members.
type line struct {
	fold

	here    *node
	members []*node
	words   words          // of here
	cut     map[*node]bool // by the reader
}

func newLine(ctx context.Context, cat *catalog.Catalog, st *story.Story) (*line, error) {
	l := &line{fold: newFold(cat, st.Date), words: wordsOf(st), cut: map[*node]bool{}}
	var err error
	if l.here, err = l.open(ctx, st); err != nil {
		return nil, err
	}
	l.here.gain = 1
	return l, l.byHand(ctx)
}

// byHand reads what the reader put into the line and cut from it.
func (l *line) byHand(ctx context.Context) error {
	changes, err := l.cat.Lines(ctx, idsOf(l.here.takes)...)
	if err != nil {
		return err
	}
	for _, c := range changes {
		row, ok, err := l.cat.Row(ctx, c.Other)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if n := l.node(&row); n != l.here {
			n.joined, l.cut[n] = c.Joined, !c.Joined
		}
	}
	return nil
}

// next makes the story that joins the line next a member and returns it, nil if there is
// none.
func (l *line) next(ctx context.Context) (*node, error) {
	for {
		n := l.best()
		if n == nil {
			return nil, nil
		}
		known := n.column != nil
		if err := l.recurring(ctx, n); err != nil {
			return nil, err
		}
		if known || !n.recurs() {
			n.member, n.gain = true, l.gain(n)
			return n, nil
		}
	}
}

// best returns the story that joins the line next, as far as columns are known, and nil if
// there is none: what the reader put into it, then the story with the strongest ties, of
// equal ones the one nearest in time.
func (l *line) best() *node {
	var best *node
	for _, n := range l.nodes {
		if n.weight = l.weigh(n); l.joins(n) && (best == nil || l.compare(n, best) < 0) {
			best = n
		}
	}
	return best
}

// gain returns how much the ties to n, a new member, count: as much as those to here if a
// list ties it to here, half as much as those to the member that it is tied to else.
func (l *line) gain(n *node) float64 {
	if n.joined {
		return 1
	}
	gain := 0.0
	for m, t := range n.ties {
		share := m.gain * min(1, t.weight(n, m)/listWeight)
		if m != l.here {
			share /= 2
		}
		gain = max(gain, share)
	}
	return gain
}

// weigh returns the weight of all ties of n to members; a member keeps its own.
func (l *line) weigh(n *node) float64 {
	if n == l.here || n.member {
		return n.weight
	}
	var sum float64
	for m, t := range n.ties {
		sum += m.gain * t.weight(n, m)
	}
	return sum
}

// joins reports whether n may join the line.
func (l *line) joins(n *node) bool {
	switch {
	case n == l.here || n.member || l.cut[n]:
		return false
	case n.joined, n.ties[l.here] != nil && n.ties[l.here].notice:
		return true
	}
	tied := 0
	for m, t := range n.ties {
		switch w := t.weight(n, m); {
		case m == l.here && w >= strongTie:
			return true
		case m.gain*w > 0:
			tied++
		}
	}
	return n.weight >= minWeight && (tied >= minTies || l.gaining() < freeEntries)
}

// gaining returns the number of members that are no roundups.
func (l *line) gaining() (n int) {
	for _, m := range l.members {
		if m.gain > 0 {
			n++
		}
	}
	return n
}

func (l *line) compare(a, b *node) int {
	joined := func(n *node) int {
		if n.joined {
			return 0
		}
		return 1
	}
	at := l.here.row.Date.Unix()
	return cmp.Or(
		cmp.Compare(joined(a), joined(b)),
		cmp.Compare(b.weight, a.weight),
		cmp.Compare(distance(a, at), distance(b, at)),
		inListOrder(a.row, b.row),
	)
}

// distance returns the seconds between a story and a moment.
func distance(n *node, at int64) int64 {
	d := n.row.Date.Unix() - at
	return max(d, -d)
}

// entries returns the members as they are shown.
func (l *line) entries() []Entry {
	entries := make([]Entry, len(l.members))
	for i, n := range l.members {
		entries[i] = Entry{Row: n.row, Here: n == l.here, Reason: l.reason(n), Weight: n.weight}
	}
	sort.Slice(entries, func(i, j int) bool { return inListOrder(entries[j].Row, entries[i].Row) < 0 })
	return entries
}
