package link

import "testing"

func TestACorrectionHasTheTitleOfItsStoryFiguresApart(t *testing.T) {
	const fixed = "(CORRECTED) Fire at Ashmouth depot injures 5"
	for _, c := range []struct {
		name, c, t string
		least      float64
		most       float64
	}{
		{"the same title", fixed, "Fire at Ashmouth depot injures 5", 1, 1},
		{"another figure", fixed, "Fire at Ashmouth depot injures 2", 0.98, 0.98},
		{"a take", fixed, "(LEAD) Fire at Ashmouth depot injures 2", 0.98, 0.98},
		{"a kill", "(KILL) Fire at Ashmouth depot injures 5", "Fire at Ashmouth depot injures 5", 1, 1},
		{"a cut title", fixed, "Fire at Ashmouth depot...", 0.99, 0.99},
		{"a word more", "(CORRECTED) Fire at old Ashmouth depot injures five in night", "Fire at Ashmouth depot injures five in night", 0.8, 0.97},
		{"an analysis with its title", fixed, "(News Focus) Fire at Ashmouth depot injures 5", 1, 1},
		{"an analysis", fixed, "(News Focus) Fire at Ashmouth depot injures 2", 0, 0},
		{"two words in common", fixed, "Fire at Ashmouth bakery kills 5", 0, 0},
		{"an opposite", "(CORRECTED) Harbor crane at Ashmouth dock to open", "Harbor crane at Ashmouth dock to close", 0, 0},
		{"another story", "(CORRECTED) Bakers march in Pellam", "Fire at Ashmouth depot injures 2", 0, 0},
	} {
		from, to := at(0, c.c), at(0, c.t)
		if got := Corrected(&from, &to); got < c.least || got > c.most {
			t.Errorf("%s: %.2f, want %.2f to %.2f", c.name, got, c.least, c.most)
		}
		from.Places, to.Places = []string{"ASHMOUTH"}, []string{"PELLAM"}
		if got := Corrected(&from, &to); got != 0 {
			t.Errorf("%s: %.2f from another place", c.name, got)
		}
	}
}
