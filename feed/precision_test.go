package feed_test

import (
	"testing"

	"dateline/feed/internal/copydesk"
	"dateline/feed/link"
	"dateline/feed/story"
)

// TestStoriesOfOneShapeAreNotClose uses headlines of few shapes, one of each story. They
// differ in a name, a number or a verb, so a match between two of them is wrong.
func TestStoriesOfOneShapeAreNotClose(t *testing.T) {
	var all []link.Candidate
	titles, stories := map[string]bool{}, map[int]bool{}
	for i := 0; len(all) < 250; i++ {
		title, group := copydesk.Title(i), copydesk.TruthOf(i).Story
		if titles[title] || stories[group] {
			continue
		}
		titles[title], stories[group] = true, true
		all = append(all, link.Candidate{
			ID:       story.ID(title),
			Headline: story.Headline{Text: title, Title: title, Kind: story.Plain, Take: story.TakeFirst},
			Date:     story.Date{Year: 2031, Month: 3, Day: 14},
		})
	}
	from := link.Candidate{ID: "asking", Date: all[0].Date}
	wrong := 0
	for i := range all {
		others := append(append([]link.Candidate{}, all[:i]...), all[i+1:]...)
		if m, ids := link.NewChoice(all[i].Headline, others).For(from); m != link.None {
			wrong++
			t.Errorf("%s: %q leads to %q", m, all[i].ID, ids)
		}
	}
	t.Logf("%d wrong of %d pairs", wrong, len(all)*(len(all)-1))
}
