package link

import "dateline/feed/story"

// minCorrected is the share of the words of each title that a correction and its story must
// have in common.
const minCorrected = 0.8

// Corrected returns how alike the titles of a correction or kill and of t are, 0 if it is
// not about t: 1 if they have one key, a little less if only figures differ, else the share
// of words in common, in which figures do not count. Both have a place in common if both have
// places.
func Corrected(c, t *Candidate) float64 {
	if !placed(c, t) {
		return 0
	}
	key, other := Key(c.Headline.Title), Key(t.Headline.Title)
	switch {
	case key == other && key != "":
		return 1
	case pieceOf(c.Headline.Kind) != pieceOf(t.Headline.Kind):
		return 0
	case begins(key, other) || begins(other, key) || respaced(key, other):
		return 0.99
	}
	share, ok := inCommon(c.Headline.Title, t.Headline.Title)
	if !ok || share < minCorrected {
		return 0
	}
	return 0.98 * share
}

// pieceOf returns the genre of a kind; a kill is plain copy.
func pieceOf(k story.Kind) story.Kind {
	if k == story.Kill {
		return story.Plain
	}
	return genre(k)
}

// inCommon returns the share of the longer title's words that the other has too. Figures do
// not count. Ok is false if the titles are too short, or have opposite words.
func inCommon(a, b string) (share float64, ok bool) {
	x, y := contents(a, b)
	x, y = withoutNumbers(x), withoutNumbers(y)
	pairs := align(x, y)
	if len(pairs) < minInCommon || opposed(x, y, pairs) {
		return 0, false
	}
	return float64(len(pairs)) / float64(max(len(x), len(y))), true
}
