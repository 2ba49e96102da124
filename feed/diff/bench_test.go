package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feed/story"
)

// words returns n words, common ones as often as in English.
func words(rnd *rand.Rand, n int) string {
	common := strings.Fields("the of to and a in said for that on was is it at by with as he from")
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		if rnd.IntN(5) < 2 {
			b.WriteString(common[rnd.IntN(len(common))])
		} else {
			fmt.Fprintf(&b, "w%d", rnd.IntN(3000))
		}
	}
	return b.String() + "."
}

// longTakes returns two takes of 5,000 words: every third paragraph has other words, every
// tenth is new, and one is moved.
func longTakes() (old, cur *story.Story) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var first, second []string
	for i := range 150 {
		p := words(rnd, 33)
		first = append(first, p)
		switch {
		case i%10 == 0:
			p = words(rnd, 33)
		case i%3 == 0:
			w := strings.Fields(p)
			w[rnd.IntN(len(w))], w[rnd.IntN(len(w))] = "four", "other words"
			p = strings.Join(w, " ")
		}
		second = append(second, p)
	}
	second[5], second[120] = second[120], second[5]
	return body(first...), body(second...)
}

// The budget is 30 ms.
func BenchmarkTwoStoriesOf5000Words(b *testing.B) {
	old, cur := longTakes()
	for b.Loop() {
		Compare(old, cur)
	}
}

// hostile are pairs of stories of n paragraphs, or of as many kilobytes, that take long
// unless the work is bounded.
var hostile = []struct {
	name     string
	old, cur func(rnd *rand.Rand, n int) *story.Story
}{
	{"paragraphs that all differ", manyParagraphs(10, 1000000), manyParagraphs(10, 1000000)},
	{"paragraphs of few words", manyParagraphs(3, 4), manyParagraphs(3, 4)},
	{"paragraphs of one word", manyParagraphs(1, 1), manyParagraphs(2, 1)},
	{"a long paragraph", oneParagraph(5), oneParagraph(5)},
	{"a long paragraph of rare words", oneParagraph(100000), oneParagraph(100000)},
	{"a long paragraph without spaces", repeated("京都東"), repeated("京東都")},
	{"a long paragraph of figures", repeated("1 2 "), repeated("2 3 ")},
	{"a long paragraph against many", repeated("w1 w2 w3 "), manyParagraphs(3, 4)},
	{"a long paragraph of points", repeated(". "), repeated("' .")},
	{"a long word", repeated("a"), repeated("b.")},
}

func manyParagraphs(length, vocabulary int) func(*rand.Rand, int) *story.Story {
	return func(rnd *rand.Rand, n int) *story.Story {
		all := make([]string, n)
		for i := range all {
			var b strings.Builder
			for range length {
				fmt.Fprintf(&b, "w%d ", rnd.IntN(vocabulary))
			}
			all[i] = b.String()
		}
		return body(all...)
	}
}

func oneParagraph(vocabulary int) func(*rand.Rand, int) *story.Story {
	return func(rnd *rand.Rand, n int) *story.Story {
		var b strings.Builder
		for b.Len() < n*10 {
			fmt.Fprintf(&b, "w%d ", rnd.IntN(vocabulary))
		}
		return body(b.String())
	}
}

func repeated(text string) func(*rand.Rand, int) *story.Story {
	return func(_ *rand.Rand, n int) *story.Story { return body(strings.Repeat(text, n*10/len(text))) }
}

// The budget of each is a second on an idle machine.
func BenchmarkHostileStories(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			rnd := rand.New(rand.NewPCG(3, 4))
			old, cur := h.old(rnd, 100_000), h.cur(rnd, 100_000)
			for b.Loop() {
				Compare(old, cur)
			}
		})
	}
}

// The stories are a tenth of those of the benchmark, the time ten times the budget.
func TestHostileStoriesAreComparedInTime(t *testing.T) {
	for _, h := range hostile {
		rnd := rand.New(rand.NewPCG(3, 4))
		old, cur := h.old(rnd, 10_000), h.cur(rnd, 10_000)
		start := time.Now()
		d := Compare(old, cur)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", h.name, took)
		}
		n := 0
		for _, ch := range d.Changes {
			n += len(ch.New)
		}
		if n != len(cur.Body) {
			t.Errorf("%s: %d paragraphs of %d", h.name, n, len(cur.Body))
		}
	}
}

// A story that is too long to compare by all its words is still compared.
func TestBeyondTheBoundsTheEndsAreCompared(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	text := func() string { return "It began. " + words(rnd, 20*maxEdits) + " So it ended." }
	old, cur := body(text()), body(text())
	c := newComparison(old, cur)
	c.work = maxEdits
	c.join(0, 0, false)
	c.compareWords()
	runs := c.change(c.order()[0]).Runs
	if len(runs) != 4 || runs[0] != (Run{Both, "It began."}) || runs[3].Of != Both || !strings.HasSuffix(runs[3].Text, " So it ended.") {
		t.Errorf("%d runs, the first %+v", len(runs), runs[0])
	}
	if got := sideOf(runs, Old); got != cur.Body[0].Text {
		t.Error("the runs do not give the new text")
	}
}

// Frequent words do not count for likeness if there are very many paragraphs, but a
// paragraph still finds its counterpart.
func TestManyParagraphsArePaired(t *testing.T) {
	var first, second []string
	for i := range 3000 {
		p := fmt.Sprintf("The council of the town said on Friday that street w%d has lamps x%d and y%d.", i, i, i)
		first = append(first, p)
		second = append(second, strings.Replace(p, "Friday", "Sunday", 1))
	}
	for i, ch := range Compare(body(first...), body(second...)).Changes {
		if ch.Kind != Edited || ch.Old[0] != i {
			t.Fatalf("change %d: %+v", i, ch)
		}
	}
}

func TestVeryManyEqualParagraphsArePaired(t *testing.T) {
	many := func(n int, before, after string) *story.Story {
		return body(slices.Concat([]string{before}, slices.Repeat([]string{line}, n), []string{after})...)
	}
	for _, n := range []int{1990, 2000, 2010} {
		kinds := map[Kind]int{}
		for _, ch := range Compare(many(2000, tolvik, drying), many(n, mayor, blocked)).Changes {
			kinds[ch.Kind]++
		}
		want := min(n, 2000)
		if kinds[Same] != want || kinds[Added] != 2+n-want || kinds[Gone] != 2+2000-want {
			t.Errorf("%d paragraphs and %d: %v", 2000, n, kinds)
		}
	}
}
