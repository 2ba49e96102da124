package graphics

import (
	"fmt"
	"image"
	"strconv"
)

// The colours of sixels are a cube: levels values for red, green and blue. Ordered dithering
// gives the shades between them.
const (
	levels = 6
	cube   = levels * levels * levels
)

// bandRows is the number of rows that are written together.
const bandRows = 6

// bayer is the order in which the pixels of a square get the next colour.
var bayer = [4][4]int{{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}}

// sixels returns pixels as a sequence of sixels, without the rows below the last whole band, which
// would reach into the next row of text.
func sixels(img *image.RGBA) string {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if h > bandRows {
		h -= h % bandRows
	}
	out := fmt.Appendf(nil, "\x1bP0;1q\"1;1;%d;%d", w, h)
	for c := range cube {
		out = fmt.Appendf(out, "#%d;2;%d;%d;%d", c, percent(c/levels/levels), percent(c/levels%levels), percent(c%levels))
	}
	b := band{rows: make([]byte, cube*w), w: w}
	for y := 0; y < h; y += bandRows {
		b.read(img, y, min(bandRows, h-y))
		out = append(b.write(out), '-')
	}
	return string(append(out, "\x1b\\"...))
}

func percent(level int) int { return level * 100 / (levels - 1) }

// band is six rows of pixels: for each colour, the pixels of each column as bits.
type band struct {
	rows []byte // colour by colour
	used [cube]bool
	w    int
}

// read reads the rows of img from y on.
func (b *band) read(img *image.RGBA, y, rows int) {
	for i := range rows {
		at := img.PixOffset(img.Rect.Min.X, img.Rect.Min.Y+y+i)
		for x := range b.w {
			p := img.Pix[at+4*x : at+4*x+3]
			step := bayer[(y+i)%4][x%4]
			c := (level(p[0], step)*levels+level(p[1], step))*levels + level(p[2], step)
			b.rows[c*b.w+x] |= 1 << i
			b.used[c] = true
		}
	}
}

// level returns the level of a value, or the next one if the rest is above a step of 16.
func level(v byte, step int) int {
	n := int(v) * (levels - 1)
	if n%255*16 > (step*2+1)*255/2 {
		return n/255 + 1
	}
	return n / 255
}

// write writes the colours of the band one over another, and clears it.
func (b *band) write(out []byte) []byte {
	for c := range b.used {
		if !b.used[c] {
			continue
		}
		b.used[c] = false
		row := b.rows[c*b.w : (c+1)*b.w]
		out = strconv.AppendInt(append(out, '#'), int64(c), 10)
		out = append(runs(out, row), '$')
		clear(row)
	}
	return out
}

// runs writes a row, with a number for equal columns. Empty columns at its end are left out.
func runs(out, row []byte) []byte {
	for x := 0; x < len(row); {
		n := 1
		for x+n < len(row) && row[x+n] == row[x] {
			n++
		}
		sixel := '?' + row[x]
		switch {
		case row[x] == 0 && x+n == len(row):
		case n > 3:
			out = append(strconv.AppendInt(append(out, '!'), int64(n), 10), sixel)
		default:
			for range n {
				out = append(out, sixel)
			}
		}
		x += n
	}
	return out
}
