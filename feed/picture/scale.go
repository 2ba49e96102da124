package picture

import "image"

// scaled returns src with the size to, or its own if that is smaller. A pixel of the result is the mean
// of the pixels that it stands for. What is transparent is white.
func scaled(src image.RGBA64Image, to image.Point) *image.RGBA {
	from := src.Bounds()
	w, h := min(max(to.X, 1), from.Dx()), min(max(to.Y, 1), from.Dy())
	s := scaler{src: src, columns: make([]int, from.Dx()), sums: make([]sum, w)}
	for x := range s.columns {
		s.columns[x] = x * w / from.Dx()
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	next := from.Min.Y
	for y := range h {
		clear(s.sums)
		for end := from.Min.Y + ((y+1)*from.Dy()+h-1)/h; next < end; next++ {
			s.add(next)
		}
		s.write(out.Pix[y*out.Stride:])
	}
	return out
}

// scaler adds up the rows of a picture.
type scaler struct {
	src     image.RGBA64Image
	columns []int // the column of the result for each of the picture
	sums    []sum // of a row of the result
}

// sum adds up pixels of 16 bits a channel, over white.
type sum struct{ r, g, b, n uint64 }

// add adds row y.
func (s *scaler) add(y int) {
	left := s.src.Bounds().Min.X
	for x, column := range s.columns {
		c, to := s.src.RGBA64At(left+x, y), &s.sums[column]
		white := 0xFFFF - uint64(c.A)
		to.r += uint64(c.R) + white
		to.g += uint64(c.G) + white
		to.b += uint64(c.B) + white
		to.n++
	}
}

// write writes the means to a row of pixels.
func (s *scaler) write(pix []byte) {
	for x, sum := range s.sums {
		n := sum.n * 0x101
		pix[4*x], pix[4*x+1], pix[4*x+2], pix[4*x+3] = byte(sum.r/n), byte(sum.g/n), byte(sum.b/n), 0xFF
	}
}
