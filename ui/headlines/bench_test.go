package headlines

import "testing"

// BenchmarkView draws one frame of the list on a large screen.
// Budget: under 1 ms together with Update, for any number of stories.
func BenchmarkView(b *testing.B) {
	p := newPage(stories(100_000), 160, 50)
	for b.Loop() {
		_ = p.View()
	}
}
