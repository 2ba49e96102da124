package meta

import "dateline/feed/story"

// The layout of a row's id; see the comment of package catalog.
const (
	SeqBits  = 24
	TakeBits = 4
	MaxTake  = 1<<TakeBits - 1
	epoch    = -11676096000 // 1600-01-01
	maxSec   = 1<<35 - 1
)

// SortBase returns the first id for rows of that moment and take. Later moments and
// higher takes have smaller ids.
func SortBase(unix int64, take story.Take) int64 {
	sec := maxSec - min(max(unix-epoch, 0), maxSec)
	t := MaxTake - min(max(int64(take), 0), MaxTake)
	return (sec<<TakeBits | t) << SeqBits
}

// SortEnd returns the last id for rows of the moment and take of base.
func SortEnd(base int64) int64 { return base | (1<<SeqBits - 1) }

// SortTime returns the moment of the rows with an id, as far as ids tell it.
func SortTime(id int64) int64 { return maxSec - id>>(TakeBits+SeqBits) + epoch }

// Near returns the range of ids of rows dated within days of unix.
func Near(unix int64, days int) (lo, hi int64) {
	d := int64(days) * 86400
	return SortBase(unix+d, MaxTake), SortEnd(SortBase(unix-d, 0))
}

// periodBits is where the period of an id begins: 2^20 seconds are twelve days.
const periodBits = TakeBits + SeqBits + 20

// Period returns the range of ids of rows dated in the same period as that with an id.
func Period(id int64) (lo, hi int64) {
	lo = id &^ (1<<periodBits - 1)
	return lo, lo | (1<<periodBits - 1)
}

// NearPeriods returns the range of ids of all rows dated in the periods that Near reaches.
func NearPeriods(unix int64, days int) (lo, hi int64) {
	first, last := Near(unix, days)
	lo, _ = Period(first)
	_, hi = Period(last)
	return lo, hi
}

// Bucket returns the row of table days for a moment: minus the moment, rounded down
// to days, so that later days come first.
func Bucket(unix int64) int64 {
	nu := -unix
	day := nu / 86400
	if nu%86400 < 0 {
		day--
	}
	return day
}
