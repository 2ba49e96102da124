package takes

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/feed/story"
)

// phrases are the sentences that stories of the property tests are made of.
var phrases = []string{
	"A ferry with 212 people aboard lost power off Port Ellery on Wednesday, the coast guard said.",
	"The Marguerite Dale stopped at 2:10 p.m. in winds of 60 kilometers an hour.",
	"The tug Bollard passed a line at the fourth attempt, said Lt. Jonas Brekke.",
	"Four people were treated for cold.", "Seven people were treated for cold.",
	"여객선이 이틀 만에 다시 떠났다고 항만청이 밝혔다.", "市場は続伸した。", "Паром снова ходит, сообщил порт.",
}

var titles = []string{"Ferry loses power off Port Ellery", "Storm-hit ferry towed in, all 212 safe", "Harbor board meets", "엘러리항 여객선 운항 재개", "Паром", ""}

// stories draws a story.
func drawn(t *rapid.T) *story.Story {
	s := &story.Story{
		Headline: story.Headline{
			Title: rapid.SampledFrom(titles).Draw(t, "title"),
			Kind:  rapid.SampledFrom(kinds[:]).Draw(t, "kind"),
			Take:  story.Take(rapid.IntRange(-1, 300).Draw(t, "take")),
		},
		Date: story.Date{Year: 2024, Month: 10, Day: rapid.IntRange(1, 6).Draw(t, "day")},
		Path: rapid.SampledFrom([]string{"a.txt", "AEN20241003001200315.txt", "AEN20241003001251315.txt"}).Draw(t, "path"),
	}
	if rapid.Bool().Draw(t, "repeat") {
		s.Headline.Tags = []string{"RPT"}
	}
	s.Envelope.Slug = rapid.SampledFrom([]string{"", "", "BC-Ferry", "BC-Storm"}).Draw(t, "slug")
	for _, text := range rapid.SliceOfN(rapid.SampledFrom(phrases), 0, 6).Draw(t, "body") {
		s.Body = append(s.Body, story.Block{Kind: story.Paragraph, Text: text})
	}
	return s
}

func TestCompareIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := newPrint(drawn(t)), newPrint(drawn(t))
		why, weight := Compare(a, b)
		if other, w := Compare(b, a); other != why || w != weight {
			t.Fatalf("Compare(a, b) is %q, %d; Compare(b, a) is %q, %d", why, weight, other, w)
		}
		if (why == "") != (weight == 0) {
			t.Fatalf("%q has the weight %d", why, weight)
		}
	})
}

func TestUnpackReturnsWhatWasPacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := newPrint(drawn(t))
		data := p.Pack(nil)
		q, err := Unpack(data)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(q.Pack([]byte("x")), append([]byte("x"), data...)) {
			t.Fatalf("%+v became %+v", p, q)
		}
	})
}

func TestGroupsDoNotDependOnTheOrderOfPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var prints []*Print
		for range rapid.IntRange(1, 24).Draw(t, "n") {
			prints = append(prints, newPrint(drawn(t)))
		}
		order := rapid.Permutation(indexes(len(prints))).Draw(t, "order")
		shuffled := make([]*Print, len(prints))
		for i, at := range order {
			shuffled[at] = prints[i]
		}
		var moved [][]int
		for _, g := range Groups(prints, pairs(prints)) {
			m := make([]int, len(g))
			for k, i := range g {
				m[k] = order[i]
			}
			slices.Sort(m)
			moved = append(moved, m)
		}
		slices.SortFunc(moved, func(a, b []int) int { return a[0] - b[0] })
		if got := Groups(shuffled, pairs(shuffled)); !reflect.DeepEqual(got, moved) {
			t.Fatalf("groups %v, want %v", got, moved)
		}
	})
}

func indexes(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// pairs compares all prints.
func pairs(prints []*Print) (list []Pair) {
	for i, a := range prints {
		for j, b := range prints[:i] {
			if why, weight := Compare(a, b); why != "" {
				list = append(list, Pair{A: i, B: j, Why: why, Weight: weight})
			}
		}
	}
	return list
}
