package feed_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// storm creates, changes, moves and removes files and folders of root at random.
func storm(tb testing.TB, root string, r *rand.Rand, n int) {
	tb.Helper()
	dir := func() string {
		path := root
		for range r.IntN(4) {
			path = filepath.Join(path, fmt.Sprintf("d%d", r.IntN(3)))
		}
		return path
	}
	file := func() string { return filepath.Join(dir(), fmt.Sprintf("f%d.txt", r.IntN(6))) }
	for i := range n {
		// Errors are ignored: not every operation is possible every time.
		switch r.IntN(10) {
		case 0:
			_ = os.Rename(dir(), dir())
		case 1:
			if d := dir(); d != root && r.IntN(3) == 0 {
				_ = os.RemoveAll(d)
			}
		case 2:
			_ = os.Rename(file(), file())
		case 3:
			_ = os.Remove(file())
		default:
			f := file()
			_ = os.MkdirAll(filepath.Dir(f), 0o755)
			_ = os.WriteFile(f, []byte(copyOf(fmt.Sprintf("Story %d is told", i), "It is told.")), 0o600)
		}
		if r.IntN(20) == 0 {
			time.Sleep(time.Duration(r.IntN(150)) * time.Millisecond)
		}
	}
}

func TestTheCatalogMatchesTheFilesAfterAStorm(t *testing.T) {
	t.Parallel()
	for seed := range uint64(feedtest.Rounds(1, 4)) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			root := folder(t, map[string]string{"d0/d1/f0.txt": copyOf("Ferry sails", "It sails.")})
			s := open(t, source(t, root), dirs(t))
			w := watch(t, s)
			storm(t, root, rand.New(rand.NewPCG(seed, 5)), 500)
			var want []string
			err := source(t, root).Walk(t.Context(), func(e archive.Entry) error {
				want = append(want, e.Path)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			w.shows(s, want...)
			fresh := open(t, source(t, root), dirs(t))
			scan(t, fresh)
			rows := all(t, fresh)
			w.until("the content of the files", func() bool { return slices.EqualFunc(all(t, s), rows, sameRow) })
		})
	}
}
