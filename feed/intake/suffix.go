package intake

import (
	"path"
	"strings"
)

// name returns the path of f without the suffix that a compressed file adds to the name of
// the file in it.
func (f File) name() string { return withoutSuffix(f.Path) }

func withoutSuffix(name string) string {
	switch suffix := path.Ext(name); strings.ToLower(suffix) {
	case ".gz", ".bz2", ".xz", ".zst":
		return strings.TrimSuffix(name, suffix)
	}
	return name
}
