package meta

import (
	"encoding/binary"
	"hash/fnv"
	"strings"
	"time"

	"dateline/feed/link"
)

// maxKey is the length in bytes at which a key is cut. Headlines do not differ only
// after that.
const maxKey = 400

// Key returns the key of a title as tables store it.
func Key(title string) string {
	key := link.Key(title)
	if len(key) <= maxKey {
		return key
	}
	return strings.ToValidUTF8(key[:maxKey], "")
}

// Words returns the words of a key by which similar headlines are found.
func Words(key string) string { return strings.Join(link.Index(key), " ") }

// Hash returns the hash of a key, for tables that do not store the key itself.
func Hash(key string) int64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(key))
	return int64(h.Sum64() >> 1)
}

// Stem returns key without its ellipsis.
func Stem(key string) string {
	stem, _ := link.IsCut(key)
	return strings.TrimSpace(stem)
}

// Stamp returns a time as tables store it.
func Stamp(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

// Unstamp undoes Stamp.
func Unstamp(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n)
}

// Pack returns a list of ids as a blob, 8 bytes each.
func Pack(ids []int64) []byte {
	b := make([]byte, 0, 8*len(ids))
	for _, id := range ids {
		b = binary.BigEndian.AppendUint64(b, uint64(id))
	}
	return b
}

// Unpack undoes Pack.
func Unpack(b []byte) []int64 {
	ids := make([]int64, 0, len(b)/8)
	for ; len(b) >= 8; b = b[8:] {
		ids = append(ids, int64(binary.BigEndian.Uint64(b)))
	}
	return ids
}
