package revision

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/diff"
	"dateline/feed/story"
	"dateline/ui/theme"
)

func body(kinds string) *story.Story {
	st := &story.Story{}
	n := 0
	for _, k := range kinds {
		b := story.Block{Kind: story.Caption}
		switch k {
		case 'p':
			n++
			b = story.Block{Kind: story.Paragraph, N: n}
		case 'h':
			b.Kind = story.Heading
		}
		st.Body = append(st.Body, b)
	}
	return st
}

func TestLabelsNameTheOldParagraphsWhereTheySayMore(t *testing.T) {
	old, cur := body("pppcph"), body("ppcpph")
	for _, tt := range []struct {
		kind     diff.Kind
		old, new []int
		want     string
	}{
		{diff.Added, nil, []int{1}, "2"}, {diff.Gone, []int{4}, nil, "4"}, {diff.Edited, []int{2}, []int{1}, "2"},
		{diff.Moved, []int{0}, []int{3}, "1→3"}, {diff.Joined, []int{0, 1, 2}, []int{1}, "1-3→2"},
		{diff.Split, []int{1}, []int{3, 4}, "2→3 2→4"}, {diff.Edited, []int{3}, []int{2}, "▣"}, {diff.Same, []int{4}, []int{4}, "4"}, {diff.Gone, []int{3}, nil, "▣"},
		{diff.Moved, []int{5}, []int{5}, ""}, {diff.Moved, []int{3}, []int{2}, "▣"}, {diff.Edited, []int{4}, []int{5}, ""}, {diff.Moved, []int{5}, []int{1}, "2"},
	} {
		ch := diff.Change{Kind: tt.kind, Old: tt.old, New: tt.new}
		if got := strings.Join(Labels(old, cur, &ch), " "); got != tt.want {
			t.Errorf("%s %v %v is labelled %q, want %q", tt.kind, tt.old, tt.new, got, tt.want)
		}
	}
}

func TestRangesJoinNumbersThatFollowEachOther(t *testing.T) {
	for want, numbers := range map[string][]int{"": nil, "3": {3}, "1-2": {1, 2}, "1, 3-5, 7": {1, 3, 4, 5, 7}} {
		if got := Ranges(numbers); got != want {
			t.Errorf("%v is %q, want %q", numbers, got, want)
		}
	}
}

var edited = []diff.Run{{Of: diff.Both, Text: "It killed "}, {Of: diff.Old, Text: "four"}, {Of: diff.New, Text: "seven"}, {Of: diff.Both, Text: " people."}}

func TestMergedTextMarksWhatIsGoneAndWhatIsNew(t *testing.T) {
	pieces := Merged(edited, false, true)[0]
	if got := NewWriter(pieces, nil).Line(Text(pieces)); got != "It killed [-four-]{+seven+} people." {
		t.Errorf("the text is %q", got)
	}
	th := theme.Look{}.Theme(true)
	pieces = Merged(edited, false, false)[0]
	want := "It killed " + th.Pens.Old.Draw("four") + " " + th.Pens.New.Draw("seven") + " people."
	if got := NewWriter(pieces, &th.Pens).Line(Text(pieces)); got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}

func TestWordsThatReplaceOthersStandApartFromThem(t *testing.T) {
	for want, runs := range map[string][]diff.Run{
		"Old new.":      {{Of: diff.Old, Text: "Old"}, {Of: diff.New, Text: "new"}, {Of: diff.Both, Text: "."}},
		"It sank,.":     {{Of: diff.Both, Text: "It sank"}, {Of: diff.Old, Text: ","}, {Of: diff.New, Text: "."}},
		"It sank twice": {{Of: diff.Both, Text: "It sank"}, {Of: diff.New, Text: " twice"}},
		"the new":       {{Of: diff.Both, Text: "the "}, {Of: diff.New, Text: "new"}},
	} {
		if got := Text(Merged(runs, false, false)[0]); got != want {
			t.Errorf("%v is %q, want %q", runs, got, want)
		}
	}
}

