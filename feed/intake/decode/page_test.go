package decode

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestAPageIsDecodedByteByByte(t *testing.T) {
	var data []byte
	for b := range 256 {
		data = append(data, byte(b))
	}
	data = append(data, strings.Repeat("a b c d é ", 9)...)
	for _, m := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1253, charmap.KOI8U, charmap.CodePage437, charmap.ISO8859_6, charmap.Macintosh} {
		want, err := m.NewDecoder().Bytes(data)
		if got := decodeBytes(data, m); err != nil || got != string(want) {
			t.Errorf("%s: %q, want %q", m, got, want)
		}
	}
}
