package picture

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// half is a picture whose left half is black, and whose right half is white or transparent.
func half(w, h int, right color.Color) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			if img.Set(x, y, right); x < w/2 {
				img.Set(x, y, color.Black)
			}
		}
	}
	return img
}

func encoded(tb testing.TB, write func(*bytes.Buffer) error) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(tb testing.TB, img image.Image) []byte {
	tb.Helper()
	return encoded(tb, func(b *bytes.Buffer) error { return png.Encode(b, img) })
}

// webpDot is a WebP of one pixel.
const webpDot = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="

func to(w, h int) func(image.Point) image.Point {
	return func(image.Point) image.Point { return image.Pt(w, h) }
}

func TestEveryFormatIsScaled(t *testing.T) {
	img := half(40, 20, color.White)
	paletted := image.NewPaletted(img.Rect, color.Palette{color.White, color.Black})
	for i := range paletted.Pix {
		if i%40 < 20 {
			paletted.Pix[i] = 1
		}
	}
	deep := image.NewNRGBA64(img.Rect)
	for y := range 20 {
		for x := range 40 {
			deep.Set(x, y, img.At(x, y))
		}
	}
	for name, data := range map[string][]byte{
		"png":              asPNG(t, img),
		"png, transparent": asPNG(t, half(40, 20, color.Transparent)),
		"png, 16 bits":     asPNG(t, deep),
		"png, paletted":    asPNG(t, paletted),
		"jpeg":             encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, img, &jpeg.Options{Quality: 100}) }),
		"gif":              encoded(t, func(b *bytes.Buffer) error { return gif.Encode(b, paletted, nil) }),
		"bmp":              encoded(t, func(b *bytes.Buffer) error { return bmp.Encode(b, img) }),
		"tiff":             encoded(t, func(b *bytes.Buffer) error { return tiff.Encode(b, img, nil) }),
	} {
		got, err := Decode(t.Context(), data, func(size image.Point) image.Point {
			if size != image.Pt(40, 20) {
				t.Errorf("%s: the size is %v", name, size)
			}
			return image.Pt(4, 2)
		})
		if err != nil || got.Rect != image.Rect(0, 0, 4, 2) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, want := range []byte{0, 0, 255, 255, 0, 0, 255, 255} {
			p := got.Pix[4*i : 4*i+4]
			if p[3] != 255 || p[0] != p[1] || p[1] != p[2] || max(p[0], want)-min(p[0], want) > 4 {
				t.Errorf("%s: pixel %d is %v, want %d", name, i, p, want)
			}
		}
	}
}

func TestWebPIsRead(t *testing.T) {
	data, err := base64.StdEncoding.DecodeString(webpDot)
	if err != nil {
		t.Fatal(err)
	}
	if img, err := Decode(t.Context(), data, to(9, 9)); err != nil || img.Rect != image.Rect(0, 0, 1, 1) {
		t.Errorf("%v, %v", img, err)
	}
}

func TestAPixelIsTheMeanOfThoseItStandsFor(t *testing.T) {
	for _, c := range []struct{ w, h, toW, toH, wantW, wantH int }{
		{3, 3, 2, 2, 2, 2}, {7, 5, 3, 4, 3, 4}, {5, 5, 99, 99, 5, 5}, {5, 5, 0, -1, 1, 1}, {1, 9, 1, 2, 1, 2},
	} {
		img := image.NewGray(image.Rect(0, 0, c.w, c.h))
		for i := range img.Pix {
			img.Pix[i] = 90
		}
		got := scaled(img, image.Pt(c.toW, c.toH))
		if got.Rect != image.Rect(0, 0, c.wantW, c.wantH) {
			t.Errorf("%+v: %v", c, got.Rect)
		}
		for i, v := range got.Pix {
			if want := byte(90); v != want && i%4 != 3 {
				t.Errorf("%+v: byte %d is %d", c, i, v)
			}
		}
	}
	if got := scaled(half(2, 2, color.White), image.Pt(1, 1)); got.Pix[0] != 127 {
		t.Errorf("the mean of black and white is %d", got.Pix[0])
	}
}

// pngOf returns the header of a PNG of w by h pixels with a depth and a kind of colour, and no pixels.
func pngOf(w, h uint32, depth, kind byte) []byte {
	header := append([]byte("IHDR"), 0, 0, 0, 0, 0, 0, 0, 0, depth, kind, 0, 0, 0)
	binary.BigEndian.PutUint32(header[4:], w)
	binary.BigEndian.PutUint32(header[8:], h)
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), header...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(header))
}

