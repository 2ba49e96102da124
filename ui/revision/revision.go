// Package revision prepares what changed between two stories for people to read: signs,
// labels, and text in which the words that are gone and those that are new are marked.
package revision

import (
	"cmp"
	"strconv"
	"strings"

	"dateline/feed/diff"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/bidi"
)

// Name returns the tags of a take's headline, or "first" for a story without.
func Name(h *story.Headline) string { return cmp.Or(strings.Join(h.Tags, ", "), locale.T("first")) }

// Sign returns the sign in front of a paragraph.
func Sign(k diff.Kind) string {
	switch k {
	case diff.Same:
		return " "
	case diff.Added:
		return "+"
	case diff.Gone:
		return "-"
	case diff.Moved:
		return "="
	}
	return "~"
}

// captionLabel stands in front of a caption.
const captionLabel = "▣"

// Labels returns what stands in front of the paragraphs of ch: their numbers, with the old
// ones where they say more.
func Labels(old, cur *story.Story, ch *diff.Change) []string {
	was, is := Numbers(old, ch.Old), Numbers(cur, ch.New)
	switch {
	case len(was)+len(is) == 0 && BlockKind(old, cur, ch) == story.Caption:
		return []string{captionLabel}
	case ch.Kind == diff.Gone:
		return []string{Ranges(was)}
	case ch.Kind == diff.Same || ch.Kind == diff.Added || ch.Kind == diff.Edited || len(was) == 0 || len(is) == 0:
		return []string{Ranges(is)}
	}
	all := make([]string, len(is))
	for i, n := range is {
		all[i] = Ranges(was) + "→" + strconv.Itoa(n)
	}
	return all
}

// Label returns what stands in front of a block among those of its own story.
func Label(b *story.Block) string {
	switch {
	case b.N > 0:
		return strconv.Itoa(b.N)
	case b.Kind == story.Caption:
		return captionLabel
	}
	return ""
}

// BlockKind returns the kind of the blocks of ch.
func BlockKind(old, cur *story.Story, ch *diff.Change) story.BlockKind {
	if len(ch.New) > 0 {
		return cur.Body[ch.New[0]].Kind
	}
	return old.Body[ch.Old[0]].Kind
}

// Numbers returns the numbers of those of blocks that are paragraphs of st.
func Numbers(st *story.Story, blocks []int) []int {
	all := []int{}
	for _, i := range blocks {
		if n := st.Body[i].N; n > 0 {
			all = append(all, n)
		}
	}
	return all
}

// Ranges returns numbers, which are in order, as "2-5, 7".
func Ranges(numbers []int) string {
	var all []string
	for i := 0; i < len(numbers); {
		k := i + 1
		for k < len(numbers) && numbers[k] == numbers[k-1]+1 {
			k++
		}
		text := strconv.Itoa(numbers[i])
		if k > i+1 {
			text += "-" + strconv.Itoa(numbers[k-1])
		}
		all = append(all, text)
		i = k
	}
	return strings.Join(all, ", ")
}

// Figure returns a figure that changed with the words around it: "killed four → seven
// people". Among right-to-left words the arrow points to the left.
func Figure(f *diff.Figure) string {
	arrow := " → "
	if bidi.IsRTL(f.Before + f.After) {
		arrow = " ← "
	}
	text := f.Old + arrow + f.New
	if f.Before != "" {
		text = f.Before + " " + text
	}
	if f.After != "" {
		text += " " + f.After
	}
	return text
}
