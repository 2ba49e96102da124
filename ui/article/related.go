package article

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/prose"
	"dateline/ui/reason"
	"dateline/ui/when"
)

// labelNewer and labelOr are the labels of a newer take and of another target of a related headline.
func labelNewer() string { return locale.In("label").T("newer") }
func labelOr() string    { return locale.In("label").T("or") }

// link adds an item that leads to another story and returns its number.
func (b *builder) link(it prose.Item, t target) int {
	b.targets = append(b.targets, t)
	it.Link = len(b.targets)
	b.add(it)
	return it.Link
}

// newer adds a link to a newer take. Corrections and kills have banners.
func (b *builder) newer() {
	takes := slices.DeleteFunc(slices.Clone(b.page.around.Takes), func(t feed.Take) bool {
		return t.Row.Headline.Kind == story.Correction || t.Row.Headline.Kind == story.Kill
	})
	if len(takes) == 0 {
		return
	}
	if t := &takes[len(takes)-1].Row; t.ID != b.st.ID && t.Headline.Take > b.st.Headline.Take {
		b.link(prose.Item{Role: prose.Entry, Label: labelNewer(), Text: t.Headline.Title, Tail: b.about(t), Space: 1}, target{id: t.ID, headline: t.Headline.Text})
	}
}

// links adds the numbered related headlines, then the stories that cite this one.
func (b *builder) links() {
	b.relatedLinks()
	for i := range b.page.around.Cited {
		r := &b.page.around.Cited[i]
		if i == 0 {
			b.addGenerated(prose.Item{Role: prose.Section, Text: locale.T("Cited by"), Space: 1})
		}
		b.link(prose.Item{Role: prose.Entry, Label: b.pad("←"), Text: r.Headline.Title, Tail: b.about(r)}, target{id: r.ID, headline: r.Headline.Text})
	}
}

// relatedLinks adds the related headlines, section by section. They keep the numbers
// that they have in the copy.
func (b *builder) relatedLinks() {
	rel := b.st.Related
	for from := 0; from < len(rel); {
		to := from
		for to < len(rel) && rel[to].Section == rel[from].Section {
			to++
		}
		b.section(from, to)
		from = to
	}
}

// section adds the related headlines from index from to index to: first the links,
// then those that are not in the archive.
func (b *builder) section(from, to int) {
	name := b.st.Related[from].Section
	if name == "" {
		name = locale.T("Related")
	}
	var links, dead []int
	for i := from; i < to; i++ {
		if b.answer(i) != nil || b.own(i) {
			links = append(links, i)
		} else {
			dead = append(dead, i)
		}
	}
	here := ""
	switch {
	case len(links) == 0:
		here = b.missing()
	case len(dead) > 0:
		here = locale.F("%d of %d are here", len(links), to-from)
	}
	b.addGenerated(prose.Item{Role: prose.Section, Text: name, Tail: here, Space: 1})
	for _, i := range links {
		b.relatedLink(i, b.answer(i))
	}
	for n, i := range dead {
		if n == 0 && len(links) > 0 {
			b.addGenerated(prose.Item{Role: prose.EntryMeta, Label: b.pad(" "), Text: b.missing()})
		}
		b.missingLink(i)
	}
}

// missingLink adds related headline i, which is not in the archive. It is a link to its address,
// unless that stands in the text.
func (b *builder) missingLink(i int) {
	rel := &b.st.Related[i]
	it := prose.Item{Role: prose.Dead, Label: b.numeral(i), Text: rel.Text}
	if rel.Address != "" && b.related[i] == 0 {
		b.related[i] = b.link(it, target{headline: rel.Text, address: rel.Address, related: i + 1})
	} else {
		b.add(it)
	}
	if !rel.IsBare() && rel.Target.URL != "" {
		b.addGenerated(prose.Item{Role: prose.EntryMeta, Label: b.pad(" "), Text: rel.Target.URL})
	}
}

