// Package multibyte decodes the encodings of East Asia with several bytes a character, as the
// Encoding Standard defines them.
//
// golang.org/x/text has them too, but Johab, and the tests compare each pair of bytes with it. But who
// decodes with it also gets its tables for encoding: half a megabyte, which no reader of news needs.
// Command write makes the tables here from those there.
package multibyte

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// Encoding is an encoding of several bytes a character. Bytes that are no character become
// U+FFFD.
type Encoding struct{ next step }

// The encodings. EUCKR is code page 949, which contains it, and ShiftJIS is code page 932.
// ISO2022JP also has JIS X 0212 and katakana of one byte.
var (
	EUCKR     = &Encoding{eucKR}
	Johab     = &Encoding{johab}
	ShiftJIS  = &Encoding{shiftJIS}
	EUCJP     = &Encoding{eucJP}
	ISO2022JP = &Encoding{iso2022JP}
	GB18030   = &Encoding{gb18030}
	GBK       = &Encoding{gbk}
	HZ        = &Encoding{hz}
	Big5      = &Encoding{big5}
)

// NewDecoder returns a decoder, which does not fail.
func (e *Encoding) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: &decoder{next: e.next}}
}

// decoder is a transform.Transformer.
type decoder struct {
	next step
	set  byte
}

// Reset returns to the start of a text.
func (d *decoder) Reset() { d.set = 0 }

// Transform decodes src.
func (d *decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		r, mark, size := d.next(src[nSrc:], atEOF, &d.set)
		if size == 0 {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if r != none {
			need := utf8.RuneLen(r)
			if mark != 0 {
				need += utf8.RuneLen(mark)
			}
			if nDst+need > len(dst) {
				return nDst, nSrc, transform.ErrShortDst
			}
			nDst += utf8.EncodeRune(dst[nDst:], r)
			if mark != 0 {
				nDst += utf8.EncodeRune(dst[nDst:], mark)
			}
		}
		nSrc += size
	}
	return nDst, nSrc, nil
}
