package intake

import (
	"path"
	"strconv"
	"strings"

	"dateline/feed/intake/markup"
	"dateline/feed/story"
)

// resolvePictures replaces the paths of pictures, which are what markup.Picture returns, with
// those in the archive. A picture outside the archive is no picture.
func resolvePictures(body []story.Block, file string) {
	for i := range body {
		if p := &body[i].Picture; *p != "" {
			*p = pictureAt(*p, path.Dir(file))
		}
	}
}

// pictureAt returns the path in the archive of a picture that a file in dir names.
func pictureAt(picture, dir string) string {
	if strings.HasPrefix(picture, "/") {
		dir = "."
	}
	if picture = path.Join(dir, picture); picture == ".." || strings.HasPrefix(picture, "../") {
		return ""
	}
	return picture
}

// addPicture gives a picture to the first caption of body that has none. It returns false if
// there is no such caption.
func addPicture(body []story.Block, picture string) bool {
	for i := range body {
		if b := &body[i]; b.Kind == story.Caption && b.Picture == "" {
			b.Picture = picture
			return true
		}
	}
	return false
}

// captioned returns body with a picture, which is "" for none. The caption of a picture that no
// caption is for is its name.
func captioned(body []story.Block, picture string, at story.Span) []story.Block {
	if picture == "" || addPicture(body, picture) {
		return body
	}
	return append(body, story.Block{Kind: story.Caption, Text: markup.PictureName(picture), Picture: picture, Span: at})
}

// largest keeps the path of the widest of the renditions of a picture, the first of those whose
// width is not known.
type largest struct {
	picture string
	width   int
}

// add adds the rendition at an address.
func (l *largest) add(address, width string) {
	n, _ := strconv.Atoi(strings.TrimSpace(width)) // 0 if it is not known
	if picture := markup.Picture(address); picture != "" && (l.picture == "" || n > l.width) {
		l.picture, l.width = picture, n
	}
}
