package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/cell"
)

func statsCommand(con *console) *cobra.Command {
	f := flags{console: con}
	var limit int
	cmd := &cobra.Command{
		Use:     "stats",
		Short:   "count the stories by place, agency, day, kind, language and format",
		Example: "  dateline stats -n 5",
		Long: "Count the stories by place, agency, day, kind, tag, language and format, and print the size\n" +
			"and age of the catalog. The last line says whether commands compare only the folders of the\n" +
			"archive with the catalog or, because folders say nothing about files there, every file.",
		Args: exactly(0, ""),
	}
	f.bindReading(cmd)
	cmd.Flags().IntVarP(&limit, "limit", "n", 10, locale.T("print at most `N` values of each; 0 prints all"))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if limit < 0 {
			return misuse(cmd, locale.F("%s cannot be negative", "--limit"))
		}
		return f.withArchive(cmd.Context(), func(s *feed.Store) error {
			return con.stats(cmd.Context(), s, limit, f.json)
		})
	}
	return cmd
}

// statsJSON is the output of stats.
type statsJSON struct {
	Stories  int         `json:"stories"`
	Unread   int         `json:"unread"`
	Starred  int         `json:"starred"`
	Problems int         `json:"problems"`
	Place    []valueJSON `json:"place"`
	Agency   []valueJSON `json:"agency"`
	Day      []valueJSON `json:"day"`
	Kind     []valueJSON `json:"kind"`
	Tag      []valueJSON `json:"tag"`
	Language []valueJSON `json:"language"`
	Format   []valueJSON `json:"format"`
	Catalog  catalogJSON `json:"catalog"`
}

// valueJSON is a value and the number of stories that have it.
type valueJSON struct {
	Value string `json:"value"`
	N     int    `json:"n"`
}

// catalogJSON describes the catalog.
type catalogJSON struct {
	Path    string `json:"path"`
	Bytes   int64  `json:"bytes"`
	Made    string `json:"made,omitempty"`
	Scanned string `json:"scanned,omitempty"`

	Compares string `json:"compares"` // what a command compares: "folders" or "files"
	Because  string `json:"because"`  // why not folders, else empty
}

// stats prints the counts of s, at most limit values of each facet; 0 is all.
func (c *console) stats(ctx context.Context, s *feed.Store, limit int, json bool) error {
	counts, err := s.Counts(ctx, feed.Files)
	if err != nil {
		return err
	}
	facets, err := s.Facets(ctx, feed.Files)
	if err != nil {
		return err
	}
	info, err := s.Info(ctx)
	if err != nil {
		return err
	}
	by, err := s.Comparison(ctx)
	if err != nil {
		return err
	}
	if limit > 0 {
		for f, values := range facets {
			facets[f] = values[:min(limit, len(values))]
		}
	}
	if json {
		j := newStatsJSON(counts, facets)
		j.Catalog = newCatalogJSON(info, by)
		return printJSON(c.out, j)
	}
	if err := c.statsTable(clean.Line(s.Name()), counts, facets); err != nil {
		return err
	}
	_, err = c.out.WriteString(catalogLine(info, time.Now()) + comparisonLine(by))
	return err
}

func newStatsJSON(n feed.Counts, facets feed.Facets) statsJSON {
	values := func(f feed.Facet) []valueJSON {
		list := make([]valueJSON, 0, len(facets[f]))
		for _, v := range facets[f] {
			list = append(list, valueJSON{v.Text, v.N})
		}
		return list
	}
	return statsJSON{
		Stories: n.Stories, Unread: n.Unread, Starred: n.Starred, Problems: n.Problems,
		Place: values(feed.ByPlace), Agency: values(feed.ByAgency), Day: values(feed.ByDay),
		Kind: values(feed.ByKind), Tag: values(feed.ByTag), Language: values(feed.ByLanguage), Format: values(feed.ByFormat),
	}
}

func newCatalogJSON(info feed.Info, by feed.Comparison) catalogJSON {
	j := catalogJSON{
		Path: info.Path, Bytes: info.Bytes, Made: moment(info.Created), Scanned: moment(info.Scanned),
		Compares: "files", Because: by.Reason,
	}
	if by.Folders {
		j.Compares = "folders"
	}
	return j
}

// moment returns t in RFC 3339, or "" for the zero time.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// sections are the facets and their titles, in order.
var sections = []struct {
	facet feed.Facet
	name  string
}{
	{feed.ByPlace, locale.Mark("Place")}, {feed.ByAgency, locale.Mark("Agency")}, {feed.ByDay, locale.Mark("Day")},
	{feed.ByKind, locale.Mark("Kind")}, {feed.ByTag, locale.Mark("Tag")}, {feed.ByLanguage, locale.Mark("Language")}, {feed.ByFormat, locale.Mark("Format")},
}

// valueWidth is the width of the column of values in cells.
const valueWidth = 24

// sectionWidth returns the width of the column of titles in cells.
func sectionWidth() int {
	width := max(cell.Width(locale.T("Catalog")), cell.Width(locale.T("Compares")))
	for _, s := range sections {
		width = max(width, cell.Width(locale.T(s.name)))
	}
	return width + len("  ")
}

// statsTable prints the counts as a table.
func (c *console) statsTable(name string, n feed.Counts, facets feed.Facets) error {
	_, err := fmt.Fprintln(c.out, locale.F("%s: %s, %s unread, %s starred, %s",
		name, locale.N(n.Stories, "%s story", "%s stories"), locale.Count(n.Unread), locale.Count(n.Starred), locale.N(n.Problems, "%s problem", "%s problems")))
	if err != nil {
		return err
	}
	for _, s := range sections {
		for i, v := range facets[s.facet] {
			label := locale.T(s.name)
			if i > 0 {
				label = ""
			}
			_, err := fmt.Fprintf(c.out, "%s%s%9s\n", cell.Fit(label, sectionWidth()), cell.Fit(clean.Line(v.Text), valueWidth), locale.Count(v.N))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// catalogLine returns the size and age of the catalog.
func catalogLine(info feed.Info, now time.Time) string {
	line := cell.Fit(locale.T("Catalog"), sectionWidth()) + locale.F("%s MB", locale.Decimal(float64(info.Bytes)/1e6))
	if !info.Created.IsZero() {
		line += ", " + locale.F("created %s", info.Created.Format("2006-01-02 15:04"))
	}
	if !info.Scanned.IsZero() {
		line += ", " + locale.F("updated %s ago", now.Sub(info.Scanned).Round(time.Second))
	}
	if info.Path != "" {
		line += "\n" + strings.Repeat(" ", sectionWidth()) + clean.Line(info.Path)
	}
	return line + "\n"
}

// comparisonLine returns how commands compare the archive with the catalog.
func comparisonLine(by feed.Comparison) string {
	what := locale.T("folders")
	if !by.Folders {
		what = locale.F("every file: %s", by.Reason)
	}
	return cell.Fit(locale.T("Compares"), sectionWidth()) + what + "\n"
}
