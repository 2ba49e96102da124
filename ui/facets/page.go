// Package facets is the panel that tells what a list can be narrowed to: the
// saved searches, and the places, days, agencies, kinds, tags and languages of
// its stories with their numbers. It asks for clauses of a query; what they
// find is shown by the list beside it.
package facets

import (
	"strings"
	"time"

	"dateline/feed"
	"dateline/feed/query"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the panel. It must be made with New.
type Page struct {
	Title string

	keys     keys.List
	groups   []group
	rows     []row // those that the filter and closed groups leave
	cursor   int   // index in rows of the selected one, which is a value or "all …"
	theme    *theme.Theme
	w, h     int            // of the box, its frame included
	top      int            // the first row shown
	shown    int            // the number of rows that fit
	line     *prompt.Prompt // nil unless a filter is typed
	filter   string
	counting bool
	doomed   string // the saved search that x drops
	touched  bool   // a key was pressed: the cursor keeps its value
}

// group is one facet, or the saved searches.
type group struct {
	name, many string
	field      feed.Facet // empty for the saved searches
	values     []value
	open       bool // shows all values
}

// value is what a list can be narrowed to.
type value struct {
	text, label string
	fold        string // the text that the filter compares
	n           int    // the stories that have it; -1 for a saved search
}

// row is a line of the panel: value is an index in the group's values, or one of
// the constants below.
type row struct {
	group, value int
	text         string // of the value
}

const (
	blank   = -1 // an empty line
	heading = -2
	more    = -3 // opens the group
)

// few is the number of values of a group that are shown at first.
const few = 6

// New returns a panel that waits for its counts.
func New() *Page {
	p := &Page{counting: true, groups: []group{
		{name: "Saved searches", many: "saved searches"},
		{name: "Place", many: "places", field: feed.ByPlace},
		{name: "Day", many: "days", field: feed.ByDay},
		{name: "Agency", many: "agencies", field: feed.ByAgency},
		{name: "Kind", many: "kinds", field: feed.ByKind},
		{name: "Tag", many: "tags", field: feed.ByTag},
		{name: "Language", many: "languages", field: feed.ByLanguage},
	}}
	p.groups[0].open = true
	p.keys = bindings(p)
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize gives the panel a box of w by h cells.
func (p *Page) Resize(w, h int) { p.w, p.h = w, h }

// Recount says that the list has changed and new counts will come.
func (p *Page) Recount() { p.counting = true }

// Count shows counts; done says that they are final.
func (p *Page) Count(counts feed.Facets, done bool) {
	for i := range p.groups {
		g := &p.groups[i]
		if g.field == "" {
			continue
		}
		g.values = g.values[:0:0]
		for _, v := range counts[g.field] {
			label := name(g.field, v.Text)
			g.values = append(g.values, value{v.Text, label, strings.ToLower(v.Text + " " + label), v.N})
		}
	}
	p.counting = !done
	p.arrange()
}

// Save shows the saved searches.
func (p *Page) Save(saved []feed.SavedSearch) {
	g := &p.groups[0]
	g.values = g.values[:0:0]
	for _, s := range saved {
		g.values = append(g.values, value{s.Name, "@" + s.Name + "  " + s.Text, strings.ToLower(s.Name + " " + s.Text), -1})
	}
	p.arrange()
}

// arrange rebuilds the rows. The cursor stays on its value.
func (p *Page) arrange() {
	old, ok := p.selected()
	if !p.touched {
		p.cursor, ok = 0, false
	}
	p.rows = p.rows[:0]
	for i := range p.groups {
		p.rows = p.appendGroup(p.rows, i)
	}
	p.cursor = max(0, min(p.cursor, len(p.rows)-1))
	for i, r := range p.rows {
		if ok && r.group == old.group && r.text == old.text && (r.value >= 0 || r.value == old.value) {
			p.cursor = i
			break
		}
	}
	p.settle(1)
}

// appendGroup appends the rows of group i, none if no value passes the filter.
func (p *Page) appendGroup(rows []row, i int) []row {
	g, filter := &p.groups[i], strings.ToLower(p.filter)
	var kept []int
	for j := range g.values {
		if strings.Contains(g.values[j].fold, filter) {
			kept = append(kept, j)
		}
	}
	if len(kept) == 0 {
		return rows
	}
	if len(rows) > 0 {
		rows = append(rows, row{i, blank, ""})
	}
	rows = append(rows, row{i, heading, ""})
	short := p.filter == "" && !g.open && len(kept) > few+1
	if short {
		kept = kept[:few]
	}
	for _, j := range kept {
		rows = append(rows, row{i, j, g.values[j].text})
	}
	if short {
		rows = append(rows, row{i, more, ""})
	}
	return rows
}

// selected is the row under the cursor; ok is false in an empty panel.
func (p *Page) selected() (r row, ok bool) {
	if p.cursor < 0 || p.cursor >= len(p.rows) {
		return row{}, false
	}
	return p.rows[p.cursor], true
}

// clause is the clause of a query that includes or excludes a row's value.
func (p *Page) clause(r row, exclude bool) string {
	g := &p.groups[r.group]
	if g.field != "" {
		return query.Clause(string(g.field), r.text, exclude)
	}
	if exclude {
		return "-@" + r.text
	}
	return "@" + r.text
}

// name is the label of a value.
func name(f feed.Facet, text string) string {
	switch f {
	case feed.ByDay:
		if t, err := time.Parse(time.DateOnly, text); err == nil {
			return text + "  " + t.Weekday().String()[:3]
		}
	case feed.ByLanguage:
		if name, ok := languages[text]; ok {
			return name
		}
	}
	return text
}

// languages are the names of the most frequent languages.
var languages = map[string]string{
	"ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "he": "Hebrew",
	"it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
	"ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}
