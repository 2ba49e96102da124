package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
	"testing"
)

// oriented returns a JPEG with that orientation: two columns and three rows of squares, of which the first
// in the first row is dark and the last in it gray, and the others are white.
func oriented(tb testing.TB, order binary.AppendByteOrder, number uint16) []byte {
	tb.Helper()
	img := image.NewGray(image.Rect(0, 0, 16, 24))
	for y := range 24 {
		for x := range 16 {
			c := color.Gray{255}
			switch {
			case y < 8 && x < 8:
				c.Y = 0
			case y < 8:
				c.Y = 128
			}
			img.SetGray(x, y, c)
		}
	}
	data := encoded(tb, func(b *bytes.Buffer) error { return jpeg.Encode(b, img, &jpeg.Options{Quality: 100}) })
	head := "MM\x00*"
	if order.String() == binary.LittleEndian.String() {
		head = "II*\x00"
	}
	exif := append([]byte(exifHead), head...)
	exif = order.AppendUint32(exif, 8)
	exif = order.AppendUint16(exif, 2)
	exif = append(exif, make([]byte, 12)...)
	for _, n := range []uint16{orientationTag, shortType, 0, 1, number, 0} {
		exif = order.AppendUint16(exif, n)
	}
	app := binary.BigEndian.AppendUint16([]byte{0xFF, exifMarker}, uint16(len(exif)+2))
	return slices.Concat(data[:2], app, exif, data[2:])
}

func TestAJPEGIsTurnedAsItsExifDataSays(t *testing.T) {
	for number, want := range []string{
		0: "D-|  |  ", 1: "D-|  |  ", 2: "-D|  |  ", 3: "  |  |-D", 4: "  |  |D-",
		5: "D  |-  ", 6: "  D|  -", 7: "  -|  D", 8: "-  |D  ", 9: "D-|  |  ", 1 << 15: "D-|  |  ",
	} {
		if want == "" {
			continue
		}
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			img, err := Decode(t.Context(), oriented(t, order, uint16(number)), func(size image.Point) image.Point { return image.Pt(size.X/8, size.Y/8) })
			if err != nil {
				t.Fatal(err)
			}
			var b []byte
			for y := range img.Rect.Dy() {
				if y > 0 {
					b = append(b, '|')
				}
				for x := range img.Rect.Dx() {
					switch v := img.RGBAAt(x, y).R; {
					case v < 64:
						b = append(b, 'D')
					case v < 192:
						b = append(b, '-')
					default:
						b = append(b, ' ')
					}
				}
			}
			if got := string(b); got != want {
				t.Errorf("orientation %d: %q, want %q", number, got, want)
			}
		}
	}
}

func FuzzOrientation(f *testing.F) {
	f.Add(oriented(f, binary.LittleEndian, 6)[:80])
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		src := image.NewRGBA(image.Rect(0, 0, 2, 3))
		o := orientationOf(data)
		if size := o.turned(src).Bounds().Size(); size != o.size(image.Pt(2, 3)) {
			t.Errorf("orientation %d has the size %v", o, size)
		}
	})
}
