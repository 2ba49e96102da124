package markup

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"dateline/feed/clean"
)

// maxAddress is the length of the longest address of a picture.
const maxAddress = 1024

// pictures are the extensions of the pictures that can be shown.
var pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff"}

// Picture returns the path that the address of a picture has: relative to the file that names
// it or, with a slash at its start, to the archive. It is empty for an address of the web and
// for a file that is no picture by its extension.
func Picture(address string) string {
	if len(address) > maxAddress {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" || !slices.Contains(pictures, strings.ToLower(path.Ext(u.Path))) {
		return ""
	}
	return u.Path
}

// PictureName returns the name of the picture at a path, for a picture without a caption.
func PictureName(picture string) string { return clean.Line(path.Base(picture)) }
