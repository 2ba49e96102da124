package marks

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
)

// SetAside gives the file at path, whatever it is, a name that nothing has:
// "….damaged", else "….damaged.2" and so on. What belongs to the file goes with
// it. It returns the new name. Callers see to it that only one does it.
func SetAside(path string) (string, error) {
	aside := path + ".damaged"
	for n := 2; taken(aside); n++ {
		aside = path + ".damaged." + strconv.Itoa(n)
	}
	// The file itself is last: a log that stayed behind would be read into
	// the next file of this name.
	for _, end := range ends {
		if err := os.Rename(path+end, aside+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("set the marks aside: %w", err)
		}
	}
	return aside, nil
}

// ends are those of the names of a database's files.
var ends = []string{"-wal", "-shm", ""}

func taken(path string) bool {
	for _, end := range ends {
		if _, err := os.Lstat(path + end); !errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return false
}
