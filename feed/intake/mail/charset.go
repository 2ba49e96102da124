package mail

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"dateline/feed/intake/multibyte"
)

// charset returns the encoding that a message declares, nil if it is UTF-8, UTF-16, ASCII
// or not known.
func charset(name string) decoding {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, n := range [...]string{name, plainNames.Replace(name)} {
		if e, ok := charsets()[n]; ok {
			return e
		}
	}
	return nil
}

// plainNames replaces spellings of names that are not among the labels.
var plainNames = strings.NewReplacer("_", "-", "iso8859", "iso-8859", "cp125", "windows-125", "x-", "")

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
	if e == nil || e != multibyte.ISO2022JP && e != multibyte.HZ && utf8.Valid(data) {
		return data, ""
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return data, ""
	}
	return out, strings.ToLower(declared)
}