func TestAPictureThatCannotBeShownHasAReason(t *testing.T) {
	whole := asPNG(t, half(40, 20, color.White))
	photo := encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, half(40, 20, color.White), nil) })
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrFormat},
		{"text", []byte("<svg><image/></svg>"), ErrFormat},
		{"cut off", whole[:len(whole)/2], ErrDamaged},
		{"only a header", whole[:20], ErrDamaged},
		{"a JPEG cut off", photo[:len(photo)-40], ErrDamaged},
		{"too wide", pngOf(1<<17, 1, 8, 6), ErrLarge},
		{"too high", pngOf(1, 1<<30, 8, 6), ErrLarge},
		{"too many pixels", pngOf(8000, 8000, 8, 6), ErrLarge},
		{"as many as there may be", pngOf(5792, 5792, 8, 6), ErrDamaged}, // it is decoded
		{"too many deep pixels", pngOf(5792, 5792, 16, 6), ErrLarge},
		{"no pixels", pngOf(0, 0, 8, 6), ErrDamaged},
	} {
		if _, err := Decode(t.Context(), c.data, to(9, 9)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Decode(ctx, whole, to(9, 9)); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
	if _, err := Decode(t.Context(), whole, func(image.Point) image.Point { panic("x") }); !errors.Is(err, ErrDamaged) {
		t.Errorf("panic: %v", err)
	}
}

func TestAProgressiveJPEGNeedsMoreMemory(t *testing.T) {
	photo := encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, half(16, 8, color.White), nil) })
	if isProgressive(photo) {
		t.Error("a baseline JPEG counts as progressive")
	}
	at := bytes.Index(photo, []byte{0xFF, 0xC0})
	photo[at+1] = 0xC2
	if !isProgressive(photo) || !isProgressive(photo[:at]) || !isProgressive(nil) {
		t.Error("a progressive JPEG, or one without a frame, counts as baseline")
	}
	binary.BigEndian.PutUint16(photo[at+5:], 3000)
	binary.BigEndian.PutUint16(photo[at+7:], 3000)
	if _, err := Decode(t.Context(), photo, to(9, 9)); !errors.Is(err, ErrLarge) {
		t.Errorf("9 million pixels: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	img := half(6, 4, color.White)
	f.Add(asPNG(f, img))
	f.Add(encoded(f, func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) }))
	f.Add(encoded(f, func(b *bytes.Buffer) error { return gif.Encode(b, img, &gif.Options{NumColors: 4}) }))
	f.Add(encoded(f, func(b *bytes.Buffer) error { return bmp.Encode(b, img) }))
	f.Add(encoded(f, func(b *bytes.Buffer) error { return tiff.Encode(b, img, nil) }))
	f.Add(pngOf(1<<20, 1<<20, 16, 6))
	f.Fuzz(func(t *testing.T, data []byte) {
		img, err := Decode(t.Context(), data, func(size image.Point) image.Point {
			if size.X < 1 || size.Y < 1 || size.X*size.Y > MaxMemory {
				t.Errorf("a picture of %v", size)
			}
			return image.Pt(8, 8)
		})
		if err == nil && (img.Rect.Dx() > 8 || img.Rect.Dy() > 8 || img.Rect.Empty()) {
			t.Errorf("the result has the size %v", img.Rect)
		}
	})
}

// BenchmarkDecode decodes a photo of 12 million pixels. It runs beside the reader; the budget is a
// second.
func BenchmarkDecode(b *testing.B) {
	img := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	for i := range img.Y {
		img.Y[i] = byte(i/4000 + i%4000>>3)
	}
	data := encoded(b, func(out *bytes.Buffer) error { return jpeg.Encode(out, img, nil) })
	for b.Loop() {
		if _, err := Decode(b.Context(), data, to(720, 540)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestErrorsNameTheLimits(t *testing.T) {
	for err, limit := range map[error]string{
		ErrLarge: fmt.Sprintf("%d MiB", MaxMemory>>20), ErrSlow: fmt.Sprintf("%d seconds", maxTime/time.Second),
	} {
		if !strings.Contains(err.Error(), limit) {
			t.Errorf("%q does not name %s", err, limit)
		}
	}
}
