package headlines

import (
	"fmt"
	"strings"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/hint"
)

// SetFacets sets the facet counts of the search result, which the strip below its
// rows shows. They belong to the present result only.
func (p *Page) SetFacets(counts feed.Facets) {
	if p.result != nil {
		p.result.facets = counts
	}
}

// stripFacet is a facet of the strip.
type stripFacet struct {
	facet feed.Facet
	name  string
	few   int // values on a strip of one line
}

// stripFacets returns the facets of the strip. Days are counted by year.
func stripFacets() []stripFacet {
	return []stripFacet{
		{feed.ByPlace, locale.In("strip").T("place"), 2},
		{feed.ByKind, locale.In("strip").T("kind"), 3},
		{feed.ByDay, locale.In("strip").T("year"), 3},
		{feed.ByAgency, locale.In("strip").T("agency"), 1},
		{feed.ByTag, locale.In("strip").T("tag"), 2},
	}
}

// drawStrip appends the strip: one line, or beside a story a line for each facet.
func (p *Page) drawStrip(lines []string) []string {
	switch p.strip() {
	case 0:
		return lines
	case 1:
		return append(lines, p.theme.Pens.Text.Draw(bidi.Visual(p.stripLine(), false)))
	}
	lines = append(lines, p.withRule(locale.T("Narrow"), []string{hint.Join(p.keys.Hints("facets"), "")}, p.theme.Pens.Rule))
	for _, f := range stripFacets() {
		line := " " + cell.Fit(f.name, 8)
		values := p.values(f.facet)
		for i, v := range values {
			s, rest := fmt.Sprintf("%s %s   ", clean.Line(v.Text), locale.Count(v.N)), locale.F("%d in all", len(values))
			room := p.frame.w - cell.Width(line)
			if i < len(values)-1 {
				room -= cell.Width(rest) + 1
			}
			if i > 0 && cell.Width(strings.TrimSpace(s)) > room {
				line += rest
				break
			}
			line += s
		}
		lines = append(lines, p.theme.Pens.Text.Draw(bidi.Visual(cell.Cut(line, p.frame.w), false)))
	}
	return lines
}

// stripLine returns the facets that fit on one line, with their most frequent values.
func (p *Page) stripLine() string {
	line := ""
	for _, f := range stripFacets() {
		values := p.values(f.facet)
		parts := []string{" " + f.name}
		for _, v := range values[:min(f.few, len(values))] {
			parts = append(parts, clean.Line(v.Text), locale.Count(v.N))
		}
		part := strings.Join(parts, " ")
		if line != "" {
			part = "  " + part
		}
		if len(values) > 0 && cell.Width(line+part) <= p.frame.w {
			line += part
		}
	}
	return line
}

// values returns the counts of a facet, most frequent first; of the days, those of
// their years, the latest first.
func (p *Page) values(f feed.Facet) []feed.Value {
	values := p.result.facets[f]
	if f == feed.ByDay {
		return feed.SumDays(values, len("2024"))
	}
	return values
}
