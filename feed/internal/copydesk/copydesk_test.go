package copydesk

import (
	"bytes"
	"io/fs"
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

func BenchmarkFile(b *testing.B) {
	for i := range b.N {
		File(i)
	}
}
