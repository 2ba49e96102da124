package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/uitest"
)

// manyScripts returns a small archive of many scripts.
func manyScripts() archive.Source {
	fsys := fstest.MapFS{}
	headlines := []string{
		"한국은행, 기준금리 0.25%포인트 인하…4년 5개월 만에 통화정책 방향 전환, 가계부채와 집값은 여전히 부담으로 남아",
		"日銀、政策金利を0.25％に引き上げ 国債買い入れ減額も決定、総裁会見で追加利上げに含み残す 市場は円高で反応",
		"البنك المركزي يخفض سعر الفائدة للمرة الأولى منذ أربع سنوات وسط مخاوف من تباطؤ النمو وارتفاع ديون الأسر في البلاد",
		"रिज़र्व बैंक ने चार साल बाद पहली बार ब्याज दर घटाई, गवर्नर ने कहा महंगाई पर नज़र बनी रहेगी और विकास को सहारा मिलेगा",
		"ธนาคารกลางลดดอกเบี้ยนโยบายร้อยละศูนย์จุดสองห้าครั้งแรกในรอบสี่ปีท่ามกลางความกังวลต่อหนี้ครัวเรือนที่เพิ่มสูงขึ้น",
		"👩‍👩‍👧‍👦 Families 🇰🇷 wave 👋🏽 at the ferry ❤️ as it sails again 🚢 after eleven days in the dock and one in the fog",
		"Short one", "짧은 제목", "短い", "قصير", "छोटा", "สั้น", "🚢",
	}
	for i, h := range headlines {
		text := fmt.Sprintf("%s\nOSTVIK, Oct. %d, 2024 (Meridian) -- %s.\n\n%s.\n", h, 1+i, h, strings.Repeat(h+" ", 6))
		text += strings.Repeat("\nA line of its own.\n", 20) + "(END)\n-\n" + strings.Join(headlines, "\n-\n") + "\n"
		fsys[fmt.Sprintf("%02d.txt", i)] = &fstest.MapFile{Data: []byte(text + "-\nA headline that is not in the archive, whatever the width of the screen that it is on\n"), ModTime: uitest.Now}
	}
	return archive.FS("scripts", "scripts", fsys)
}

// sweep is the keys that open each page.
var sweep = map[string]string{
	"list": "j", "unfolded": ": 1 2 enter + j", "every take": "Z j", "unfolded result": "/ b a n k space r a t e enter + j", "list further down": "G k", "story": "enter", "end of story": "enter G", "selected link": "enter G shift+tab",
	"around": "enter r", "around a row": "r j", "takes": "/ o s t m e r e space c u t s enter v", "search": "/ s", "nothing found": "/ x y z", "result": "/ s enter", "result in a story": "/ s enter l",
	"help": "?", "help of a story": "enter ?", "facets": "f", "find": "enter / s", "zen": "enter z", "message": "w",
	"trail": "enter q j enter : t r a i l enter", "no trail": ": t r a i l enter", "time line": "j T", "time line in a story": "G enter T k", "map": ": m a p enter", "map, left": "enter : m a p enter left", "strip": "c", "strip of a search": "/ s enter c tab", "command": ":", "command in a story": "enter : 4", "wrong command": ": x y enter", "settings": ": s e t space",
	"question": "M", "copy": "y", "copy of a story": "enter y", "pipe": "|", "wrong pipe": "| x x enter", "tags": "t", "tags typed": "t s e a space p o r t", "tagged row": "t s e a enter j", "tagged story": "t s e a enter enter", //nolint:dupword // keys
}

var sweepSizes = [][2]int{{40, 12}, {60, 20}, {80, 24}, {100, 30}, {120, 40}, {160, 50}, {220, 60}}

