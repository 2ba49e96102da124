package intake

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	unicodes "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"dateline/feed/clean"
	"dateline/feed/feedtest"
)

// texts calls yield with every text in v, and the name of its field.
func texts(v reflect.Value, name string, yield func(name, text string)) {
	switch v.Kind() {
	case reflect.String:
		yield(name, v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), name, yield)
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), fmt.Sprintf("%s[%d]", name, i), yield)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Name != "Path" { // it is any bytes
				texts(v.Field(i), name+"."+f.Name, yield)
			}
		}
	default: // no other kind holds text
	}
}

// checkClean fails the test if a text of a story in data may command a terminal.
func checkClean(t *testing.T, from, path string, data []byte) {
	t.Helper()
	for _, s := range Read(File{Path: path, Data: data}) {
		texts(reflect.ValueOf(s), "story", func(name, text string) {
			control := strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) })
			if control || !utf8.ValidString(text) || clean.Text(text) != text {
				t.Errorf("%s, %q: %s is %q", from, path, name, text)
			}
		})
	}
}

func TestEveryPartOfAHostileStoryIsClean(t *testing.T) {
	for path, text := range feedtest.Hostile() {
		checkClean(t, "as written", path, []byte(text))
	}
}

func TestNoEncodingLetsAnEscapeThrough(t *testing.T) {
	all := slices.Concat(charmap.All, japanese.All, korean.All, simplifiedchinese.All, traditionalchinese.All, []encoding.Encoding{
		unicodes.UTF16(unicodes.LittleEndian, unicodes.UseBOM), unicodes.UTF16(unicodes.BigEndian, unicodes.UseBOM), unicodes.UTF16(unicodes.LittleEndian, unicodes.IgnoreBOM),
		utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), utf32.UTF32(utf32.BigEndian, utf32.UseBOM), unicodes.UTF8BOM,
	})
	files, read := feedtest.Hostile(), 0
	defer func() { t.Logf("count: %d hostile files read in %d encodings", read, len(all)) }()
	for i, e := range all {
		for path, text := range files {
			if feedtest.Rounds(1, 0) > 0 && (len(path)+i)%4 > 0 { // a quarter of the files
				continue
			}
			data, err := encoding.ReplaceUnsupported(e.NewEncoder()).Bytes([]byte(text))
			if err != nil {
				continue // the bytes are not UTF-8
			}
			read++
			checkClean(t, fmt.Sprint(e), path, data)
		}
	}
}

func TestNoEscapeIsLeftInAnyPlace(t *testing.T) {
	const copyOf = "%[1]sFerry%[1]s sails%[1]s\n%[1]sBy Ana%[1]s Ruiz\nOSTMERE%[1]s, Oct. 3, 2024 (Meridian%[1]s) -- It%[1]s sails.\n\n%[1]s\n(END)%[1]s\n-\nPier%[1]s opens%[1]s\n"
	for _, e := range feedtest.Escapes() {
		checkClean(t, fmt.Sprintf("%q", e), "a.txt", fmt.Appendf(nil, copyOf, e))
		checkClean(t, fmt.Sprintf("%q", e), "a"+e+".txt", []byte(e))
	}
}
