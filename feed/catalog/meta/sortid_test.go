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

func TestBucketsCountDaysBackFrom1970(t *testing.T) {
	for unix, want := range map[int64]int64{0: 0, 1: -1, 86400: -1, 86401: -2, -1: 0, -86399: 0, -86400: 1} {
		if got := Bucket(unix); got != want {
			t.Errorf("%d is of day %d, want %d", unix, got, want)
		}
	}
}

func TestNearIncludesTheDaysBeforeAndAfter(t *testing.T) {
	lo, hi := Near(1e9, 2)
	for unix, want := range map[int64]bool{1e9 - 2*86400 - 1: false, 1e9 - 2*86400: true, 1e9 + 2*86400: true, 1e9 + 2*86400 + 1: false} {
		for _, take := range []story.Take{0, MaxTake} {
			if id := SortBase(unix, take); (id >= lo && SortEnd(id) <= hi) != want {
				t.Errorf("%d, take %d: near is %t", unix, take, !want)
			}
		}
	}
}

func TestLaterMomentsHaveSmallerIDs(t *testing.T) {
	if got, want := SortBase(epoch+maxSec, MaxTake), int64(0); got != want {
		t.Errorf("the last moment has id %d", got)
	}
	if got, want := SortBase(epoch+maxSec-1, 14), int64(1<<4|1)<<24; got != want {
		t.Errorf("the moment before has id %d, want %d", got, want)
	}
	if got, want := SortEnd(1<<24), int64(1<<25-1); got != want {
		t.Errorf("the end is %d, want %d", got, want)
	}
}
