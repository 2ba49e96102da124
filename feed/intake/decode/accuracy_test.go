package decode

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/feed/intake/intaketest"
)

var written = []struct {
	language, encoding string
	floor              int // the least percentage of single lines and pairs that are read right
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
	{"ar", "iso-8859-6", 100},
	{"fa", "windows-1256", 100},
	{"el", "windows-1253", 100},
	{"el", "iso-8859-7", 100},
	{"he", "windows-1255", 100},
	{"he", "iso-8859-8", 100},
	{"he", "cp862", 100},
	{"th", "windows-874", 100},
	{"tr", "iso-8859-9", 100},
	{"ru", "iso-8859-5", 100},
	{"ru", "cp866", 100},
	{"ru", "cp855", 100},
	{"ru", "x-mac-cyrillic", 80},
	{"uk", "x-mac-cyrillic", 80},
	{"be", "windows-1251", 100},
	{"be", "cp866", 100},
	{"bg", "windows-1251", 100},
	{"bg", "iso-8859-5", 100},
	{"sr", "windows-1251", 100},
	{"sr", "iso-8859-5", 100},
	{"mk", "windows-1251", 100},
	{"lt", "windows-1257", 100},
	{"lt", "iso-8859-4", 100},
	{"lt", "iso-8859-13", 100},
	{"lt", "iso-8859-10", 60},
	{"lv", "windows-1257", 100},
	{"et", "windows-1257", 80},
	{"et", "windows-1252", 100},
	{"sk", "windows-1250", 100},
	{"sk", "iso-8859-2", 100},
	{"sl", "windows-1250", 80},
	{"hr", "windows-1250", 100},
	{"ro", "iso-8859-16", 100},
	{"is", "windows-1252", 100},
	{"no", "windows-1252", 100},
	{"ca", "windows-1252", 100},
	{"sq", "windows-1252", 100},
	{"ga", "iso-8859-14", 100},
	{"mt", "iso-8859-3", 100},
	{"eo", "iso-8859-3", 70},
	{"fr", "cp850", 90},
	{"fr", "cp863", 90},
	{"fr", "macintosh", 90},
	{"de", "cp437", 80},
	{"de", "macintosh", 90},
	{"es", "cp850", 80},
	{"pt", "cp860", 80},
	{"it", "cp858", 50},
	{"da", "cp865", 90},
	{"sv", "cp437", 60},
	{"pl", "cp852", 100},
	{"cs", "cp852", 100},
	{"hu", "cp852", 90},
	{"zh-hans", "hz-gb-2312", 100},
	{"en", "cp1140", 100},
}

//go:embed testdata/news.txtar
var moreNews []byte

// news returns the lines of package intaketest and those of testdata/news.txtar.
func news() map[string][]string {
	all := intaketest.News()
	for _, f := range txtar.Parse(moreNews).Files {
		all[f.Name] = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
	}
	return all
}

// TestEncodingsAreDistinguished reads every line alone, every two lines, every line
// among English ones, and all lines.
func TestEncodingsAreDistinguished(t *testing.T) {
	all := news()
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
			shape("two", w.floor, pairs)
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
		{"windows-1253", "Το πλοίο"},
		{"windows-1255", "המעבורת חזרה"},
		{"windows-874", "เรือข้ามฟาก"},
		{"windows-1257", "Keltas vėl plaukioja"},
		{"windows-1258", "Pha\u0300 hoa\u0323t đo\u0323ng trơ\u0309 la\u0323i sau hai nga\u0300y."},
		{"iso-8859-5", "Паром возобновил рейсы"},
		{"cp866", "Паром возобновил рейсы"},
		{"cp862", "המעבורת חזרה"},
		{"windows-1252", "« Oui », dit-elle."},
		{"windows-1252", "«\u00a0Oui\u00a0», dit-elle, «\u00a0non\u00a0»."},
		{"iso-8859-15", "Le pain à 2 €, l'œuf à 1 €"},
		{"shift_jis", "ﾕｳﾋﾞﾝｷｮｸ ﾊ ｹﾞﾂﾖｳ ｶﾗ"},
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
