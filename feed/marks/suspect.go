package marks

import (
	"errors"
	"os"
)

// suspect records that the marks at path are damaged, so that the next Open finds that out
// although it does not read all of them. Unsuspect removes that.
func suspect(path string) { _ = os.WriteFile(path+".suspect", nil, 0o600) }

func unsuspect(path string) error {
	if err := os.Remove(path + ".suspect"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func suspected(path string) bool {
	_, err := os.Lstat(path + ".suspect")
	return err == nil
}
