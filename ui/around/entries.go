package around

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/feed/story"
	"dateline/ui/label"
	"dateline/ui/reason"
	"dateline/ui/when"
)

// Stories are the stories around one.
type Stories struct {
	Links []feed.Link
	Cited []story.Row
	Takes []feed.Take
	Alike []feed.Alike

	Notices feed.Notices
}

// entry is a story, a related headline that is not in the archive, or a list of
// stories.
type entry struct {
	section string
	group   string // the section, in its first entry
	note    string // at the end of the group's line
	number  string // of a related headline, or an arrow
	title   string
	tail    []string // mark, label, date, number of words
	id      story.ID // "" if the headline is not in the archive
	query   string   // the search for a list of stories
	because string   // why it is there
	cites   bool     // it cites the story, with a headline that is not known
	of      int      // the number of the related headline with several targets, 0 for others
	take    bool     // of the story that is shown
	shown   bool     // the take that is shown
}

// list lists the entries, section by section. A section without entries is not there.
func (p *Page) list() {
	st, a := p.story, &p.around
	p.addTakes(st, a.Takes)
	p.addCorrections(a)
	here := p.addRelated(st, a.Links)
	p.addCited(a.Cited)
	p.addAlike(a.Alike)
	p.addLists(st)
	p.summarise(len(a.Takes), here, len(st.Related), len(a.Cited))
}

// add adds an entry of a section.
func (p *Page) add(section string, e entry) {
	e.section = section
	if n := len(p.entries); n == 0 || p.entries[n-1].section != section {
		e.group = section
	}
	p.entries = append(p.entries, e)
}

// rowEntry returns the entry of a story.
func (p *Page) rowEntry(number string, r *story.Row, why string) entry {
	return entry{number: number, title: r.Headline.Title, id: r.ID, tail: []string{p.visited(r), label.Short(r), p.date(r)}, because: why}
}

// addTakes adds the takes, if there are several.
func (p *Page) addTakes(st *story.Story, takes []feed.Take) {
	if len(takes) < 2 {
		return
	}
	for i := range takes {
		r := &takes[i].Row
		e := entry{
			title: label.Long(r), id: r.ID, take: true, shown: r.ID == st.ID, because: reason.Take(&takes[i]),
			tail: []string{p.date(r), fmt.Sprintf("%d %s", r.Words, r.Unit())},
		}
		if e.title == "" {
			e.title = locale.T("first")
		}
		if e.shown {
			e.because = locale.T("the take on the screen")
		}
		e.title = strings.TrimSpace(e.title + " " + p.visited(r))
		p.add(locale.T("Takes"), e)
	}
}

// addRelated adds the related headlines, first those that are in the archive. It
// returns their number.
func (p *Page) addRelated(st *story.Story, links []feed.Link) (here int) {
	var missing []entry
	for i := range st.Related {
		rel := &st.Related[i]
		e := entry{number: strconv.Itoa(i + 1), title: rel.Title}
		switch {
		case i < len(links) && len(links[i].Targets) > 0:
			p.addLink(i, &links[i], e)
		case rel.Text == st.Headline.Text:
			e.id, e.tail, e.because = st.ID, []string{locale.T("this story")}, locale.T("the headline of this story")
			p.add(locale.T("Related"), e)
		default:
			e.because = locale.F("listed by this story; %s searches its words", p.keys.KeyOf("open"))
			missing = append(missing, e)
			continue
		}
		here++
	}
	for i, e := range missing {
		switch {
		case i > 0:
		case p.Pending:
			e.note = locale.T("looking …")
		default:
			e.note = locale.T("not in the archive")
		}
		p.add(locale.T("Related"), e)
	}
	return here
}

// addLink adds the first target of a related headline and the number of others, or the
// others too.
func (p *Page) addLink(i int, l *feed.Link, e entry) {
	t := &l.Targets[0]
	n := reason.Others(l)
	e.id, e.title, e.because = t.ID, reason.Title(&p.story.Related[i], l), reason.Match(l)
	e.tail = []string{p.visited(t), label.Short(t), p.date(t)}
	if n > 0 {
		e.of = i + 1
		e.tail = append([]string{"+" + strconv.Itoa(n)}, e.tail...)
	}
	p.add(locale.T("Related"), e)
	for k := 1; k <= n && p.others[i]; k++ {
		p.add(locale.T("Related"), p.rowEntry(locale.T("or"), &l.Targets[k], locale.F("matches headline %d as well", i+1)))
	}
}

func (p *Page) addCited(cited []story.Row) {
	for i := range cited {
		e := p.rowEntry("←", &cited[i], "")
		e.cites = true
		p.add(locale.T("Cited by"), e)
	}
}

// addAlike adds the stories alike that are not there yet.
func (p *Page) addAlike(alike []feed.Alike) {
	listed := map[story.ID]bool{}
	for i := range p.entries {
		listed[p.entries[i].id] = true
	}
	for i := range alike {
		if a := &alike[i]; !listed[a.Row.ID] {
			p.add(locale.T("Alike"), p.rowEntry("~", &a.Row, reason.Alike(a)))
		}
	}
}

// addCorrections adds the corrections and kills of the story, those that it is itself,
// and those of the related stories.
func (p *Page) addCorrections(a *Stories) {
	added := map[story.ID]bool{}
	add := func(r *story.Row, because string) {
		if !added[r.ID] {
			added[r.ID] = true
			p.add(locale.T("Corrected"), p.rowEntry("!", r, because))
		}
	}
	for i := range a.Notices.By {
		add(&a.Notices.By[i], locale.T("corrects or kills this story or a take of it"))
	}
	for i := range a.Notices.About {
		add(&a.Notices.About[i], locale.T("is corrected or killed by this story"))
	}
	for i := range a.Links {
		if c := a.Links[i].Correction; c != nil {
			add(c, locale.F("about related headline %d", i+1))
		}
	}
}

// addLists adds the lists of the stories by the writers, from the places and of the
// agency of st.
func (p *Page) addLists(st *story.Story) {
	for _, c := range []struct {
		field  query.Field
		values []string
		means  func(string) string
	}{
		{query.By, st.Byline.Names, func(v string) string { return locale.F("by %s", v) }},
		{query.Place, st.Dateline.Places, func(v string) string { return locale.F("from %s", v) }},
		{query.Agency, []string{st.Dateline.Agency}, func(v string) string { return locale.F("of %s", v) }},
	} {
		for _, v := range c.values {
			if q := query.Clause(string(c.field), v, false); q != "" {
				because := locale.F("%s searches for %s", p.keys.KeyOf("open"), q)
				p.add(locale.T("Stories"), entry{number: "/", title: c.means(v), query: q, because: because})
			}
		}
	}
}

// visited returns the mark of a story that was visited, "" for others.
func (p *Page) visited(r *story.Row) string {
	if p.Visited != nil && r.ID != p.id && p.Visited(r.ID) {
		return p.theme.Sign(label.Visited, locale.T("visited"))
	}
	return ""
}

// date returns the day of r, without the year if that is the year of the story.
func (p *Page) date(r *story.Row) string {
	if r.Date.Year == p.story.Date.Year {
		return when.DayMonth(r.Date)
	}
	return when.Listed(r.Date)
}

func (p *Page) summarise(takes, here, related, cited int) {
	var parts []string
	if takes > 1 {
		parts = append(parts, locale.F("%d takes", takes))
	}
	if related > 0 {
		parts = append(parts, locale.F("%d of %d related are here", here, related))
	}
	if cited > 0 {
		parts = append(parts, locale.F("cited by %d", cited))
	}
	p.summary = strings.Join(parts, " · ")
}
