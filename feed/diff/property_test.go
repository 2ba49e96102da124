package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/feed/story"
)

// body returns a story of paragraphs.
func body(paragraphs ...string) *story.Story {
	st := &story.Story{Language: "en"}
	for i, p := range paragraphs {
		st.Body = append(st.Body, story.Block{Kind: story.Paragraph, Text: p, N: i + 1})
	}
	return st
}

// vocabulary is small, so that paragraphs are alike by chance.
var vocabulary = strings.Fields("police said the fire killed four seven 31 34 people in a cannery . , \"door\" -- town's 4.25 percent $5 U.S. 금리를 한국은행이 東 京 都 は กรุงเทพ x")

func anyParagraph() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 20).Draw(t, "words"), " ")
	})
}

// anyTakes returns a story and another that was made from it by edits, or by chance.
func anyTakes(t *rapid.T) (old, cur *story.Story) {
	first := rapid.SliceOfN(anyParagraph(), 0, 9).Draw(t, "old")
	second := slices.Clone(first)
	for range rapid.IntRange(0, 6).Draw(t, "edits") {
		i := rapid.IntRange(0, len(second)).Draw(t, "at")
		kind := rapid.IntRange(0, 5).Draw(t, "edit")
		switch {
		case kind == 0 || i == len(second):
			second = slices.Insert(second, i, anyParagraph().Draw(t, "added"))
		case kind == 1:
			second = slices.Delete(second, i, i+1)
		case kind == 2:
			p := second[i]
			second = slices.Delete(second, i, i+1)
			second = slices.Insert(second, rapid.IntRange(0, len(second)).Draw(t, "to"), p)
		case kind == 3:
			words := strings.Fields(second[i])
			cut := rapid.IntRange(0, len(words)).Draw(t, "cut")
			second = slices.Replace(second, i, i+1, strings.Join(words[:cut], " "), strings.Join(words[cut:], " "))
		case kind == 4 && i > 0:
			second = slices.Replace(second, i-1, i+1, second[i-1]+" "+second[i])
		default:
			words := strings.Fields(second[i])
			at := rapid.IntRange(0, len(words)).Draw(t, "word")
			end := rapid.IntRange(at, len(words)).Draw(t, "end")
			second[i] = strings.Join(slices.Replace(words, at, end, rapid.SampledFrom(vocabulary).Draw(t, "new")), " ")
		}
	}
	old, cur = body(first...), body(second...)
	old.Headline.Title, cur.Headline.Title = anyParagraph().Draw(t, "title"), anyParagraph().Draw(t, "title")
	return old, cur
}

// significant returns what counts of a text.
func significant(text string) string {
	return strings.Map(func(r rune) rune {
		if ignored(r) {
			return -1
		}
		return r
	}, text)
}

// counted returns the tokens of a text.
func counted(text string) []string {
	p := newPassage(text)
	var out []string
	for i := range p.tokens {
		out = append(out, p.token(i))
	}
	return out
}

// sideOf returns the text of the runs of a side.
func sideOf(runs []Run, other Of) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Of != other {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// wrong says why the changes of d, applied to old, do not give cur.
func wrong(old, cur *story.Story, d *Diff) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	text := func(st *story.Story, blocks []int) string {
		var all []string
		for _, i := range blocks {
			all = append(all, st.Body[i].Text)
		}
		return strings.Join(all, "\n\n")
	}
	var olds, news []int
	for _, ch := range d.Changes {
		olds, news = append(olds, ch.Old...), append(news, ch.New...)
		if got, want := sideOf(ch.Runs, Old), text(cur, ch.New); got != want {
			fault("the new text of %+v is %q, want %q", ch, got, want)
		}
		if got, want := sideOf(ch.Runs, New), text(old, ch.Old); significant(got) != significant(want) {
			fault("the old text of %+v is %q, want %q", ch, got, want)
		}
		if ch.Kind == Same && len(ch.Runs) > 1 {
			fault("%+v is the same", ch)
		}
	}
	if len(news) != len(cur.Body) || !slices.IsSorted(news) {
		fault("the changes have the new blocks %v of %d", news, len(cur.Body))
	}
	slices.Sort(olds)
	if len(olds) != len(old.Body) || len(slices.Compact(olds)) != len(olds) {
		fault("the changes have the old blocks %v of %d", olds, len(old.Body))
	}
	if got := sideOf(d.Headline, Old); len(counted(cur.Headline.Title)) > 0 && got != cur.Headline.Title {
		fault("the new headline is %q, want %q", got, cur.Headline.Title)
	}
	return faults
}

func TestApplyingTheChangesToTheOldStoryGivesTheNew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, cur := anyTakes(t)
		d := Compare(old, cur)
		for _, fault := range wrong(old, cur, d) {
			t.Error(fault)
		}
		for _, ch := range d.Changes { // these words have spaces around them, so they do not run together
			var text []string
			for _, i := range ch.Old {
				text = append(text, old.Body[i].Text)
			}
			if got, want := counted(sideOf(ch.Runs, New)), counted(strings.Join(text, " ")); !slices.Equal(got, want) {
				t.Errorf("the old words are %q, want %q", got, want)
			}
		}
	})
}

