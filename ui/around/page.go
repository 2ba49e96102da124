// Package around lists the stories around a story: its takes, the targets of its
// related headlines, and the stories that cite it. It is a pane beside the story, or
// a sheet over the lower part of the screen.
package around

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/label"
	"dateline/ui/theme"
	"dateline/ui/when"
)

// Page is the page. Use New to create one.
type Page struct {
	Pending bool                // the stories that Show lacks are being looked up
	Visited func(story.ID) bool // reports whether the reader has visited a story; nil for none

	keys  keys.List
	theme *theme.Theme
	w, h  int
	pane  bool // the page is a pane
	blur  bool // another pane has the focus

	id      story.ID
	entries []entry
	related int    // related headlines
	summary string // for the head line of a sheet
	cursor  int
	top     int   // the first line on the screen
	starts  []int // the first line of each entry, and the number of lines; nil if they have changed
}

// entry is a story, or a related headline that is not in the archive.
type entry struct {
	group  string // its name, in the first entry of a group
	note   string // at the end of the group's line
	number string // of a related headline, or an arrow
	title  string
	tail   []string // label, date, number of words
	id     story.ID // "" if the headline is not in the archive
	take   bool     // of the story that is shown
	shown  bool     // the take that is shown
}

// New returns a page without a story.
func New(th *theme.Theme) *Page {
	p := &Page{theme: th}
	p.keys = bindings(p)
	return p
}

// Resize sets the size of the page in cells.
func (p *Page) Resize(w, h int) {
	if w != p.w {
		p.starts = nil
	}
	p.w, p.h = w, h
	p.keepVisible()
}

// SetPane sets whether the page is a pane. Resize follows.
func (p *Page) SetPane(pane bool) {
	if pane != p.pane {
		p.pane, p.starts = pane, nil
	}
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// SetBlur sets whether another pane has the focus.
func (p *Page) SetBlur(blur bool) { p.blur = blur }

// ID returns the ID of the story, "" for none.
func (p *Page) ID() story.ID { return p.id }

// Show shows the stories around st; nil is no story. If the page showed that story
// before, the cursor keeps its entry.
func (p *Page) Show(st *story.Story, links []feed.Link, cited, takes []story.Row) {
	old, _ := p.selected()
	same := st != nil && st.ID == p.id
	p.id, p.entries, p.summary, p.cursor, p.top, p.starts = "", nil, "", 0, 0, nil
	if st == nil {
		return
	}
	p.id, p.related = st.ID, len(st.Related)
	p.addTakes(st, takes)
	here := p.addRelated(st, links)
	p.addCited(st, cited)
	p.summarise(len(takes), here, len(st.Related), len(cited))
	for i := range p.entries {
		if e := &p.entries[i]; same && e.id == old.id && e.title == old.title {
			p.cursor = i
			break
		}
	}
	p.keepVisible()
}

// addTakes adds the takes, if there are several.
func (p *Page) addTakes(st *story.Story, takes []story.Row) {
	for i := range takes {
		if len(takes) < 2 {
			return
		}
		r := &takes[i]
		e := entry{
			title: label.Long(r), id: r.ID, take: true, shown: r.ID == st.ID,
			tail: []string{date(r, st), fmt.Sprintf("%d %s", r.Words, r.Unit())},
		}
		if e.title == "" {
			e.title = "first"
		}
		e.title = strings.TrimSpace(e.title + " " + p.visited(r))
		if i == 0 {
			e.group = "Takes"
		}
		p.entries = append(p.entries, e)
	}
}

// addRelated adds the related headlines, first those that are in the archive. It
// returns their number.
func (p *Page) addRelated(st *story.Story, links []feed.Link) (here int) {
	var missing []entry
	first := len(p.entries)
	for i := range st.Related {
		rel := &st.Related[i]
		e := entry{number: strconv.Itoa(i + 1), title: rel.Title}
		switch {
		case i < len(links) && len(links[i].Targets) > 0:
			t := &links[i].Targets[0]
			e.id, e.tail = t.ID, []string{p.visited(t), label.Short(t), date(t, st)}
		case rel.Text == st.Headline.Text:
			e.id, e.tail = st.ID, []string{"this story"}
		default:
			missing = append(missing, e)
			continue
		}
		p.entries = append(p.entries, e)
		here++
	}
	switch {
	case len(missing) == 0:
	case p.Pending:
		missing[0].note = "looking …"
	default:
		missing[0].note = "not in the archive"
	}
	p.entries = append(p.entries, missing...)
	if len(p.entries) > first {
		p.entries[first].group = "Related"
	}
	return here
}

func (p *Page) addCited(st *story.Story, cited []story.Row) {
	for i := range cited {
		r := &cited[i]
		e := entry{number: "←", title: r.Headline.Title, id: r.ID, tail: []string{p.visited(r), label.Short(r), date(r, st)}}
		if i == 0 {
			e.group = "Cited by"
		}
		p.entries = append(p.entries, e)
	}
}

// visited returns the mark of a story that was visited, "" for others.
func (p *Page) visited(r *story.Row) string {
	if p.Visited != nil && r.ID != p.id && p.Visited(r.ID) {
		return label.Visited
	}
	return ""
}

// date returns the day of r, without the year if that is the year of st.
func date(r *story.Row, st *story.Story) string {
	if r.Date.Year == st.Date.Year {
		return when.DayMonth(r.Date)
	}
	return when.Listed(r.Date)
}

func (p *Page) summarise(takes, here, related, cited int) {
	add := func(format string, args ...any) {
		if p.summary != "" {
			p.summary += " · "
		}
		p.summary += fmt.Sprintf(format, args...)
	}
	if takes > 1 {
		add("%d takes", takes)
	}
	if related > 0 {
		add("%d of %d related are here", here, related)
	}
	if cited > 0 {
		add("cited by %d", cited)
	}
}

// selected returns the entry under the cursor; ok is false if there is none.
func (p *Page) selected() (e entry, ok bool) {
	if p.cursor < 0 || p.cursor >= len(p.entries) {
		return entry{}, false
	}
	return p.entries[p.cursor], true
}

// open opens the selected entry. If it is not in the archive, open searches for its
// words.
func (p *Page) open() intent.Intent {
	switch e, ok := p.selected(); {
	case !ok:
		return nil
	case e.id == p.id:
		return intent.Say{Text: "That is this story."}
	case e.id == "":
		return intent.SearchFor{Text: e.title, Words: true}
	default:
		return intent.Follow{ID: e.id}
	}
}
