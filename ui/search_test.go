package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/ui/theme"
	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

func TestASearchIsRunAtEveryKey(t *testing.T) {
	d := start(t, 100, 24)
	d.Press("/")
	d.Shows(newest)
	for _, r := range "marguer" {
		d.Type(string(r))
		d.Shows(" files · all 75 · ")
		d.Hides("… of")
	}
	d.Shows("/marguer", "best first", "ferry Marguerite Dale")
	for range "marguer" {
		d.Press("backspace")
	}
	d.Shows(newest, "October 2024 ─")
}

func TestHitsAreMarkedInHeadlineAndSnippet(t *testing.T) {
	d := start(t, 100, 24)
	d.Press("/")
	d.Type("beer mat")
	pens := theme.Look{}.Theme(true).Pens
	for _, hit := range []string{pens.SelectedHit.Draw("beer"), pens.Hit.Draw("beer")} {
		if view := d.Model.View().Content; !strings.Contains(view, hit) {
			t.Errorf("%q is not in\n%q", hit, view)
		}
	}
	d.Shows("silenced with a beer mat", "4 of 54")
}

func TestEscRestoresTheExactPlace(t *testing.T) {
	for name, size := range map[string][2]int{"narrow": {40, 12}, "list": {100, 24}, "split": {160, 40}} {
		t.Run(name, func(t *testing.T) {
			d := start(t, size[0], size[1])
			d.Press("d", "d", "j", "j", "k")
			want := d.Screen()
			d.Press("/")
			d.Type("ferry ")
			if d.Screen() == want {
				t.Fatal("the search does not change the screen")
			}
			d.Press("esc")
			if d.Screen() != want {
				t.Errorf("Esc while typing leads to\n%s\nwant\n%s", d.Screen(), want)
			}
			d.Search("ferry", "j", "d", "enter", "q", "esc")
			if got := unread(d.Screen()); got != unread(want) {
				t.Errorf("Esc in the result leads to\n%s\nwant\n%s", got, unread(want))
			}
			if d.Press("esc"); d.Ended {
				t.Error("Esc leaves the program")
			}
		})
	}
}

// unread returns a screen without its head and foot, and without other parts that
// reading a story changes.
func unread(screen string) string {
	rows := strings.Split(strings.ReplaceAll(screen, "•", " "), "\n")
	for i, row := range rows {
		rows[i], _, _ = strings.Cut(row, "│")
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows[1:len(rows)-1], "\n")
}

func TestJAndKStepThroughAKeptResult(t *testing.T) {
	d := start(t, 100, 24)
	d.Press("/")
	d.Type("ferry")
	found := d.Screen()
	d.Press("enter")
	if got, want := unread(d.Screen()), unread(found); got != want {
		t.Errorf("Enter keeps\n%s\nwant\n%s", got, want)
	}
	d.Shows("/ferry", "1 of 2")
	second := title(strings.TrimSpace(d.Row(4)))[:20]
	d.Press("enter", "J")
	if !strings.Contains(strings.Join(strings.Fields(d.Screen()), " "), strings.TrimSpace(second)) {
		t.Errorf("J leads to\n%s\nwant %q", d.Screen(), second)
	}
	d.Press("K", "K")
	d.Shows("This is the first story of the list.")
	d.Press("q")
	d.Shows(" stories in 28 files · all 75", "1 of 2")
	d.Press("q")
	d.Shows(newest, "1 of 54")
	d.Press("q")
	if !d.Ended {
		t.Error("q in the archive's list does not leave")
	}
}

func TestAStoryOpensAtItsFirstHitAndNGoesToTheNext(t *testing.T) {
	d := start(t, 80, 12)
	d.Search("hesker observatory", "enter")
	d.Shows("1 of ")
	d.Press("n")
	d.Shows("2 of ")
	d.Press("N")
	d.Shows("1 of ")
	d.Press("/")
	d.Type("qqqq")
	d.Press("esc")
	d.Shows("1 of ")
}

func TestEnterKeepsTheLastWordAsAPrefix(t *testing.T) {
	d := start(t, 100, 24)
	d.Press("/")
	d.Type("margueri")
	found := unread(d.Screen())
	d.Press("enter")
	if got := unread(d.Screen()); got != found {
		t.Errorf("Enter keeps\n%s\nwant\n%s", got, found)
	}
	d.Shows("/margueri*")
}

func TestAStaleAnswerIsDropped(t *testing.T) {
	slow, fast := start(t, 100, 24), start(t, 100, 24)
	text := "/ferrx\x7fy mat\rjj"
	var msgs []tea.Msg
	for _, r := range text {
		k := page.Key(map[rune]string{'\r': "enter", '\x7f': "backspace", ' ': "space"}[r] + strings.Trim(string(r), "\r\x7f "))
		slow.Send(k)
		msgs = append(msgs, k)
	}
	fast.Burst(msgs...)
	if fast.Screen() != slow.Screen() {
		t.Errorf("typed fast:\n%s\ntyped slowly:\n%s", fast.Screen(), slow.Screen())
	}
	fast.Shows("/ferry mat")
}

