package intake

import "bytes"

// signatures are the beginnings of files that are no text.
var signatures = []struct{ head, what string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a zip archive or an office document"},
	{"PK\x05\x06", "a zip archive"},
	{"\x1f\x8b\x08", "a gzip archive"},
	{"BZh9", "a bzip2 archive"},
	{"\xfd7zXZ\x00", "an xz archive"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"\x28\xb5\x2f\xfd", "a zstd archive"},
	{"\x89PNG\r\n", "a PNG picture"},
	{"\xff\xd8\xff", "a JPEG picture"},
	{"GIF87a", "a GIF picture"},
	{"GIF89a", "a GIF picture"},
	{"II*\x00", "a TIFF picture"},
	{"MM\x00*", "a TIFF picture"},
	{"RIFF", "a sound, a film or a WebP picture"},
	{"OggS\x00", "a sound or a film"},
	{"ID3\x03", "an MP3 sound"},
	{"ID3\x04", "an MP3 sound"},
	{"fLaC\x00", "a FLAC sound"},
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

// magic says what kind of binary file data begins like, "" for none.
func magic(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.head)) {
			if s.head == "RIFF" && (len(data) < 12 || !bytes.ContainsAny(data[4:8], "\x00\x01\x02\x03")) {
				continue
			}
			return s.what
		}
	}
	return ""
}

// mostlyControls reports whether too much of a text is control characters for
// it to be one: four in a hundred, zero bytes one in a hundred. Those that wire
// transmission and terminals use do not count.
func mostlyControls(text string) bool {
	zeros, controls := 0, 0
	for i := range len(text) {
		switch b := text[i]; {
		case b == 0:
			zeros++
		case b >= 5 && b <= 8, b >= 0x0E && b <= 0x15, b >= 0x17 && b <= 0x1F && b != 0x1A && b != 0x1B, b == 0x7F:
			controls++
		}
	}
	return zeros*100 > len(text) || controls > 2 && (controls+zeros)*25 > len(text)
}
