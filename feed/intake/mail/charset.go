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
	name = strings.NewReplacer("_", "-", "iso8859", "iso-8859", "cp125", "windows-125", "x-", "").Replace(strings.ToLower(name))
	switch name {
	case "iso-8859-1", "latin1", "windows-1252":
		return charmap.Windows1252
	case "iso-8859-2", "latin2":
		return charmap.ISO8859_2
	case "iso-8859-3":
		return charmap.ISO8859_3
	case "iso-8859-4":
		return charmap.ISO8859_4
	case "iso-8859-5":
		return charmap.ISO8859_5
	case "iso-8859-6":
		return charmap.ISO8859_6
	case "iso-8859-7":
		return charmap.ISO8859_7
	case "iso-8859-8", "iso-8859-8-i":
		return charmap.ISO8859_8
	case "iso-8859-9":
		return charmap.Windows1254
	case "iso-8859-10":
		return charmap.ISO8859_10
	case "iso-8859-13":
		return charmap.ISO8859_13
	case "iso-8859-15":
		return charmap.ISO8859_15
	case "iso-8859-16":
		return charmap.ISO8859_16
	case "koi8-r", "koi8-u":
		return charmap.KOI8U
	case "macintosh":
		return charmap.Macintosh
	case "ibm866", "cp866":
		return charmap.CodePage866
	case "tis-620", "windows-874", "iso-8859-11":
		return charmap.Windows874
	}
	if n, ok := strings.CutPrefix(name, "windows-125"); ok && len(n) == 1 && n[0] >= '0' && n[0] <= '8' {
		return windows[n[0]-'0']
	}
	return asian(name)
}

var windows = [...]encoding.Encoding{
	charmap.Windows1250, charmap.Windows1251, charmap.Windows1252, charmap.Windows1253, charmap.Windows1254,
	charmap.Windows1255, charmap.Windows1256, charmap.Windows1257, charmap.Windows1258,
}

func asian(name string) encoding.Encoding {
	switch name {
	case "euc-kr", "ks-c-5601-1987", "cp949", "windows-949", "uhc":
		return korean.EUCKR
	case "gb2312", "gbk", "gb18030", "cp936", "euc-cn":
		return simplifiedchinese.GB18030
	case "hz-gb-2312":
		return simplifiedchinese.HZGB2312
	case "big5", "big5-hkscs", "cp950":
		return traditionalchinese.Big5
	case "shift-jis", "sjis", "windows-31j", "cp932":
		return japanese.ShiftJIS
	case "euc-jp":
		return japanese.EUCJP
	case "iso-2022-jp":
		return japanese.ISO2022JP
	}
	return nil
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
