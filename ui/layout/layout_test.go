package layout

import "testing"

// allOptions returns the combinations of options that can change the boxes.
func allOptions() []Options {
	out := make([]Options, 0, 80)
	for bits := range 16 {
		for _, width := range []int{0, 1, 30, 60, 1000} {
			out = append(out, Options{
				ListWidth:    width,
				Panes:        bits & 3,
				Zen:          bits&4 != 0,
				StoryFocused: bits&8 != 0,
			})
		}
	}
	return out
}

func TestBoxesTileTheScreenAtEverySize(t *testing.T) {
	for _, o := range allOptions() {
		for w := range 251 {
			for h := range 81 {
				checkTiling(t, w, h, o)
			}
		}
	}
}

func checkTiling(t *testing.T, w, h int, o Options) {
	t.Helper()
	s := Compute(w, h, o)
	boxes := []Box{s.List, s.Rules[0], s.Story, s.Rules[1], s.Around, s.Foot}
	if s.TooSmall {
		if w >= MinWidth && h >= MinHeight || s != (Screen{TooSmall: true}) {
			t.Fatalf("%dx%d %+v: too small, with %+v", w, h, o, s)
		}
		return
	}
	area := 0
	for i, b := range boxes {
		if b.X < 0 || b.Y < 0 || b.W < 0 || b.H < 0 || b.X+b.W > w || b.Y+b.H > h {
			t.Fatalf("%dx%d %+v: box %d extends beyond the screen: %+v", w, h, o, i, b)
		}
		area += b.W * b.H
		for _, c := range boxes[i+1:] {
			if overlap(b, c) {
				t.Fatalf("%dx%d %+v: %+v overlaps %+v", w, h, o, b, c)
			}
		}
	}
	if area != w*h {
		t.Fatalf("%dx%d %+v: boxes cover %d cells of %d", w, h, o, area, w*h)
	}
}

func overlap(a, b Box) bool {
	return !a.Empty() && !b.Empty() &&
		a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

func TestCompute(t *testing.T) {
	tests := []struct {
		name string
		w, h int
		o    Options
		want Screen
	}{
		{"a narrow screen shows the list", 80, 24, Options{},
			Screen{List: Box{0, 0, 80, 23}, Foot: Box{0, 23, 80, 1}}},
		{"a narrow screen with the focus on the story shows the story", 80, 24, Options{StoryFocused: true},
			Screen{Story: Box{0, 0, 80, 23}, Foot: Box{0, 23, 80, 1}}},
		{"109 columns are not split", 109, 24, Options{},
			Screen{List: Box{0, 0, 109, 23}, Foot: Box{0, 23, 109, 1}}},
		{"110 columns are split", 110, 50, Options{},
			Screen{Split: true, List: Box{0, 0, 48, 49}, Rules: [2]Box{{48, 0, 1, 49}},
				Story: Box{49, 0, 61, 49}, Foot: Box{0, 49, 110, 1}}},
		{"160 columns have three panes", 160, 50, Options{},
			Screen{Split: true, List: Box{0, 0, 56, 49}, Rules: [2]Box{{56, 0, 1, 49}, {125, 0, 1, 49}},
				Story: Box{57, 0, 68, 49}, Around: Box{126, 0, 34, 49}, Foot: Box{0, 49, 160, 1}}},
		{"160 columns with two panes chosen", 160, 50, Options{Panes: 2},
			Screen{Split: true, List: Box{0, 0, 56, 49}, Rules: [2]Box{{56, 0, 1, 49}},
				Story: Box{57, 0, 103, 49}, Foot: Box{0, 49, 160, 1}}},
		{"160 columns with one pane chosen", 160, 50, Options{Panes: 1, StoryFocused: true},
			Screen{Story: Box{0, 0, 160, 49}, Foot: Box{0, 49, 160, 1}}},
		{"a wide list leaves no room for the third pane", 150, 9, Options{ListWidth: 90},
			Screen{Split: true, List: Box{0, 0, 90, 8}, Rules: [2]Box{{90, 0, 1, 8}},
				Story: Box{91, 0, 59, 8}, Foot: Box{0, 8, 150, 1}}},
		{"a list that is too wide is narrowed", 120, 9, Options{ListWidth: 500},
			Screen{Split: true, List: Box{0, 0, 79, 8}, Rules: [2]Box{{79, 0, 1, 8}},
				Story: Box{80, 0, 40, 8}, Foot: Box{0, 8, 120, 1}}},
		{"220 columns have wider panes at the sides", 220, 60, Options{},
			Screen{Split: true, List: Box{0, 0, 74, 59}, Rules: [2]Box{{74, 0, 1, 59}, {173, 0, 1, 59}},
				Story: Box{75, 0, 98, 59}, Around: Box{174, 0, 46, 59}, Foot: Box{0, 59, 220, 1}}},
		{"zen shows only the story", 160, 50, Options{Zen: true},
			Screen{Story: Box{0, 0, 160, 50}}},
		{"29 columns are too few", 29, 24, Options{}, Screen{TooSmall: true}},
		{"7 lines are too few", 80, 7, Options{}, Screen{TooSmall: true}},
		{"a negative size is too small", -1, -5, Options{Zen: true}, Screen{TooSmall: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Compute(tt.w, tt.h, tt.o); got != tt.want {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestEveryCellOfASplitScreenIsInOneBox(t *testing.T) {
	s := Compute(160, 20, Options{})
	for x := range 160 {
		for y := range 20 {
			n := 0
			for _, b := range []Box{s.List, s.Rules[0], s.Story, s.Rules[1], s.Around, s.Foot} {
				if b.Contains(x, y) {
					n++
				}
			}
			if n != 1 {
				t.Fatalf("cell %d,%d is in %d boxes", x, y, n)
			}
		}
	}
}

func TestMeasureIsCentredAndBounded(t *testing.T) {
	for w := -3; w <= 250; w++ {
		for want := -1; want <= 260; want++ {
			text, margin := Measure(w, want)
			right := max(w, 0) - text - margin
			limit := want
			if want <= 0 {
				limit = DefaultMeasure
			}
			switch {
			case text < 0 || margin < 0 || right < 0:
				t.Fatalf("Measure(%d, %d) = %d, %d extends beyond the box", w, want, text, margin)
			case right-margin < 0 || right-margin > 1:
				t.Fatalf("Measure(%d, %d): margins %d and %d", w, want, margin, right)
			case text > max(limit, MinMeasure):
				t.Fatalf("Measure(%d, %d) = %d cells of text", w, want, text)
			case w >= marginFrom && (margin < minMargin || right < minMargin):
				t.Fatalf("Measure(%d, %d): margins %d and %d", w, want, margin, right)
			case w >= MinMeasure && text < MinMeasure:
				t.Fatalf("Measure(%d, %d) = %d cells of text", w, want, text)
			}
		}
	}
}
