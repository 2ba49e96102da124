package feed

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Dirs are dateline's own folders. If a path is empty, its data is not kept after
// Close.
type Dirs struct{ Cache, State string }

// UserDirs returns the folders of the user: dateline in $XDG_CACHE_HOME and $XDG_STATE_HOME. If
// these are not set, they are cache and state in %LocalAppData%\dateline on Windows, and elsewhere
// ~/.cache/dateline and ~/.local/state/dateline. A path that is not absolute is ignored, as the
// XDG specification requires.
func UserDirs() Dirs { return userDirs(runtime.GOOS) }

func userDirs(system string) Dirs {
	if local := os.Getenv("LocalAppData"); system == "windows" && local != "" {
		own := filepath.Join(local, "dateline")
		return Dirs{
			Cache: cmp.Or(xdgDir("XDG_CACHE_HOME"), filepath.Join(own, "cache")),
			State: cmp.Or(xdgDir("XDG_STATE_HOME"), filepath.Join(own, "state")),
		}
	}
	return Dirs{
		Cache: cmp.Or(xdgDir("XDG_CACHE_HOME"), homeDir(".cache")),
		State: cmp.Or(xdgDir("XDG_STATE_HOME"), homeDir(".local", "state")),
	}
}

// xdgDir returns the folder in that of an environment variable, or "".
func xdgDir(variable string) string {
	if dir := os.Getenv(variable); filepath.IsAbs(dir) {
		return filepath.Join(dir, "dateline")
	}
	return ""
}

// homeDir returns the folder below the home folder, or "" if there is none.
func homeDir(below ...string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, filepath.Join(below...), "dateline")
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
