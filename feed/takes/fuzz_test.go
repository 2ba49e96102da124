package takes

import (
	"bytes"
	"slices"
	"testing"
)

// FuzzUnpack checks that what can be unpacked is a Print that can be compared, and is packed
// the same.
func FuzzUnpack(f *testing.F) {
	for _, name := range []string{"testdata/pairs-true.txtar", "testdata/fresh-false.txtar"} {
		numbers, stories := labelled(f, name)
		for _, n := range numbers[:5] {
			f.Add(newPrint(stories[n][0]).Pack(nil))
		}
	}
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Unpack(data)
		if err != nil {
			return
		}
		again, err := Unpack(p.Pack(nil))
		if err != nil || !bytes.Equal(again.Pack(nil), p.Pack(nil)) {
			t.Fatalf("%x is packed as %x, %v", data, p.Pack(nil), err)
		}
		Compare(p, again)
		p.Probes(nil)
		Groups([]*Print{p, again}, nil)
	})
}

func TestDamagedPrintsAreRefused(t *testing.T) {
	_, stories := labelled(t, "testdata/pairs-true.txtar")
	data := newPrint(stories["04"][1]).Pack(nil)
	for n := range data {
		if _, err := Unpack(data[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are a print", n, len(data))
		}
	}
	if _, err := Unpack(append(slices.Clip(data), 0)); err == nil {
		t.Error("a print with a byte after it is read")
	}
}
