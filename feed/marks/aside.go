package marks

import (
	"strconv"

	"dateline/feed/sqlite"
)

// SetAside renames the file at path to a name that nothing has: "….damaged",
// else "….damaged.2" and so on. The files that belong to it go with it. It
// returns the new name. Only one process may do this at a time.
func SetAside(path string) (string, error) {
	aside := path + ".damaged"
	for n := 2; sqlite.Taken(aside); n++ {
		aside = path + ".damaged." + strconv.Itoa(n)
	}
	return aside, sqlite.Move(path, aside)
}