// answer returns the link of related headline i, nil if it leads nowhere.
func (b *builder) answer(i int) *feed.Link {
	if i >= len(b.page.around.Links) || len(b.page.around.Links[i].Targets) == 0 {
		return nil
	}
	return &b.page.around.Links[i]
}

// own reports whether related headline i is that of the story itself.
func (b *builder) own(i int) bool { return b.st.Related[i].Text == b.st.Headline.Text }

// missing returns the reason why some related headlines lead nowhere.
func (b *builder) missing() string {
	switch {
	case b.page.around.Pending:
		return locale.T("looking …")
	case len(b.page.around.Links) < len(b.st.Related):
		return locale.T("could not be looked up")
	case b.page.around.Reading:
		return locale.T("not found so far")
	}
	return locale.T("not in the archive")
}

// numeral returns the number of related headline i, as wide as the last one.
func (b *builder) numeral(i int) string { return fmt.Sprintf("%*d", b.digits(), i+1) }

// digits returns the cells of the widest label: of the last number, or of "or".
func (b *builder) digits() int {
	if b.widest == 0 {
		b.widest = len(strconv.Itoa(len(b.st.Related)))
		if len(b.page.others) > 0 {
			b.widest = max(cell.Width(labelOr()), b.widest)
		}
	}
	return b.widest
}

// pad returns a label as wide as the numbers.
func (b *builder) pad(s string) string {
	return strings.Repeat(" ", max(0, b.digits()-cell.Width(s))) + s
}

// relatedLink adds related headline i. At its end is the number of other equally good
// targets; once the reader has asked for them, they are below it. l is nil for the
// headline of the story itself.
func (b *builder) relatedLink(i int, l *feed.Link) {
	rel := &b.st.Related[i]
	if l == nil {
		b.add(prose.Item{Role: prose.Dead, Label: b.numeral(i), Text: rel.Title, Tail: locale.T("this story")})
		return
	}
	it := prose.Item{Role: prose.Entry, Label: b.numeral(i), Text: reason.Title(rel, l), Tail: b.about(&l.Targets[0])}
	n := reason.Others(l)
	if n > 0 {
		it.Tail = strings.TrimRight(fmt.Sprintf("+%d  ", n)+it.Tail, " ")
	}
	b.related[i] = b.link(it, target{id: l.Targets[0].ID, headline: rel.Text, related: i + 1})
	b.addGenerated(prose.Item{Role: prose.EntryMeta, Label: b.pad(" "), Text: aboutLink(rel, l)})
	for k := 1; k <= n && b.page.others[i]; k++ {
		t := &l.Targets[k]
		b.link(prose.Item{Role: prose.Entry, Label: b.pad(labelOr()), Text: t.Headline.Title, Tail: b.about(t)}, target{id: t.ID, headline: t.Headline.Text})
	}
}

// aboutLink returns the headline of a link's first target if it differs from the
// related headline, and a correction of the target; "" for most links.
func aboutLink(rel *story.Related, l *feed.Link) string {
	var parts []string
	if title := l.Targets[0].Headline.Title; title != rel.Title {
		switch l.Match {
		case link.Version:
			parts = append(parts, locale.F("as %s", title))
		case link.Close:
			parts = append(parts, locale.F("perhaps %s", title))
		}
	}
	if l.Correction != nil {
		parts = append(parts, string(l.Correction.Headline.Kind)+": "+l.Correction.Headline.Title)
	}
	return cell.Join(parts...)
}

// about returns the label and the date of a story for the end of its line, and a mark
// if it was visited. The year is left out if it is that of this story.
func (b *builder) about(r *story.Row) string {
	mark := ""
	if b.page.Visited != nil && b.page.Visited(r.ID) {
		mark = b.page.theme.Sign(label.Visited, locale.In("mark").T("visited")) + " "
	}
	return mark + strings.TrimSpace(label.Short(r)+"  "+cell.Right(day(r, b.st), 6))
}

// day returns the date of r without its year if that is the year of st.
func day(r *story.Row, st *story.Story) string {
	if r.Date.Year == st.Date.Year {
		return when.DayMonth(r.Date)
	}
	return when.Listed(r.Date)
}
