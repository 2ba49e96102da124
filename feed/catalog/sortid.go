package catalog

import "dateline/feed/story"

// The layout of a row's id; see the package comment.
const (
	seqBits  = 24
	takeBits = 4
	maxTake  = 1<<takeBits - 1
	epoch    = -11676096000 // 1600-01-01
	maxSec   = 1<<35 - 1
)

// sortBase is the first id for rows of that moment and take. Later moments and
// higher takes have smaller ids.
func sortBase(unix int64, take story.Take) int64 {
	sec := maxSec - min(max(unix-epoch, 0), maxSec)
	t := maxTake - min(max(int64(take), 0), maxTake)
	return (sec<<takeBits | t) << seqBits
}

// sortEnd is the last id for rows of the moment and take of base.
func sortEnd(base int64) int64 { return base | (1<<seqBits - 1) }

// near is the range of ids of rows dated within days of unix.
func near(unix int64, days int) (lo, hi int64) {
	d := int64(days) * 86400
	return sortBase(unix+d, maxTake), sortEnd(sortBase(unix-d, 0))
}
