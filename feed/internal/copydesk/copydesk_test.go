package copydesk

import (
	"bytes"
	"io/fs"
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
	if got, want := Path(firstSerial+23), "2000/01/13/AEN20000113000023.txt"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if err := fstest.TestFS(FS(firstSerial+30), Path(firstSerial-1), Path(firstSerial), Path(firstSerial+29)); err != nil {
		t.Error(err)
	}
	if _, err := fs.Stat(FS(firstSerial+30), "2000/01/13/4.txt"); err == nil {
		t.Error("a file with a short name exists")
	}
}

func TestRelatedHeadlinesAreOfEarlierFiles(t *testing.T) {
	first := map[string]int{}
	for i := range 3000 {
		if h := Headline(i); first[h] == 0 {
			first[h] = i
		}
	}
	for i := range 3000 {
		for _, r := range related(i, newDice(i, 3)) {
			if j, ok := first[r]; ok && j > i { // a story may name itself
				t.Errorf("file %d lists %q of file %d", i, r, j)
			}
		}
	}
}

func TestAmendmentsAndDriftBelongToTheirStories(t *testing.T) {
	n := map[Form]int{}
	for i := range 3000 {
		f := formOf(i)
		n[f]++
		switch {
		case (f == Correction || f == Kill) && (Title(i) != Title(i-1) || place(i) != place(i-1)):
			t.Errorf("file %d amends %q with %q", i, Title(i-1), Title(i))
		case f == Drift && (Title(i) != Title(i-i%perGroup) || strings.HasSuffix(Headline(i), Title(i))):
			t.Errorf("file %d has the headline %q", i, Headline(i))
		}
	}
	for _, f := range Forms {
		if n[f] == 0 {
			t.Errorf("no file is %s", f)
		}
	}
}

func BenchmarkFile(b *testing.B) {
	for i := range b.N {
		File(i)
	}
}
