package fill

import (
	"context"
	"database/sql"
	"hash/maphash"

	"dateline/feed/sqlite"
)

// unseen is a Bloom filter of what the tables have that the writer looks up for
// every file: related headlines, paths, digests. What it has not met is not in
// the tables, so that nothing need be looked up there. Most of it is new while
// a catalog is filled.
type unseen []uint64

// The size of the filter and how many bits a hash sets: of the twelve million
// hashes of a million stories it takes seven in a hundred for ones that it has
// met.
const (
	unseenBits   = 1 << 26
	unseenHashes = 4
)

func newUnseen() unseen { return make(unseen, unseenBits/64) }

// fresh notes a hash and reports whether it was new for sure. Without a filter
// nothing is sure.
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

// What is hashed with other seeds has other hashes.
var pathSeed, digestSeed, textSeed = maphash.MakeSeed(), maphash.MakeSeed(), maphash.MakeSeed()

// mostLearned is how many files a catalog has at the most for which it pays to
// read them all first: one that has more is filled already.
const mostLearned = 100000

// learn returns a filter of all that the tables have; nil where they have so
// much that it does not pay.
func learn(ctx context.Context, db *sqlite.DB) (unseen, error) {
	var n int
	err := db.Values(ctx, []any{&n}, `SELECT value FROM meta WHERE name = 'files'`)
	if err != nil || n > mostLearned {
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
