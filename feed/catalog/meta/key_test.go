package meta

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/feed/story"
)

func TestAKeyIsCutAtALetter(t *testing.T) {
	for n, want := range map[int]int{399: 399, 400: 400, 401: 400} {
		if got := len(Key(strings.Repeat("a", n))); got != want {
			t.Errorf("the key of %d letters has %d", n, got)
		}
	}
	if key := Key(strings.Repeat("가", 200)); len(key) != 399 || !utf8.ValidString(key) {
		t.Errorf("%d bytes: %q", len(key), key)
	}
}

func TestAStemHasNoEllipsis(t *testing.T) {
	for key, want := range map[string]string{"pier open…": "pier open", "pier …": "pier", " pier opens ": "pier opens", "…": ""} {
		if got := Stem(key); got != want {
			t.Errorf("%q: %q", key, got)
		}
	}
}

func TestAHashIsXXHashOfTheKey(t *testing.T) {
	// FNV-1a of the empty string is its offset basis.
	const empty = 0xef46db3751d8e999
	if got, want := LongHash(""), int64(empty>>1); got != want {
		t.Errorf("%d, want %d", got, want)
	}
	if got, want := Hash(""), int64(empty>>17); got != want || got >= 1<<47 {
		t.Errorf("%d, want %d of 47 bits", got, want)
	}
	if Hash("pier") == Hash("piers") {
		t.Error("two keys have the same hash")
	}
}

func TestTimesAreStampedAndUnstamped(t *testing.T) {
	for _, at := range []time.Time{
		{}, time.Unix(0, 0), time.Unix(0, 1), time.Unix(1, 5), time.Unix(-1e9, 7), time.Unix(0, math.MaxInt64),
		time.Unix(0, math.MaxInt64).Add(1), time.Unix(0, math.MinInt64).Add(-1), time.Unix(1e10, 0), time.Unix(1e10, 999999999),
		time.Unix(-1e12, 3), time.Unix(1<<55, 1),
	} {
		if got := Unstamp(Stamp(at)); !got.Equal(at) {
			t.Errorf("%v became %v", at, got)
		}
	}
	for _, v := range []any{nil, "x", []byte("short"), 1.5} {
		if got := Unstamp(v); !got.IsZero() {
			t.Errorf("%v became %v", v, got)
		}
	}
}

func TestIDsArePackedInEightBytes(t *testing.T) {
	ids := []int64{0, 1, -1, math.MaxInt64, math.MinInt64}
	b := Pack(ids)
	if len(b) != 40 || cap(Pack(ids)) != 40 || !slices.Equal(Unpack(b), ids) || cap(Unpack(b)) != 5 {
		t.Errorf("%x, %d", b, Unpack(b))
	}
	if got := Unpack(b[:23]); !slices.Equal(got, ids[:2]) {
		t.Errorf("a damaged list: %d", got)
	}
}

func TestARangeIsUnpackedAsItWasPacked(t *testing.T) {
	for _, r := range []story.Range{{}, {Length: 1}, {Start: 1 << 40, Length: 127, Sum: 1<<32 - 1}, {Start: 128, Length: 1 << 24, Quoted: true}, {Length: 1, Sum: 1<<32 - 1, Record: true}, {Start: 300, Length: 1, Head: 200}} {
		packed, _ := PackRange(r).([]byte)
		if got := UnpackRange(packed); got != r {
			t.Errorf("%+v becomes %+v", r, got)
		}
		if len(packed) > 0 && UnpackRange(packed[:len(packed)-1]) != (story.Range{}) {
			t.Errorf("%+v is read without its end", r)
		}
	}
}
