package takes

import (
	"cmp"
	"slices"
	"sort"
)

// Pair is two takes of one story, as indexes of prints.
type Pair struct {
	A, B   int
	Why    Why
	Weight uint8
}

// maxUncut is the number of takes of a group that is never cut.
const maxUncut = 8

// Groups returns the groups of prints: those that pairs connect. A group of more than eight
// whose oldest and newest take are no takes of one story is cut at its weakest pair, and so are
// its parts, but not at a pair that is sure. Pairs that are Joined come first; two prints that
// are Cut are never in one group. Each group has the indexes of its prints in
// order; a print without a pair is a group of its own. The groups do not depend on the order
// of prints and pairs.
func Groups(prints []*Print, pairs []Pair) [][]int {
	f := newForest(prints)
	pairs = f.strongest(pairs)
	for _, p := range pairs {
		if p.Why == Cut {
			f.cuts = append(f.cuts, p)
		}
	}
	for _, p := range pairs {
		if p.Why != Cut && !f.apart(f.first(p.A), f.first(p.B)) {
			f.join(p)
		}
	}
	var groups [][]int
	for i := range prints {
		if f.up[i] == i {
			groups = f.cut(groups, f.trees[i])
		}
	}
	sort.Slice(groups, func(i, j int) bool { return groups[i][0] < groups[j][0] })
	return groups
}

// tree is a group, as two groups that one pair joins. A group of one print has no halves.
type tree struct {
	halves         [2]*tree
	weight         uint8 // of the pair, the weakest of the group
	oldest, newest int
	size           int
}

// forest is the groups while they are joined, the strongest pairs first.
type forest struct {
	prints []*Print
	rank   []int   // the places of the prints in the order of Order
	up     []int   // leads from each print to the first of its group
	trees  []*tree // of the first prints of groups
	cuts   []Pair
}

// apart reports whether a reader has cut the groups of two first prints apart.
func (f *forest) apart(a, b int) bool {
	for _, p := range f.cuts {
		x, y := f.first(p.A), f.first(p.B)
		if x == a && y == b || x == b && y == a {
			return true
		}
	}
	return false
}

func newForest(prints []*Print) *forest {
	n := len(prints)
	f := &forest{prints: prints, rank: make([]int, n), up: make([]int, n), trees: make([]*tree, n)}
	order := make([]int, n)
	for i := range order {
		order[i], f.up[i] = i, i
		f.trees[i] = &tree{oldest: i, newest: i, size: 1}
	}
	sort.SliceStable(order, func(i, j int) bool { return Order(prints[order[i]], prints[order[j]]) < 0 })
	for place, i := range order {
		f.rank[i] = place
	}
	return f
}

// strongest returns pairs in order, the strongest first. What decides between equal ones is
// in their prints.
func (f *forest) strongest(pairs []Pair) []Pair {
	pairs = slices.Clone(pairs)
	for i := range pairs {
		if p := &pairs[i]; f.rank[p.A] > f.rank[p.B] {
			p.A, p.B = p.B, p.A
		}
	}
	sort.Slice(pairs, func(i, j int) bool {
		p, q := pairs[i], pairs[j]
		return cmp.Or(cmp.Compare(given(q), given(p)), cmp.Compare(q.Weight, p.Weight), cmp.Compare(f.rank[p.A], f.rank[q.A]), cmp.Compare(f.rank[p.B], f.rank[q.B])) < 0
	})
	return pairs
}

// given returns 1 for a pair that a reader has joined.
func given(p Pair) int {
	if p.Why == Joined {
		return 1
	}
	return 0
}

// first returns the first print of the group of print i.
func (f *forest) first(i int) int {
	for f.up[i] != i {
		f.up[i] = f.up[f.up[i]]
		i = f.up[i]
	}
	return i
}

// join joins the groups of a pair.
func (f *forest) join(p Pair) {
	a, b := f.first(p.A), f.first(p.B)
	if a == b {
		return
	}
	if f.trees[a].size < f.trees[b].size {
		a, b = b, a
	}
	x, y := f.trees[a], f.trees[b]
	t := &tree{halves: [2]*tree{x, y}, weight: p.Weight, oldest: x.oldest, newest: x.newest, size: x.size + y.size}
	if f.rank[y.oldest] < f.rank[t.oldest] {
		t.oldest = y.oldest
	}
	if f.rank[y.newest] > f.rank[t.newest] {
		t.newest = y.newest
	}
	f.up[b], f.trees[a] = a, t
}

// cut appends the groups that t is cut into.
func (f *forest) cut(groups [][]int, t *tree) [][]int {
	waiting := []*tree{t}
	for len(waiting) > 0 {
		t, waiting = waiting[len(waiting)-1], waiting[:len(waiting)-1]
		if f.holds(t) {
			groups = append(groups, t.members())
			continue
		}
		waiting = append(waiting, t.halves[:]...)
	}
	return groups
}

// holds reports whether t stays one group.
func (f *forest) holds(t *tree) bool {
	if t.size <= maxUncut || t.weight >= sure {
		return true
	}
	why, _ := Compare(f.prints[t.oldest], f.prints[t.newest])
	return why != ""
}

// members returns the prints of t in order.
func (t *tree) members() []int {
	var list []int
	for waiting := []*tree{t}; len(waiting) > 0; {
		t, waiting = waiting[len(waiting)-1], waiting[:len(waiting)-1]
		if t.size == 1 {
			list = append(list, t.oldest)
			continue
		}
		waiting = append(waiting, t.halves[:]...)
	}
	slices.Sort(list)
	return list
}
