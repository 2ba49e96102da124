package prose

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// cells returns the width of s, which should be short.
func cells(s string) int {
	n := 0
	for len(s) > 0 {
		size, w := cluster(s)
		n += w
		s = s[size:]
	}
	return n
}

// cluster returns the size in bytes and the width in cells of the first grapheme
// cluster of s. White space is drawn as a space, so its width is 1.
func cluster(s string) (size, w int) {
	if b := s[0]; b < ' ' || b < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	t := loadTraits()
	if first, size := t.of(s); first.class() != exotic {
		if len(s) == size {
			return size, first.cells()
		}
		if next, _ := t.of(s[size:]); next.class() != exotic {
			return size, first.cells()
		}
	}
	c, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if _, wc := ansi.FirstGraphemeCluster(s, ansi.WcWidth); wc > w {
		w = wc
	}
	return len(c), w
}
