//go:build !linux

package disk

import (
	"errors"
	"io"
	"os"
)

// listed is the number of names that List reads at a time.
const listed = 4096

// List calls yield with the name of every entry of dir. It stops at the first error.
func List(dir *os.File, yield func(name []byte, inode uint64, kind Kind) error) error {
	for {
		names, err := dir.Readdirnames(listed)
		for _, name := range names {
			if err := yield([]byte(name), 0, Unknown); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
