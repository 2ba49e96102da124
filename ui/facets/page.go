// Package facets is the panel with the values to which the list can be narrowed: the
// saved searches, the reader's tags, and the places, dates, agencies, kinds, tags, languages and
// formats of the stories, each with the number of its stories. The clauses of the query come first.
// The panel returns clauses to add to the query or to remove; the list beside it
// shows the result.
package facets

import (
	"slices"
	"strings"

	"dateline/feed"
	"dateline/feed/locale"
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
	applied  []string // the clauses of the query
	rows     []row    // the rows that the filter and the closed groups leave
	cursor   int      // index of the selected row, which is a value or "all …"
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

// group is a facet, or one of the groups before the facets.
type group struct {
	name, many string
	field      feed.Facet // empty for a group that is no facet
	few        int        // the number of values that the closed group shows
	values     []value
	all        int  // the number of values that the open group shows
	open       bool // all values are shown
}

// allOf has the text of the row that shows all values of a group, by the name of many.
var allOf = map[string]string{
	"agencies":  locale.Mark("all %s agencies …"),
	"days":      locale.Mark("all %s days …"),
	"formats":   locale.Mark("all %s formats …"),
	"kinds":     locale.Mark("all %s kinds …"),
	"languages": locale.Mark("all %s languages …"),
	"months":    locale.Mark("all %s months …"),
	"places":    locale.Mark("all %s places …"),
	"tags":      locale.Mark("all %s tags …"),
	"years":     locale.Mark("all %s years …"),
}

// The groups before the facets.
const (
	appliedGroup = iota // the clauses of the query
	savedGroup          // the saved searches
)

// value is a value to which the list can be narrowed.
type value struct {
	text, label string
	fold        string // the text in lower case, for the filter
	n           int    // the number of stories that have it; -1 for none
	deep        bool   // it is shown only if a filter finds it
}

func newValue(v feed.Value, label string) value {
	return value{text: v.Text, label: label, fold: strings.ToLower(v.Text + " " + label), n: v.N}
}

// New returns a panel without counts.
func New() *Page {
	p := &Page{counting: true, groups: []group{
		appliedGroup: {name: locale.Mark("Applied"), open: true},
		savedGroup:   {name: locale.Mark("Saved searches"), open: true},
		{name: locale.Mark("Your tags"), many: "tags", field: feed.ByMark, few: 6},
		{name: locale.Mark("Place"), many: "places", field: feed.ByPlace, few: 6},
		{name: locale.Mark("Date"), field: feed.ByDay, few: 12}, // the months of a year
		{name: locale.Mark("Agency"), many: "agencies", field: feed.ByAgency, few: 6},
		{name: locale.Mark("Kind"), many: "kinds", field: feed.ByKind, few: 6},
		{name: locale.Mark("Tag"), many: "tags", field: feed.ByTag, few: 6},
		{name: locale.Mark("Language"), many: "languages", field: feed.ByLanguage, few: 6},
		{name: locale.Mark("Format"), many: "formats", field: feed.ByFormat, few: 6},
	}}
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
		switch g.field {
		case "":
		case feed.ByDay:
			g.values, g.many = dates(counts[g.field])
		default:
			g.values = g.values[:0:0]
			for _, v := range counts[g.field] {
				g.values = append(g.values, newValue(v, name(g.field, v.Text)))
			}
		}
	}
	p.counting = !done
	p.arrange()
}

// Save shows the saved searches.
func (p *Page) Save(saved []feed.SavedSearch) {
	g := &p.groups[savedGroup]
	g.values = g.values[:0:0]
	for _, s := range saved {
		g.values = append(g.values, newValue(feed.Value{Text: s.Name, N: -1}, "@"+s.Name+"  "+s.Text))
	}
	p.arrange()
}

// Apply shows the clauses of the query.
func (p *Page) Apply(clauses []string) {
	if slices.Equal(p.applied, clauses) {
		return
	}
	p.applied = clauses
	g := &p.groups[appliedGroup]
	g.values = g.values[:0:0]
	for _, c := range clauses {
		g.values = append(g.values, newValue(feed.Value{Text: c, N: -1}, p.theme.Sign("✓ ", "")+c))
	}
	p.arrange()
	p.top = 0
}

// clause returns the query clause that includes or excludes a value of a facet or a
// saved search.
func (g *group) clause(text string, exclude bool) string {
	if g.field != "" {
		return query.Clause(string(g.field), text, exclude)
	}
	if exclude {
		return "-@" + text
	}
	return "@" + text
}

// name returns the label of a value.
func name(f feed.Facet, text string) string {
	if name, ok := languages[text]; ok && f == feed.ByLanguage {
		return locale.T(name)
	}
	return text
}

// languages maps the codes of the most frequent languages to their names.
var languages = map[string]string{
	"ar": locale.Mark("Arabic"), "de": locale.Mark("German"), "en": locale.Mark("English"), "es": locale.Mark("Spanish"), "fr": locale.Mark("French"), "he": locale.Mark("Hebrew"),
	"it": locale.Mark("Italian"), "ja": locale.Mark("Japanese"), "ko": locale.Mark("Korean"), "nl": locale.Mark("Dutch"), "pl": locale.Mark("Polish"), "pt": locale.Mark("Portuguese"),
	"ru": locale.Mark("Russian"), "sv": locale.Mark("Swedish"), "th": locale.Mark("Thai"), "tr": locale.Mark("Turkish"), "uk": locale.Mark("Ukrainian"), "zh": locale.Mark("Chinese"),
}
