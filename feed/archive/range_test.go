package archive

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// reads is a Source that is no Ranger.
type reads struct{ Source }

func TestARangeIsReadFromAnySource(t *testing.T) {
	root := t.TempDir()
	write(t, root, "in/a.txt", "The ferry sails.")
	write(t, root, "secret.txt", "secret")
	folder, single := open(t, filepath.Join(root, "in")), open(t, filepath.Join(root, "in", "a.txt"))
	for name, src := range map[string]Source{
		"folder": folder, "file": single, "text": Text("a.txt", []byte("The ferry sails.")),
		"fs": FS("a", "a", os.DirFS(filepath.Join(root, "in"))), "other": reads{folder},
	} {
		for _, c := range []struct {
			start, length int64
			want          string
		}{{4, 5, "ferry"}, {0, 100, "The ferry sails."}, {10, 100, "sails."}, {16, 1, ""}, {99, 1, ""}, {3, 0, ""}} {
			data, err := ReadRange(t.Context(), src, "a.txt", c.start, c.length)
			if err != nil || string(data) != c.want {
				t.Errorf("%s, %d bytes from %d: %q, %v", name, c.length, c.start, data, err)
			}
		}
		for _, path := range []string{"b.txt", "../secret.txt"} {
			if data, err := ReadRange(t.Context(), src, path, 0, 3); err == nil {
				t.Errorf("%s: %s is %q", name, path, data)
			}
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := ReadRange(ctx, src, "a.txt", 0, 3); err == nil {
			t.Errorf("%s: read after its context ended", name)
		}
	}
}
