package revision

import (
	"dateline/feed/diff"
	"dateline/feed/story"
)

// Span is a piece of the text of a block. Start and End are byte offsets.
type Span struct {
	Block      int // counted from 0
	Start, End int
}

// New returns the pieces of the body of cur that are new by d, in order.
func New(d *diff.Diff, cur *story.Story) []Span {
	var spans []Span
	for i := range d.Changes {
		if ch := &d.Changes[i]; ch.Kind != diff.Same && ch.Kind != diff.Gone {
			spans = appendNew(spans, ch, cur)
		}
	}
	return spans
}

// between stands between the texts of blocks in the runs of a change.
const between = "\n\n"

// appendNew appends the new pieces of one change.
func appendNew(spans []Span, ch *diff.Change, cur *story.Story) []Span {
	k, start := 0, 0 // the block of ch, and where it starts in the text of all
	at := 0
	for _, r := range ch.Runs {
		if r.Of == diff.Old {
			continue
		}
		from, to := at, at+len(r.Text)
		for at = to; k < len(ch.New); k++ {
			size := len(cur.Body[ch.New[k]].Text)
			if a, b := max(0, from-start), min(to-start, size); r.Of == diff.New && a < b {
				spans = append(spans, Span{ch.New[k], a, b})
			}
			if to <= start+size+len(between) {
				break
			}
			start += size + len(between)
		}
	}
	return spans
}
