package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/ui/bidi"
	"dateline/ui/uitest"
)

// scripts returns an archive in scripts whose cells are counted in two ways.
func scripts() archive.Source {
	texts := []string{
		"नौका सेवा दो दिन बाद फिर शुरू, यात्रियों ने ली राहत की साँस|नयी दिल्ली, 10 अगस्त (भाषा) प्राधिकरण के प्रवक्ता ने कहा कि शाम को दो अतिरिक्त फेरे लगाए जाएँगे और किराया नहीं बढ़ेगा।",
		"बंदरगाह प्राधिकरण ने रविवार तक अतिरिक्त फेरों की घोषणा की|नयी दिल्ली, 11 अगस्त (भाषा) यात्री द्वीप लौटे।",
		"น้ำท่วมทำเนียบ รัฐบาลนำเรือออกช่วย|เรือข้ามฟากกลับมาให้บริการหลังหยุดสองวันการท่าเรือแถลงว่าจะเพิ่มเที่ยวเรือจนถึงวันอาทิตย์และผู้โดยสารทุกคนทำงาน",
		"ﾌﾟﾛ野球、ﾅｲﾀｰ再開、ｶﾞｿﾘﾝ価格が下落|（東京 8月11日 共同）連絡船は2日ぶりに運航を再開したと港湾当局がﾃﾚﾋﾞで明らかにした。",
		"Families 👩‍👩‍👧‍👦 wave flags 🇰🇷🇳🇴 and 👍🏽 at the ferry ❤️ of the year|OSTVIK, Aug. 12, 2024 (Meridian) -- They 👨‍👩‍👧 waved 🇰🇷 flags ☀️ and sang.",
		"هيئة الموانئ تعلن زيادة عدد الرحلات حتى يوم الأحد|القاهرة 11 أغسطس (رويترز) - هيئة الموانئ تعلن زيادة عدد الرحلات.",
	}
	fsys := fstest.MapFS{}
	var related strings.Builder
	for _, text := range texts {
		headline, _, _ := strings.Cut(text, "|")
		related.WriteString("-\n" + headline + "\n")
	}
	for i, text := range texts {
		headline, body, _ := strings.Cut(text, "|")
		file := headline + "\n\n" + strings.Repeat(body+"\n\n", 12) + "(끝)\n" + related.String()
		fsys[fmt.Sprintf("%d.txt", i)] = &fstest.MapFile{Data: []byte(file), ModTime: uitest.Now}
	}
	return archive.FS("scripts", "scripts", fsys)
}

// boots lists the terminals by their way to count cells.
var boots = map[string]func(testing.TB, *feed.Store, int, int, ...tea.ProgramOption) *uitest.Terminal{
	"by code point": uitest.Boot, "by cluster": uitest.BootUnicode,
}

func TestRulesStandInOneColumnHoweverTheTerminalCountsCells(t *testing.T) {
	for name, boot := range boots {
		for _, size := range [][2]int{{120, 40}, {160, 50}} {
			t.Run(fmt.Sprintf("%s, %d columns", name, size[0]), func(t *testing.T) {
				booted(t, scripts(), func(t *testing.T, store *feed.Store) { //nolint:thelper // it is the test itself, inside a bubble
					term := boot(t, store, size[0], size[1])
					want := columns(strings.SplitN(term.Screen(), "\n", 2)[0])
					for _, keys := range []string{"", "\r", "j", "J", "\x1b[C", "J", "J", "J", "G", "q", "j", "j", "j", "/oo", "\x1b"} {
						term.Send(keys)
						oneColumn(t, term.Screen(), want)
					}
					end(t, term)
				})
			})
		}
	}
}

// columns returns the cells in which a row of an emulated terminal has a rule.
func columns(row string) []int {
	var at []int
	for i := range row {
		if strings.HasPrefix(row[i:], "│") {
			at = append(at, ansi.StringWidth(row[:i]))
		}
	}
	return at
}

