package catalog

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestManyMarksAreFoundRowByRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		defer w.end(t)
		for _, m := range []marked{"read", "starred"} {
			for _, down := range []bool{true, false} {
				e := ends{lo: 0, hi: math.MaxInt64, down: down}
				few, err := w.markedStream(t.Context(), m, e)
				if err != nil {
					t.Fatal(err)
				}
				want, err := take(t.Context(), few, e, 1000)
				if err != nil {
					t.Fatal(err)
				}
				got, err := take(t.Context(), w.rowByRow(m, e), e, 1000)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s, down %v: %v, want %v", m, down, got, want)
				}
			}
		}
	})
}
