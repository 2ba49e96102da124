package fill

import (
	"fmt"
	"strings"
	"time"

	"dateline/feed/story"
)

// LargeFile is the size of a file that may need so much memory that there is no room for
// another one, nor for a large page cache.
const LargeFile = 8 << 20

// File is a file as the catalog stores it, or a section of a large file, which has some of its
// stories: see SectionPath.
type File struct {
	Path    string
	Size    int64
	ModTime time.Time
	Inode   uint64 // 0: unknown
	Sure    bool   // a change would show in Size or ModTime
	Holds   bool   // it is an archive, and the files in it are files of the catalog
	Digest  []byte // of the content; empty when it could not be read
	Rules   string // name of the rules that made its rows; other rules may make other rows
	Docs    []Doc
	Doubts  []story.Doubt // about the file itself, of which no story has them
	Same    bool          // its stories have not changed: Docs and Doubts are ignored
}

// sectionMark is between the path of a large file and the number of a section. No path of a
// file has it.
const sectionMark = "//"

// SectionPath returns the path of section n, from 0, of the large file at path. Sections sort
// in their order.
func SectionPath(path string, n int) string { return fmt.Sprintf("%s%s%08d", path, sectionMark, n) }

// IsSection reports whether path is that of a section.
func IsSection(path string) bool { return strings.Contains(path, sectionMark) }

// fileOf returns the path of the file in which the stories at path are: path itself, or the
// file of a section.
func fileOf(path string) string {
	file, _, _ := strings.Cut(path, sectionMark)
	return file
}
