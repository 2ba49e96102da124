package takes

import (
	"bytes"
	"cmp"
)

// Order compares two takes of one story in the order in which they were written: by take,
// then by date and version, then by length, because stories grow. A correction comes after the take that it names, or after all if it names
// none; a repeat comes last. Order is 0 only if a and b are equal.
func Order(a, b *Print) int {
	if r := cmp.Or(
		cmp.Compare(bit(a, repeat), bit(b, repeat)),
		cmp.Compare(a.place(), b.place()),
		cmp.Compare(correcting(a), correcting(b)),
		cmp.Compare(bit(a, resent), bit(b, resent)),
		cmp.Compare(a.unix, b.unix),
		cmp.Compare(a.version(), b.version()),
		cmp.Compare(a.size, b.size),
		cmp.Compare(a.copied, b.copied),
	); r != 0 {
		return r
	}
	var room [2][512]byte
	return bytes.Compare(a.Pack(room[0][:0]), b.Pack(room[1][:0]))
}

func bit(p *Print, f flags) int { return int(p.flags & f) }

func correcting(p *Print) int {
	if p.Corrects() {
		return 1
	}
	return 0
}

// place returns the place of p among the takes.
func (p *Print) place() int {
	if p.Corrects() && p.take == 1 {
		return maxTake + 1
	}
	return int(p.take)
}

// Newest returns the index of the take that stands for its group: the last one in the
// order of Order that is no repeat. If all are repeats, it is the last of them. It
// returns -1 for no prints.
func Newest(prints []*Print) int {
	newest := -1
	for i, p := range prints {
		if newest < 0 || newer(p, prints[newest]) {
			newest = i
		}
	}
	return newest
}

func newer(p, q *Print) bool {
	if r := cmp.Compare(bit(p, repeat), bit(q, repeat)); r != 0 {
		return r < 0
	}
	return Order(p, q) > 0
}
