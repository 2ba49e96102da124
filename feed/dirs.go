package feed

import (
	"crypto/sha256"
	"encoding/base32"
	"os"
	"path/filepath"
	"strings"
)

// Dirs are dateline's own folders. If a path is empty, its data is not kept after
// Close.
type Dirs struct{ Cache, State string }

// UserDirs returns the folders of the user, by the XDG specification on every
// system: $XDG_CACHE_HOME or ~/.cache, $XDG_STATE_HOME or ~/.local/state. A path
// that is not absolute is ignored, as the specification requires.
func UserDirs() Dirs {
	return Dirs{
		Cache: userDir("XDG_CACHE_HOME", ".cache"),
		State: userDir("XDG_STATE_HOME", ".local", "state"),
	}
}

func userDir(variable string, below ...string) string {
	if dir := os.Getenv(variable); filepath.IsAbs(dir) {
		return filepath.Join(dir, "dateline")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(append(append([]string{home}, below...), "dateline")...)
}

// ownDir returns the folder in dir for the archive with that key, or "" if nothing is
// kept.
func ownDir(dir, key string) string {
	if dir == "" || key == "" {
		return ""
	}
	return filepath.Join(dir, "archives", nameOf(key))
}

// nameOf returns the name of the archive with that key.
func nameOf(key string) string {
	sum := sha256.Sum256([]byte(key))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10]))
}
