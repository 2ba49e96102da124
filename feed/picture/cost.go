package picture

import (
	"image"
	"image/color"
)

// The most bytes that a decoder uses for a pixel.
const (
	usual       = 4
	deep        = 8  // 16 bits a channel
	baseline    = 4  // a JPEG with four channels
	progressive = 20 // a JPEG whose coefficients are kept until its end
	lossless    = 8  // a WebP whose pixels are decoded twice
)

// cost returns the bytes for a pixel of a picture.
func cost(conf *image.Config, format string, data []byte) int {
	switch format {
	case "jpeg":
		if isProgressive(data) {
			return progressive
		}
		return baseline
	case "webp":
		return lossless
	}
	switch conf.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		return deep
	}
	return usual
}

// isProgressive reports whether a JPEG is not one that is decoded row by row.
func isProgressive(data []byte) bool {
	const frame, lastFrame = 0xC0, 0xC2
	for s := range segments(data) {
		if s.marker >= frame && s.marker <= lastFrame {
			return s.marker == lastFrame
		}
	}
	return true // as it has no frame
}
