package feed_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestFilesOfAnyTimeAreReadOnce(t *testing.T) {
	files := map[string]string{"a.txt": "Ferry", "b.txt": "Lamps", "c.txt": "Pier", "d.txt": "Bell"}
	root := folder(t, files)
	for name, at := range map[string]time.Time{
		"a.txt": time.Unix(0, 0), "b.txt": time.Date(2300, 1, 1, 0, 0, 0, 0, time.UTC), "c.txt": time.Unix(-1, 0), "d.txt": time.Unix(1, 0),
	} {
		if err := os.Chtimes(filepath.Join(root, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	if p := scan(t, s); p.Read > 0 || p.Changed > 0 {
		t.Errorf("%+v", p)
	}
	if got := paths(all(t, s)); len(got) != 4 {
		t.Errorf("%q", got)
	}
}
