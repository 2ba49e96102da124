package mail

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/transform"
)

// charset returns the encoding that a message declares, nil if it is UTF-8, UTF-16, ASCII
// or not known.
func charset(name string) encoding.Encoding {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, n := range [...]string{name, plainNames.Replace(name)} {
		if e, ok := charsets[n]; ok {
			return e
		}
		e, err := htmlindex.Get(n)
		if err != nil {
			continue
		}
		switch known, _ := htmlindex.Name(e); known {
		case "utf-8", "utf-16be", "utf-16le", "replacement", "x-user-defined":
			return nil
		}
		return e
	}
	return nil
}

// plainNames replaces spellings of names that package htmlindex does not have.
var plainNames = strings.NewReplacer("_", "-", "iso8859", "iso-8859", "cp125", "windows-125", "x-", "")

// charsets are encodings that package htmlindex does not have, or that are read as a
// larger one that contains them. ASCII is decoded like text without a charset.
var charsets = map[string]encoding.Encoding{
	"ascii": nil, "us-ascii": nil,
	"koi8-r": charmap.KOI8U,
	"uhc":    korean.EUCKR, "cp949": korean.EUCKR, "ks-c-5601-1987": korean.EUCKR,
	"gb2312": simplifiedchinese.GB18030, "gbk": simplifiedchinese.GB18030, "cp936": simplifiedchinese.GB18030, "euc-cn": simplifiedchinese.GB18030,
	"hz-gb-2312": simplifiedchinese.HZGB2312,
	"cp950":      traditionalchinese.Big5,
	"cp932":      japanese.ShiftJIS,
}

// charsetReader reads encoded words, for mime.WordDecoder.
func charsetReader(name string, input io.Reader) (io.Reader, error) {
	if e := charset(name); e != nil {
		return transform.NewReader(input, e.NewDecoder()), nil
	}
	if strings.EqualFold(name, "us-ascii") {
		return input, nil
	}
	return nil, fmt.Errorf("mail: unknown charset %q", name)
}

// Converted returns data in UTF-8, and the name of its encoding. The name is "" if data is
// not in the declared one.
func Converted(data []byte, declared string) (out []byte, name string) {
	e := charset(declared)
	if e == nil || e != japanese.ISO2022JP && e != simplifiedchinese.HZGB2312 && utf8.Valid(data) {
		return data, ""
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return data, ""
	}
	return out, strings.ToLower(declared)
}
