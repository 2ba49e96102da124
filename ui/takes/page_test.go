package takes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/diff"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// take returns a take with paragraphs; one that begins with ▣ is a caption.
func take(tag string, day int, note string, paragraphs ...string) Take {
	st := &story.Story{ID: story.ID("id-" + tag), Path: tag, Language: "en", Date: story.Date{Year: 2024, Month: 10, Day: day}}
	st.Headline.Title = "Ferry sails again from Ostvik"
	if tag != "" {
		st.Headline.Tags = []string{tag}
	}
	if note != "" {
		st.Notes = []story.Note{{Text: note}}
	}
	n := 0
	for _, text := range paragraphs {
		b := story.Block{Kind: story.Paragraph, Text: text}
		if rest, ok := strings.CutPrefix(text, "▣ "); ok {
			b = story.Block{Kind: story.Caption, Text: rest}
		} else {
			n++
			b.N = n
		}
		st.Body = append(st.Body, b)
	}
	return Take{Row: story.NewRow(st), Story: st}
}

// ferry returns three takes.
func ferry() []Take {
	return []Take{
		take("", 3, "", "The ferry to Great Skarn sailed again on Thursday, the port authority said.", "She had been in dock for four days.", "Nobody was on the quay."),
		take("LEAD", 3, "(ATTN: UPDATES with number of passengers in para 3)",
			"The ferry to Great Skarn sailed again on Thursday, the port authority said.", "She had been in dock for five days.",
			"The first boat carried 212 passengers, and a goat."),
		take("2nd LD", 4, "(ATTN: ADDS captain's remarks in para 4, photo)",
			"The ferry to Great Skarn sailed again on Thursday, the port authority said.", "She had been in dock for five days.",
			"The first boat carried 212 passengers, and a goat.", `"I have never been so glad of a timetable," said her captain, Aud Lindqvist.`, "▣ The ferry leaves Ostvik on Oct. 3, 2024."),
	}
}

// open returns a page of w by h cells that compares each pair of takes, and begins with the
// last.
func open(w, h int, list []Take) *Page {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(w, h)
	p.Show(list, PairOf(list, list[len(list)-1].Row.ID))
	compareAll(p)
	return p
}

// compareAll adds all that is missing.
func compareAll(p *Page) {
	for {
		pair, ok := p.Missing()
		if !ok {
			return
		}
		old, cur, _ := p.Stories(pair)
		p.Add(pair, diff.Compare(old, cur))
	}
}

