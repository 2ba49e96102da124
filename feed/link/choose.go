package link

import (
	"cmp"
	"sort"

	"dateline/feed/story"
)

// choose returns the best of the candidates of class m and those that are equally good,
// whatever their date, nearest first.
func (r *reference) choose(m Match, found []rated) []story.ID {
	if len(found) == 0 {
		return nil
	}
	sort.SliceStable(found, func(i, j int) bool {
		a, b := found[i], found[j]
		return cmp.Or(
			cmp.Compare(b.score, a.score),
			cmp.Compare(reach(a.days), reach(b.days)),
			cmp.Compare(r.takeRank(m, a), r.takeRank(m, b)),
			cmp.Compare(a.days, b.days),
			cmp.Compare(a.unix, b.unix),
			cmp.Compare(a.Path, b.Path),
		) < 0
	})
	top := found[0]
	var ids []story.ID
	for _, c := range found {
		if c.score == top.score && r.takeRank(m, c) == r.takeRank(m, top) && len(ids) < maxTargets {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// reach returns a distance in days in coarse steps: two stories a day apart are equally
// good, but one from last month is worse.
func reach(d float64) int {
	switch {
	case d <= 3:
		return 0
	case d <= 31:
		return 1
	case d < far:
		return 2
	}
	return 3
}

// takeRank orders takes: the one that the headline names, then the newest. A
// headline without a tag names none, unless its title is the same and no tag of a take
// is on the other.
func (r *reference) takeRank(m Match, c rated) int {
	switch m {
	case Version:
		if sameTake(&r.head, &c.Headline) {
			return -1 << 20
		}
	case Cut, Close:
		if r.head.Text != r.head.Title && sameTake(&r.head, &c.Headline) {
			return -1 << 20
		}
	default:
		return 0
	}
	return -int(c.Headline.Take)
}