func TestAnInvalidSearchMarksTheError(t *testing.T) {
	d := start(t, 100, 24)
	d.Press("/")
	for _, r := range "ferry place:" {
		d.Type(string(r))
		d.Shows("? what can be typed")
	}
	d.Press("enter")
	if d.Hides("? what can be typed"); !strings.Contains(d.Row(-1), "/ferry place:") {
		t.Errorf("the line is gone: %q", d.Row(-1))
	}
	for range "place:" {
		d.Press("backspace")
	}
	d.Type("plce:x ")
	d.Shows(`there is no field "plce"`)
	if view := d.Model.View().Content; !strings.Contains(view, "\x1b[1;7mplce") {
		t.Errorf("the error is not marked: %q", d.Row(-1))
	}
	d.Press("esc")
	d.Shows(newest)
}

func TestAFieldThatDoesNotExistIsSearchedAsWords(t *testing.T) {
	d := start(t, 100, 24)
	d.Press("/")
	d.Type("bank:rate")
	d.Shows(`there is no field "bank"`, "Bank of Ostmere cuts key rate")
	d.Press("enter")
	d.Shows(`there is no field "bank"`, "Bank of Ostmere cuts key rate")
	d.Hides("? what can be typed")
}

func TestTheManualIsShownWhileSearching(t *testing.T) {
	d := start(t, 100, 40)
	d.Press("/")
	d.Type("fer")
	d.Press("?")
	d.Shows("What can be searched for", "both words, anywhere")
	d.Press("/")
	d.Type("urgent")
	d.Shows("kind:urgent")
	d.Press("esc", "q")
	d.Type("ry")
	d.Shows("/ferry")
}

func TestTheManualExplainsTheSearch(t *testing.T) {
	for _, w := range []int{40, 80, 120, 200} {
		d := start(t, w, 40)
		d.Press("/")
		d.Type("bank place:aldmouth foo:bar -금리")
		d.Press("?")
		d.Shows("What can be searched for", "place:aldmouth", "· foo", "all", "note", "there is no field")
		d.Press("esc", "esc", "/")
		d.Type("kind:nothing ")
		d.Press("?")
		d.Shows("there is no kind")
	}
}

func TestSSwitchesTheOrderOfAResult(t *testing.T) {
	d := start(t, 100, 24)
	d.Press("S")
	d.Shows("S sorts the result of a search")
	d.Search("ferry")
	d.Shows("best first")
	d.Press("S")
	d.Shows("newest first")
	d.Press("S")
	d.Shows("best first")
}

func TestEarlierSearchesAreRecalled(t *testing.T) {
	dir := copied(t)
	d := uitest.Start(t, uitest.Open(t, edition(), dir), 100, 24)
	for _, text := range []string{"ferry", "volcano", "rate cut"} {
		d.Search(text, "esc")
	}
	d.Press("/")
	d.Type("never kept")
	d.Press("esc")
	again := uitest.Start(t, uitest.Open(t, edition(), dir), 100, 24)
	again.Press("/", "up")
	again.Shows("/rate cut")
	again.Press("ctrl+p", "ctrl+p")
	again.Shows("/ferry", "best first")
	again.Press("ctrl+n", "ctrl+n", "ctrl+n")
	again.Shows(newest)
	again.Press("?", "q", "esc")
	again.Shows(newest)
}

func TestTheNextStartRestoresTheSearch(t *testing.T) {
	dir := copied(t)
	d := uitest.Start(t, uitest.Open(t, edition(), dir), 100, 24)
	d.Search("ferry", "j", "j", "j")
	d.Wait()
	want := d.Screen()
	again := uitest.Start(t, uitest.Open(t, edition(), dir), 100, 24)
	again.Shows("/ferry", "4 of 2", "best first")
	again.Press("g")
	d.Press("g")
	if again.Screen() != d.Screen() {
		t.Errorf("opens with\n%s\nwant\n%s", again.Screen(), want)
	}
	again.Press("esc")
	again.Shows("? keys")
	again.Hides("all stories")
}

func TestAKoreanSearchFindsPartOfAWord(t *testing.T) {
	d := uitest.Start(t, uitest.Open(t, archive.FS("desk", "desk", fstest.MapFS{
		"a.txt": {Data: []byte("기준금리 동결\n서울, Oct. 3, 2024 (Meridian) -- 한국은행이 기준금리를 동결했다.\n(END)\n"), ModTime: uitest.Now},
		"b.txt": {Data: []byte("Ferry sails\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n(END)\n"), ModTime: uitest.Now},
	}), t.TempDir()), 40, 12)
	d.Press("/")
	d.Type("금리")
	d.Shows("1 of 2 · ", "기준금리 동결")
	d.Hides("Ferry")
	if view := ansi.Strip(d.Model.View().Content); !strings.Contains(view, "기준금리를") {
		t.Errorf("no snippet:\n%s", view)
	}
	d.Press("enter", "enter")
	d.Shows("1 of ")
}

