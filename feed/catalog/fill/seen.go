package fill

import (
	"context"
	"database/sql"
	"hash/maphash"

	"dateline/feed/sqlite"
)

// seenFilter is a Bloom filter of the values that the writer looks up for every file:
// related headlines, paths and digests. A value that is not in the filter is not in
// the tables either and need not be looked up. While a catalog is filled, most
// values are new.
type seenFilter []uint64

// The size of the filter and the number of bits that a hash sets, all in one line of the
// processor's cache. With the twelve million hashes of a million stories, eight in a hundred
// are false positives.
const (
	seenBits   = 1 << 26
	blockBits  = 512
	seenHashes = 4
)

func newSeenFilter() seenFilter { return make(seenFilter, seenBits/64) }

// add adds a hash and reports whether it is certainly new. A nil filter always
// reports false.
func (f seenFilter) add(hash uint64) bool {
	if f == nil {
		return false
	}
	isNew := false
	block := f[hash%(seenBits/blockBits)*(blockBits/64):][:blockBits/64]
	hash /= seenBits / blockBits
	for range seenHashes {
		bit := hash % blockBits
		if block[bit/64]&(1<<(bit%64)) == 0 {
			isNew = true
			block[bit/64] |= 1 << (bit % 64)
		}
		hash /= blockBits
	}
	return isNew
}

// Each kind of value has its own seed, so that equal texts of two kinds differ.
var pathSeed, digestSeed, refSeed = maphash.MakeSeed(), maphash.MakeSeed(), maphash.MakeSeed()

// maxLoaded is the number of files in a catalog up to which the filter is used: few
// files are new to a larger catalog.
const maxLoaded = 100000

// loadSeen returns a filter of the values in the tables, or nil if the catalog has
// more than maxLoaded files.
func loadSeen(ctx context.Context, db *sqlite.DB) (seenFilter, error) {
	var n int
	err := db.Values(ctx, []any{&n}, `SELECT value FROM meta WHERE name = 'files'`)
	if err != nil || n > maxLoaded {
		return nil, err
	}
	f := newSeenFilter()
	_, err = sqlite.List(ctx, db, func(rows *sql.Rows) (struct{}, error) {
		var id int64
		var packed sql.RawBytes
		err := rows.Scan(&id, &packed)
		f.add(refHash(packed, id))
		return struct{}{}, err
	}, `SELECT id, headline FROM refs`)
	if err != nil {
		return nil, err
	}
	_, err = sqlite.List(ctx, db, func(rows *sql.Rows) (struct{}, error) {
		var path, digest sql.RawBytes
		err := rows.Scan(&path, &digest)
		f.add(maphash.Bytes(pathSeed, path))
		f.add(maphash.Bytes(digestSeed, digest))
		return struct{}{}, err
	}, `SELECT path, digest FROM files`)
	return f, err
}
