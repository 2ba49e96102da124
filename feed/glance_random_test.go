package feed_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feed"
)

// sureAfter is a time after which the times of a folder show later changes.
const sureAfter = 2100 * time.Millisecond

// tree is a folder that changes at random.
type tree struct {
	t    *testing.T
	root string
	seed uint64
	r    *rand.Rand
	s    *feed.Store
	n    int      // files written so far
	done []string // since the last comparison
}

func TestARefreshFindsWhatAScanFinds(t *testing.T) {
	var trees []*tree
	for seed := range uint64(48) {
		tr := &tree{t: t, root: t.TempDir(), seed: seed, r: rand.New(rand.NewPCG(seed, 1))} //nolint:gosec // a test
		for range 12 {
			tr.change()
		}
		tr.s = open(t, source(t, tr.root), dirs(t))
		scan(t, tr.s)
		tr.compare()
		trees = append(trees, tr)
	}
	for range 3 {
		time.Sleep(sureAfter)
		for _, tr := range trees {
			tr.refresh()
			for range 1 + tr.r.IntN(4) {
				tr.change()
			}
			if tr.r.IntN(2) == 0 {
				tr.refresh()
				tr.compare()
			}
		}
	}
	time.Sleep(sureAfter)
	for _, tr := range trees {
		tr.refresh()
		tr.compare()
	}
}

func (tr *tree) refresh() {
	if _, err := tr.s.Refresh(tr.t.Context(), nil); err != nil {
		tr.t.Fatal(err)
	}
}

// compare compares the rows of the store with those of a new one.
func (tr *tree) compare() {
	tr.t.Helper()
	whole := open(tr.t, source(tr.t, tr.root), feed.Dirs{})
	scan(tr.t, whole)
	scan(tr.t, whole) // the first scan of a catalog visits the links to a hidden folder in another order
	got, want := lines(tr.t, tr.s), lines(tr.t, whole)
	if !slices.Equal(got, want) {
		tr.t.Errorf("%d, after %s:\n%s\nwant\n%s", tr.seed, strings.Join(tr.done, ", "), strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	tr.done = nil
}

// lines returns the path and the headline of every story, by path.
func lines(t *testing.T, s *feed.Store) []string {
	t.Helper()
	var out []string
	for row, err := range s.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, row.Path+": "+row.Headline.Text)
	}
	slices.Sort(out)
	return out
}

// entries returns the paths of all entries of that kind, hidden ones too.
func (tr *tree) entries(folders bool) []string {
	var out []string
	_ = filepath.WalkDir(tr.root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() == folders {
			rel, _ := filepath.Rel(tr.root, path)
			out = append(out, rel)
		}
		return nil
	})
	return out
}

func (tr *tree) pick(folders bool) string {
	list := tr.entries(folders)
	if len(list) == 0 {
		return tr.write(tr.pick(true))
	}
	return list[tr.r.IntN(len(list))]
}

func (tr *tree) at(path string) string { return filepath.Join(tr.root, path) }

// name returns the path of an entry in a random folder.
func (tr *tree) name() string {
	names := []string{"a", "b", "c.txt", "d.txt", ".h", ".g", "x~"}
	return filepath.Join(tr.pick(true), names[tr.r.IntN(len(names))])
}

// write writes a new story into the folder dir and returns its path.
func (tr *tree) write(dir string) string {
	tr.n++
	path := filepath.Join(dir, fmt.Sprintf("s%d.txt", tr.r.IntN(9)))
	_ = os.Remove(tr.at(path))
	_ = os.WriteFile(tr.at(path), []byte(copyOf(fmt.Sprintf("Ferry %d sails", tr.n), "It sails.")), 0o600)
	if tr.r.IntN(2) == 0 { // each file has its own time, or even a scan would not find that it was replaced
		_ = os.Chtimes(tr.at(path), time.Time{}, time.Unix(int64(tr.n)*1e9, 0))
	}
	return path
}

// change changes one thing. Changes that fail change nothing.
func (tr *tree) change() {
	what := ""
	switch tr.r.IntN(11) {
	case 0, 1:
		what = "write " + tr.write(tr.pick(true))
	case 2:
		what = "folder " + tr.name()
		path := what[len("folder "):]
		_ = os.MkdirAll(tr.at(path), 0o700)
		tr.write(path)
	case 3:
		path := tr.pick(false)
		what = "remove " + path
		_ = os.Remove(tr.at(path))
	case 4:
		if path := tr.pick(true); path != "." {
			what = "remove folder " + path
			_ = os.RemoveAll(tr.at(path))
		}
	case 5, 6:
		from, to := tr.pick(tr.r.IntN(2) == 0), tr.name()
		what = "rename " + from + " to " + to
		if from != "." {
			_ = os.Rename(tr.at(from), tr.at(to))
		}
	case 7:
		from, to := tr.pick(false), tr.pick(false)
		what = "replace " + to + " by " + from
		_ = os.Rename(tr.at(from), tr.at(to))
	case 8, 9:
		target, to := tr.pick(tr.r.IntN(2) == 0), tr.name()
		rel, _ := filepath.Rel(filepath.Dir(tr.at(to)), tr.at(target))
		what = "link " + to + " to " + rel
		_ = os.Symlink(rel, tr.at(to))
	case 10:
		what = tr.addUnnoticed()
	}
	tr.done = append(tr.done, what)
}

// addUnnoticed writes a story and sets the time of its folder back.
func (tr *tree) addUnnoticed() string {
	dir := tr.pick(true)
	info, err := os.Stat(tr.at(dir))
	if err != nil {
		return ""
	}
	path := tr.write(dir)
	_ = os.Chtimes(tr.at(dir), time.Time{}, info.ModTime())
	return "set back " + path
}
