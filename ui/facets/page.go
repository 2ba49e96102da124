// Package facets is the panel with the values to which the list can be narrowed: the
// saved searches, and the places, days, agencies, kinds, tags and languages of the
// stories, each with the number of its stories. The panel returns clauses to add to
// the query; the list beside it shows the result.
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

// Page is the panel. Use New to create one.
type Page struct {
	Title string

	keys     keys.List
	groups   []group
	rows     []row // the rows that the filter and the closed groups leave
	cursor   int   // index of the selected row, which is a value or "all …"
	theme    *theme.Theme
	w, h     int            // size of the box with its frame
	top      int            // the first row shown
	shown    int            // the number of rows that fit
	line     *prompt.Prompt // the filter line, nil if it is closed
	filter   string
	counting bool
	toDrop   string // the saved search that the next x drops
	touched  bool   // a key was pressed, so the cursor stays on its value
}

// group is a facet or the group of saved searches.
type group struct {
	name, many string
	field      feed.Facet // empty for the saved searches
	values     []value
	open       bool // all values are shown
}

// value is a value to which the list can be narrowed.
type value struct {
	text, label string
	fold        string // the text in lower case, for the filter
	n           int    // the number of stories that have it; -1 for a saved search
}

// row is a line of the panel. Its value is an index in the values of the group or
// one of the constants below.
type row struct {
	group, value int
	text         string // of the value
}

const (
	blank   = -1 // an empty line
	heading = -2 // the name of the group
	more    = -3 // the row that opens the group
)

// maxShort is the number of values that a closed group shows.
const maxShort = 6

// New returns a panel without counts.
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

// Resize sets the size of the panel in cells, with its frame.
func (p *Page) Resize(w, h int) { p.w, p.h = w, h }

// Recount shows that new counts are on the way because the list has changed.
func (p *Page) Recount() { p.counting = true }

// Count shows counts. done reports whether they are final.
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

// arrange rebuilds the rows. The cursor stays on its value once a key was pressed.
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
	p.skip(1)
}

// appendGroup appends the rows of group i. If no value passes the filter, it appends
// none.
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
	short := p.filter == "" && !g.open && len(kept) > maxShort+1
	if short {
		kept = kept[:maxShort]
	}
	for _, j := range kept {
		rows = append(rows, row{i, j, g.values[j].text})
	}
	if short {
		rows = append(rows, row{i, more, ""})
	}
	return rows
}

// selected returns the row under the cursor; ok is false in an empty panel.
func (p *Page) selected() (r row, ok bool) {
	if p.cursor < 0 || p.cursor >= len(p.rows) {
		return row{}, false
	}
	return p.rows[p.cursor], true
}

// clause returns the query clause that includes or excludes the value of r.
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

// name returns the label of a value.
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

// languages maps the codes of the most frequent languages to their names.
var languages = map[string]string{
	"ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "he": "Hebrew",
	"it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
	"ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}
