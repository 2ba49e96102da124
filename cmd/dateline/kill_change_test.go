package main

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"dateline/feed/feedtest"
)

// desk changes the files of an archive: it writes, edits, moves and deletes them.
type desk struct {
	t     *testing.T
	r     *rand.Rand
	root  string
	files []string
	made  int // the number of new names
}

func newDesk(t *testing.T, r *rand.Rand, root string) *desk {
	t.Helper()
	d := &desk{t: t, r: r, root: root}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			d.files = append(d.files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// change makes n changes.
func (d *desk) change(n int) {
	d.t.Helper()
	for range n {
		i := d.r.IntN(len(d.files))
		at := d.files[i]
		switch d.r.IntN(4) {
		case 0:
			d.check(os.Remove(at))
			d.files = append(d.files[:i], d.files[i+1:]...)
		case 1:
			to := d.newPath()
			d.check(os.Rename(at, to))
			d.files[i] = to
		case 2: // the text of another story under a new headline
			d.write(at)
		case 3:
			to := d.newPath()
			d.write(to)
			d.files = append(d.files, to)
		}
	}
}

// newPath returns a path that no file had before.
func (d *desk) newPath() string {
	d.made++
	dir := filepath.Join(d.root, "new", strconv.Itoa(d.made%7))
	d.check(os.MkdirAll(dir, 0o755))
	return filepath.Join(dir, strconv.Itoa(d.made)+".txt")
}

// write writes a story to path.
func (d *desk) write(path string) {
	data, err := os.ReadFile(d.files[d.r.IntN(len(d.files))])
	d.check(err)
	d.made++
	headline := "Pier " + strconv.Itoa(d.made) + " counts its boats\n"
	d.check(os.WriteFile(path, append([]byte(headline), data...), 0o600))
}

func (d *desk) check(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Error(err)
	}
}

func TestACatalogSurvivesKillsWhileFilesChange(t *testing.T) {
	feedtest.Slow(t)
	t.Parallel()
	h, r := newHome(t, stories/2), random(t)
	d := newDesk(t, r, h.archive)
	for i := range kills {
		d.change(r.IntN(12))
		program := "index"
		if i%2 == 0 {
			program = "watch"
		}
		changing := make(chan struct{})
		seed := rand.New(rand.NewPCG(r.Uint64(), 0))
		d.r = seed
		go func() {
			defer close(changing)
			for range 3 {
				time.Sleep(time.Duration(seed.Int64N(int64(longest / 4))))
				d.change(seed.IntN(4))
			}
		}()
		h.runKilled(t, program == "index", time.Duration(r.Int64N(int64(longest))), program)
		<-changing
	}
	t.Logf("count: %d kills of index and of readers while files change", kills)
	h.run(t, "index")
	undisturbed := h.other(t)
	undisturbed.run(t, "index")
	sameCatalog(t, portrait(t, h.catalog(t), content), portrait(t, undisturbed.catalog(t), content))
	checkIntegrity(t, h.catalog(t))
	sameAnswers(t, h, undisturbed)
}
