package copydesk

import (
	"os"
	"path/filepath"
	"time"
)

// Write writes the first n files below root, each with a time on its day.
func Write(root string, n int) error {
	last := ""
	for i := range n {
		path := filepath.Join(root, filepath.FromSlash(Path(i)))
		if dir := filepath.Dir(path); dir != last {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			last = dir
		}
		if err := os.WriteFile(path, File(i), 0o600); err != nil {
			return err
		}
		at := day(i).Add(9 * time.Hour)
		if err := os.Chtimes(path, at, at); err != nil {
			return err
		}
	}
	return nil
}
