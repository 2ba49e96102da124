package meta

import (
	"testing"

	"pgregory.net/rapid"

	"dateline/feed/story"
)

func TestRowIDsAreInListOrderOfTimeAndTake(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		moment := rapid.Int64Range(epoch, epoch+maxSec)
		u, v := moment.Draw(t, "u"), moment.Draw(t, "v")
		i, j := story.Take(rapid.IntRange(0, 15).Draw(t, "i")), story.Take(rapid.IntRange(0, 15).Draw(t, "j"))
		a, b := SortBase(u, i), SortBase(v, j)
		if want := u > v || u == v && i > j; (a < b) != want || SortEnd(a) < a || (SortEnd(a) < b) != want {
			t.Fatalf("%d %d has id %d, %d %d has %d", u, i, a, v, j, b)
		}
	})
}

func TestRowIDsOfExtremeDatesAreStillIDs(t *testing.T) {
	for _, d := range []story.Date{{}, {Month: 8, Day: 15}, {Year: 1, Month: 1, Day: 1}, {Year: 9999, Month: 12, Day: 31}} {
		base := SortBase(d.Unix(), 99)
		if base < 0 || SortEnd(base) < base || Unpack(Pack([]int64{base}))[0] != base {
			t.Errorf("%v has id %d", d, base)
		}
	}
}

func TestDaysAreCountedInListOrder(t *testing.T) {
	for _, c := range [][2]int64{{0, 86399}, {-86400, -1}, {1e9, 1e9 + 1}} {
		if Bucket(c[1]) > Bucket(c[0]) {
			t.Errorf("%d comes after %d, and its day %d after %d", c[1], c[0], Bucket(c[1]), Bucket(c[0]))
		}
	}
}