func TestEveryPageIsWholeInEverySizeAndScript(t *testing.T) {
	sources := map[string]archive.Source{"edition": edition(), "scripts": manyScripts(), "empty": archive.FS("an empty desk", "empty", fstest.MapFS{})}
	for name, src := range sources {
		dir := t.TempDir()
		if name == "edition" {
			dir = copied(t)
		}
		store := uitest.Open(t, src, dir)
		for page, keys := range sweep {
			d := uitest.Start(t, store, 80, 24)
			d.Press(strings.Fields(keys)...)
			for _, size := range sweepSizes {
				d.Resize(size[0], size[1])
				checkWhole(t, d, name+", "+page, size[0], size[1])
				if feedtest.Rounds(1, 2) > 1 { // the page opened in this size
					fresh := uitest.Start(t, store, size[0], size[1])
					fresh.Press(strings.Fields(keys)...)
					checkWhole(t, fresh, name+", "+page+", fresh", size[0], size[1])
				}
			}
		}
	}
}

// checkWhole checks that a screen of w by h cells is full, that it has a head line and
// a foot line, and that no text runs into its right edge.
func checkWhole(t *testing.T, d *uitest.Driver, name string, w, h int) {
	t.Helper()
	rows := strings.Split(ansi.Strip(d.Model.View().Content), "\n")
	if len(rows) != h {
		t.Errorf("%s, %dx%d: %d rows", name, w, h, len(rows))
	}
	zen := strings.Contains(name, "zen") // nothing but the story
	if strings.TrimSpace(rows[0]) == "" || !zen && strings.TrimSpace(rows[len(rows)-1]) == "" {
		t.Errorf("%s, %dx%d: no head or no foot:\n%s", name, w, h, d.Screen())
	}
	for i, row := range rows {
		if n := cell.Width(row); n > w {
			t.Errorf("%s, %dx%d: row %d has %d cells: %q", name, w, h, i, n, row)
		} else if last := []rune(row + " "); n == w && !strings.ContainsRune(" ─│▐…╮╯┐┘", last[len(last)-2]) {
			t.Errorf("%s, %dx%d: row %d runs into the edge: %q", name, w, h, i, row)
		}
	}
}

func TestTheFootEndsInTheSameCell(t *testing.T) {
	store := uitest.Open(t, edition(), copied(t))
	for page, keys := range sweep {
		switch page {
		case "list", "story", "end of story", "result":
		default:
			continue
		}
		for _, size := range sweepSizes {
			d := uitest.Start(t, store, size[0], size[1])
			d.Press(strings.Fields(keys)...)
			for _, key := range []string{"j", "j", "d", "k"} {
				d.Press(key)
				if n := cell.Width(d.Row(-1)); n != size[0]-1 {
					t.Errorf("%s, %v: after %s the foot ends at cell %d: %q", page, size, key, n, d.Row(-1))
				}
			}
		}
	}
}

func TestAHeadlineInTheListIsWholeOrCutWithAnEllipsis(t *testing.T) {
	for _, src := range []archive.Source{edition(), manyScripts()} {
		store := uitest.Open(t, src, t.TempDir())
		d := uitest.Start(t, store, 80, 24)
		rows, err := store.Rows(t.Context(), story.Key{}, 100)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range sweepSizes[:4] { // a headline has one line
			d.Resize(size[0], size[1])
			for _, key := range []string{"g", "G"} {
				d.Press(key)
				for _, line := range strings.Split(d.Screen(), "\n")[1:6] {
					if !strings.Contains(line, cell.Ellipsis) && !strings.Contains(line, "──") && !holdsTitle(rows, line) {
						t.Errorf("%v: a headline is cut: %q", size, line)
					}
				}
			}
		}
	}
}

// holdsTitle reports whether line has the whole headline of one of rows.
func holdsTitle(rows []story.Row, line string) bool {
	for i := range rows {
		title := cell.Cut(rows[i].Headline.Title, 500)
		if strings.Contains(line, bidi.Visual(title, bidi.IsRTL(title))) {
			return true
		}
	}
	return false
}