func view(p *Page) string {
	lines := strings.Split(ansi.Strip(p.View()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

func checkView(t *testing.T, p *Page, want string) {
	t.Helper()
	if got := view(p); got != strings.Trim(want, "\n") {
		t.Errorf("the page is\n%s\nwant\n%s", got, strings.Trim(want, "\n"))
	}
}

func press(p *Page, keys ...string) (in intent.Intent) {
	for _, k := range keys {
		in = p.Update(page.Key(k))
		compareAll(p)
	}
	return in
}

func TestTheTakesStandAboveWhatChanged(t *testing.T) {
	p := open(80, 20, ferry())
	checkView(t, p, `
 Takes of: Ferry sails again from Ostvik ──────────────────────────────────── 3
   first   Thu 3 Oct   26 words
 ▸ LEAD    Thu 3 Oct   30 words  + 1 ~ 1 - 1  UPDATES with number of passengers
 ▸ 2nd LD  Fri 4 Oct   44 words  + 2          ADDS captain's remarks, photo
── LEAD → 2nd LD ──────────────── + new  ~ changed  - gone  (3 same: s shows) ──
      3 paragraphs the same
›+ 4  "I have never been so glad of a timetable," said her captain, Aud
 +    Lindqvist.
 + ▣  The ferry leaves Ostvik on Oct. 3, 2024.
`)
	press(p, "shift+tab")
	checkView(t, p, `
 Takes of: Ferry sails again from Ostvik ──────────────────────────────────── 3
 ▸ first   Thu 3 Oct   26 words
 ▸ LEAD    Thu 3 Oct   30 words  + 1 ~ 1 - 1  UPDATES with number of passengers
   2nd LD  Fri 4 Oct   44 words  + 2          ADDS captain's remarks, photo
── first → LEAD ───────────────── + new  ~ changed  - gone  (1 same: s shows) ──
      Figures: for four → five days
      1 paragraph the same
›~ 2  She had been in dock for [-four-]{+five+} days.
 - 3  Nobody was on the quay.
 + 3  The first boat carried 212 passengers, and a goat.
      Note: changed, not named: 2
`)
}

func TestFrom140ColumnsOnTheTwoTakesAreSideBySide(t *testing.T) {
	p := open(140, 20, ferry())
	press(p, "shift+tab")
	checkView(t, p, `
 Takes of: Ferry sails again from Ostvik ───────────────────────────────────────────────────────────────────────── 3 takes · Fri 4 Oct 2024
 ▸ first   Thu 3 Oct   26 words                         The ferry to Great Skarn sailed again on Thursday, the port authority said.
 ▸ LEAD    Thu 3 Oct   30 words  +1, 1 changed, 1 gone  (ATTN: UPDATES with number of passengers in para 3)
   2nd LD  Fri 4 Oct   44 words  +2 paragraphs          (ATTN: ADDS captain's remarks in para 4, photo)
── first ──────────────────────────────────────────────── 26 words ──┬── LEAD ────────────────────────────────────────────────── 30 words ──
       Figures: for four → five days

  1    The ferry to Great Skarn sailed again on Thursday, the port … │  1    The ferry to Great Skarn sailed again on Thursday, the port …
                                                                     │
› 2    She had been in dock for four days.                           │  2 ~  She had been in dock for five days.
                                                                     │
  3 -  Nobody was on the quay.                                       │
                                                                     │
                                                                     │  3 +  The first boat carried 212 passengers, and a goat.

       Note: changed, not named: 2
`)
}

func TestNothingStandsAboveTheParagraphsIfNoFigureChanged(t *testing.T) {
	p := open(140, 20, ferry())
	checkView(t, p, `
 Takes of: Ferry sails again from Ostvik ───────────────────────────────────────────────────────────────────────── 3 takes · Fri 4 Oct 2024
   first   Thu 3 Oct   26 words                         The ferry to Great Skarn sailed again on Thursday, the port authority said.
 ▸ LEAD    Thu 3 Oct   30 words  +1, 1 changed, 1 gone  (ATTN: UPDATES with number of passengers in para 3)
 ▸ 2nd LD  Fri 4 Oct   44 words  +2 paragraphs          (ATTN: ADDS captain's remarks in para 4, photo)
── LEAD ───────────────────────────────────────────────── 30 words ──┬── 2nd LD ──────────────────────────────────────────────── 44 words ──
  1    The ferry to Great Skarn sailed again on Thursday, the port … │  1    The ferry to Great Skarn sailed again on Thursday, the port …
                                                                     │
  2    She had been in dock for five days.                           │  2    She had been in dock for five days.
                                                                     │
  3    The first boat carried 212 passengers, and a goat.            │  3    The first boat carried 212 passengers, and a goat.
                                                                     │
›                                                                    │  4 +  "I have never been so glad of a timetable," said her captain,
                                                                     │    +  Aud Lindqvist.
                                                                     │
                                                                     │  ▣ +  The ferry leaves Ostvik on Oct. 3, 2024.
`)
	if got := p.Summary(); got != "2 new · 0 changed · 0 gone" {
		t.Errorf("the summary is %q", got)
	}
	if in := press(p, "enter"); in != (intent.OpenTake{ID: "id-2nd LD", Block: 4}) {
		t.Errorf("Enter asks for %+v", in)
	}
}

func TestEachPartOfASplitParagraphHasItsLabel(t *testing.T) {
	one, two := "The ferry sailed at noon with 212 on board, the port authority said.", "Nobody was on the quay when she left, and nobody waved from the deck."
	got := view(open(80, 20, []Take{take("LEAD", 3, "", one+" "+two), take("2nd LD", 3, "", one, two)}))
	if !strings.Contains(got, "~ 1→1  The ferry") || !strings.Contains(got, "~ 1→2  Nobody") {
		t.Errorf("the page is\n%s", got)
	}
}

func TestAClickGoesToALineAndTheWheelOn(t *testing.T) {
	p := open(80, 20, ferry())
	for _, step := range []struct{ y, cursor int }{{5, 0}, {6, 1}, {8, 3}, {9, 3}, {4, 3}, {0, 3}} { // 4 is the rule, 9 is below the text
		if p.Click(step.y); p.cursor != step.cursor || p.Pair() != (Pair{1, 2}) {
			t.Errorf("a click on line %d goes to line %d of %v, want %d", step.y, p.cursor, p.Pair(), step.cursor)
		}
	}
	if p.Wheel(-2); p.cursor != 1 {
		t.Errorf("the wheel goes to line %d", p.cursor)
	}
	if p.Click(3); p.Pair() != (Pair{1, 2}) {
		t.Errorf("a click on the last take compares %v", p.Pair())
	}
}

func TestALongComparisonScrollsWithTwoLinesToSpare(t *testing.T) {
	var old, cur []string
	for i := range 30 {
		old = append(old, fmt.Sprintf("Paragraph %d of the story is old and short.", i))
		cur = append(cur, fmt.Sprintf("Something else was told as number %d instead, at length, by the harbor master of Ostvik and by both of her deputies.", i))
	}
	p := open(80, 24, []Take{take("", 3, "", old...), take("LEAD", 3, "", cur...)})
	n := p.room()
	for i, key := range strings.Fields(strings.Repeat("j ", 3) + strings.Repeat("d ", 2) + "space G k u b g " + strings.Repeat("] ", 35) + strings.Repeat("[ ", 2)) {
		press(p, key)
		if p.cursor-p.top < min(2, p.cursor) || p.top+n-1-p.cursor < min(2, len(p.lines)-1-p.cursor) || p.top > len(p.lines)-n {
			t.Errorf("after key %d, %s: the cursor is at line %d, the top at %d of %d", i, key, p.cursor, p.top, len(p.lines))
		}
		if key == "]" && p.cursor+1 < len(p.lines) && p.lines[p.cursor+1].change == p.lines[p.cursor].change && p.cursor+1 >= p.top+n {
			t.Errorf("after key %d the change at line %d is not whole", i, p.cursor)
		}
	}
	press(p, "g", "space")
	if p.cursor != n-2 {
		t.Errorf("Space goes from line 0 to %d, want a page of %d lines without two", p.cursor, n)
	}
}

func TestAnotherThemeDrawsTheLinesAgain(t *testing.T) {
	p := open(80, 20, ferry())
	p.SetTheme(p.theme)
	light := theme.Look{}.Theme(false)
	p.SetTheme(&light)
	if want := light.Pens.New.Draw("+"); !strings.Contains(p.View(), want) {
		t.Errorf("the signs are not drawn as %q", want)
	}
}

func TestMoreThanTwelveFiguresAreCounted(t *testing.T) {
	var old, cur strings.Builder
	for i := range 15 {
		fmt.Fprintf(&old, "Boat %c carried %d people and some goats to the island. ", 'A'+i, 100+i)
		fmt.Fprintf(&cur, "Boat %c carried %d people and some goats to the island. ", 'A'+i, 200+i)
	}
	got := view(open(80, 40, []Take{take("", 3, "", old.String()), take("LEAD", 3, "", cur.String())}))
	if !strings.Contains(got, "carried 111 → 211 people · 3") || strings.Contains(got, "112 → 212") {
		t.Errorf("the page is\n%s", got)
	}
}

func TestUnchangedParagraphsAreShownOnRequest(t *testing.T) {
	p := open(80, 20, ferry())
	press(p, "s")
	if got := view(p); !strings.Contains(got, "   1  The ferry to Great Skarn sailed again on Thursday, the port authority\n      said.") || !strings.Contains(got, "›+ 4") {
		t.Errorf("the page is\n%s", got)
	}
	before := view(open(80, 20, ferry()))
	if press(p, "s"); view(p) != before {
		t.Errorf("after a second s the page is\n%s\nwant\n%s", view(p), before)
	}
}

func TestTabGoesThroughThePairsAndKThroughOlderTakes(t *testing.T) {
	p := open(80, 20, ferry())
	for _, step := range []struct {
		key  string
		want Pair
	}{
		{"tab", Pair{0, 1}}, {"tab", Pair{1, 2}}, {"K", Pair{0, 2}}, {"K", Pair{0, 2}}, {"J", Pair{1, 2}}, {"J", Pair{1, 2}}, {"shift+tab", Pair{0, 1}}, {"shift+tab", Pair{1, 2}},
	} {
		if press(p, step.key); p.Pair() != step.want {
			t.Errorf("after %s the pair is %v, want %v", step.key, p.Pair(), step.want)
		}
	}
	if p.Click(1); p.Pair() != (Pair{0, 1}) {
		t.Errorf("a click on the first take compares %v", p.Pair())
	}
}

func TestBracketsGoFromChangeToChange(t *testing.T) {
	p := open(80, 20, ferry())
	press(p, "shift+tab")
	at := func() string { return ansi.Strip(p.lines[p.cursor].text) }
	for _, step := range []struct{ key, want string }{
		{"]", "- 3  Nobody"}, {"]", "+ 3  The first"}, {"]", "+ 3  The first"}, {"[", "- 3  Nobody"}, {"[", "~ 2  She"}, {"[", "~ 2  She"},
	} {
		if press(p, step.key); !strings.HasPrefix(at(), step.want) {
			t.Errorf("%s goes to %q, want %q", step.key, at(), step.want)
		}
	}
}

func TestEnterOpensTheNewerTakeAtTheParagraph(t *testing.T) {
	p := open(80, 20, ferry())
	press(p, "shift+tab")
	for _, step := range []struct {
		key   string
		block int
	}{{"g", 0}, {"]", 2}, {"]", 2}, {"]", 3}} { // a paragraph that is gone is at the one before it
		press(p, step.key)
		if in := press(p, "enter"); in != (intent.OpenTake{ID: "id-LEAD", Block: step.block}) {
			t.Errorf("after %s Enter asks for %+v", step.key, in)
		}
	}
}

func TestATakeThatCannotBeReadIsNamedInItsRow(t *testing.T) {
	list := ferry()
	list[1].Story, list[1].Problem = nil, "could not be read: no such file"
	p := open(80, 20, list)
	checkView(t, p, `
 Takes of: Ferry sails again from Ostvik ──────────────────────────────────── 3
   first   Thu 3 Oct   26 words
 ▸ LEAD    Thu 3 Oct   30 words  could not be read: no such file
 ▸ 2nd LD  Fri 4 Oct   44 words           ADDS captain's remarks, photo
── LEAD → 2nd LD ─────────────────────────────────── + new  ~ changed  - gone ──
›  LEAD could not be read: no such file
`)
	if press(p, "K"); !strings.Contains(view(p), "first → 2nd LD") || !strings.Contains(view(p), "four-]{+five") {
		t.Errorf("the takes on either side of it are not compared:\n%s", view(p))
	}
}

func TestTheDeskIsToldWhatItsNoteLeavesOut(t *testing.T) {
	list := ferry()[1:]
	list[1].Story.Notes[0].Text = "(ATTN: ADDS captain's remarks in para 2)"
	if got := view(open(80, 20, list)); !strings.Contains(got, "Note: named, not changed: 2 · changed, not named: 4") {
		t.Errorf("the page is\n%s", got)
	}
}

func TestAPairOfTheSameTextHasNoChanges(t *testing.T) {
	list := []Take{ferry()[0], ferry()[0]}
	list[1].Row.ID = "other"
	p := open(80, 20, list)
	press(p, "]", "[", "enter")
	if got := view(p); !strings.Contains(got, "no changes") {
		t.Errorf("the page is\n%s", got)
	}
}

func TestThirtyTakesLeaveRoomForWhatChanged(t *testing.T) {
	var list []Take
	for i := range 32 {
		list = append(list, take(fmt.Sprintf("%dth LD", i), 3, "", "The ferry sailed.", fmt.Sprintf("Boat %d was late, said the harbor master.", i)))
	}
	p := open(80, 24, list)
	for _, key := range []string{"", "tab", "tab", "shift+tab", "shift+tab", "shift+tab"} {
		if key != "" {
			press(p, key)
		}
		got := view(p)
		if strings.Count(got, "▸") != 2 || strings.Count(got, "words") != 8 || !strings.Contains(got, "was late") {
			t.Errorf("after %q:\n%s", key, got)
		}
	}
}

func TestThePageFillsItsBoxInEverySizeAndScript(t *testing.T) {
	korean := "한국은행은 10일 기준금리를 연 3.25%로 0.25%포인트 인하한다고 밝혔다. 총재는 기자들과 만나 \"물가가 안정됐다\"고 말했다."
	arabic := "خفض البنك المركزي سعر الفائدة إلى 4.25 في المئة يوم الخميس، وقالت المحافظة إن الاقتصاد فقد سرعته قبل أن يفقد ميناءه."
	emoji := "Families 👩‍👩‍👧‍👦 wave 👋🏽 from the quay 🇰🇷 as the ferry ❤️ sails again 🚢 with 212 passengers on board and a goat."
	old := take("LEAD", 3, "(ATTN: UPDATES)", korean, arabic, emoji, strings.Repeat("없는단어", 30))
	cur := take("2nd LD", 3, "", strings.Replace(korean, "10일", "11일", 1), strings.Replace(arabic, "4.25", "4.50", 1), strings.Replace(emoji, "212", "214", 1), arabic+arabic)
	lists := [][]Take{ferry(), {old, cur}, {{Row: story.Row{ID: "a"}, Problem: "gone"}, {Row: story.Row{ID: "b"}, Problem: "gone"}}}
	for _, list := range lists {
		p := open(80, 24, list)
		for w := 0; w <= 200; w += 1 + w/12 {
			for h := 0; h <= 60; h += 1 + h/5 {
				p.Resize(w, h)
				page.Fills(t, p.View(), w, h)
			}
		}
		p.Resize(1, 1)
		press(p, "]", "j", "G", "s", "tab", "J", "K", "enter")
		page.Fills(t, p.View(), 1, 1)
	}
}

func TestAPageWithoutTakesDoesNothing(t *testing.T) {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(80, 24)
	for _, b := range p.Bindings() {
		b.Do(page.Key("x"))
	}
	p.Click(3)
	p.Wheel(2)
	page.Fills(t, p.View(), 80, 24)
}

func TestRightToLeftTextIsAtTheRight(t *testing.T) {
	arabic := "خفض البنك المركزي سعر الفائدة يوم الخميس"
	p := open(80, 24, []Take{take("LEAD", 3, "", "One."), take("2nd LD", 3, "", "One.", arabic)})
	for _, l := range p.lines {
		if text := ansi.Strip(l.text); strings.HasPrefix(text, "+") && !strings.HasPrefix(text, "+ 2  "+strings.Repeat(" ", 20)) {
			t.Errorf("the line is %q", text)
		}
	}
}

func TestAFrameKeepsTheChangeWhenTheWidthChanges(t *testing.T) {
	p := open(80, 24, ferry())
	press(p, "shift+tab", "]", "]")
	change := p.lines[p.cursor].change
	for _, w := range []int{40, 200, 61, 139, 140, 80} {
		if p.Resize(w, 24); p.lines[p.cursor].change != change || !p.changed(p.cursor) {
			t.Errorf("%d columns: the cursor is at line %d", w, p.cursor)
		}
	}
}
