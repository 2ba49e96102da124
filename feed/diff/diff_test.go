package diff

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/story"
)

// marked returns runs with the words that are gone in [- -] and the new ones in {+ +}.
func marked(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Of {
		case Old:
			b.WriteString("[-" + r.Text + "-]")
		case New:
			b.WriteString("{+" + r.Text + "+}")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// summary returns one line for each change: its kind, and the numbers from 1.
func summary(d *Diff) string {
	var lines []string
	numbers := func(blocks []int) string {
		var all []string
		for _, i := range blocks {
			all = append(all, strconv.Itoa(i+1))
		}
		return strings.Join(all, "+")
	}
	for _, c := range d.Changes {
		lines = append(lines, strings.Trim(fmt.Sprintf("%s %s>%s", c.Kind, numbers(c.Old), numbers(c.New)), ">"))
	}
	return strings.Join(lines, ", ")
}

const (
	tolvik  = "A fire at a cannery in Tolvik killed four people overnight, police said Friday."
	drying  = "It broke out at 11:50 p.m. in a drying hall where 31 people worked."
	smoke   = `"The smoke came from under the door," said Sven Aas, who got out through a window.`
	blocked = "The cannery was inspected in May and two exits were found blocked, the labor office said."
	mayor   = "Mayor Ida Lund called it the worst day in the town's history."
	line    = "A crisis line was opened."
)

func TestParagraphsArePaired(t *testing.T) {
	tests := []struct {
		claim    string
		old, cur []string
		want     string
	}{
		{"a new paragraph", []string{tolvik, mayor}, []string{tolvik, line, mayor}, "same 1>1, added >2, same 2>3"},
		{"one that is gone stands after the one that it followed", []string{tolvik, line, mayor}, []string{tolvik, mayor}, "same 1>1, gone 2, same 3>2"},
		{"one that is gone at the start", []string{line, tolvik}, []string{tolvik}, "gone 1, same 2>1"},
		{"moved", []string{tolvik, drying, smoke, blocked}, []string{tolvik, blocked, drying, smoke}, "same 1>1, moved 4>2, same 2>3, same 3>4"},
		{"moved and edited", []string{drying, mayor, tolvik}, []string{strings.Replace(tolvik, "four", "seven", 1), drying, mayor}, "moved 3>1, same 1>2, same 2>3"},
		{"fewer than half of the words in common: gone and new", []string{tolvik}, []string{"Police held the owner of a cannery on Friday after a fire that killed seven."}, "gone 1, added >1"},
		{"split", []string{tolvik, smoke, line}, []string{tolvik, `"The smoke came from under the door," said Sven Aas.`, "Aas, 41, got out through a window.", line}, "same 1>1, split 2>2+3, same 3>4"},
		{
			"split in four, none of which is like the whole",
			[]string{tolvik + " " + drying + " " + blocked + " " + mayor}, []string{tolvik, drying, blocked, mayor}, "split 1>1+2+3+4",
		},
		{"joined", []string{mayor, tolvik, drying}, []string{mayor, tolvik + " " + drying}, "same 1>1, joined 2+3>2"},
		{"a sentence that is said twice is new", []string{tolvik}, []string{tolvik, tolvik}, "same 1>1, added >2"},
		{"or in a paragraph that changed otherwise", []string{tolvik + " " + drying}, []string{tolvik + " " + strings.Replace(drying, "31", "34", 1), tolvik}, "edited 1>1, added >2"},
		{"fewer than .8 of the words: not split", []string{tolvik + " " + drying}, []string{tolvik, "It broke out at 11:50 p.m. in a hall, the owner of the cannery told the paper."}, "edited 1>1, added >2"},
		{"two that are the same in another order", []string{tolvik, mayor}, []string{mayor, tolvik}, "moved 2>1, same 1>2"},
		{"all gone", []string{tolvik, mayor}, nil, "gone 1, gone 2"},
		{"none", nil, nil, ""},
	}
	for _, tt := range tests {
		if got := summary(Compare(body(tt.old...), body(tt.cur...))); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.claim, got, tt.want)
		}
	}
}

