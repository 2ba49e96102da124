package multibyte

import (
	"bufio"
	"compress/flate"
	"embed"
	"encoding/binary"
	"errors"
	"io"
	"sync"
	"unicode/utf8"
)

//go:embed tables
var packed embed.FS

// table has the characters of a set, 0 for none. It is unpacked when it is first needed.
type table func() []rune

// The sets. All but the last are pairs of bytes, and the last is four bytes of GB18030 in the
// first plane of Unicode.
var (
	big5Table    = unpacked("big5")
	koreanTable  = unpacked("euckr")
	gbTable      = unpacked("gbk")
	jisTable     = unpacked("jis") // JIS X 0208 and the additions of code page 932, by the bytes of Shift JIS
	jis0212Table = unpacked("jis0212")
	gb4Table     = unpacked("gb4")
)

// unpacked returns the table of that name.
func unpacked(name string) table {
	return sync.OnceValue(func() []rune {
		f, err := packed.Open("tables/" + name)
		if err != nil {
			panic(err) // the file is part of the program
		}
		in := bufio.NewReader(flate.NewReader(f))
		var runes []rune
		for last := rune(0); ; {
			step, err := binary.ReadVarint(in)
			switch {
			case errors.Is(err, io.EOF):
				return runes
			case err != nil:
				panic(err)
			case step == 0:
				runes = append(runes, 0)
				continue
			case step > 0:
				step--
			}
			last += rune(step) //nolint:gosec // the difference of two runes
			runes = append(runes, last)
		}
	})
}

// The bytes of pairs.
const (
	firstLead, lastLead   = 0x81, 0xFE
	firstTrail, lastTrail = 0x40, 0xFE
)

// at returns the character of a pair of bytes, U+FFFD if there is none.
func (t table) at(lead, trail byte) rune {
	if lead < firstLead || lead > lastLead || trail < firstTrail || trail > lastTrail {
		return utf8.RuneError
	}
	if r := t()[int(lead-firstLead)*(lastTrail-firstTrail+1)+int(trail-firstTrail)]; r != 0 {
		return r
	}
	return utf8.RuneError
}

// jis0208 returns the character in a row and a column of JIS X 0208, from 0x21 on, U+FFFD if
// there is none. Shift JIS has two rows a lead.
func jis0208(row, column byte) rune {
	lead, trail := (row-0x21)/2+0x81, column+0x1F
	if lead > 0x9F {
		lead += 0x40
	}
	switch {
	case row%2 == 0:
		trail = column + 0x7E
	case trail >= 0x7F:
		trail++
	}
	return jisTable.at(lead, trail)
}
