package article

import (
	"slices"

	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/prose"
)

// banner says that a correction or kill has to do with the story, or with one that it lists.
type banner struct {
	label string
	row   *story.Row // the notice, or the story that it is about
}

// maxBanners is the number of banners about listed stories.
const maxBanners = 5

// bannersOf returns the banners of st: those of the story and its takes, those of what it
// corrects or kills itself, then those of the stories that it lists.
func bannersOf(st *story.Story, around *Around) (list []banner) {
	add := func(label string, r *story.Row) {
		if !slices.ContainsFunc(list, func(b banner) bool { return b.row.ID == r.ID }) {
			list = append(list, banner{label, r})
		}
	}
	kill := st.Headline.Kind == story.Kill
	for i := range around.Notices.By {
		r := &around.Notices.By[i]
		add(either(r.Headline.Kind == story.Kill, locale.T("KILLED:"), locale.T("CORRECTED:")), r)
	}
	for i := range around.Notices.About {
		add(either(kill, locale.T("Kills:"), locale.T("Corrects:")), &around.Notices.About[i])
	}
	own := len(list)
	for i := range around.Links {
		if r := around.Links[i].Correction; r != nil && len(list) < own+maxBanners {
			add(either(r.Headline.Kind == story.Kill, locale.T("lists KILLED:"), locale.T("lists CORRECTED:")), r)
		}
	}
	return list
}

func either(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// banners adds a link for each banner.
func (b *builder) banners() {
	for i, n := range bannersOf(b.st, &b.page.around) {
		it := prose.Item{Role: prose.Entry, Label: n.label, Text: n.row.Headline.Title, Tail: day(n.row, b.st), Space: first(i)}
		b.link(it, target{id: n.row.ID, headline: n.row.Headline.Text})
	}
}

// Banners returns the banners of st as lines of text.
func Banners(st *story.Story, around *Around) (lines []string) {
	for _, n := range bannersOf(st, around) {
		lines = append(lines, n.label+" "+cell.Join(n.row.Headline.Title, day(n.row, st)))
	}
	return lines
}
