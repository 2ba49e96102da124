package article

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/ui/prose"
	"dateline/ui/when"
)

// link adds an item that leads to another story and returns its number.
func (b *builder) link(it prose.Item, t target) int {
	b.targets = append(b.targets, t)
	it.Link = len(b.targets)
	b.add(it)
	return it.Link
}

// newer adds links to corrections and kills of the story and to a newer take.
func (b *builder) newer() {
	takes := b.page.around.Takes
	for i := range takes {
		t := &takes[i]
		k := t.Headline.Kind
		if t.ID != b.st.ID && (k == story.Correction || k == story.Kill) {
			b.toTake(string(k), t)
		}
	}
	if n := len(takes); n > 0 && takes[n-1].ID != b.st.ID && takes[n-1].Headline.Take > b.st.Headline.Take {
		b.toTake("newer", &takes[n-1])
	}
}

func (b *builder) toTake(label string, t *story.Row) {
	b.link(prose.Item{Role: prose.Entry, Label: label, Text: t.Headline.Text, Space: 1}, target{t.ID, t.Headline.Text})
}

// links adds the numbered related headlines, then the stories that cite this one.
func (b *builder) links() {
	b.relatedLinks()
	for i := range b.page.around.Cited {
		r := &b.page.around.Cited[i]
		if i == 0 {
			b.addGenerated(prose.Item{Role: prose.Section, Text: "Cited by", Space: 2})
		}
		b.link(prose.Item{Role: prose.Entry, Label: "←", Text: r.Headline.Text}, target{r.ID, r.Headline.Text})
		b.addGenerated(prose.Item{Role: prose.EntryMeta, Label: " ", Text: b.about(r)})
	}
}

func (b *builder) relatedLinks() {
	section := ""
	for i := range b.st.Related {
		rel := &b.st.Related[i]
		if i == 0 || rel.Section != section {
			section = rel.Section
			b.addGenerated(prose.Item{Role: prose.Section, Text: sectionName(section), Space: 2})
		}
		it := prose.Item{Role: prose.Entry, Label: number(i+1, len(b.st.Related)), Text: rel.Text}
		if i >= len(b.page.around.Links) { // the look-up failed; the foot shows the error
			b.dead(it, "could not be looked up")
			continue
		}
		b.relatedLink(it, &b.page.around.Links[i])
	}
}

// number returns n padded to the width of last.
func number(n, last int) string { return fmt.Sprintf("%*d", len(strconv.Itoa(last)), n) }

func sectionName(section string) string {
	if section == "" {
		return "Related"
	}
	return section
}

// relatedLink adds a related headline with the place and date of its target. Other
// equally good targets follow below it.
func (b *builder) relatedLink(it prose.Item, l *feed.Link) {
	if len(l.Targets) == 0 {
		where := "not in this archive"
		switch {
		case it.Text == b.st.Headline.Text:
			where = "this story"
		case b.page.around.Reading:
			where = "the archive is still being read"
		}
		b.dead(it, where)
		return
	}
	b.related = append(b.related, b.link(it, target{l.Targets[0].ID, it.Text}))
	b.addGenerated(prose.Item{Role: prose.EntryMeta, Label: blank(it.Label), Text: b.aboutLink(l)})
	for i := range l.Targets[1:] {
		r := &l.Targets[i+1]
		b.link(prose.Item{Role: prose.Entry, Label: "or", Text: r.Headline.Text}, target{r.ID, r.Headline.Text})
		b.addGenerated(prose.Item{Role: prose.EntryMeta, Label: "  ", Text: b.about(r)})
	}
}

// dead adds a related headline that is not a link, and the reason.
func (b *builder) dead(it prose.Item, why string) {
	it.Role = prose.Dead
	b.related = append(b.related, 0)
	b.add(it)
	b.addGenerated(prose.Item{Role: prose.EntryMeta, Label: blank(it.Label), Text: why})
}

func blank(label string) string { return strings.Repeat(" ", len(label)) }

// aboutLink describes the first target of a link.
func (b *builder) aboutLink(l *feed.Link) string {
	t := &l.Targets[0]
	parts := []string{b.about(t)}
	switch l.Match {
	case link.Version:
		parts = append(parts, "as "+t.Headline.Text)
	case link.Close:
		parts = append(parts, "perhaps "+t.Headline.Text)
	}
	if l.Correction != nil {
		parts = append(parts, string(l.Correction.Headline.Kind)+": "+l.Correction.Headline.Title)
	}
	return joinParts(parts)
}

// about returns the place and date of a story.
func (b *builder) about(r *story.Row) string {
	return joinParts([]string{strings.Join(r.Places, "/"), when.Short(r.Date, b.page.Now())})
}

func joinParts(parts []string) string {
	kept := parts[:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " · ")
}
