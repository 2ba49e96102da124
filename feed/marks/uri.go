package marks

import (
	"net/url"
	"path/filepath"
	"strings"
)

// URI is the name of the SQLite database in the file at path, which may hold
// any character.
func URI(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath()
}
