package glance

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// tree returns a folder with n folders in it, and their packed records, which are sure.
func tree(tb testing.TB, n int) (root string, packed []byte) {
	tb.Helper()
	root = tb.TempDir()
	var log Log
	log.Reset()
	for i := range n {
		name := fmt.Sprintf("d%05d", i)
		if err := os.Mkdir(filepath.Join(root, name), 0o700); err != nil {
			tb.Fatal(err)
		}
		log.Enter(root, name, name).Done()
	}
	folders, _, ok := log.Folders()
	if !ok || len(folders) != n {
		tb.Fatal(len(folders), ok)
	}
	for _, f := range folders {
		f.Sure = true
	}
	return root, Pack(folders)
}

func TestASurveyReturnsTheFoldersThatDiffer(t *testing.T) {
	const n = 4*partLen + 3
	root, packed := tree(t, n)
	want := []int{0, partLen - 1, partLen, n - 1}
	for _, i := range want {
		if err := os.Chmod(filepath.Join(root, fmt.Sprintf("d%05d", i)), 0o711); err != nil { //nolint:gosec // a test
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(root, "d00007")); err != nil {
		t.Fatal(err)
	}
	want = append(want, 7)
	slices.Sort(want)
	for procs := range 4 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs + 1))
		differ, err := ask(t.Context(), root, packed, time.Now())
		var got []int
		for i, a := range differ {
			got = append(got, i)
			if (a.err != nil) != (i == 7) {
				t.Errorf("folder %d: %v", i, a.err)
			}
		}
		if slices.Sort(got); err != nil || !slices.Equal(got, want) {
			t.Errorf("%d processors: %v, %v; want %v", procs+1, got, err, want)
		}
	}
}

func TestTheFirstFolderThatIsNotTrustedIsNamed(t *testing.T) {
	root, packed := tree(t, 4*partLen)
	later := time.Now().Add(time.Hour)
	for i := partLen + 9; i < 4*partLen; i++ {
		if err := os.Chtimes(filepath.Join(root, fmt.Sprintf("d%05d", i)), later, later); err != nil {
			t.Fatal(err)
		}
	}
	for range 20 {
		err := Trust(t.Context(), root, packed)
		if _, ok := errors.AsType[*DistrustError](err); !ok || !strings.Contains(err.Error(), fmt.Sprintf("d%05d", partLen+9)) {
			t.Fatal(err)
		}
	}
}

func TestASurveyNeedsRecords(t *testing.T) {
	root, packed := tree(t, 2)
	for _, b := range [][]byte{nil, packed[:1], packed[:len(packed)-1], append([]byte{99}, packed[1:]...)} {
		if err := Trust(t.Context(), root, b); !errors.Is(err, ErrUnrecorded) {
			t.Errorf("%d bytes: %v", len(b), err)
		}
	}
}

func BenchmarkSurvey(b *testing.B) {
	root, packed := tree(b, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		if differ, err := ask(b.Context(), root, packed, time.Now()); err != nil || len(differ) > 0 {
			b.Fatal(len(differ), err)
		}
	}
}
