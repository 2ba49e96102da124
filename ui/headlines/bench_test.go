package headlines

import "testing"

// BenchmarkView is one frame of the list on a large screen.
// Budget: with Update under 1 ms, whatever the number of stories.
func BenchmarkView(b *testing.B) {
	p := newPage(stories(100_000), 160, 50)
	for b.Loop() {
		_ = p.View()
	}
}
