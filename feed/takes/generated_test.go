package takes

import (
	"cmp"
	"os"
	"slices"
	"strconv"
	"testing"

	"dateline/feed/internal/copydesk"
)

// generated is the prints of generated stories, and the files that they are in.
type generated struct {
	prints []*Print
	files  []int
}

// generate returns the prints of n generated files. Kills are no takes.
func generate(tb testing.TB, n int) (g generated) {
	tb.Helper()
	for i := range n {
		if copydesk.TruthOf(i).Form != copydesk.Kill {
			g.prints = append(g.prints, newPrint(parse(tb, copydesk.Path(i), copydesk.File(i))))
			g.files = append(g.files, i)
		}
	}
	return g
}

// most is the number of earlier stories with one probe that a story is compared with.
const most = 64

// pairs compares the prints that share a probe and are near in time.
func (g generated) pairs() (list []Pair, compared int) {
	order := indexes(len(g.prints))
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(g.prints[i].Day(), g.prints[j].Day()), Order(g.prints[i], g.prints[j]))
	})
	probed := map[Probe][]int{}
	shared := map[[2]int]int{} // sure probes count as two
	for _, i := range order {
		p := g.prints[i]
		for _, probe := range p.Probes(nil) {
			earlier := probed[probe]
			for _, j := range earlier[max(0, len(earlier)-most):] {
				days := p.Day() - g.prints[j].Day()
				if days > Days && !p.Corrects() || days > CorrectionDays {
					continue
				}
				weight := 1
				if probe.Sure() || p.IsBrief() || g.prints[j].IsBrief() {
					weight = 2
				}
				before := shared[[2]int{i, j}]
				shared[[2]int{i, j}] += weight
				if before >= 2 || before+weight < 2 {
					continue
				}
				compared++
				if why, weight := Compare(p, g.prints[j]); why != "" {
					list = append(list, Pair{A: i, B: j, Why: why, Weight: weight})
				}
			}
			probed[probe] = append(earlier, i)
		}
	}
	return list, compared
}

// same reports whether prints i and j are of one story.
func (g generated) same(i, j int) bool {
	return copydesk.GroupOf(g.files[i]) == copydesk.GroupOf(g.files[j])
}

// count returns how many pairs in groups are takes of one story and how many are not, and
// how many takes are in two groups.
func (g generated) count(groups [][]int) (right, wrong, missed int) {
	for _, members := range groups {
		for k, i := range members {
			for _, j := range members[:k] {
				if g.same(i, j) {
					right++
				} else {
					wrong++
				}
			}
		}
	}
	all := 0
	for i := range g.files {
		for j := max(0, i-200); j < i; j++ { // takes of one story are near each other
			if g.same(i, j) {
				all++
			}
		}
	}
	return right, wrong, all - right
}

// TestTakesOfGeneratedStoriesAreFound has 2,000 stories, or DATELINE_TEST_TAKES of them if that is
// in the environment. Precision is the share of the pairs in groups that are takes of one
// story, recall the share of those that are in groups.
func TestTakesOfGeneratedStoriesAreFound(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("DATELINE_TEST_TAKES"))
	g := generate(t, max(n, 2000))
	pairs, compared := g.pairs()
	right, wrong, missed := g.count(Groups(g.prints, pairs))
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	t.Logf("%d stories, %d compared with each: precision %.3f, recall %.3f", len(g.prints), compared/len(g.prints), precision, recall)
	if precision < 0.97 || recall < 0.95 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
}