func TestSearchPagesFillEverySize(t *testing.T) {
	pages := map[string][]string{
		"typing": {"/", "f", "e"}, "kept": {"/", "f", "e", "enter", "j"}, "wrong": {"/", "x", "x", ":", "y", "space"},
		"manual": {"/", "?"}, "facets": {"f", "j"}, "filter": {"f", "/", "a"}, "narrowed": {"f", "enter"},
		"name": {"/", "f", "enter", "w"}, "nothing": {"/", "q", "q", "q", "q"}, "story": {"/", "f", "enter", "enter"},
	}
	for name, keys := range pages {
		t.Run(name, func(t *testing.T) {
			d := start(t, 80, 24)
			d.Press(keys...)
			want := d.Screen()
			for _, w := range []int{1, 29, 30, 43, 71, 72, 119, 120, 200, 2, 31, 40, 56, 80, 96}[:feedtest.Rounds(9, 15)] {
				for _, h := range []int{1, 7, 8, 50, 9, 24}[:feedtest.Rounds(4, 6)] {
					d.Resize(w, h)
					if rows := strings.Count(d.Screen(), "\n") + 1; w >= 30 && h >= 8 && rows != h {
						t.Errorf("%dx%d: %d rows", w, h, rows)
					}
				}
			}
			d.Resize(80, 24)
			if got := d.Screen(); got != want {
				t.Errorf("after resizing:\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// BenchmarkKeyToFrameWhileSearching is one key press into a search, Update and
// View together; the search itself runs in the background. Budget: under 1 ms.
func BenchmarkKeyToFrameWhileSearching(b *testing.B) {
	d := uitest.Start(b, uitest.Open(b, edition(), b.TempDir()), 160, 50)
	d.Press("/", "f", "e", "r")
	letter, back := page.Key("r"), page.Key("backspace")
	for i := 0; b.Loop(); i++ {
		key := letter
		if i%2 == 1 {
			key = back
		}
		d.Model.Update(key)
		_ = d.Model.View()
	}
}

// BenchmarkKeyToFrameInAResult is one key press in a result of 2,000 stories.
// Budget: under 1 ms.
func BenchmarkKeyToFrameInAResult(b *testing.B) {
	files := fstest.MapFS{}
	for i := range 2000 {
		files[fmt.Sprintf("%04d.txt", i)] = &fstest.MapFile{ModTime: uitest.Now, Data: fmt.Appendf(nil,
			"Ferry %d sails\nOSTVIK, Oct. 3, 2024 (Meridian) -- The ferry sailed with the lamps lit and nobody slept.\n(END)\n", i)}
	}
	d := uitest.Start(b, uitest.Open(b, archive.FS("desk", "desk", files), b.TempDir()), 160, 50)
	d.Press("/", "f", "e", "r", "r", "y", "enter", "d")
	down, up := page.Key("j"), page.Key("k")
	for i := 0; b.Loop(); i++ {
		key := down
		if i%20 >= 10 {
			key = up
		}
		d.Model.Update(key)
		_ = d.Model.View()
	}
}

func TestEnterKeepsTheRowsAndTheCursor(t *testing.T) {
	for _, text := range []string{"school", "ash", "fer", "the", `"bank of`, "place:karvik as"} {
		d := start(t, 100, 30)
		d.Press("/")
		d.Type(text)
		d.Press("down", "down")
		shown := unread(d.Screen())
		row, line := where(t, d)
		d.Press("enter")
		if got := unread(d.Screen()); got != shown {
			t.Errorf("%s: Enter keeps\n%s\nwant\n%s", text, got, shown)
		}
		if again, at := where(t, d); again != row || at != line {
			t.Errorf("%s: the cursor went from %v on line %d to %v on line %d", text, row, line, again, at)
		}
		selected := strings.TrimSpace(title(strings.TrimSpace(d.Row(line))))
		d.Press("enter")
		if first := strings.Fields(selected)[0]; !strings.Contains(d.Screen(), first) {
			t.Errorf("%s: Enter on %q opens\n%s", text, selected, d.Screen())
		}
	}
}

func TestTabCompletesFieldsAndTheValuesFound(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("/")
	d.Type("pla")
	d.Press("tab")
	d.Shows("/place:")
	d.Type("al")
	d.Wait()
	d.Shows("place ALDMOUTH")
	d.Press("tab")
	d.Shows(`/place:"ALDMOUTH"`, " stories in 23 files")
	d.Press("enter")
	d.Shows(`/place:"ALDMOUTH" · 15 stories in 23 files`)
}

func TestTheFacetsOfASearchAreBelowItsRows(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("/")
	d.Type("bank rate")
	before := d.Row(21)
	d.Wait()
	d.Shows("place ALDMOUTH", "kind ", "year 2024")
	if got := d.Row(21); got != before {
		t.Errorf("the facets moved a row: %q, want %q", got, before)
	}
	wide := start(t, 160, 50)
	wide.Press("/")
	wide.Type("bank rate")
	wide.Wait()
	wide.Shows("Narrow ──", "f facets", "place   ALDMOUTH", "agency  Meridian")
}
