package fts

import (
	"errors"
	"math/bits"
)

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
	const more = 0x80 // the sign that another byte follows
	switch {
	case v < 1<<14:
		return append(dst, byte(v>>7)|more, byte(v)&^more)
	case v < 1<<21:
		return append(dst, byte(v>>14)|more, byte(v>>7)|more, byte(v)&^more)
	case v < 1<<28:
		return append(dst, byte(v>>21)|more, byte(v>>14)|more, byte(v>>7)|more, byte(v)&^more)
	case v < 1<<56:
		return append(appendMore(dst, v>>7, (bits.Len64(v)-1)/7), byte(v)&^more)
	}
	return append(appendMore(dst, v>>8, 8), byte(v))
}

// appendMore appends n groups of seven bits, each with the sign that another byte follows.
func appendMore(dst []byte, v uint64, n int) []byte {
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
