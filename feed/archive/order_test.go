package archive

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline/feed/archive/names"
)

func TestTheLatestFilesComeFirstWhereNamesAreNotDated(t *testing.T) {
	root := t.TempDir()
	then := time.Now().Add(-time.Hour)
	for i, p := range []string{"sport/x9.txt", "sport/a1b.txt", "politics/2031-03-14.txt", "politics/2031-03-15.txt", "law/abc.txt"} {
		write(t, root, p, "x")
		at := then.Add(time.Duration(-i) * time.Minute)
		if err := os.Chtimes(filepath.Join(root, p), at, at); err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range []string{"law", "sport", "politics"} {
		at := then.Add(time.Duration(-i) * time.Minute)
		if err := os.Chtimes(filepath.Join(root, p), at, at); err != nil {
			t.Fatal(err)
		}
	}
	src := open(t, root)
	want := []string{"law/abc.txt", "sport/x9.txt", "sport/a1b.txt", "politics/2031-03-15.txt", "politics/2031-03-14.txt"}
	for _, n := range []Newest{src.(Newest), watching(t, src).(Newest)} {
		var got []string
		if err := n.Newest(t.Context(), func(e Entry) error { got = append(got, e.Path); return nil }); err != nil {
			t.Fatal(err)
		}
		same(t, got, want...)
	}
}

func TestALargeFolderYieldsSomeFilesEarlyAndEachFileOnce(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	const n = batch + 3*early
	for i := range n {
		// Hard links are faster to create than files.
		name := filepath.Join(root, fmt.Sprintf("x%xy", i*7919%n))
		if i%16 > 0 {
			if err := os.Link(filepath.Join(root, fmt.Sprintf("x%xy", (i-i%16)*7919%n)), name); err != nil {
				t.Skip("no hard links here:", err)
			}
			continue
		}
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Unix(1e9+int64(i*104729%n), 0)
		if err := os.Chtimes(name, at, at); err != nil {
			t.Fatal(err)
		}
	}
	src := open(t, root)
	list := listing(t, src)
	if len(list) != n || !slices.IsSortedFunc(list, names.Compare) {
		t.Errorf("a walk yields %d files, or not in order", len(list))
	}
	seen, last := map[string]bool{}, time.Now()
	err := src.(Newest).Newest(t.Context(), func(e Entry) error {
		// Some come before all names are known, some before all times are known.
		if len(seen) == early || len(seen) == 2*early {
			last = time.Now()
		}
		if e.ModTime.After(last) {
			t.Errorf("%s comes too late", e.Path)
		}
		seen[e.Path], last = true, e.ModTime
		return nil
	})
	if err != nil || len(seen) != n {
		t.Errorf("%d files, %v", len(seen), err)
	}
	stop := errors.New("stop")
	for _, most := range []int{0, early, 2 * early} {
		n := 0
		err := src.(Newest).Newest(t.Context(), func(Entry) error {
			if n++; n > most {
				return stop
			}
			return nil
		})
		if !errors.Is(err, stop) || n != most+1 {
			t.Errorf("an error after %d files ends the walk after %d: %v", most, n, err)
		}
	}
}
