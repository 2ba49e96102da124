package fts

import "errors"

var errShort = errors.New("fts: a record is cut off")

// appendVarint appends v as SQLite writes it.
func appendVarint(dst []byte, v uint64) []byte {
	if v < 1<<7 {
		return append(dst, byte(v))
	}
	return appendLong(dst, v)
}

// appendLong appends a number of at least two bytes. It lets appendVarint be inlined.
func appendLong(dst []byte, v uint64) []byte {
	if v >= 1<<56 {
		return append(appendGroups(dst, v>>8, 8), byte(v))
	}
	n := 2
	for v>>(7*n) > 0 {
		n++
	}
	dst = appendGroups(dst, v, n)
	dst[len(dst)-1] &= 0x7f
	return dst
}

// appendGroups appends n groups of seven bits, each with the sign that more follow.
func appendGroups(dst []byte, v uint64, n int) []byte {
	for n--; n >= 0; n-- {
		dst = append(dst, byte(v>>(7*n))|0x80)
	}
	return dst
}

// varint reads the number at the start of b and returns its length, 0 if b is too short.
func varint(b []byte) (v uint64, n int) {
	const most = 9
	for i, c := range b[:min(len(b), most)] {
		if i == most-1 {
			return v<<8 | uint64(c), most
		}
		if v = v<<7 | uint64(c&0x7f); c < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}

// numbers reads the numbers of a record. After an error all are 0.
type numbers struct {
	rest []byte
	err  error
}

func (r *numbers) next() uint64 {
	v, n := varint(r.rest)
	if n == 0 {
		r.rest, r.err = nil, errShort
	}
	r.rest = r.rest[n:]
	return v
}