func TestACaptionIsComparedWithCaptionsOnly(t *testing.T) {
	old, cur := body(tolvik), body(tolvik)
	cur.Body[0].Kind = story.Caption
	if got := summary(Compare(old, cur)); got != "gone 1, added >1" {
		t.Errorf("a paragraph became a caption: %s", got)
	}
	old.Body[0].Kind = story.Caption
	if d := Compare(old, cur); !d.Empty() {
		t.Errorf("a caption differs from itself: %s", summary(d))
	}
}

func TestOnlyParagraphsAreSplit(t *testing.T) {
	for _, kind := range []story.BlockKind{story.Caption, story.List} {
		old, cur := body(tolvik+" "+mayor), body(tolvik, mayor)
		cur.Body[1].Kind = kind
		if got := summary(Compare(old, cur)); got != "edited 1>1, added >2" {
			t.Errorf("a paragraph and a %s: %s", kind, got)
		}
	}
}

func TestTheSameParagraphIsPreferredToOneWithTheSameWords(t *testing.T) {
	other := "On Friday police said four people in Tolvik overnight killed a cannery at a fire."
	if got := summary(Compare(body(tolvik), body(other, tolvik))); got != "added >1, same 1>2" {
		t.Error(got)
	}
	if got := summary(Compare(body(tolvik), body(tolvik, other))); got != "same 1>1, added >2" {
		t.Error(got)
	}
}

func TestSpacesQuotesAndDashesDoNotCount(t *testing.T) {
	const text = `The mayor's office said: "No one was hurt -- not one of the 31 -- in the well-known hall."`
	for _, same := range []string{
		strings.ReplaceAll(text, " ", "  "),
		strings.ReplaceAll(text, " ", "\n"),
		strings.ReplaceAll(text, "--", "—"),
		strings.ReplaceAll(text, " -- ", "–"),
		strings.NewReplacer(`"No`, "“No", `."`, ".”").Replace(text),
		strings.NewReplacer(`"`, "''").Replace(text),
		strings.ReplaceAll(text, "'", "’"),
		strings.ReplaceAll(text, "well-known", "well known"),
	} {
		if d := Compare(body(text), body(same)); !d.Empty() {
			t.Errorf("%q differs: %s", same, marked(d.Changes[0].Runs))
		}
	}
}

func TestWordsAreCompared(t *testing.T) {
	tests := []struct{ claim, old, cur, want string }{
		{"a word", tolvik, strings.Replace(tolvik, "four", "seven", 1), "A fire at a cannery in Tolvik killed[- four-]{+ seven+} people overnight, police said Friday."},
		{"two equal words between changes belong to them", mayor, "Mayor Ida Lund called it the worst day in the history of the town.", "Mayor Ida Lund called it the worst day in the[- town's history-]{+ history of the town+}."},
		{"three equal words do not", "a b c one two three d e f g", "a b c x two three d y f g", "a b c[- one-]{+ x+} two three d[- e-]{+ y+} f g"},
		{"so do short ones before and after changes at the ends", "x b y d e f g h", "p b q d e f g h", "[-x b y-]{+p b q+} d e f g h"},
		{"and after", "a b c d e x f y", "a b c d e p f q", "a b c d e[- x f y-]{+ p f q+}"},
		{"nor two at the start or the end", "a b c d e", "a b x d e", "a b[- c-]{+ x+} d e"},
		{"not inside a word", "The inspectors came in May to look at doors", "The inspector came in May to look at doors", "The[- inspectors-]{+ inspector+} came in May to look at doors"},
		{"not inside a figure", "It rose 4.25 percent, or $1,500, at 11:50 p.m. there", "It rose 4.5 percent, or $1,600, at 11:55 p.m. there", "It rose[- 4.25 percent, or $1,500, at 11:50-]{+ 4.5 percent, or $1,600, at 11:55+} p.m. there"},
		{"the point of p.m. is not the end of the sentence", "It broke out at 11 p.m. there", "It broke out at 11 a.m. there", "It broke out at 11[- p.m.-]{+ a.m.+} there"},
		{"a figure with its unit", "worth $4.2bn, a rise of 10% on the 2nd day", "worth $4.5bn, a rise of 10% on the 3rd day", "worth[- $4.2bn-]{+ $4.5bn+}, a rise of 10% on the[- 2nd-]{+ 3rd+} day"},
		{"a word with a hyphen is several", "a 30-year-old man was there", "a 31-year-old man was there", "a[- 30-]{+ 31+}-year-old man was there"},
		{"the words at the start do not run together", "Police in Tolvik said so on Friday", "Tolvik said so on Friday", "[-Police in -]Tolvik said so on Friday"},
		{"a quote stays with its word", `He said, "No, not now, not ever."`, `He said, "No, not now."`, `He said, "No, not now[-, not ever-]."`},
		{"Korean words have spaces", "한국은행이 11일 기준금리를 0.25%포인트 내렸다", "한국은행이 11일 기준금리를 0.5%포인트 내렸다", "한국은행이 11일 기준금리를[- 0.25%포인트-]{+ 0.5%포인트+} 내렸다"},
		{"Japanese", "東京都内の工場で火災が発生し、４人が死亡した。", "東京都内の缶詰工場で火災が発生し、７人が死亡した。", "東京都内の{+缶詰+}工場で火災が発生し、[-４-]{+７+}人が死亡した。"},
		{"a word in katakana is whole", "市内のホテルで火災が発生した。", "市内のホテルマンの家で火災が発生した。", "市内の[-ホテル-]{+ホテルマンの家+}で火災が発生した。"},
		{"Chinese", "分析人士认为，这一举措有助于稳定市场预期。", "分析人士认为，这一举措有助于稳定债市预期。", "分析人士认为，这一举措有助于稳定[-市场-]{+债市+}预期。"},
		{"Thai vowels stay with their consonant", "ตำรวจกล่าวว่าไม่มีผู้เสียชีวิตเมื่อคืนนี้", "ตำรวจกล่าวว่าไม่มีผู้บาดเจ็บเมื่อคืนนี้", "ตำรวจกล่าวว่าไม่มีผู้[-เสียชีวิต-]{+บาดเจ็บ+}เมื่อคืนนี้"},
	}
	for _, tt := range tests {
		d := Compare(body(tt.old), body(tt.cur))
		if len(d.Changes) != 1 {
			t.Errorf("%s: %s", tt.claim, summary(d))
			continue
		}
		if got := marked(d.Changes[0].Runs); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.claim, got, tt.want)
		}
	}
}

