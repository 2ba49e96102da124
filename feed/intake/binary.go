package intake

import (
	"bytes"

	"dateline/feed/story"
)

// signatures are the first bytes of files that are not text, and the kinds of such
// files.
var signatures = []struct{ head, kind string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a zip archive or an office document"},
	{"PK\x05\x06", "a zip archive"},
	{"\x1f\x8b\x08", "a gzip archive"},
	{"BZh9", "a bzip2 archive"},
	{"\xfd7zXZ\x00", "an xz archive"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"\x28\xb5\x2f\xfd", "a zstd archive"},
	{"\x89PNG\r\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"II*\x00", "a TIFF image"},
	{"MM\x00*", "a TIFF image"},
	{"RIFF", "an audio file, a video or a WebP image"},
	{"OggS\x00", "an audio file or a video"},
	{"ID3\x03", "an MP3 audio file"},
	{"ID3\x04", "an MP3 audio file"},
	{"fLaC\x00", "a FLAC audio file"},
	{"\x7fELF", "a program"},
	{"\xca\xfe\xba\xbe", "a program"},
	{"\xcf\xfa\xed\xfe", "a program"},
	{"\xce\xfa\xed\xfe", "a program"},
	{"MZ\x90\x00", "a program"},
	{"\x00asm", "a program"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"},
	{"wOFF", "a font"},
	{"wOF2", "a font"},
}

// isBinary reports whether data begins like a file that is not text.
func isBinary(data []byte) bool { return kindOfBinary(data) != "" }

// refuseBinary returns a story whose doubt names the kind of f.
func refuseBinary(f File) []*story.Story {
	return refuseText(f, "The file is not text: it begins like "+kindOfBinary(f.Data)+".")
}

// kindOfBinary returns the kind of data by its signature, "" if it has none.
func kindOfBinary(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.head)) && (s.head != "RIFF" || isRIFF(data)) {
			return s.kind
		}
	}
	return ""
}

// isRIFF reports whether a length follows the word RIFF in data. Texts have no
// control characters there.
func isRIFF(data []byte) bool {
	return len(data) >= 12 && bytes.ContainsAny(data[4:8], "\x00\x01\x02\x03")
}
