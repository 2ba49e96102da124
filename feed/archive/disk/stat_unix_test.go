//go:build linux || darwin

package disk

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestTheTimesOfAFolderChangeWithItsNames(t *testing.T) {
	root := t.TempDir()
	before, device, err := Lstat(root)
	if err != nil || before.Inode == 0 || device == 0 || before.Mod.After(time.Now()) {
		t.Fatalf("%+v on %d: %v", before, device, err)
	}
	time.Sleep(20 * time.Millisecond)
	if err := os.WriteFile(filepath.Join(root, "a"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	after, _, _ := Lstat(root)
	if after.Mod == before.Mod || after.Change == before.Change || after.Inode != before.Inode {
		t.Errorf("%+v became %+v", before, after)
	}
	if err := os.Chtimes(root, time.Time{}, time.Unix(before.Mod.Sec, before.Mod.Nsec)); err != nil {
		t.Fatal(err)
	}
	if back, _, _ := Lstat(root); back.Mod != before.Mod || back.Change == before.Change {
		t.Errorf("a time that was set back does not show: %+v, %+v", before, back)
	}
}

func TestOnlyFoldersAreLookedAt(t *testing.T) {
	root := t.TempDir()
	path := filepath.Join(root, "link")
	if err := os.Symlink(root, path); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Lstat(path); !errors.Is(err, ErrNotFolder) {
		t.Errorf("a link: %v", err)
	}
	if _, _, err := Lstat(filepath.Join(root, "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
	if dir, err := OpenFolder(path); err == nil {
		_ = dir.Close()
		t.Error("a link was opened")
	}
}

func TestTimesAreComparedByNanosecond(t *testing.T) {
	at := time.Unix(100, 5)
	for when, want := range map[Time]bool{{100, 6}: true, {101, 0}: true, {100, 5}: false, {99, 999}: false} {
		if when.After(at) != want {
			t.Errorf("%v after %v is not %v", when, at, want)
		}
	}
}
