package takes

import (
	"fmt"
	"reflect"
	"testing"

	"dateline/feed/story"
)

// numbered returns n prints that are not takes of one story.
func numbered(n int) (prints []*Print) {
	for i := range n {
		prints = append(prints, newPrint(&story.Story{
			Headline: story.Headline{Title: fmt.Sprintf("Word%c word%c%c", 'a'+i, 'b'+i, 'c'+i), Take: story.Take(i)},
			Date:     story.Date{Year: 2024, Month: 10, Day: 3},
		}))
	}
	return prints
}

// chain returns pairs that connect each of n prints with the next.
func chain(n int, weight uint8) (pairs []Pair) {
	for i := range n - 1 {
		pairs = append(pairs, Pair{A: i, B: i + 1, Why: Text, Weight: weight})
	}
	return pairs
}

func TestALongChainIsCutAtItsWeakestPair(t *testing.T) {
	pairs := chain(10, 100)
	pairs[3].Weight = 50
	want := [][]int{{0, 1, 2, 3}, {4, 5, 6, 7, 8, 9}}
	if got := Groups(numbered(10), pairs); !reflect.DeepEqual(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
}

func TestGroupsOfEightAreNotCut(t *testing.T) {
	want := [][]int{{0, 1, 2, 3, 4, 5, 6, 7}}
	if got := Groups(numbered(8), chain(8, 1)); !reflect.DeepEqual(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
}

func TestGroupsAreNotCutAtSurePairs(t *testing.T) {
	if got := Groups(numbered(12), chain(12, sure)); len(got) != 1 {
		t.Errorf("groups %v, want one", got)
	}
	if got := Groups(numbered(12), chain(12, sure-1)); len(got) == 1 {
		t.Error("a chain of unsure pairs is one group")
	}
}

func TestPrintsWithoutPairsAreGroups(t *testing.T) {
	want := [][]int{{0}, {1, 2}, {3}}
	if got := Groups(numbered(4), []Pair{{A: 2, B: 1, Why: Text, Weight: 9}}); !reflect.DeepEqual(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
}

func TestTenThousandCopiesAreOneGroup(t *testing.T) {
	prints := make([]*Print, 10_000)
	for i := range prints {
		prints[i] = newPrint(&story.Story{Headline: story.Headline{Title: "Board meets on harbor"}, Date: story.Date{Year: 2024, Month: 10, Day: 3}})
	}
	why, weight := Compare(prints[0], prints[1])
	if why != Copy {
		t.Fatalf("copies are takes because of %q", why)
	}
	if got := Groups(prints, chain(len(prints), weight)); len(got) != 1 {
		t.Errorf("%d groups", len(got))
	}
}
