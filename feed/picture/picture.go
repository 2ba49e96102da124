// Package picture decodes the pictures of stories and scales them down.
//
// The formats are PNG, JPEG, GIF, of which the first frame is shown, WebP, BMP and TIFF. The bytes
// of a picture decide about its format, not its name. A JPEG is turned and mirrored as its Exif data says.
//
// A picture may be hostile. Its header is read first, and a picture whose pixels would need
// more than MaxMemory is refused before they are decoded. A decoder gets no more bytes once it has used
// maxTime, and a panic of a decoder is an error. What Decode returns are pixels alone, which are opaque:
// nothing else in the file reaches the caller.
package picture

import (
	"bytes"
	"context"
	"errors"
	"image"
	_ "image/gif"  // for image.Decode
	_ "image/jpeg" // for image.Decode
	_ "image/png"  // for image.Decode
	"io"
	"time"

	_ "golang.org/x/image/bmp"  // for image.Decode
	_ "golang.org/x/image/tiff" // for image.Decode
	_ "golang.org/x/image/webp" // for image.Decode

	"dateline/feed/locale"
)

// MaxMemory is the most bytes that the pixels of a picture may need while it is decoded.
const MaxMemory = 128 << 20

// maxTime is the longest time that a decoder may take.
const maxTime = 10 * time.Second

// maxSide is the most pixels in a row or a column.
const maxSide = 1 << 16

// The errors of Decode.
var (
	ErrFormat  = error(locale.Error("the picture has a format that is not read"))
	ErrLarge   = error(locale.Error("the picture needs more than 128 MiB of memory"))
	ErrSlow    = error(locale.Error("the picture takes more than 10 seconds to decode"))
	ErrDamaged = error(locale.Error("the picture is damaged"))
)

// Decode returns the picture in data, scaled down to the size that fit returns for the size of
// the picture. It never enlarges a picture, and the sides of the result are at least 1. Its
// errors are those above, or those of ctx.
func Decode(ctx context.Context, data []byte, fit func(size image.Point) image.Point) (img *image.RGBA, err error) {
	defer func() {
		if recover() != nil {
			img, err = nil, ErrDamaged
		}
	}()
	conf, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, ErrFormat
	case err != nil || conf.Width <= 0 || conf.Height <= 0:
		return nil, ErrDamaged
	case conf.Width > maxSide || conf.Height > maxSide || conf.Width*conf.Height > MaxMemory/cost(&conf, format, data):
		return nil, ErrLarge
	}
	inner, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	src, _, err := image.Decode(&reader{ctx: inner, data: bytes.NewReader(data)})
	pixels, ok := src.(image.RGBA64Image) // all that the decoders return
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case inner.Err() != nil:
		return nil, ErrSlow
	case err != nil || !ok || src.Bounds().Empty():
		return nil, ErrDamaged
	}
	turn := orientation(1)
	if format == "jpeg" {
		turn = orientationOf(data)
	}
	return turn.turned(scaled(pixels, turn.size(fit(turn.size(src.Bounds().Size()))))), nil
}

// reader reads data until ctx is done.
type reader struct {
	ctx  context.Context //nolint:containedctx // decoders take a reader without a context
	data *bytes.Reader
}

// Read implements io.Reader.
func (r *reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.data.Read(p)
}

var _ io.Reader = (*reader)(nil)