func TestABlankLineSeparatesParagraphsThatWereSplitOrJoined(t *testing.T) {
	d := Compare(body(tolvik, drying+" "+mayor), body(tolvik, drying, mayor))
	if got, want := marked(d.Changes[1].Runs), drying+"[- -]{+\n\n+}"+mayor; got != want {
		t.Errorf("split: %q, want %q", got, want)
	}
	slept := strings.Replace(drying, "worked.", "slept!", 1)
	d = Compare(body(drying+" "+mayor), body(slept, mayor))
	if got, want := marked(d.Changes[0].Runs), strings.TrimSuffix(slept, " slept!")+"[- worked.-]{+ slept!+}[- -]{+\n\n+}"+mayor; got != want {
		t.Errorf("split after a change: %q, want %q", got, want)
	}
	d = Compare(body(tolvik, drying, mayor), body(tolvik, drying+" "+mayor))
	if got, want := marked(d.Changes[1].Runs), drying+"[-\n\n-] "+mayor; got != want {
		t.Errorf("joined: %q, want %q", got, want)
	}
}

func TestTheHeadlineIsCompared(t *testing.T) {
	old, cur := body(tolvik), body(tolvik)
	old.Headline.Title, cur.Headline.Title = "Cannery fire in Tolvik kills 4", "Cannery fire in Tolvik kills 7"
	d := Compare(old, cur)
	if got := marked(d.Headline); got != "Cannery fire in Tolvik kills[- 4-]{+ 7+}" || d.Empty() {
		t.Errorf("the headline is %q, empty %v", got, d.Empty())
	}
}

// figureLines returns the figures of d, one a string.
func figureLines(d *Diff) []string {
	var all []string
	for _, f := range d.Figures {
		all = append(all, fmt.Sprintf("%d>%d %s (%s>%s) %s", f.OldBlock+1, f.NewBlock+1, strings.TrimSpace(f.Before+" "+f.Old+" → "+f.New), f.OldValue, f.NewValue, f.After))
	}
	return all
}

