package marks

import (
	"strconv"

	"dateline/feed/sqlite"
)

// SetAside renames the file at path, and the files that belong to it, to an unused
// name: "….damaged", else "….damaged.2" and so on. It returns the new name. Only one
// process may do this at a time.
func SetAside(path string) (string, error) {
	aside := path + ".damaged"
	for n := 2; sqlite.Taken(aside); n++ {
		aside = path + ".damaged." + strconv.Itoa(n)
	}
	return aside, sqlite.Move(path, aside)
}
