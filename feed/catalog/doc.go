package catalog

import (
	"hash/fnv"
	"strings"
	"time"

	"dateline/feed/link"
	"dateline/feed/story"
)

// File is what the catalog keeps of a file.
type File struct {
	Path    string
	Size    int64
	ModTime time.Time
	Inode   uint64 // 0: unknown
	Sure    bool   // a change would show in Size or ModTime
	Digest  []byte // of the content; empty when it could not be read
	Rules   string // names what its rows are made by: another name, perhaps other rows
	Docs    []Doc
	Same    bool // the stories are as they were: Docs is not looked at
}

// Doc is a story as the catalog takes it in. An Indexer makes it.
type Doc struct {
	row    story.Row
	doubts []story.Doubt
	key    string
	words  string
	refs   []ref
	text   text
	values []value
}

// ref is a related headline and what it is found by.
type ref struct {
	head  story.Headline
	hash  int64
	key   string
	words string
}

// Doc makes what the catalog keeps of s.
func (x *Indexer) Doc(s *story.Story) Doc {
	key := rowKey(s.Headline.Title)
	d := Doc{row: story.NewRow(s), doubts: s.Doubts, key: key, words: words(key)}
	seen := map[string]bool{}
	for _, r := range s.Related {
		if r.Text == "" || seen[r.Text] {
			continue
		}
		seen[r.Text] = true
		d.refs = append(d.refs, x.ref(r.Headline))
	}
	d.text, d.values = x.text(s, &d.row), valuesOf(&d.row)
	return d
}

// mostRefsKept bounds Indexer.refs.
const mostRefsKept = 20000

// ref folds a related headline, if it was not met lately: stories of a time
// list the same ones.
func (x *Indexer) ref(h story.Headline) ref {
	if r, ok := x.refs[h.Text]; ok && r.head.Title == h.Title {
		return r
	}
	if len(x.refs) > mostRefsKept {
		clear(x.refs)
	}
	key := rowKey(h.Title)
	r := ref{head: h, hash: hash(key), key: key, words: words(key)}
	x.refs[h.Text] = r
	return r
}

// longest is the length in bytes of the longest key that is kept; nobody
// tells two headlines apart by what comes later.
const longest = 400

// rowKey is the key of a title as tables keep it.
func rowKey(title string) string {
	key := link.Key(title)
	if len(key) <= longest {
		return key
	}
	return strings.ToValidUTF8(key[:longest], "")
}

func words(key string) string { return strings.Join(link.Index(key), " ") }

// hash is that of a key, for tables that need not keep the key itself.
func hash(key string) int64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(key))
	return int64(h.Sum64() >> 1)
}

// stamp is a time as tables keep it.
func stamp(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

func unstamp(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n)
}
