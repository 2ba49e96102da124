// Command write writes the tables of package multibyte, which are those of the Encoding
// Standard as golang.org/x/text has them. Run it in the folder of the package.
package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}

func write() error {
	for name, table := range map[string][]rune{
		"big5": pairs(traditionalchinese.Big5), "euckr": pairs(korean.EUCKR), "gbk": pairs(simplifiedchinese.GBK),
		"jis": pairs(japanese.ShiftJIS), "jis0212": pairs(japanese.EUCJP, 0x8F), "gb4": fours(),
	} {
		data, err := pack(table)
		if err != nil {
			return err
		}
		if err := os.WriteFile("tables/"+name, data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// pairs returns the characters of all pairs of bytes after a prefix, as package multibyte
// orders them, 0 for none.
func pairs(e encoding.Encoding, prefix ...byte) (table []rune) {
	for lead := 0x81; lead < 0xFF; lead++ {
		for trail := 0x40; trail < 0xFF; trail++ {
			table = append(table, char(e, append(slices.Clip(prefix), byte(lead), byte(trail))...))
		}
	}
	return table
}

// fours returns the characters of four bytes of GB18030 in the first plane of Unicode.
func fours() (table []rune) {
	for i := range 39420 {
		code := []byte{byte(0x81 + i/12600), byte(0x30 + i/1260%10), byte(0x81 + i/10%126), byte(0x30 + i%10)}
		table = append(table, char(simplifiedchinese.GB18030, code...))
	}
	return table
}

// char returns the only character of code, 0 if there is none.
func char(e encoding.Encoding, code ...byte) rune {
	text, err := e.NewDecoder().Bytes(code)
	r, n := utf8.DecodeRune(text)
	if err != nil || n != len(text) || r == utf8.RuneError {
		return 0
	}
	return r
}

// pack compresses a table: for each character, 0 if there is none, else how far it is from
// the one before.
func pack(table []rune) ([]byte, error) {
	var codes []byte
	last := rune(0)
	for _, r := range table {
		if r == 0 {
			codes = append(codes, 0)
			continue
		}
		step := int64(r - last)
		if step >= 0 {
			step++ // 0 is for none
		}
		codes = binary.AppendVarint(codes, step)
		last = r
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err == nil {
		_, err = w.Write(codes)
	}
	if err == nil {
		err = w.Close()
	}
	return out.Bytes(), err
}
