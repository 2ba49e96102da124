package fill

import (
	"strings"
	"sync"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/story"
)

// maxTitles bounds Titles.
const maxTitles = 20000

// Titles remembers what recent headlines are found by, for all Indexers of a scan:
// stories of the same time list the same headlines, and most headlines that a story
// lists are those of other stories. It is safe for concurrent use.
type Titles struct {
	mu   sync.Mutex
	keys map[string]titleKey
	refs map[string]*ref
}

// titleKey is the key of a title and the words by which similar titles are found.
type titleKey struct{ key, words string }

// ref is a related headline and what it is found by. It does not change.
type ref struct {
	text, title string
	packed      []byte // the headline
	hash        int64  // of its key
	titleKey
}

// NewTitles returns an empty Titles.
func NewTitles() *Titles {
	return &Titles{keys: map[string]titleKey{}, refs: map[string]*ref{}}
}

// key returns the key of a title.
func (t *Titles) key(title string) titleKey {
	t.mu.Lock()
	k, ok := t.keys[title]
	t.mu.Unlock()
	if ok {
		return k
	}
	key := meta.Key(title)
	k = titleKey{key, meta.Words(key)}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.keys) >= maxTitles {
		clear(t.keys)
	}
	t.keys[strings.Clone(title)] = k
	return k
}

// ref returns the ref of a related headline.
func (t *Titles) ref(h *story.Headline) *ref {
	t.mu.Lock()
	r := t.refs[h.Text]
	t.mu.Unlock()
	if r != nil && r.title == h.Title {
		return r
	}
	k := t.key(h.Title)
	r = &ref{
		text: strings.Clone(h.Text), title: strings.Clone(h.Title), packed: columns.PackHeadline(h), hash: meta.Hash(k.key), titleKey: k,
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.refs) >= maxTitles {
		clear(t.refs)
	}
	t.refs[r.text] = r
	return r
}
