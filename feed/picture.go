package feed

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"

	"dateline/feed/clean"
	"dateline/feed/picture"
)

// Picture returns the picture at path, the Picture of a block of a story, scaled down to the size
// that fit returns for its own size; see package picture. ErrNotFound says that the archive does
// not have the file. Other errors name the file, and are safe to show.
func (s *Store) Picture(ctx context.Context, path string, fit func(size image.Point) image.Point) (*image.RGBA, error) {
	data, err := s.src.Read(ctx, path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrNotFound
	case err != nil:
		return nil, err
	}
	img, err := picture.Decode(ctx, data, fit)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", clean.Line(path), err)
	}
	return img, nil
}