func TestFiguresArePairedByUnitAndNeighbours(t *testing.T) {
	tests := []struct {
		claim    string
		language string
		old, cur string
		want     []string
	}{
		{"written out", "en", tolvik, strings.Replace(tolvik, "four", "seven", 1), []string{"1>1 killed four → seven (4>7) people"}},
		{"written out and in digits", "en", tolvik, strings.Replace(tolvik, "four", "7", 1), []string{"1>1 killed four → 7 (4>7) people"}},
		{"the same value", "en", tolvik, strings.Replace(tolvik, "four", "4", 1), nil},
		{"by the word before, if the unit changed", "en", "A fire killed four people in the town on Friday", "A fire killed seven workers in the town on Friday", []string{"1>1 killed four → seven (4>7)"}},
		{"with separators", "en", "It moved 1,200 people out of town on Friday", "It moved 2,300 people out of town on Friday", []string{"1>1 moved 1,200 → 2,300 (1200>2300) people"}},
		{"with a unit", "en", "The company made $4.2bn in the year to March", "The company made $4.5bn in the year to March", []string{"1>1 made $4.2bn → $4.5bn (4.2>4.5) in"}},
		{"a time", "en", drying, strings.Replace(drying, "11:50", "11:55", 1), []string{"1>1 at 11:50 → 11:55 (11:50>11:55) p.m."}},
		{"two that changed places are the same", "en", "It found 31 doors and 4 windows in the hall there", "It found 4 windows and 31 doors in the hall there", nil},
		{"another unit is another figure", "en", "It lost $40 on the day in the town there", "It lost 50% on the day in the town there", nil},
		{
			"equal figures come before others", "en", "Coast and Country had 21 seats in it, the Green Left 14, the Northern List nine and the New Liberals six",
			"With 14 of the Green Left and the nine seats of the Northern List in it, Coast and Country and the New Liberals had 75", nil,
		},
		{"the unit comes before equal figures", "en", "There were 31 people and 34 doors in the hall of the cannery", "There were 34 people and 40 doors in the hall of the cannery", []string{"1>1 were 31 → 34 (31>34) people", "1>1 and 34 → 40 (34>40) doors"}},
		{"a year is no number of people", "en", "It was built in 2019 in the town of Tolvik", "It was built in 31 days in the town of Tolvik", nil},
		{"a figure that is new", "en", "It hurt people in the town of Tolvik on Friday", "It hurt 12 people in the town of Tolvik on Friday", nil},
		{"German", "de", "Bei dem Brand starben vier Menschen in der Nacht", "Bei dem Brand starben sieben Menschen in der Nacht", []string{"1>1 starben vier → sieben (4>7) Menschen"}},
		{"Korean", "ko", "이 불로 공장에서 일하던 4명이 숨졌다고 경찰이 밝혔다", "이 불로 공장에서 일하던 7명이 숨졌다고 경찰이 밝혔다", []string{"1>1 일하던 4명이 → 7명이 (4>7) 숨졌다고"}},
		{"a word at the start", "en", "Killed four people in the town of Tolvik on Friday", "Killed seven people in the town of Tolvik on Friday", []string{"1>1 Killed four → seven (4>7) people"}},
		{"one character before it says nothing", "ja", "工場には当時３１人の従業員がいた。", "工場には当時３４人の従業員がいた。", []string{"1>1 ３１ → ３４ (31>34) 人"}},
		{"below zero", "en", "It was -3 degrees in the town of Tolvik on Friday", "It was -12 degrees in the town of Tolvik on Friday", []string{"1>1 was -3 → -12 (-3>-12) degrees"}},
		{"in the order of the text", "en", "It rose 3 percent in May and fell 4 points in June", "It rose 5 percent in May and fell 6 points in June", []string{"1>1 rose 3 → 5 (3>5) percent", "1>1 fell 4 → 6 (4>6) points"}},
		{"Japanese", "ja", "火災が発生し、４人が死亡した。", "火災が発生し、７人が死亡した。", []string{"1>1 ４ → ７ (4>7) 人"}},
	}
	for _, tt := range tests {
		old, cur := body(tt.old), body(tt.cur)
		old.Language, cur.Language = tt.language, tt.language
		d := Compare(old, cur)
		var got []string
		for _, l := range figureLines(d) {
			got = append(got, strings.TrimSpace(l))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q (%s)", tt.claim, got, tt.want, marked(d.Changes[0].Runs))
		}
	}
}
