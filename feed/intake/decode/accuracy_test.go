package decode

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feed/intake/intaketest"
)

var written = []struct {
	language, encoding string
	floor              int // the least percentage of single lines that are read right
}{
	{"en", "windows-1252", 100},
	{"ko", "euc-kr", 100},
	{"ja", "shift_jis", 100},
	{"ja", "euc-jp", 100},
	{"ja", "iso-2022-jp", 100},
	{"zh-hans", "gb18030", 100},
	{"zh-hant", "big5", 100},
	{"ru", "windows-1251", 100},
	{"ru", "koi8-r", 100},
	{"uk", "windows-1251", 100},
	{"uk", "koi8-u", 100},
	{"fr", "windows-1252", 100},
	{"fr", "iso-8859-15", 100},
	{"de", "windows-1252", 100},
	{"es", "windows-1252", 100},
	{"pt", "windows-1252", 100},
	{"it", "windows-1252", 100},
	{"nl", "windows-1252", 100},
	{"sv", "windows-1252", 100},
	{"fi", "windows-1252", 100},
	{"da", "windows-1252", 100},
	{"pl", "windows-1250", 100},
	{"pl", "iso-8859-2", 100},
	{"cs", "windows-1250", 100},
	{"hu", "windows-1250", 100},
	{"tr", "windows-1254", 100},
	{"ar", "windows-1256", 100},
}

// TestEncodingsAreDistinguished reads every line alone, every two lines, every line
// among English ones, and all lines.
func TestEncodingsAreDistinguished(t *testing.T) {
	all := intaketest.News()
	for _, w := range written {
		t.Run(w.language+" "+w.encoding, func(t *testing.T) {
			lines := all[w.language]
			var pairs, mixed []string
			for i, line := range lines {
				pairs = append(pairs, strings.Join(lines[i:min(i+2, len(lines))], "\n"))
				mixed = append(mixed, "PORT ELLERY, Oct. 3 (Meridian) -- The ferry resumed service, its owner said.\n"+line+"\n(END)\n")
			}
			shape := func(name string, floor int, texts []string) {
				right, of := count(t, w.encoding, texts)
				t.Logf("%-6s %d of %d", name, right, of)
				if right*100 < floor*of {
					t.Errorf("%s: %d of %d were read right, want %d %%", name, right, of, floor)
				}
			}
			shape("line", w.floor, lines)
			shape("two", 100, pairs)
			shape("mixed", w.floor, mixed)
			shape("page", 100, []string{strings.Join(lines, "\n")})
		})
	}
}

// count encodes each text and counts those that are decoded correctly.
func count(t *testing.T, name string, texts []string) (right, of int) {
	t.Helper()
	for _, text := range texts {
		data, ok := intaketest.Encode(t, name, text)
		if !ok {
			continue
		}
		of++
		d, _ := Bytes(data)
		if d.Text == text {
			right++
			continue
		}
		t.Logf("as %s: %.40q", d.Encoding, d.Text)
	}
	return right, of
}

// TestEncodingsAreDistinguishedByAWord reads copy in which only a few words are not
// ASCII.
func TestEncodingsAreDistinguishedByAWord(t *testing.T) {
	for _, c := range []struct{ encoding, text string }{
		{"windows-1252", "He called it a “mess.”"},
		{"windows-1252", "the council’s chairman"},
		{"windows-1252", "Three cafés were closed."},
		{"windows-1252", "café"},
		{"windows-1252", "Tickets cost £12 – twice as much as in May."},
		{"windows-1252", "Señor Muñoz and Frau Groß met in Malmö."},
		{"windows-1252", "ÉTAT D’URGENCE À LYON"},
		{"windows-1252", "It was 31° in the shade."},
		{"windows-1252", "• one\n• two"},
		{"euc-kr", "한국"},
		{"euc-kr", "여객선 운항 재개"},
		{"euc-kr", "The word for ferry is 여객선, he said."},
		{"euc-kr", "(속보) 北 미사일 발사"},
		{"shift_jis", "運航再開"},
		{"shift_jis", "フェリー、運航を再開"},
		{"shift_jis", "The word for ferry is フェリー, he said."},
		{"euc-jp", "フェリー、運航を再開"},
		{"gb18030", "渡轮恢复运营"},
		{"gb18030", "The word for ferry is 渡轮, he said."},
		{"big5", "渡輪恢復營運"},
		{"big5", "The word for ferry is 渡輪服務, he said."},
		{"windows-1251", "Паром"},
		{"windows-1251", "СРОЧНО: паром возобновил рейсы"},
		{"koi8-r", "Паром возобновил рейсы"},
		{"windows-1250", "Łódź"},
		{"windows-1254", "İstanbul’da fırtına"},
		{"windows-1256", "عاجل: العبارة تعود"},
	} {
		t.Run(fmt.Sprintf("%s %.12s", c.encoding, c.text), func(t *testing.T) {
			data, ok := intaketest.Encode(t, c.encoding, c.text)
			if !ok {
				t.Fatal("the encoding does not have all characters of the text")
			}
			if d, _ := Bytes(data); d.Text != c.text {
				t.Errorf("as %s: %q", d.Encoding, d.Text)
			}
		})
	}
}
