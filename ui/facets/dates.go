package facets

import (
	"strings"
	"time"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/ui/cell"
)

// dates returns the years, months and days of counts, newest first, and the name of
// those that are shown without a filter: the years if there are several, else the
// months if there are several, else the days. The others are deep.
func dates(days []feed.Value) (values []value, many string) {
	years, months := feed.SumDays(days, len("2024")), feed.SumDays(days, len("2024-10"))
	bars := newBars(months)
	for _, y := range years {
		values = append(values, newValue(y, y.Text+"  "+bars.year(y.Text)))
	}
	for _, m := range months {
		values = append(values, newValue(m, m.Text+"  "+monthName(m.Text)+"  "+bars.month(m.Text)))
	}
	for _, d := range days {
		values = append(values, newValue(d, d.Text+"  "+weekday(d.Text)))
	}
	from, to := len(years)+len(months), len(values)
	many = "days"
	switch {
	case len(years) > 1:
		from, to, many = 0, len(years), "years"
	case len(months) > 1:
		from, to, many = len(years), from, "months"
	}
	for i := range values {
		values[i].deep = i < from || i >= to
	}
	return values, many
}

func monthName(month string) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return ""
	}
	names := shortMonths()
	w := 0
	for _, name := range names {
		w = max(w, cell.Width(name))
	}
	return cell.Fit(names[t.Month()-1], w)
}

// shortMonths returns the short names of the months.
func shortMonths() []string {
	return strings.Fields(locale.In("facets").T("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"))
}

func weekday(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return locale.Weekday(t.Weekday())
}

// bars draws the counts of months as bars. The highest stands for max.
type bars struct {
	counts map[string]int
	max    int
}

func newBars(months []feed.Value) bars {
	b := bars{map[string]int{}, 1}
	for _, m := range months {
		b.counts[m.Text] = m.N
		b.max = max(b.max, m.N)
	}
	return b
}

// heights are the bars of one cell, from none on.
var heights = []rune(" ▁▂▃▄▅▆▇█")

// month returns the bar of a month.
func (b bars) month(month string) string {
	top := len(heights) - 1
	return string(heights[(b.counts[month]*top+b.max-1)/b.max])
}

// year returns the bars of the months of a year.
func (b bars) year(year string) string {
	var s strings.Builder
	for m := time.January; m <= time.December; m++ {
		s.WriteString(b.month(year + time.Date(0, m, 1, 0, 0, 0, 0, time.UTC).Format("-01")))
	}
	return s.String()
}