func TestASideHasTheWordsOfItsStory(t *testing.T) {
	for of, want := range map[diff.Of]string{diff.Old: "It killed four people.", diff.New: "It killed seven people."} {
		if got := Text(Side(edited, of, false)[0]); got != want {
			t.Errorf("the %s side is %q, want %q", of, got, want)
		}
	}
}

func TestABlankLineBeginsAParagraphOnTheSideThatHasSeveral(t *testing.T) {
	joined := []diff.Run{{Of: diff.Both, Text: "One."}, {Of: diff.Old, Text: "\n\n"}, {Of: diff.New, Text: " "}, {Of: diff.Both, Text: "Two."}}
	texts := func(parts [][]Piece) (all []string) {
		for _, p := range parts {
			all = append(all, Text(p))
		}
		return all
	}
	if got := texts(Side(joined, diff.Old, true)); !slices.Equal(got, []string{"One.", "Two."}) {
		t.Errorf("the old side is %q", got)
	}
	if got := texts(Side(joined, diff.New, true)); !slices.Equal(got, []string{"One. Two."}) {
		t.Errorf("the new side is %q", got)
	}
	pieces := Merged(joined, true, true)
	if got := NewWriter(pieces[0], nil).Line(Text(pieces[0])); len(pieces) != 1 || got != "One.[-¶-] Two." {
		t.Errorf("merged they are %q, in %d parts", got, len(pieces))
	}
}

func TestLinesOfTextKeepTheirMarks(t *testing.T) {
	pieces := Merged(edited, false, true)[0]
	w := NewWriter(pieces, nil)
	if a, b := w.Line("It killed ((four))"), w.Line("((seven)) people."); a != "It killed [-four-]" || b != "{+seven+} people." {
		t.Errorf("the lines are %q and %q", a, b)
	}
}

func TestAFigureHasItsWords(t *testing.T) {
	f := diff.Figure{Old: "four", New: "seven", Before: "killed", After: "people"}
	if got := Figure(&f); got != "killed four → seven people" {
		t.Errorf("got %q", got)
	}
	f = diff.Figure{Old: "2.9", New: "3.1", Before: "التضخم"}
	if got := Figure(&f); got != "التضخم 2.9 ← 3.1" {
		t.Errorf("among right-to-left words it is %q", got)
	}
}

func TestNewTextIsFoundInItsBlocks(t *testing.T) {
	read := func(texts ...string) *story.Story {
		st := &story.Story{Language: "en"}
		for i, text := range texts {
			st.Body = append(st.Body, story.Block{Kind: story.Paragraph, N: i + 1, Text: text})
		}
		return st
	}
	long := "The ferry sailed at noon with 212 on board, the port authority said in a statement."
	second := "Nobody was on the quay when she left, and nobody waved to her from the upper deck."
	for name, tt := range map[string]struct {
		old, cur *story.Story
		want     []string
	}{
		"same":   {read(long), read(long), nil},
		"new":    {read(long), read(second, long), []string{"0 " + second}},
		"gone":   {read(long, second), read(long), nil},
		"edited": {read(long), read(strings.Replace(long, "212", "214", 1)), []string{"0 214"}},
		"moved":  {read(long, second, "Third of them, told at some length."), read(second, "Third of them, told at some length.", long), nil},
		"split":  {read(long + " " + second), read(long, second), nil},
		"joined": {read(long, second), read(long + " At last. " + second), []string{"0 At last."}},
		"split and edited": {
			read(long + " " + second), read(long, strings.Replace(second, "upper", "lower", 1)), []string{"1 lower"},
		},
	} {
		var got []string
		for _, s := range New(diff.Compare(tt.old, tt.cur), tt.cur) {
			if text := strings.TrimSpace(tt.cur.Body[s.Block].Text[s.Start:s.End]); text != "" {
				got = append(got, strconv.Itoa(s.Block)+" "+text)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: new is %q, want %q", name, got, tt.want)
		}
	}
}
