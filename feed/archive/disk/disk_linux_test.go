package disk

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestFileSystemsHaveProperties(t *testing.T) {
	for magic, want := range map[uint32]Info{
		0x6969: {Remote: true}, 0x65735546: {Remote: true, Unstable: true}, 0xff534d42: {Remote: true, Unstable: true},
		0x4d44: {Unstable: true}, 0xef53: {},
	} {
		if got := ofType(magic); got != want {
			t.Errorf("%#x: %+v", magic, got)
		}
	}
	if got := Of(filepath.Join(t.TempDir(), "missing")); got != (Info{}) {
		t.Errorf("a missing path: %+v", got)
	}
}

func TestHardLinksShareAnInodeNumber(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a", "b"} {
		if err := os.WriteFile(filepath.Join(root, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Link(filepath.Join(root, "a"), filepath.Join(root, "c")); err != nil {
		t.Skip("no hard links here:", err)
	}
	number := func(name string) uint64 {
		info, err := os.Stat(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		return Inode(info)
	}
	if a := number("a"); a == 0 || a != number("c") || a == number("b") {
		t.Errorf("a has %d, b %d, c %d", a, number("b"), number("c"))
	}
	if n := Inode(noSys{}); n != 0 {
		t.Errorf("a file without a number has %d", n)
	}
}

// noSys describes a file that is not on a disk.
type noSys struct{ fs.FileInfo }

func (noSys) Sys() any { return nil }

func TestOpenDirListsKindsInsideTheRoot(t *testing.T) {
	path := t.TempDir()
	if err := os.MkdirAll(filepath.Join(path, "a", "b"), 0o700); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	dir, err := OpenDir(root, "a")
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	list, err := dir.ReadDir(10)
	if err != nil || len(list) != 1 || list[0].Name() != "b" || !list[0].IsDir() {
		t.Errorf("%v, %v", list, err)
	}
	if _, err := dir.ReadDir(10); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
	for _, name := range []string{"..", "missing"} {
		if _, err := OpenDir(root, name); err == nil {
			t.Errorf("%s was opened", name)
		}
	}
}
