package decode

import (
	"bytes"

	"golang.org/x/text/encoding/charmap"
)

// ebcdic decodes EBCDIC, in which a space is 0x40 and the letters are not ASCII.
func ebcdic(data []byte) (Text, bool) {
	const space, smallest = 0x40, 32
	part := data[:min(len(data), largeSample)]
	spaces := bytes.Count(part, []byte{space})
	if len(part) < smallest || spaces*20 < len(part) || bytes.Count(part, []byte(" "))*20 > spaces {
		return Text{}, false
	}
	plain := 0
	for _, b := range part {
		if r := charmap.CodePage1140.DecodeByte(b); r == ' ' || r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' {
			plain++
		}
	}
	if plain*5 < len(part)*4 {
		return Text{}, false
	}
	return Text{Text: decoderOf(charmap.CodePage1140)(data), Encoding: "cp1140"}, true
}