// Each line of the input is a paragraph, or a note of the new story if it begins with "(".
func FuzzCompare(f *testing.F) {
	for _, p := range [][2]string{
		{tolvik + "\n" + drying + "\n" + smoke, "(ATTN: UPDATES toll in paras 1-2, 7 sted 4)\n" + strings.Replace(tolvik, "four", "seven", 1) + "\n" + smoke + " " + drying},
		{"東京都内の工場で火災", "(SUBS 3rd graf)\nกรุงเทพ 4.25%"},
		{"U.S. $5 -3 1,000 p.m.", "'' -- “x”\n\n..."},
	} {
		f.Add(p[0], p[1])
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		old, cur := body(strings.Split(first, "\n")...), body()
		for line := range strings.SplitSeq(second, "\n") {
			if strings.HasPrefix(line, "(") {
				cur.Notes = append(cur.Notes, note(line))
				continue
			}
			cur.Body = append(cur.Body, story.Block{Kind: story.Paragraph, Text: line, N: len(cur.Body) + 1})
		}
		d := Compare(old, cur)
		for _, fault := range wrong(old, cur, d) {
			t.Error(fault)
		}
		if back := Compare(cur, old); len(back.Changes) != len(d.Changes) || len(back.Figures) != len(d.Figures) {
			t.Errorf("%d changes and %d figures, but %d and %d back", len(d.Changes), len(d.Figures), len(back.Changes), len(back.Figures))
		}
	})
}

func TestAStoryIsTheSameAsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, st := anyTakes(t)
		if d := Compare(st, st); !d.Empty() || len(d.Figures) > 0 {
			t.Errorf("a story differs from itself: %+v", d)
		}
	})
}

func TestTheChangesBackMirrorTheChanges(t *testing.T) {
	mirror := map[Kind]Kind{Same: Same, Edited: Edited, Moved: Moved, Added: Gone, Gone: Added, Split: Joined, Joined: Split}
	rapid.Check(t, func(t *rapid.T) {
		old, cur := anyTakes(t)
		there, back := Compare(old, cur), Compare(cur, old)
		if len(there.Changes) != len(back.Changes) || len(there.Figures) != len(back.Figures) {
			t.Fatalf("%d changes and %d figures, but %d and %d back", len(there.Changes), len(there.Figures), len(back.Changes), len(back.Figures))
		}
		for _, ch := range there.Changes {
			found := slices.ContainsFunc(back.Changes, func(o Change) bool {
				return o.Kind == mirror[ch.Kind] && slices.Equal(o.Old, ch.New) && slices.Equal(o.New, ch.Old) && mirrored(ch.Runs, o.Runs)
			})
			if !found {
				t.Errorf("nothing back mirrors %+v in %+v", ch, back.Changes)
			}
		}
		for _, f := range there.Figures {
			f.flip()
			if !slices.Contains(back.Figures, f) {
				t.Errorf("nothing back mirrors %+v in %+v", f, back.Figures)
			}
		}
	})
}

// mirrored reports whether a and b have the same words the other way round.
func mirrored(a, b []Run) bool {
	words := func(runs []Run, of Of) (out [][]string) {
		for _, r := range runs {
			if w := counted(r.Text); r.Of == of && len(w) > 0 {
				out = append(out, w)
			}
		}
		return out
	}
	equal := func(x, y [][]string) bool { return slices.EqualFunc(x, y, slices.Equal) }
	return equal(words(a, Both), words(b, Both)) && equal(words(a, Old), words(b, New)) && equal(words(a, New), words(b, Old))
}

func TestTheScriptIsAShortestOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.Uint64Range(1, 4), 0, 30)
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		c := comparison{work: maxWork}
		n, at := 0, [2]int{}
		for _, s := range c.myers(a, b) {
			if s.n < 1 || s.at[0] < at[0] || s.at[1] < at[1] || !slices.Equal(a[s.at[0]:s.at[0]+s.n], b[s.at[1]:s.at[1]+s.n]) {
				t.Fatalf("%+v is no run of equal tokens after %v", s, at)
			}
			n, at = n+s.n, [2]int{s.at[0] + s.n, s.at[1] + s.n}
		}
		if want := longest(a, b); n != want {
			t.Errorf("%d tokens are equal, want %d", n, want)
		}
		if used := maxWork - c.work; used < 0 || used > (len(a)+len(b)+1)*(len(a)+len(b)+1) {
			t.Errorf("%d steps", used)
		}
	})
}

// longest returns the length of the longest common subsequence of a and b.
func longest(a, b []uint64) int {
	best := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := best[j+1]
			if best[j+1] = max(above, best[j]); x == y {
				best[j+1] = diagonal + 1
			}
			diagonal = above
		}
	}
	return best[len(b)]
}

func TestTheHeaviestChainIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		var pairs []pair
		for j := range n {
			for i := range n {
				if rapid.Bool().Draw(t, "alike") {
					pairs = append(pairs, pair{i: int32(i), j: int32(j), weight: int32(rapid.IntRange(minLikeness, full+1).Draw(t, "weight"))})
				}
			}
		}
		var total int64
		last := heaviest(pairs, n)
		for k := last; k >= 0; k = int(pairs[k].before) {
			total += pairs[k].value()
			if b := pairs[k].before; b >= 0 && (pairs[b].i >= pairs[k].i || pairs[b].j >= pairs[k].j) {
				t.Errorf("%+v comes before %+v", pairs[b], pairs[k])
			}
		}
		if want := heaviestOf(pairs, -1, -1); total != want {
			t.Errorf("the chain weighs %d, want %d", total, want)
		}
	})
}

// heaviestOf tries every chain of pairs after i and j.
func heaviestOf(pairs []pair, i, j int32) (best int64) {
	for _, p := range pairs {
		if p.i > i && p.j > j {
			best = max(best, p.value()+heaviestOf(pairs, p.i, p.j))
		}
	}
	return best
}
