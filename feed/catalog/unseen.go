package catalog

import (
	"context"
	"database/sql"
)

// unseen is a Bloom filter of the hashes of all related headlines: what it has
// not met is not in table refs, so that nothing need be looked up there. Most
// headlines that come while a catalog is filled are new.
type unseen []uint64

// The size of the filter and how many bits a hash sets: of ten million hashes
// it takes fewer than three in a hundred for ones that it has met.
const (
	unseenBits   = 1 << 26
	unseenHashes = 4
)

func newUnseen() unseen { return make(unseen, unseenBits/64) }

// add notes a hash and reports whether it was new for sure.
func (u unseen) add(hash int64) (fresh bool) {
	h := uint64(hash)
	step := h>>32 | 1
	for range unseenHashes {
		bit := h % unseenBits
		if u[bit/64]&(1<<(bit%64)) == 0 {
			fresh = true
			u[bit/64] |= 1 << (bit % 64)
		}
		h += step
	}
	return fresh
}

// learn notes all that table refs has.
func (c *Catalog) learn(ctx context.Context) error {
	u := newUnseen()
	_, err := list(ctx, c, func(rows *sql.Rows) (struct{}, error) {
		var hash int64
		err := rows.Scan(&hash)
		u.add(hash)
		return struct{}{}, err
	}, `SELECT hash FROM refs`)
	if err == nil {
		c.memory.unseen = u
	}
	return err
}
