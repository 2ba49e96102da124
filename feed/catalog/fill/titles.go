package fill

import (
	"slices"
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
	packed      []byte  // see columns.PackRelated
	hash        int64   // of its key
	others      []int64 // the hashes of its meta.TargetKeys
	titleKey
}

// NewTitles returns an empty Titles.
func NewTitles() *Titles {
	return &Titles{keys: map[string]titleKey{}, refs: map[string]*ref{}}
}

// key returns the key of a title.
func (t *Titles) key(title string) titleKey {
	if k, ok := t.known(title); ok {
		return k
	}
	return t.add(strings.Clone(title))
}

// known returns the key of a title if t remembers it.
func (t *Titles) known(title string) (k titleKey, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	k, ok = t.keys[title]
	return k, ok
}

// add makes the key of a title and remembers both.
func (t *Titles) add(title string) titleKey {
	key := meta.Key(title)
	k := titleKey{key, meta.Words(key)}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.keys) >= maxTitles {
		clear(t.keys)
	}
	t.keys[title] = k
	return k
}

// ref returns the ref of a related headline. It remembers those that say nothing but the
// headline.
func (t *Titles) ref(related *story.Related) *ref {
	if related.Target != (story.Target{}) {
		return t.newRef(related)
	}
	h := &related.Headline
	t.mu.Lock()
	r := t.refs[h.Text]
	t.mu.Unlock()
	if r != nil && r.title == h.Title {
		return r
	}
	r = t.newRef(related)
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.refs) >= maxTitles {
		clear(t.refs)
	}
	t.refs[r.text] = r
	return r
}

// newRef makes the ref of a related headline.
func (t *Titles) newRef(related *story.Related) *ref {
	h := &related.Headline
	r := &ref{text: strings.Clone(h.Text), packed: columns.PackRelated(related)}
	if strings.HasSuffix(r.text, h.Title) {
		r.title = r.text[len(r.text)-len(h.Title):]
	} else {
		r.title = strings.Clone(h.Title)
	}
	k, ok := t.known(r.title)
	if !ok {
		k = t.add(r.title)
	}
	r.titleKey, r.hash = k, meta.Hash(k.key)
	for _, key := range meta.TargetKeys(&related.Target) {
		if hash := meta.Hash(key); hash != r.hash && !slices.Contains(r.others, hash) {
			r.others = append(r.others, hash)
		}
	}
	return r
}
