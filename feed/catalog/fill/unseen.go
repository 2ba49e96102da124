package fill

import (
	"context"
	"database/sql"
	"hash/maphash"

	"dateline/feed/sqlite"
)

// unseen is a Bloom filter of the values that the writer looks up for every file:
// related headlines, paths and digests. A value that is not in the filter is not in
// the tables either and need not be looked up. While a catalog is filled, most
// values are new.
type unseen []uint64

// The size of the filter and the number of bits that a hash sets. With the twelve
// million hashes of a million stories, seven in a hundred are false positives.
const (
	unseenBits   = 1 << 26
	unseenHashes = 4
)

func newUnseen() unseen { return make(unseen, unseenBits/64) }

// fresh adds a hash and reports whether it was certainly new. A nil filter always
// reports false.
func (u unseen) fresh(hash uint64) bool {
	if u == nil {
		return false
	}
	fresh := false
	step := hash>>32 | 1
	for range unseenHashes {
		bit := hash % unseenBits
		if u[bit/64]&(1<<(bit%64)) == 0 {
			fresh = true
			u[bit/64] |= 1 << (bit % 64)
		}
		hash += step
	}
	return fresh
}

// Each kind of value has its own seed, so that equal texts of two kinds differ.
var pathSeed, digestSeed, textSeed = maphash.MakeSeed(), maphash.MakeSeed(), maphash.MakeSeed()

// maxLearned is the number of files up to which it pays to read them all first: a
// larger catalog is full already.
const maxLearned = 100000

// learn returns a filter of the values in the tables, or nil if there are so many
// that it does not pay.
func learn(ctx context.Context, db *sqlite.DB) (unseen, error) {
	var n int
	err := db.Values(ctx, []any{&n}, `SELECT value FROM meta WHERE name = 'files'`)
	if err != nil || n > maxLearned {
		return nil, err
	}
	u := newUnseen()
	_, err = sqlite.List(ctx, db, func(rows *sql.Rows) (struct{}, error) {
		var text sql.RawBytes
		err := rows.Scan(&text)
		u.fresh(maphash.Bytes(textSeed, text))
		return struct{}{}, err
	}, `SELECT text FROM refs`)
	if err != nil {
		return nil, err
	}
	_, err = sqlite.List(ctx, db, func(rows *sql.Rows) (struct{}, error) {
		var path, digest sql.RawBytes
		err := rows.Scan(&path, &digest)
		u.fresh(maphash.Bytes(pathSeed, path))
		u.fresh(maphash.Bytes(digestSeed, digest))
		return struct{}{}, err
	}, `SELECT path, digest FROM files`)
	return u, err
}
