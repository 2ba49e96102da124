package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"iter"
)

// segment is a part of a JPEG before its pixels.
type segment struct {
	marker byte
	body   []byte
}

// segments yields the segments of a JPEG before its pixels.
func segments(data []byte) iter.Seq[segment] {
	const start, end, scan = 0xD8, 0xD9, 0xDA
	return func(yield func(segment) bool) {
		for i := 2; i+4 <= len(data); {
			marker := data[i+1]
			switch {
			case data[i] != 0xFF, marker == 0xFF: // between segments, which decoders skip
				i++
				continue
			case marker == scan || marker == end:
				return
			case marker == 0 || marker == 1 || marker >= 0xD0 && marker <= start:
				i += 2
				continue
			}
			next := i + 2 + int(binary.BigEndian.Uint16(data[i+2:]))
			if !yield(segment{marker, data[i+4 : min(max(next, i+4), len(data))]}) {
				return
			}
			i = next
		}
	}
}

// The marker of a segment with Exif data, how it begins, and what says the orientation there.
const (
	exifMarker     = 0xE1
	exifHead       = "Exif\x00\x00"
	orientationTag = 0x0112
	shortType      = 3
)

// orientation is how the pixels of a picture are to be turned, as Exif numbers it. 1, or any number
// that Exif does not have, is not at all.
type orientation int

// orientationOf returns what the Exif data of a JPEG says.
func orientationOf(data []byte) orientation {
	for s := range segments(data) {
		if rest, ok := bytes.CutPrefix(s.body, []byte(exifHead)); ok && s.marker == exifMarker {
			return exifOrientation(rest)
		}
	}
	return 1
}

// exifOrientation returns the orientation in the first directory of Exif data, which has the
// form of a TIFF file.
func exifOrientation(data []byte) orientation {
	var order binary.ByteOrder = binary.BigEndian
	switch {
	case len(data) < 8:
		return 1
	case bytes.HasPrefix(data, []byte("II*\x00")):
		order = binary.LittleEndian
	case !bytes.HasPrefix(data, []byte("MM\x00*")):
		return 1
	}
	at := uint64(order.Uint32(data[4:]))
	if at+2 > uint64(len(data)) {
		return 1
	}
	n := int(order.Uint16(data[at:]))
	for entry := data[at+2:]; n > 0 && len(entry) >= 12; n, entry = n-1, entry[12:] {
		if order.Uint16(entry) == orientationTag && order.Uint16(entry[2:]) == shortType {
			return orientation(order.Uint16(entry[8:]))
		}
	}
	return 1
}

// swaps reports whether the width becomes the height.
func (o orientation) swaps() bool { return o >= 5 && o <= 8 }

// size returns the size that a picture of that size gets, and the other way round.
func (o orientation) size(size image.Point) image.Point {
	if o.swaps() {
		return image.Pt(size.Y, size.X)
	}
	return size
}

// turned returns src as it is to be shown.
func (o orientation) turned(src *image.RGBA) *image.RGBA {
	if o < 2 || o > 8 {
		return src
	}
	from := src.Bounds().Size()
	to := o.size(from)
	out := image.NewRGBA(image.Rectangle{Max: to})
	for y := range to.Y {
		for x := range to.X {
			at := o.size(image.Pt(x, y))
			switch o { // mirrors the columns
			case 2, 3, 7, 8:
				at.X = from.X - 1 - at.X
			}
			switch o { // mirrors the rows
			case 3, 4, 6, 7:
				at.Y = from.Y - 1 - at.Y
			}
			copy(out.Pix[out.PixOffset(x, y):][:4], src.Pix[src.PixOffset(at.X, at.Y):])
		}
	}
	return out
}
