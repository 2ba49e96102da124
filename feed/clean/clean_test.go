package clean

import (
	"strings"
	"testing"
)

var cases = []struct{ name, in, want string }{
	{"plain", "Port Ellery\n\tferry", "Port Ellery\n\tferry"},
	{"empty", "", ""},
	{"line ends", "a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh\ni", "a\nb\nc\nd\ne\nf\ng\nh\ni"},
	{"controls", "a\x00b\x07c\x08d\x0ee\x1af\x7fg", "abcdefg"},

	{"colour", "\x1b[31mred\x1b[0m", "red"},
	{"colour with colons", "\x1b[38:2::1:2:3mred", "red"},
	{"home", "a\x1b[Hb", "ab"},
	{"private mode", "a\x1b[?1049hb", "ab"},
	{"intermediate byte", "a\x1b[!pb\x1b[2 qc", "abc"},
	{"unfinished CSI", "a\x1b[31", "a31"},
	{"CSI broken by a line", "a\x1b[31\nmore", "a31\nmore"},
	{"CSI too long", "a\x1b[" + strings.Repeat("1;", 40) + "mb", "a" + strings.Repeat("1;", 40) + "mb"},
	{"code point CSI", "a\u009b2Jb", "ab"},
	{"byte CSI", "a\x9b2Jb", "ab"},
	{"byte CSI without parameters", "a\x9bJ", "a\uFFFDJ"},
	{"code point CSI before a space", "a\u009b said", "a said"},

	{"title", "a\x1b]0;owned\x07b", "ab"},
	{"title, ST", "a\x1b]0;owned\x1b\\b", "ab"},
	{"title, ST as code point", "a\x1b]0;owned\u009cb", "ab"},
	{"title, ST as byte", "a\x1b]0;owned\x9cb", "ab"},
	{"title in Korean", "a\x1b]0;한글\x07b", "ab"},
	{"code point title", "a\u009d0;owned\u009cb", "ab"},
	{"byte title", "a\x9d0;owned\x07b", "ab"},
	{"link", "\x1b]8;;http://x.example\x1b\\text\x1b]8;;\x1b\\", "text"},
	{"clipboard", "a\x1b]52;c;" + strings.Repeat("QUJD", 500) + "\x07b", "ab"},
	{"unfinished title", "a\x1b]0;title\nthe story goes on", "a0;title\nthe story goes on"},
	{"title as long as a story", "\x1b]0;" + strings.Repeat("word ", 1000) + "\x07", "0;" + strings.Repeat("word ", 1000)},
	{"title cut by another escape", "\x1b]0;one\x1b[31mtwo", "0;onetwo"},
	{"DCS", "a\x1bPq#0;2;0;0;0~\x1b\\b", "ab"},
	{"APC", "a\x1b_Gf=24;AAAA\x1b\\b", "ab"},
	{"PM", "a\x1b^hidden\x1b\\b", "ab"},
	{"SOS", "a\x1bXhidden\x1b\\b", "ab"},
	{"screen title", "a\x1bkname\x1b\\b\x1bkite", "abkite"},
	{"wrongly decoded quotes", "â\u0080\u009d she said. â\u0080\u009cWe", "â she said. âWe"},
	{"wrongly decoded Cyrillic", "Ð\u009dÐ¾Ñ\u0081Ñ\u0082Ð\u009c", "ÐÐ¾ÑÑÐ"},

	{"save and restore", "a\x1b7b\x1b8c", "abc"},
	{"reset", "a\x1bcb", "ab"},
	{"character set", "a\x1b(0b\x1b)Bc\x1b$Bd\x1b$)Ce", "abcde"},
	{"screen test", "a\x1b#8b\x1b%Gc\x1b Fd", "abcd"},
	{"lone ESC", "a\x1b", "a"},
	{"ESC before text", "a\x1b Yes \x1bit (is)\x1b(so", "a Yes it (is)(so"},
	{"ESC before ESC", "a\x1b\x1b[31mb", "ab"},
	{"ESC that removal could make", "\x1b\x1b[m[31mb", "[31mb"},

	{"bidi", "a\u202eb\u202cc\u2066d\u2069e\u200ef\u200fg\u061ch", "abcdefgh"},
	{"break between words", "ก\u200bขฺ\u200bค ក\u200bខ \u200bဂ\u200b\u200bဃ\u200b.", "ก\u200bขฺ\u200bค ក\u200bខ ဂ\u200bဃ."},
	{"break before a mark", "ก\u200b\u0e31ข \u200b\u200dก", "ก\u0e31ข ก"},
	{"zero width", "a\u200bb\u2060c\ufeffd\u00ade\u034ff\u2063g\u206ah", "abcdefgh"},
	{"annotation", "\ufff9a\ufffab\ufffbc", "abc"},
	{"fillers", "a\u3164b\uffa0c\u115fd\u1160e\u17b4f", "a b cdef"},
	{"tags", "a\U000E0041\U000E0042\U000E0001b", "ab"},
	{"flag of Scotland", "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"},
	{"other flag of tags", "\U0001F3F4\U000E0067\U000E0062\U000E007F", "\U0001F3F4"},
	{"noncharacters", "a\uFDD0b\uFFFEc\U0010FFFFd", "a\uFFFDb\uFFFDc\uFFFDd"},
	{"private use", "a\uE000\U000F0000b", "a\uE000\U000F0000b"},
	{"invalid", "a\xffb\xed\x95c\xed\x95\x9c\xc0\x80d\xf0\x9f\x98", "a\uFFFDb\uFFFDc한\uFFFD\uFFFDd\uFFFD"},
	{"surrogate", "a\xed\xa0\x80b", "a\uFFFD\uFFFD\uFFFDb"},

	{"joiner in Persian", "می\u200cخواهم", "می\u200cخواهم"},
	{"joiner in Hindi", "क्\u200dष", "क्\u200dष"},
	{"joiner in Bengali", "র\u200d্য", "র\u200d্য"},
	{"joiner in Sinhala", "ශ්\u200dරී", "ශ්\u200dරී"},
	{"joiner in Latin", "a\u200db\u200cc", "abc"},
	{"joiner at the ends", "\u200dक\u200d", "क"},
	{"joiners in a row", "می\u200c\u200c\u200dخ", "می\u200cخ"},
	{"family", "👨\u200d👩\u200d👧\u200d👦", "👨\u200d👩\u200d👧\u200d👦"},
	{"burning heart", "❤\uFE0F\u200d🔥", "❤\uFE0F\u200d🔥"},
	{"pirates", "🏴\u200d☠\uFE0F", "🏴\u200d☠\uFE0F"},
	{"endless family", strings.Repeat("👨\u200d", 8) + "👨", strings.Repeat("👨\u200d", 5) + "👨👨\u200d👨\u200d👨"},
	{"keycap", "1\uFE0F\u20E3 2\uFE0F 3\uFE0E", "1\uFE0F\u20E3 2 3"},
	{"selector without variants", "a\uFE0Fb\uFE01\U000E0100c", "abc"},
	{"selector of an ideograph", "葛\U000E0100飾", "葛\U000E0100飾"},
	{"selectors in a row", "☺\uFE0F\uFE0F\U000E0101\uFE01", "☺\uFE0F"},
	{"selector across removed text", "☺\u200b\x1b[m\uFE0F", "☺\uFE0F"},
	{"Mongolian", "ᠠ\u180b\u180eᠡ a\u180bb", "ᠠ\u180b\u180eᠡ ab"},

	{"marks", "z" + strings.Repeat("\u0300", 30) + "a", "z" + strings.Repeat("\u0300", 4) + "a"},
	{"marks of a script", "ཧ" + strings.Repeat("\u0fb1", 30), "ཧ" + strings.Repeat("\u0fb1", 8)},
	{"mark at the start", "\u0301a\n\u0302b", "◌\u0301a\n◌\u0302b"},
	{"mark after a space", "a \u0301b\u00a0\u0301", "a ◌\u0301b\u00a0◌\u0301"},
	{"mark after removed text", "a\n\u200b\u0301b", "a\n◌\u0301b"},
	{"Vietnamese, decomposed", "Tie\u0302\u0301ng Vie\u0323\u0302t", "Tie\u0302\u0301ng Vie\u0323\u0302t"},
	{"Hebrew with points", "בְּרֵאשִׁ֖ית", "בְּרֵאשִׁ֖ית"},
	{"Thai", "น้ำท่วมที่ท่าเรือ", "น้ำท่วมที่ท่าเรือ"},
	{"Tibetan", "བསྒྲུབས་རྐྱེན", "བསྒྲུབས་རྐྱེན"},
	{"Arabic with vowels", "مَرْحَبًا بِكُمْ", "مَرْحَبًا بِكُمْ"},
	{"Arabic number sign", "\u0600١٢", "\u0600١٢"},
}

