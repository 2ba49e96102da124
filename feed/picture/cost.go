package picture

import (
	"encoding/binary"
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
	const start, end, frame, lastFrame, scan = 0xD8, 0xD9, 0xC0, 0xC2, 0xDA
	for i := 2; i+4 <= len(data); {
		marker := data[i+1]
		switch {
		case data[i] != 0xFF: // between segments, which decoders skip
			i++
			continue
		case marker == 0xFF:
			i++
			continue
		case marker >= frame && marker <= lastFrame:
			return marker == lastFrame
		case marker == scan || marker == end:
			return true // as it has no frame
		case marker == 0 || marker == 1 || marker >= 0xD0 && marker <= start:
			i += 2
			continue
		}
		i += 2 + int(binary.BigEndian.Uint16(data[i+2:]))
	}
	return true
}
