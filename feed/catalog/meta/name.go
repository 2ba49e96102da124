package meta

import (
	"strings"

	"dateline/feed/notice"
	"dateline/feed/story"
)

// The beginnings of the keys of slugs and numbers in table keys. No key of a title has a NUL.
const (
	slugKey   = "\x00s"
	numberKey = "\x00n"
)

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

// NameKeys returns the keys of the slug and the number of a story.
func NameKeys(r *story.Row) (keys []string) {
	for _, key := range [...]string{SlugKey(r.Slug), NumberKey(r.Number)} {
		if key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}
