package diff

import (
	"reflect"
	"strings"
	"testing"

	"dateline/feed/story"
)

// note returns a note with its verbs, as package wire reads it.
func note(text string) story.Note {
	n := story.Note{Text: text}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r < 'A' }) {
		switch up := strings.ToUpper(w); up {
		case "UPDATES", "ADDS", "RECASTS", "CHANGES", "CORRECTS", "DELETES", "SUBS", "INSERTS":
			if w == up || len(n.Verbs) == 0 {
				n.Verbs = append(n.Verbs, up)
			}
		}
	}
	return n
}

func TestNotesNameParagraphs(t *testing.T) {
	tests := []struct {
		note     string
		old, cur []int
	}{
		{"(ATTN: UPDATES toll in para 1; ADDS prosecutors in para 6)", nil, []int{1, 6}},
		{"(ATTN: UPDATES with markets in paras 3-4, economists in paras 8-9; ADDS photo)", nil, []int{3, 4, 8, 9}},
		{"(ATTN: UPDATES with details in paras 2, 4 and 6 to 8)", nil, []int{2, 4, 6, 7, 8}},
		{"(Corrects figure in paragraph 4, no other change)", nil, []int{4}},
		{"(Adds quote in third paragraph)", nil, []int{3}},
		{"(Adds quote in first and twelfth paragraphs)", nil, []int{1, 12}},
		{"(Adds quote in para 0)", nil, nil},
		{"(ATTN: UPDATES paras 2 to 4 and 7 with 12 dead)", nil, []int{2, 3, 4, 7}},
		{"(ATTN: RECASTS headline, lead; ADDS door in para 4)", nil, []int{1, 4}},
		{"(ATTN: RECASTS lead)", nil, []int{1}},
		{"(ATTN: ADDS lead photo)", nil, nil},
		{"Eds: SUBS 3rd graf, bgng The mayor, to CORRECT age to 33 sted 34.", []int{3}, nil},
		{"Eds: SUBS 3rd and 4th grafs to UPDATE", []int{3, 4}, nil},
		{"Eds: SUBS 3rd-5th grafs", []int{3, 4, 5}, nil},
		{"Eds: DELETES 11th graf, outdated.", []int{11}, nil},
		{"Eds: DELETES para 11", []int{11}, nil},
		{"Eds: ADDS grafs 4-6 with mayor", nil, []int{4, 5, 6}},
		{"Eds: LEADS with 4 grafs to UPDATE with figures of the first hour. Pick up 5th graf pvs, The county...", nil, nil},
		{"Eds: INSERTS 2 grafs after 4th graf, The mayor", nil, nil},
		{"(ADDS quote after paragraph 4)", nil, nil},
		{"Eds: UPDATES with police, no pickup", nil, nil},
		{"(ATTN: UPDATES with details in paras 1-99999999)", nil, numbersTo(1 + maxRange)},
		{"(ATTN: UPDATES para 99999999999999999999999)", nil, nil},
		{"(ATTN: CORRECTS figure in headline, para 1 to 121 instead of 212)", nil, []int{1}},
		{"(ATTN: UPDATES para 2-3 to 14)", nil, []int{2, 3}},
		{"(ATTN: UPDATES paras 3, 4 12 dead)", nil, []int{3, 4}},
		{"(ATTN: ADDS quote in last para)", nil, []int{9}},
		{"(ATTN: ADDS quotes in last two paras)", nil, []int{8, 9}},
		{"Eds: DELETES final 3 grafs", []int{9, 10, 11}, nil},
		{"(ATTN: UPDATES first two paras)", nil, []int{1, 2}},
		{"(ATTN: UPDATES two paras)", nil, nil},
		{"(ATTN: UPDATES with last-minute para)", nil, nil},
		{"paras", nil, nil},
		{"", nil, nil},
	}
	for _, tt := range tests {
		n := names{last: [2]int{11, 9}}
		n.read(note(tt.note))
		if !reflect.DeepEqual(n.numbers, [2][]int{tt.old, tt.cur}) {
			t.Errorf("%s: %v, want %v and %v", tt.note, n.numbers, tt.old, tt.cur)
		}
	}
}

func numbersTo(n int) (all []int) {
	for i := range n {
		all = append(all, i+1)
	}
	return all
}

func TestNotesAreChecked(t *testing.T) {
	old := []string{tolvik, drying, smoke, blocked, line}
	cur := []string{strings.Replace(tolvik, "four", "seven", 1), drying, strings.Replace(smoke, "window", "skylight", 1), blocked, mayor}
	tests := []struct {
		claim, note string
		want        []Check
	}{
		{"named and changed, changed and not named", "(ATTN: UPDATES toll in para 1)", []Check{{Numbers: New, Named: []int{1}, Changed: []int{1}, Unnamed: []int{3, 5}}}},
		{"named and not changed", "(ATTN: UPDATES paras 1-3, 5)", []Check{{Numbers: New, Named: []int{1, 2, 3, 5}, Changed: []int{1, 3, 5}, Unchanged: []int{2}}}},
		{"named and not there", "(ATTN: UPDATES throughout; ADDS line in para 7)", []Check{{Numbers: New, Named: []int{7}, Missing: []int{7}}}},
		{"numbers of the old story", "Eds: SUBS 3rd graf, DELETES 5th graf", []Check{{Numbers: Old, Named: []int{3, 5}, Changed: []int{3, 5}, Unnamed: []int{1}}}},
		{"of both", "Eds: DELETES 5th graf; ADDS graf 5", []Check{
			{Numbers: Old, Named: []int{5}, Changed: []int{5}, Unnamed: []int{1, 3}}, {Numbers: New, Named: []int{5}, Changed: []int{5}, Unnamed: []int{1, 3}},
		}},
		{"no paragraph", "(ATTN: UPDATES with mayor; ADDS photo)", nil},
	}
	for _, tt := range tests {
		a, b := body(old...), body(cur...)
		b.Notes = []story.Note{note(tt.note)}
		if got := Compare(a, b).Checks; !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", tt.claim, got, tt.want)
		}
	}
}

func TestAMovedParagraphCountsAsChanged(t *testing.T) {
	a, b := body(tolvik, drying, blocked), body(blocked, tolvik, drying)
	b.Notes = []story.Note{note("(ATTN: UPDATES para 2)")}
	want := []Check{{Numbers: New, Named: []int{2}, Unchanged: []int{2}, Unnamed: []int{1}}}
	if got := Compare(a, b).Checks; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestCorrectedFiguresAreChecked(t *testing.T) {
	old := body("Aas, 34, a guard of the cannery, got out of it through a window.")
	cur := body("Aas, 33, a guard of the cannery, got out of it through a window.")
	tests := []struct {
		note string
		want []Sted
	}{
		{"Eds: SUBS 1st graf to CORRECT age to 33 sted 34.", []Sted{{"34", "33", true}}},
		{"(CORRECTS to show that he is 33, not 34)", []Sted{{"34", "33", true}}},
		{"(CORRECTS age to 33 years instead of 34)", []Sted{{"34", "33", true}}},
		{"(Berichtigt wurde das Alter: 33 (statt: 34))", []Sted{{"34", "33", true}}},
		{"(CORRECTS age to 35 sted 34)", []Sted{{"34", "35", false}}},
		{"(CORRECTS name to Aas sted Aes)", nil},
		{"(CORRECTS age to 33 sted", nil},
		{"sted 34", nil},
	}
	for _, tt := range tests {
		cur.Notes = []story.Note{note(tt.note)}
		if got := Compare(old, cur).Steds; !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", tt.note, got, tt.want)
		}
	}
}
