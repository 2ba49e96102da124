package fill

import (
	"time"

	"dateline/feed/catalog/meta"
	"dateline/feed/story"
)

// File is a file as the catalog stores it.
type File struct {
	Path    string
	Size    int64
	ModTime time.Time
	Inode   uint64 // 0: unknown
	Sure    bool   // a change would show in Size or ModTime
	Digest  []byte // of the content; empty when it could not be read
	Rules   string // name of the rules that made its rows; other rules may make other rows
	Docs    []Doc
	Same    bool // its stories have not changed: Docs is ignored
}

// Doc is a story as the catalog stores it. An Indexer makes it.
type Doc struct {
	row    story.Row
	span   story.Range // its bytes in the file
	doubts []story.Doubt
	key    string
	words  string
	refs   []ref
	text   text
	values []meta.Value
}

// ref is a related headline and the keys by which it is found.
type ref struct {
	head  story.Headline
	hash  int64
	key   string
	words string
}
