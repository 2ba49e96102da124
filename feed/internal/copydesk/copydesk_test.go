package copydesk

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestFSIsAFileSystem(t *testing.T) {
	if err := fstest.TestFS(FS(250), Path(0), Path(99), Path(100), Path(249)); err != nil {
		t.Fatal(err)
	}
}

func TestEveryFileOccursOnceAndIsAlwaysTheSame(t *testing.T) {
	const n = 3210
	found := 0
	err := fs.WalkDir(FS(n), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if path != Path(found) {
			t.Fatalf("file %d is %s, want %s", found, path, Path(found))
		}
		found++
		return nil
	})
	if err != nil || found != n {
		t.Fatalf("%d files, %v", found, err)
	}
	if !bytes.Equal(File(77), File(77)) || bytes.Equal(File(77), File(78)) {
		t.Error("file 77 is not always the same, or equals file 78")
	}
}

func TestStoriesAreTwoToFourKilobytes(t *testing.T) {
	size := 0
	for i := range 1000 {
		size += len(File(i))
	}
	if mean := size / 1000; mean < 2000 || mean > 4000 {
		t.Errorf("a story has %d bytes on average", mean)
	}
}

// firstSerial is the first file with a serial name.
const firstSerial = serialDays / 2 * perDay

func TestADayHasSerialNames(t *testing.T) {
	for i, want := range map[int]string{20: "002000315", 22: "002052315", 25: "002151315", 27: "002300315"} {
		if got := Path(firstSerial + i); got != "2000/01/13/AEN20000113"+want+".txt" {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if err := fstest.TestFS(FS(firstSerial+30), Path(firstSerial-1), Path(firstSerial), Path(firstSerial+29)); err != nil {
		t.Error(err)
	}
	if _, err := fs.Stat(FS(firstSerial+30), "2000/01/13/4.txt"); err == nil {
		t.Error("a file with a short name exists")
	}
}

func TestRelatedHeadlinesMeanStoriesThatBeganBefore(t *testing.T) {
	classes := map[string]int{}
	for i := range 3000 {
		text := string(File(i))
		for _, r := range RelatedOf(i) {
			classes[r.Class]++
			if (r.Story < 0) != (r.Class == "none") {
				t.Errorf("file %d lists %q, which is %s, of story %d", i, r.Text, r.Class, r.Story)
			}
			if r.Story >= i+perGroup {
				t.Errorf("file %d lists %q of story %d", i, r.Text, r.Story)
			}
			if strings.HasPrefix(text, "\xff\xfe") || strings.ContainsAny(text, "\x1b\u202e") || strings.Contains(text, r.Text) || strings.ContainsAny(r.Text, "’—…") {
				continue
			}
			t.Errorf("file %d does not have %q", i, r.Text)
		}
	}
	for _, c := range []string{"exact", "normalised", "version", "cut", "close", "none"} {
		if classes[c] < 300 {
			t.Errorf("%d related headlines are %s", classes[c], c)
		}
	}
}

func TestAmendmentsAndDriftBelongToTheirStories(t *testing.T) {
	n := map[Form]int{}
	for i := range 6000 {
		f := formOf(i)
		n[f]++
		switch {
		case f == Kill && (Title(i) != Title(i-1) || GroupOf(i) == GroupOf(i-1) || TruthOf(i).Amends != i-1):
			t.Errorf("file %d kills %q with %q", i, Title(i-1), Title(i))
		case f == Correction && (GroupOf(i) != GroupOf(i-1) || place(i) != place(i-1) || string(File(i)) == string(File(i-1))):
			t.Errorf("file %d corrects %q with %q", i, Title(i-1), Title(i))
		case f == Drift && Title(i) == shapeOf(GroupOf(i)).heads[0]:
			t.Errorf("file %d has the headline %q", i, Headline(i))
		}
	}
	for _, f := range Forms {
		if n[f] == 0 {
			t.Errorf("no file is %s", f)
		}
	}
}

// takesTo is the number of files whose takes are compared.
const takesTo = 6000

// sharedWords returns the share of the words of the shorter headline that the other has.
func sharedWords(a, b string) float64 {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

func TestTakesDifferAsRealOnesDo(t *testing.T) {
	pairs, apart, same, all := 0, 0, 0, 0
	for i := range takesTo {
		for j := i + 1; j < i+2*perGroup; j++ {
			if GroupOf(i) != GroupOf(j) || formOf(i) == Flash {
				continue
			}
			if pairs++; sharedWords(Title(i), Title(j)) < 0.6 {
				apart++
			}
			for _, p := range paragraphs(i) {
				if all++; slices.Contains(paragraphs(j), p) {
					same++
				}
			}
		}
	}
	t.Logf("%d pairs", pairs)
	if share := float64(apart) / float64(pairs); share < 0.19 || share > 0.27 {
		t.Errorf("%.2f of the pairs share under 0.6 of their headline's words, as 0.23 of real ones do", share)
	}
	if share := float64(same) / float64(all); share < 0.45 || share > 0.7 {
		t.Errorf("%.2f of the paragraphs are in another take", share)
	}
}

func TestOtherStoriesShareNoParagraphs(t *testing.T) {
	first := map[string]int{}
	for i := range takesTo {
		if s := shapeOf(GroupOf(i)); formulas[s] != nil || formOf(i) == Series || formOf(i) == Kill || s == &nextDay {
			continue
		}
		for _, p := range paragraphs(i) {
			if story, ok := first[p]; ok && story != GroupOf(i) && origin(story) != origin(GroupOf(i)) {
				t.Errorf("stories %d and %d have %q", story, GroupOf(i), p)
			}
			first[p] = GroupOf(i)
		}
	}
}

func BenchmarkFile(b *testing.B) {
	for i := range b.N {
		File(i)
	}
}
