package glance

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline/feed/archive/disk"
)

// fake is a Catalog of a few files.
type fake struct {
	names           map[string][]byte
	paths           []string
	unsure, dropped []string
}

func (f *fake) Names(_ context.Context, path string) ([]byte, error) { return f.names[path], nil }
func (f *fake) Unsure(context.Context, int) ([]string, error)        { return f.unsure, nil }
func (f *fake) Dropped(context.Context, int) ([]string, error)       { return f.dropped, nil }
func (f *fake) PathsIn(_ context.Context, _, after string, _ int) ([]string, error) {
	i, found := slices.BinarySearch(f.paths, after)
	if found {
		i++
	}
	return f.paths[i:], nil
}

// recorded returns the record of the folder root and a catalog that agrees with it.
func recorded(t *testing.T, root string) ([]*Folder, *fake) {
	t.Helper()
	var log Log
	log.Reset()
	in := log.Enter(root, "", ".")
	dir, err := disk.OpenFolder(root)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	c := &fake{}
	err = disk.List(dir, func(name []byte, inode uint64, kind disk.Kind) error {
		in.Add(name, inode, kind)
		c.paths = append(c.paths, string(name))
		return nil
	})
	in.Done()
	slices.Sort(c.paths)
	folders, _, ok := log.Folders()
	if err != nil || !ok || len(folders) != 1 {
		t.Fatal(folders, ok, err)
	}
	c.names = map[string][]byte{"": folders[0].Names}
	folders[0].Names = nil
	return folders, c
}

// files returns a folder of n files.
func files(t *testing.T, n int) string {
	t.Helper()
	root := t.TempDir()
	for i := range n {
		if err := os.WriteFile(filepath.Join(root, fmt.Sprintf("f%04d", i)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestOnlyTheNamesThatDifferInALargeFolderAreNamed(t *testing.T) {
	root := files(t, fewNames+1)
	known, c := recorded(t, root)
	err := errors.Join(os.WriteFile(filepath.Join(root, "new"), nil, 0o600), os.Remove(filepath.Join(root, "f0007")))
	if err != nil {
		t.Fatal(err)
	}
	changes, err := Compare(t.Context(), root, Pack(known), c)
	if err != nil || !slices.Equal(changes.Paths, []string{"new", "f0007"}) || !changes.Renewed {
		t.Fatalf("%+v, %v", changes, err)
	}
	c.names[""] = changes.Folders[0].Names
	c.paths = append(slices.DeleteFunc(c.paths, func(p string) bool { return p == "f0007" }), "new")
	again, err := Compare(t.Context(), root, Pack(changes.Folders), c)
	if err != nil || len(again.Paths) > 0 {
		t.Errorf("again: %+v, %v", again, err)
	}
}

func TestUnsureFilesAreNamedAndDroppedOnesIfAFolderDiffers(t *testing.T) {
	root := files(t, fewNames+1)
	known, c := recorded(t, root)
	c.unsure, c.dropped = []string{"f0001", "gone/f"}, []string{"f0002"}
	changes, err := Compare(t.Context(), root, Pack(known), c)
	if err != nil || !slices.Equal(changes.Paths, []string{"f0001"}) {
		t.Errorf("%+v, %v", changes, err)
	}
	time.Sleep(20 * time.Millisecond)
	if err := os.WriteFile(filepath.Join(root, ".hidden"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	changes, err = Compare(t.Context(), root, Pack(known), c)
	if err != nil || !slices.Equal(changes.Paths, []string{"f0002", "f0001"}) {
		t.Errorf("%+v, %v", changes, err)
	}
}

func TestTooManyChangesAreRefused(t *testing.T) {
	root := files(t, 1)
	known, c := recorded(t, root)
	c.unsure = slices.Repeat([]string{"f0000"}, MaxPaths)
	if _, err := Compare(t.Context(), root, Pack(known), c); !errors.Is(err, ErrMany) {
		t.Error(err)
	}
	c.unsure = nil
	if err := os.Chmod(root, 0o711); err != nil { //nolint:gosec // a test
		t.Fatal(err)
	}
	if _, err := Compare(t.Context(), root, Pack(known), c); !errors.Is(err, ErrMany) {
		t.Errorf("the mode of the archive's folder: %v", err)
	}
}
