package fill

import (
	"slices"
	"sort"

	"dateline/feed/takes"
)

// maxBetween is the most rows with a probe that lie between two rows which are compared because
// both have it. Of 10,000 copies each finds enough.
const maxBetween = 31

// probed is a row of a window and one of its probes, as one number that sorts by the probe:
// its higher bits, of which the first says that it is sure, and the index of the row.
type probed uint64

const rowBits = 20 // for a window of up to a million rows

func newProbed(probe takes.Probe, row int) probed {
	return probed(probe)>>rowBits<<rowBits | probed(row)
}

func (p probed) row() int { return int(p & (1<<rowBits - 1)) }

// shares reports whether two rows have the same probe, or probes that begin alike.
func (p probed) shares(o probed) bool { return p>>rowBits == o>>rowBits }

// crowd finds the rows of a window that are compared with each other: those that share probes as
// takes do, are near enough in time, and have few others with such a probe between them. Which
// these are depends on the rows alone, not on which are fresh.
type crowd struct {
	window
	all    []probed // ordered, so that those with one probe are together, the latest first
	places []int32  // in all, of the probes of each row
	begins []int    // in places, of each row, and the end
	seen   []int    // for each row: met or found of the last row that shares a probe with it
}

func newCrowd(w window) *crowd {
	c := &crowd{window: w, all: make([]probed, 0, 16*len(w.rows)), begins: make([]int, 0, len(w.rows)+1), seen: make([]int, len(w.rows))}
	var probes []takes.Probe
	for i := range w.rows {
		probes = w.rows[i].sample.Probes(probes[:0])
		for _, p := range probes {
			c.all = append(c.all, newProbed(p, i))
		}
		c.begins = append(c.begins, len(c.all)) // for now the ends
	}
	slices.Sort(c.all)
	c.places = make([]int32, len(c.all))
	for at, p := range slices.Backward(c.all) {
		i := p.row()
		c.begins[i]--
		c.places[c.begins[i]] = int32(at)
	}
	c.begins = append(c.begins, len(c.all))
	return c
}

// candidates calls yield once with each row that row i is compared with and that comes after it.
func (c *crowd) candidates(i int, yield func(j int)) {
	met, found := 2*i+2, 2*i+3
	for _, at := range c.places[c.begins[i]:c.begins[i+1]] {
		sure := takes.Probe(c.all[at]).Sure() || c.rows[i].brief
		c.near(int(at), func(j int) {
			switch {
			case c.seen[j] == found || j == i: // two probes of a row may begin alike
			case sure || c.seen[j] == met || c.rows[j].brief:
				c.seen[j] = found
				yield(j)
			default:
				c.seen[j] = met
			}
		})
	}
}

// found reports whether the last call of candidates was for row i and yielded row j.
func (c *crowd) found(i, j int) bool { return c.seen[j] == 2*i+3 }

// near calls yield with the rows that share the probe at a place and are near enough to its row.
func (c *crowd) near(at int, yield func(j int)) {
	a := &c.rows[c.all[at].row()]
	next := at + 1
	for ; next < len(c.all) && next <= at+1+maxBetween; next++ {
		j := c.all[next].row()
		if !c.all[next].shares(c.all[at]) || a.day-c.rows[j].day > takes.Days {
			break
		}
		yield(j)
	}
	if a.sample.Corrects() {
		c.nearCorrection(at, yield)
	}
}

// nearCorrection calls yield with the rows that share the probe at a place and are so much older
// than its row that only a correction is a take of them. Between the two count the rows that are
// near the older one and other corrections: those are read with it, whichever is fresh.
func (c *crowd) nearCorrection(at int, yield func(j int)) {
	a := &c.rows[c.all[at].row()]
	from, corrections := at+1, 0
	for next := at + 1; next < len(c.all) && c.all[next].shares(c.all[at]); next++ {
		j := c.all[next].row()
		b := &c.rows[j]
		if a.day-b.day > takes.CorrectionDays {
			return
		}
		for ; c.rows[c.all[from].row()].day-b.day > takes.Days; from++ {
			if c.rows[c.all[from].row()].sample.Corrects() {
				corrections++
			}
		}
		if corrections > maxBetween {
			return
		}
		if a.day-b.day > takes.Days && corrections+next-from <= maxBetween {
			yield(j)
		}
	}
}

// around calls yield with the rows for which it counts that a row has been removed: where more
// than maxBetween others had its probe, those after it, and of a correction those before it.
func (c *crowd) around(r gone, yield func(id int64)) {
	row := &printed{id: r.id, sample: r.sample}
	place := sort.Search(len(c.rows), func(i int) bool { return c.rows[i].compare(row) >= 0 })
	for _, p := range r.sample.Probes(nil) {
		own := newProbed(p, place)
		at, _ := slices.BinarySearch(c.all, own)
		lo, hi := at, at
		for lo > 0 && at-lo <= maxBetween && c.all[lo-1].shares(own) {
			lo--
		}
		for hi < len(c.all) && hi-at <= maxBetween && c.all[hi].shares(own) {
			hi++
		}
		if hi-lo <= maxBetween {
			continue
		}
		for _, q := range c.all[at:hi] {
			yield(c.rows[q.row()].id)
		}
		if !r.sample.Corrects() {
			continue
		}
		for _, q := range c.all[lo:at] {
			yield(c.rows[q.row()].id)
		}
	}
}
