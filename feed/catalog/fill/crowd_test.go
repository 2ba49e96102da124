package fill_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/feedtest"
	"dateline/feed/intake"
	"dateline/feed/scan"
)

// crowdFiles returns n stories of five days that share headlines, places and most of their words,
// so that far more than are compared with each other have the same probes. Some are corrections.
func crowdFiles(n int) []fill.File {
	dice := rand.New(rand.NewPCG(9, 9))
	words := strings.Fields("ferry pier harbor council storm captain repair timber cable ticket island morning engine anchor lantern")
	pick := func(n int) string {
		some := make([]string, n)
		for i := range some {
			some[i] = words[dice.IntN(len(words))]
		}
		return strings.Join(some, " ")
	}
	files := make([]fill.File, n)
	x := fill.NewIndexer(fill.NewTitles())
	for i := range files {
		tag := [...]string{"", "", "", "", "(LEAD) ", "(2nd LD) ", "(CORRECTED) "}[dice.IntN(7)]
		day := 1 + dice.IntN(5)
		if tag == "(CORRECTED) " {
			day += dice.IntN(20)
		}
		text := fmt.Sprintf("%sHarbor report on the %s\n\nOSTMERE, Oct. %d, 2024 (Meridian) -- The harbor reports on the %s. The %s of the %s, and %d of %s.\n(END)\n",
			tag, words[dice.IntN(3)], day, pick(2), pick(8), pick(12), dice.IntN(4), pick(10))
		path := fmt.Sprintf("%03d.txt", i)
		f := fill.File{Path: path, Digest: fmt.Appendf(nil, "%016d", i)}
		for _, st := range scan.Parse(intake.File{Path: path, Data: []byte(text)}) {
			f.Docs = append(f.Docs, x.Doc(st))
		}
		files[i] = f
	}
	return files
}

func TestTakesOfACrowdAreTheSameInWhateverOrderTheyCome(t *testing.T) {
	const n = 400
	c := catalogtest.At(t, "")
	catalogtest.Put(t, c, crowdFiles(n)...)
	want, _ := groupsOf(t, c)
	if len(want) < 10 {
		t.Fatalf("%d groups", len(want))
	}
	for seed := range uint64(feedtest.Rounds(3, 20)) {
		c := catalogtest.At(t, "")
		putInAnyOrder(t, c, crowdFiles(n), rand.New(rand.NewPCG(seed, 3)))
		groups, _ := groupsOf(t, c)
		if !slices.Equal(groups, want) {
			t.Errorf("seed %d: groups %v\nwant %v", seed, without(groups, want), without(want, groups))
		}
	}
}

func TestRowsOfACrowdCloseRanks(t *testing.T) {
	files := crowdFiles(400)
	for seed := range uint64(feedtest.Rounds(2, 10)) {
		dice := rand.New(rand.NewPCG(seed, 4))
		dice.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		c, fewer := catalogtest.At(t, ""), catalogtest.At(t, "")
		catalogtest.Put(t, c, slices.Clone(files)...)
		keep := 60 + dice.IntN(200)
		catalogtest.Put(t, fewer, slices.Clone(files[:keep])...)
		for gone := files[keep:]; len(gone) > 0; {
			n := min(1+dice.IntN(40), len(gone))
			var paths []string
			for _, f := range gone[:n] {
				paths = append(paths, f.Path)
			}
			if _, err := c.Remove(t.Context(), paths); err != nil {
				t.Fatal(err)
			}
			gone = gone[n:]
		}
		groups, _ := groupsOf(t, c)
		want, _ := groupsOf(t, fewer)
		if !slices.Equal(groups, want) {
			t.Errorf("seed %d: groups %v\nwant %v", seed, without(groups, want), without(want, groups))
		}
	}
}
