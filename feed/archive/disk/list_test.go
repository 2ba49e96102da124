package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestAListingHasEveryNameOnce(t *testing.T) {
	root := t.TempDir()
	var want []string
	for i := range 3000 {
		name := fmt.Sprintf("%d-%s", i, strings.Repeat("x", i%200))
		want = append(want, name)
		if err := os.WriteFile(filepath.Join(root, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dir, err := OpenFolder(root)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	var got []string
	err = List(dir, func(name []byte, _ uint64, _ Kind) error {
		got = append(got, string(name))
		return nil
	})
	slices.Sort(got)
	slices.Sort(want)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%d names, want %d; %v", len(got), len(want), err)
	}
}

func TestAListingHasKindsAndInodes(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("listings have only names on this system")
	}
	root := t.TempDir()
	err := errors.Join(
		os.WriteFile(filepath.Join(root, "file"), nil, 0o600),
		os.Mkdir(filepath.Join(root, "folder"), 0o700),
		os.Symlink("file", filepath.Join(root, "link")),
	)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := OpenFolder(root)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	want := map[string]Kind{"file": File, "folder": Other, "link": Link}
	_ = List(dir, func(name []byte, inode uint64, kind Kind) error {
		info, err := os.Lstat(filepath.Join(root, string(name)))
		if err != nil || inode != Inode(info) || kind != want[string(name)] {
			t.Errorf("%s has inode %d and kind %d; %v", name, inode, kind, err)
		}
		return nil
	})
}

func TestAListingStopsAtTheFirstError(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a", "b"} {
		if err := os.WriteFile(filepath.Join(root, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dir, err := OpenFolder(root)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	n, stop := 0, errors.New("stop")
	if err := List(dir, func([]byte, uint64, Kind) error { n++; return stop }); !errors.Is(err, stop) || n != 1 {
		t.Errorf("%d names, %v", n, err)
	}
}
