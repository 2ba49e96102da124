package meta

import (
	"encoding/binary"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

	"dateline/feed/link"
	"dateline/feed/story"
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
func Words(key string) string {
	var room [24]string // enough for most titles
	return strings.Join(link.AppendIndex(room[:0], key), " ")
}

// Hash returns the hash of a key, for tables that do not store the key itself: 47 bits, which
// SQLite stores in six bytes.
func Hash(key string) int64 { return LongHash(key) >> 16 }

// LongHash returns a hash of a key for what has to be told apart by it alone.
func LongHash(key string) int64 { return int64(xxhash.Sum64String(key) >> 1) }

// Stem returns key without its ellipsis.
func Stem(key string) string {
	stem, _ := link.IsCut(key)
	return strings.TrimSpace(stem)
}

// Stamp returns a time as tables store it: nanoseconds since 1970 if they fit into 64
// bits, else a blob of seconds and nanoseconds. The zero time, of a file that has none,
// is an empty blob.
func Stamp(t time.Time) any {
	if t.IsZero() {
		return []byte{}
	}
	if n := t.UnixNano(); time.Unix(0, n).Equal(t) {
		return n
	}
	b := binary.BigEndian.AppendUint64(make([]byte, 0, stampLen), uint64(t.Unix()))
	return binary.BigEndian.AppendUint32(b, uint32(t.Nanosecond()))
}

// stampLen is the length of the blob of a time.
const stampLen = 12

// Unstamp undoes Stamp. It returns the zero time for a value that it cannot read.
func Unstamp(v any) time.Time {
	switch v := v.(type) {
	case int64:
		return time.Unix(0, v)
	case []byte:
		if len(v) == stampLen {
			return time.Unix(int64(binary.BigEndian.Uint64(v)), int64(binary.BigEndian.Uint32(v[8:])))
		}
	}
	return time.Time{}
}

// Pack returns a list of ids as a blob, 8 bytes each.
func Pack(ids []int64) []byte {
	b := make([]byte, 0, 8*len(ids))
	for _, id := range ids {
		b = AppendID(b, id)
	}
	return b
}

// AppendID appends id to a list of Pack.
func AppendID(b []byte, id int64) []byte { return binary.BigEndian.AppendUint64(b, uint64(id)) }

// Unpack undoes Pack.
func Unpack(b []byte) []int64 {
	ids := make([]int64, 0, len(b)/8)
	for ; len(b) >= 8; b = b[8:] {
		ids = append(ids, int64(binary.BigEndian.Uint64(b)))
	}
	return ids
}

// PackRange returns a range as tables store it: nil for the whole file, else numbers
// of variable length.
func PackRange(r story.Range) any {
	if r == (story.Range{}) {
		return nil
	}
	sum := uint64(r.Sum) << 1
	if r.Quoted {
		sum |= 1
	}
	if r.Record {
		sum |= recordBit
	}
	if r.Head != 0 {
		sum |= headBit
	}
	b := binary.AppendUvarint(nil, uint64(r.Start))
	b = binary.AppendUvarint(b, uint64(r.Length))
	b = binary.AppendUvarint(b, sum)
	if r.Head != 0 {
		b = binary.AppendUvarint(b, uint64(r.Head))
	}
	return b
}

// The bits above the sum of a packed range and the bit for Quoted: it is a record, and the
// length of its head follows.
const (
	recordBit = 1 << 33
	headBit   = 1 << 34
)

// UnpackRange undoes PackRange. It returns the whole file for bytes that it cannot
// read.
func UnpackRange(b []byte) story.Range {
	var n [4]uint64
	for i := range n {
		if i == 3 && n[2]&headBit == 0 {
			break
		}
		v, size := binary.Uvarint(b)
		if size <= 0 {
			return story.Range{}
		}
		n[i], b = v, b[size:]
	}
	return story.Range{Start: int64(n[0]), Length: int64(n[1]), Head: int64(n[3]), Sum: uint32(n[2] >> 1), Quoted: n[2]&1 != 0, Record: n[2]&recordBit != 0}
}
