package search

import (
	"fmt"
	"strconv"

	"dateline/feed/catalog/meta"
	"dateline/feed/query"
	"dateline/feed/story"
	"dateline/feed/term"
)

// leaf compiles a condition on the properties of a story rather than its text.
func leaf(n query.Node) expr {
	switch n := n.(type) {
	case query.All:
		return everything
	case query.Kind:
		return metaTerm(meta.Kind + string(n.Kind))
	case query.Takes:
		return takes(n)
	case query.Is:
		return isExpr(n.Flag)
	case query.Has:
		return hasExpr(n.Part)
	case query.Days:
		return days(n)
	}
	return nothing{}
}

// metaTerm matches one term of the column meta.
func metaTerm(t string) expr { return matching("meta : " + quote(t)) }

var metaOf = map[query.Field]string{
	query.Place: meta.Place, query.By: meta.By, query.Agency: meta.Agency, query.Tag: meta.Tag, query.Path: meta.Path,
}

// valueExpr matches a value: the whole value if it was quoted, else adjacent words
// of it.
func valueExpr(v query.Value) expr {
	about, key := metaOf[v.Field], meta.ValueKey(v.Text)
	switch {
	case v.Field == query.Lang:
		return metaPhrase(quote(meta.Lang+meta.CodeKey(v.Text)), v.Prefix)
	case v.Field == query.Format:
		return metaPhrase(quote(meta.Format+meta.CodeKey(v.Text)), v.Prefix)
	case key == "":
		return nothing{}
	case v.Exact && v.Field != query.Path:
		return metaPhrase(quote(about+"="+key), v.Prefix)
	}
	words := term.Phrase(v.Text)
	if len(words) == 0 {
		words = []string{key}
	}
	words = words[:min(len(words), maxTerms)]
	for i, w := range words {
		words[i] = about + ":" + w
	}
	return metaPhrase(phrase(words), v.Prefix || term.Open(v.Text))
}

// metaPhrase matches a phrase of the column meta; if prefix, its last term is a prefix.
func metaPhrase(phrase string, prefix bool) expr {
	if prefix {
		phrase += " *"
	}
	return matching("meta : " + phrase)
}

// takes matches a range of takes.
func takes(t query.Takes) expr {
	if t.To >= query.MaxTake { // open end: all except the lower takes
		if t.From <= 0 {
			return everything
		}
		return invert(takes(query.Takes{To: t.From - 1}))
	}
	var list []expr
	for n := max(t.From, 0); n <= t.To; n++ {
		list = append(list, metaTerm(meta.Take+strconv.Itoa(int(n))))
	}
	if len(list) == 0 {
		return nothing{}
	}
	return disjunction(list)
}

// isExpr matches a flag other than those that noted matches.
func isExpr(f query.Flag) expr {
	switch f {
	case query.Read:
		return marked{mark: "read"}
	case query.Unread:
		return notOf{marked{mark: "read"}}
	case query.Starred:
		return marked{mark: "starred"}
	case query.Lead:
		return metaTerm(meta.Kind + string(story.Lead))
	case query.Urgent:
		return metaTerm(meta.Kind + string(story.Urgent))
	}
	return nothing{}
}

func hasExpr(p query.Part) expr {
	switch p {
	case query.Related:
		return metaTerm(meta.Has + meta.Related)
	case query.Caption:
		return metaTerm(meta.Has + meta.Caption)
	case query.Note:
		return metaTerm(meta.Has + meta.Note)
	}
	return nothing{}
}

// days matches a range of days: whole years, and the months and days that remain at
// its ends. Open ends use the first digits of years.
func days(d query.Days) expr {
	from, to := d.From, d.To
	if from.IsZero() {
		from = query.Day{Year: meta.FirstYear, Month: 1, Day: 1}
	}
	if to.IsZero() {
		to = query.Day{Year: meta.LastYear, Month: 12, Day: 31}
	}
	if to.Before(from) {
		return nothing{}
	}
	var list []string
	for day := from; !to.Before(day); {
		var t string
		t, day = period(day, to)
		list = append(list, "meta : "+t)
	}
	return join(list, " OR ")
}

// period returns a phrase for the longest period that begins on from and ends no
// later than to, and the day after it.
func period(from, to query.Day) (phrase string, after query.Day) {
	year := strconv.Itoa(from.Year)
	for size := 1000; size > 1; size /= 10 {
		last := query.Day{Year: from.Year + size - 1, Month: 12, Day: 31}
		if from.Month == 1 && from.Day == 1 && from.Year%size == 0 && !to.Before(last) {
			digits := len(year) - len(strconv.Itoa(size)) + 1
			return quote(meta.Year+year[:digits]) + " *", query.Day{Year: from.Year + size, Month: 1, Day: 1}
		}
	}
	next := query.Day{Year: from.Year + 1, Month: 1, Day: 1}
	if from.Month == 1 && from.Day == 1 && !to.Before(next.Add(-1)) {
		return quote(meta.Year + year), next
	}
	next = query.Day{Year: from.Year, Month: from.Month + 1, Day: 1}
	if from.Month == 12 {
		next = query.Day{Year: from.Year + 1, Month: 1, Day: 1}
	}
	if from.Day == 1 && !to.Before(next.Add(-1)) {
		return quote(fmt.Sprintf("%s%04d%02d", meta.Month, from.Year, from.Month)), next
	}
	return quote(fmt.Sprintf("%s%04d%02d%02d", meta.Day, from.Year, from.Month, from.Day)), from.Add(1)
}
