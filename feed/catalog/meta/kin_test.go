package meta

import (
	"slices"
	"testing"

	"dateline/feed/takes"
)

func TestKinAreUnpackedAsTheyWerePacked(t *testing.T) {
	const row = 1 << 60
	kin := []Kin{{row + 1, takes.Copy, 250}, {row - 1<<40, takes.Text, 1}, {1, takes.Headline, 199}, {row + 70000, takes.Recast, 0}}
	packed := PackKin(row, kin)
	if got := UnpackKin(row, packed); !slices.Equal(got, kin) {
		t.Errorf("%v, want %v", got, kin)
	}
	for n := range packed { // of a damaged catalog
		if got := UnpackKin(row, packed[:n]); len(got) >= len(kin) || !slices.Equal(got, kin[:len(got)]) {
			t.Errorf("the first %d bytes are %v", n, got)
		}
	}
	if got := UnpackKin(row, []byte{2, 99, 7}); len(got) != 1 || got[0] != (Kin{row + 1, "", 7}) {
		t.Errorf("an unknown reason is %v", got)
	}
}

func TestEveryReasonHasACode(t *testing.T) {
	seen := map[uint8]bool{}
	for _, w := range []takes.Why{takes.Copy, takes.Number, takes.Slug, takes.Headline, takes.Correction, takes.Flash, takes.Recast, takes.Text, takes.UID, takes.URL, takes.Made} {
		if c := w.Code(); c == 0 || seen[c] || takes.WhyOf(c) != w {
			t.Errorf("%s has the code %d, which is %q", w, c, takes.WhyOf(c))
		}
		seen[w.Code()] = true
	}
}