// oneColumn fails the test unless each row above the foot has its rules in the given
// columns.
func oneColumn(t *testing.T, screen string, want []int) {
	t.Helper()
	rows := strings.Split(screen, "\n")
	for y, row := range rows[:len(rows)-1] {
		if got := columns(row); !slices.Equal(got, want) {
			t.Fatalf("row %d has rules in columns %d, want %d:\n%s", y, got, want, screen)
		}
	}
}

func end(t *testing.T, term *uitest.Terminal) {
	t.Helper()
	term.Send("Q")
	if err := term.Ended(); err != nil {
		t.Error(err)
	}
}

func TestASheetCoversItsCellsHoweverTheTerminalCountsCells(t *testing.T) {
	for name, boot := range boots {
		t.Run(name, func(t *testing.T) {
			booted(t, scripts(), func(t *testing.T, store *feed.Store) { //nolint:thelper // it is the test itself, inside a bubble
				term := boot(t, store, 100, 30)
				for _, keys := range []string{"f", "?", "\r?"} {
					term.Send(keys)
					edges := map[string]int{}
					for row := range strings.SplitSeq(term.Screen(), "\n") {
						edges[fmt.Sprint(columns(row))]++
					}
					if delete(edges, "[]"); len(edges) != 1 {
						t.Errorf("after %q the edges of the sheet are in columns %v:\n%s", keys, edges, term.Screen())
					}
					term.Send("\x1b")
				}
				end(t, term)
			})
		})
	}
}

func TestEveryRowFitsTheScreenHoweverTheTerminalCountsCells(t *testing.T) {
	dir := t.TempDir()
	store := uitest.Open(t, scripts(), dir)
	for _, clusters := range []bool{false, true} {
		d := uitest.Start(t, store, 80, 24)
		if clusters {
			d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
		}
		for w := 30; w <= 200; w += 7 {
			d.Resize(w, 30)
			for _, key := range []string{"j", "enter", "G", "r", "q", "J", "q", "f", "esc", "/", "a", "esc", "g"} {
				d.Press(key)
				d.Screen() // it fails the test if a row is too wide
			}
		}
	}
}

func TestTheTerminalIsAskedAgainToCountByClusterAfterASuspension(t *testing.T) {
	booted(t, scripts(), func(t *testing.T, store *feed.Store) { //nolint:thelper // it is the test itself, inside a bubble
		term := uitest.BootUnicode(t, store, 120, 40)
		if _, err := term.Write([]byte(ansi.ResetModeUnicodeCore)); err != nil { // as Bubble Tea does before
			t.Fatal(err)
		}
		term.Program.Send(tea.ResumeMsg{})
		term.Settle()
		if !term.Clusters() {
			t.Error("the terminal counts cells by code point, the program by cluster")
		}
		end(t, term)
	})
}

func TestTextIsOrderedByTheProgramOrTheTerminalOnEveryPage(t *testing.T) {
	t.Cleanup(func() { bidi.SetByTerminal(false) })
	const read, drawn = "القاهرة", "ةرهاقلا" // Cairo, in the order of reading and of cells
	d := uitest.Start(t, uitest.Open(t, scripts(), t.TempDir()), 100, 30)
	for _, keys := range [][]string{{}, {"f"}, {"esc", "/"}, {"enter", "enter"}} {
		d.Press(keys...)
		if len(keys) == 2 && keys[1] == "/" {
			d.Type("place:" + read)
		}
		bidi.SetByTerminal(false)
		if screen := d.Screen(); strings.Contains(screen, read) || len(keys) > 0 && !strings.Contains(screen, drawn) {
			t.Errorf("after %v the program does not order text:\n%s", keys, screen)
		}
		bidi.SetByTerminal(true)
		if screen := d.Screen(); strings.Contains(screen, drawn) || len(keys) > 0 && !strings.Contains(screen, read) {
			t.Errorf("after %v the program orders text:\n%s", keys, screen)
		}
	}
}
