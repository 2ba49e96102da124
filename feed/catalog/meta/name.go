package meta

import (
	"encoding/binary"
	"slices"
	"strings"

	"dateline/feed/link"
	"dateline/feed/notice"
	"dateline/feed/story"
)

// The beginnings of the keys in table keys that are of no title. No key of a title has a NUL.
// After the last five comes a hash.
const (
	slugKey   = "\x00s"
	numberKey = "\x00n"
	uidKey    = "\x00u"
	urlKey    = "\x00a"
	fileKey   = "\x00f"
	pathKey   = "\x00p" // in no table but refkeys
	oldKey    = "\x00r"
)

// hashed returns the key of a value of a kind, "" for none.
func hashed(kind, value string) string {
	if value == "" {
		return ""
	}
	return string(binary.BigEndian.AppendUint64([]byte(kind), uint64(LongHash(value))))
}

// UIDKey returns the key by which stories are found that have an identifier.
func UIDKey(uid string) string { return hashed(uidKey, uid) }

// URLKey returns the key by which stories are found that have an address.
func URLKey(url string) string { return hashed(urlKey, url) }

// ReplacesKey returns the key by which the stories are found that were made from one with an
// identifier.
func ReplacesKey(uid string) string { return hashed(oldKey, uid) }

// FileKey returns the key by which pages are found whose path has the same link.Base.
func FileKey(path string) string { return hashed(fileKey, link.Base(path)) }

// TargetKeys returns the keys of what a link names, none if it names nothing. Links to one
// story have the same first key, but if they name it in different ways.
func TargetKeys(t *story.Target) (keys []string) {
	if *t == (story.Target{}) {
		return nil
	}
	keys = []string{UIDKey(t.UID), URLKey(t.URL)}
	for _, path := range [...]string{t.Path, t.Name} {
		if path != "" {
			keys = append(keys, hashed(pathKey, path), FileKey(path))
		}
	}
	return slices.DeleteFunc(keys, func(key string) bool { return key == "" })
}

// RefKey returns the hash by which links to one story are counted together: that of the
// first of TargetKeys, or else that of the key of the headline.
func RefKey(r *story.Related) int64 {
	if keys := TargetKeys(&r.Target); len(keys) > 0 {
		return Hash(keys[0])
	}
	return Hash(Key(r.Title))
}

// SlugKey returns the key by which stories are found that have a slug; "" for none.
func SlugKey(slug string) string {
	if key := notice.SlugKey(slug); key != "" {
		return slugKey + key
	}
	return ""
}

// NumberKey returns the key by which stories are found that have the number of a message.
func NumberKey(number string) string {
	if number == "" || len(number) > maxKey {
		return ""
	}
	return numberKey + strings.ToLower(number)
}

// NameKeys returns the keys of what a story is named by, each once: slug, number,
// identifiers, addresses, what it was made from and, of a page, its file.
func NameKeys(r *story.Row) (keys []string) {
	add := func(key string) {
		if key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	add(SlugKey(r.Slug))
	add(NumberKey(r.Number))
	for _, uid := range r.UIDs {
		add(UIDKey(uid))
	}
	for _, url := range r.URLs {
		add(URLKey(url))
	}
	add(ReplacesKey(r.Replaces))
	if link.IsPage(r.Path) {
		add(FileKey(r.Path))
	}
	return keys
}
