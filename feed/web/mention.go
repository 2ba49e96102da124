package web

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/term"
	wire "dateline/feed/wire/line"
)

// The bounds of Mentions.
const (
	maxMentions   = 200  // paragraphs that are looked up
	mentionBytes  = 1000 // of a paragraph, from its beginning
	mentionDays   = 2    // between a summary and a story, beyond the days that it covers
	mostOf        = 0.6  // the share of a headline's words that a paragraph has
	muchOf        = 0.4  // the same, if minTelling of them are rare
	minTelling    = 3
	sharedStories = 12 // that are compared with a paragraph
)

// Mentions returns the stories that the paragraphs of a summary are about, by the number
// of the paragraph: those with its first sentence as their headline, as written, cut or
// reworded, or else one whose headline is in the paragraph, as it is in a lede. The
// stories are of the days that the summary covers. Other stories have no mentions.
func Mentions(ctx context.Context, cat *catalog.Catalog, st *story.Story) (map[int][]story.Row, error) {
	if st.Headline.Kind != story.Summary {
		return nil, nil
	}
	row := story.NewRow(st)
	m := mentions{cat: cat, st: st, from: link.CandidateOf(&row), f: newFinder(cat, st.Date), before: mentionDays + span(st.Headline.Title)}
	out := map[int][]story.Row{}
	for i := range st.Body {
		b := &st.Body[i]
		if b.N == 0 || b.N > maxMentions {
			continue
		}
		rows, err := m.of(ctx, b.Text)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			out[b.N] = rows
		}
	}
	return out, nil
}

// mentions looks up the paragraphs of a summary.
type mentions struct {
	cat    *catalog.Catalog
	st     *story.Story
	from   link.Candidate
	f      *finder
	before int // days before the summary
}

// of returns the stories that a paragraph is about.
func (m *mentions) of(ctx context.Context, text string) ([]story.Row, error) {
	text = opening.ReplaceAllString(wire.Head(text, mentionBytes), "")
	sentence := wire.FirstSentence(text)
	rows, _, err := m.f.matches(ctx, story.Headline{Text: sentence, Title: strings.TrimRight(sentence, ".。")}, m.from)
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(r story.Row) bool { return !m.covers(&r) })
	if len(rows) > 0 {
		return rows[:1], nil
	}
	return m.sharing(ctx, text)
}

// opening matches what stands before the sentence of a paragraph: a bullet, a number, a
// tag, and a place, day or agency up to a dash.
var opening = regexp.MustCompile(`^(?:[-*•·○◇■▲]\s*|\d{1,2}[.)]\s+)?(?:\([^()]{1,30}\)\s*)?(?:\pL[^.!?—–]{0,24}[^!?—–]{0,40}? (?:--|—|–) )?`)

// sharing returns the story that shares the words of a paragraph, among them those of its
// headline.
func (m *mentions) sharing(ctx context.Context, text string) ([]story.Row, error) {
	factors := terms(text)
	list, err := m.cat.Sharing(ctx, factors, m.st.Date, sharedStories)
	if err != nil {
		return nil, err
	}
	var best *story.Row
	most := 0.0
	for i := range list {
		r := &list[i].Row
		title := terms(r.Headline.Title)
		n, telling := 0, 0
		for t := range title {
			if factors[t] > 0 {
				n++
			}
			if slices.Contains(list[i].Words, t) {
				telling++
			}
		}
		part := float64(n) / float64(max(1, len(title)))
		if !m.covers(r) || part < muchOf || part < mostOf && telling < minTelling || n < minWords {
			continue
		}
		if best == nil || part > most || part == most && link.CompareTakes(best, r) < 0 {
			best, most = r, part
		}
	}
	if best == nil {
		return nil, nil
	}
	return []story.Row{*best}, nil
}

// terms returns the terms of text that count.
func terms(text string) map[string]float64 {
	out := map[string]float64{}
	term.Each(text, func(t []byte, _, _ int) bool {
		if f := factor(t, true); f > 0 {
			out[string(t)] = f
		}
		return true
	})
	return out
}

// covers reports whether a row is of the days of the summary and no summary itself.
func (m *mentions) covers(r *story.Row) bool {
	if r.ID == m.st.ID || r.Headline.Kind == story.Summary || r.Headline.Kind == story.Kill || !r.Date.Known() || !m.st.Date.Known() {
		return false
	}
	const day = 86400
	d := r.Date.Unix()/day - m.st.Date.Unix()/day
	return d >= -int64(m.before) && d <= mentionDays
}

// covered matches the days that a summary covers: "Oct. 7-13", "Sept. 30-Oct. 6".
var covered = regexp.MustCompile(`\b(\d{1,2})\s?[-–—~]\s?(?:\pL+\.? )?(\d{1,2})\b`)

// span returns the number of days that the title of a summary names, less one.
func span(title string) int {
	days := covered.FindStringSubmatch(title)
	if days == nil {
		return 0
	}
	from, _ := strconv.Atoi(days[1])
	to, _ := strconv.Atoi(days[2])
	if to < from {
		to += 31
	}
	return min(to-from, 31)
}
