package mail

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/transform"
)

// charset returns the encoding that a message declares, nil if it is UTF-8, ASCII or not
// known.
func charset(name string) encoding.Encoding {
	name = strings.ToLower(strings.TrimSpace(name))
	return charsets[strings.NewReplacer("_", "-", "iso8859", "iso-8859", "cp125", "windows-125", "x-", "").Replace(name)]
}

// charsets are encodings by their names in messages. Some are read as the larger one that
// contains them.
var charsets = map[string]encoding.Encoding{
	"iso-8859-1": charmap.Windows1252, "latin1": charmap.Windows1252, "windows-1252": charmap.Windows1252,
	"iso-8859-2": charmap.ISO8859_2, "latin2": charmap.ISO8859_2, "windows-1250": charmap.Windows1250,
	"iso-8859-3": charmap.ISO8859_3, "iso-8859-4": charmap.ISO8859_4, "iso-8859-10": charmap.ISO8859_10,
	"iso-8859-5": charmap.ISO8859_5, "windows-1251": charmap.Windows1251, "koi8-r": charmap.KOI8U, "koi8-u": charmap.KOI8U,
	"ibm866": charmap.CodePage866, "cp866": charmap.CodePage866,
	"iso-8859-6": charmap.ISO8859_6, "windows-1256": charmap.Windows1256,
	"iso-8859-7": charmap.ISO8859_7, "windows-1253": charmap.Windows1253,
	"iso-8859-8": charmap.ISO8859_8, "iso-8859-8-i": charmap.ISO8859_8, "windows-1255": charmap.Windows1255,
	"iso-8859-9": charmap.Windows1254, "windows-1254": charmap.Windows1254,
	"iso-8859-13": charmap.ISO8859_13, "windows-1257": charmap.Windows1257, "windows-1258": charmap.Windows1258,
	"iso-8859-15": charmap.ISO8859_15, "iso-8859-16": charmap.ISO8859_16, "macintosh": charmap.Macintosh,
	"iso-8859-11": charmap.Windows874, "tis-620": charmap.Windows874, "windows-874": charmap.Windows874,

	"euc-kr": korean.EUCKR, "ks-c-5601-1987": korean.EUCKR, "cp949": korean.EUCKR, "windows-949": korean.EUCKR, "uhc": korean.EUCKR,
	"gb2312": simplifiedchinese.GB18030, "gbk": simplifiedchinese.GB18030, "gb18030": simplifiedchinese.GB18030,
	"cp936": simplifiedchinese.GB18030, "euc-cn": simplifiedchinese.GB18030, "hz-gb-2312": simplifiedchinese.HZGB2312,
	"big5": traditionalchinese.Big5, "big5-hkscs": traditionalchinese.Big5, "cp950": traditionalchinese.Big5,
	"shift-jis": japanese.ShiftJIS, "sjis": japanese.ShiftJIS, "windows-31j": japanese.ShiftJIS, "cp932": japanese.ShiftJIS,
	"euc-jp": japanese.EUCJP, "iso-2022-jp": japanese.ISO2022JP,
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

// converted returns data in UTF-8, and the name of its encoding. The name is "" if data is
// not in the declared one.
func converted(data []byte, declared string) (out []byte, name string) {
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