func TestTextKeepsOnlyVisibleText(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Text(c.in); got != c.want {
				t.Errorf("Text(%q)\n got %q\nwant %q", c.in, got, c.want)
			}
		})
	}
}

func TestLineIsOneLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"  \n ", ""},
		{"one", "one"},
		{" one \n\ttwo\u00a0\u3000three\r\n", "one two three"},
		{"one\x1b[2J \u202e two", "one two"},
		{" \u0301a", "◌\u0301a"},
	} {
		if got := Line(c.in); got != c.want {
			t.Errorf("Line(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCleanTextIsReturnedAsItIs(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("The ferry resumed service.\n", 50),
		strings.Repeat("여객선 운항이 재개됐다. 渡し船の運航が再開した。\n", 50),
		strings.Repeat("Tie\u0302\u0301ng ❤\uFE0F\u200d🔥 می\u200cخواهم\n", 50),
	} {
		n := testing.AllocsPerRun(10, func() { sink = Text(s) })
		if n != 0 || sink != s {
			t.Errorf("%.20q: %v allocations", s, n)
		}
	}
}

var sink string

func TestTextIsCopiedOnce(t *testing.T) {
	dirty := strings.Repeat("The ferry\u200b was late.\r\n", 100)
	if n := testing.AllocsPerRun(10, func() { Text(dirty) }); n != 1 {
		t.Errorf("%v allocations, want 1", n)
	}
}
