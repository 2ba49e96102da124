package intake

import (
	"bytes"

	"dateline/feed/story"
)

// signature is how a file that is not text begins.
type signature struct {
	head   string
	format string // Story.Format
	kind   string // as a doubt names it
	packed bool   // the file may contain stories, which are not read
}

var signatures = []signature{
	{"%PDF-", "pdf", "a PDF document", true},
	{"PK\x03\x04", "zip", "a zip archive or an office document", true},
	{"PK\x05\x06", "zip", "a zip archive", true},
	{"\x1f\x8b\x08", "gzip", "a gzip archive", true},
	{"BZh", "bzip2", "a bzip2 archive", true},
	{"\xfd7zXZ\x00", "xz", "an xz archive", true},
	{"7z\xbc\xaf\x27\x1c", "7z", "a 7-Zip archive", true},
	{"Rar!\x1a\x07", "rar", "a RAR archive", true},
	{"\x28\xb5\x2f\xfd", "zstd", "a zstd archive", true},
	{"SQLite format 3\x00", "sqlite", "an SQLite database", true},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office", "an old office document", true},
	{"ZIM\x04", "zim", "a ZIM archive", true},
	{"PAR1", "parquet", "a Parquet table", true},
	{"\x89PNG\r\n", "image", "a PNG image", false},
	{"\xff\xd8\xff", "image", "a JPEG image", false},
	{"GIF87a", "image", "a GIF image", false},
	{"GIF89a", "image", "a GIF image", false},
	{"II*\x00", "image", "a TIFF image", false},
	{"MM\x00*", "image", "a TIFF image", false},
	{"RIFF", "media", "an audio file, a video or a WebP image", false},
	{"OggS\x00", "media", "an audio file or a video", false},
	{"ID3\x03", "media", "an MP3 audio file", false},
	{"ID3\x04", "media", "an MP3 audio file", false},
	{"fLaC\x00", "media", "a FLAC audio file", false},
	{"\x7fELF", "program", "a program", false},
	{"\xca\xfe\xba\xbe", "program", "a program", false},
	{"\xcf\xfa\xed\xfe", "program", "a program", false},
	{"\xce\xfa\xed\xfe", "program", "a program", false},
	{"MZ\x90\x00", "program", "a program", false},
	{"\x00asm", "program", "a program", false},
	{"wOFF", "font", "a font", false},
	{"wOF2", "font", "a font", false},
}

// isBinary reports whether f begins like a file that is not text.
func isBinary(f File) bool { return signatureOf(f.Data) != nil }

// readBinary returns a story that has only a doubt: the format of an archive or a
// document is not supported, and other files have no text.
func readBinary(f File) []*story.Story {
	sign := signatureOf(opening(f.Data)) // as isBinary saw it
	format, kind := sign.format, sign.kind
	if format == "zip" {
		format, kind = insideZip(f.Data, kind)
	}
	problem, detail := story.Binary, "The file is not text: it begins like "+kind+"."
	if sign.packed {
		problem, detail = story.Unsupported, "The file is not read: it begins like "+kind+"."
	}
	s := refuse(problem, detail, f.ModTime)
	s.Format = format
	return []*story.Story{s}
}

// signatureOf returns the signature of data, nil if it has none.
func signatureOf(data []byte) *signature {
	if len(data) >= 265 && string(data[257:262]) == "ustar" {
		return &tarSignature
	}
	if len(data) == 0 {
		return nil
	}
	for i := range signatures {
		s := &signatures[i]
		if s.head[0] == data[0] && bytes.HasPrefix(data, []byte(s.head)) && isCertain(s.head, data) {
			return s
		}
	}
	return nil
}

// tarSignature is not at the beginning of a file.
var tarSignature = signature{"", "tar", "a tar archive", true}

// isCertain reports whether data, which begins with head, is not text. A head that may
// begin a text is not enough.
func isCertain(head string, data []byte) bool {
	switch head {
	case "RIFF":
		return isRIFF(data)
	case "BZh":
		return len(data) > 9 && data[3] >= '1' && data[3] <= '9' && string(data[4:7]) == "1AY"
	case "PAR1", "wOFF", "wOF2":
		return bytes.IndexByte(data[:min(len(data), 64)], 0) >= 0
	}
	return true
}

// insideZip returns the format of a zip archive by its first entry.
func insideZip(data []byte, kind string) (format, detail string) {
	start := data[:min(len(data), 4096)]
	switch {
	case bytes.Contains(start, []byte("mimetypeapplication/epub+zip")):
		return "epub", "an EPUB book"
	case bytes.Contains(start, []byte("mimetypeapplication/vnd.oasis.opendocument")),
		bytes.Contains(start, []byte("[Content_Types].xml")), bytes.Contains(start, []byte("word/")):
		return "office", "an office document"
	}
	return "zip", kind
}

// isRIFF reports whether a length follows the word RIFF in data. Texts have no
// control characters there.
func isRIFF(data []byte) bool {
	return len(data) >= 12 && bytes.ContainsAny(data[4:8], "\x00\x01\x02\x03")
}
