package search_test

import (
	"slices"
	"strings"

	"pgregory.net/rapid"

	"dateline/feed/query"
	"dateline/feed/story"
)

// question is a query and a naive function that reports whether a story matches it.
type question struct {
	node    query.Node
	matches func(*tale) bool
}

// drawQuestion draws a tree of questions of at most that depth.
func drawQuestion(t *rapid.T, depth int) question {
	switch pick := rapid.IntRange(0, 9).Draw(t, "kind"); {
	case depth > 0 && pick < 2:
		return drawJoined(t, depth, true)
	case depth > 0 && pick < 4:
		return drawJoined(t, depth, false)
	case depth > 0 && pick == 4:
		q := drawQuestion(t, depth-1)
		return question{query.Not{Node: q.node}, func(s *tale) bool { return !q.matches(s) }}
	case pick < 7:
		return drawWords(t)
	}
	return rapid.OneOf(rapid.SampledFrom(valueQuestions), rapid.Custom(drawKnown), rapid.Custom(drawDays)).Draw(t, "leaf")
}

func drawJoined(t *rapid.T, depth int, all bool) question {
	n := rapid.IntRange(2, 3).Draw(t, "parts")
	var nodes []query.Node
	var parts []question
	for range n {
		q := drawQuestion(t, depth-1)
		nodes, parts = append(nodes, q.node), append(parts, q)
	}
	if all {
		return question{query.And(nodes), func(s *tale) bool {
			return !slices.ContainsFunc(parts, func(q question) bool { return !q.matches(s) })
		}}
	}
	return question{query.Or(nodes), func(s *tale) bool {
		return slices.ContainsFunc(parts, func(q question) bool { return q.matches(s) })
	}}
}

func drawWords(t *rapid.T) question {
	title := rapid.Bool().Draw(t, "title")
	asked := rapid.SampledFrom(append([]string{"cafe", "US", "1150", "never", "리는", "금", "上"}, vocabulary...)).Draw(t, "word")
	switch rapid.IntRange(0, 3).Draw(t, "as") {
	case 0:
		words := []string{asked, rapid.SampledFrom(vocabulary).Draw(t, "second")}
		if dense(words[0]) || dense(words[1]) {
			break // the naive search cannot split such words
		}
		return question{query.Phrase{Text: strings.Join(words, " "), Title: title}, func(s *tale) bool {
			return s.says(words, title, false) && !initials(words)
		}}
	case 1:
		prefix := rapid.SampledFrom([]string{"f", "ferr", "st", "zz", "har"}).Draw(t, "prefix")
		return question{query.Word{Text: prefix, Prefix: true, Title: title}, func(s *tale) bool { return s.hasPrefix(prefix, title) }}
	}
	return question{query.Word{Text: asked, Title: title}, func(s *tale) bool { return s.says([]string{asked}, title, true) }}
}

func dense(s string) bool { return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x3000 }) }

// initials reports whether words have US, which does not match U.S. in a phrase.
func initials(words []string) bool { return slices.Contains(words, "US") }

// valueQuestions are the questions about the values of fields.
var valueQuestions = func() (out []question) {
	add := func(v query.Value, list func(*tale) []string, match func(string) bool) {
		out = append(out, question{v, func(s *tale) bool { return slices.ContainsFunc(list(s), match) }})
	}
	in := func(list ...string) func(string) bool { return func(v string) bool { return slices.Contains(list, v) } }
	ofPlace := func(s *tale) []string { return s.places }
	ofTag := func(s *tale) []string { return s.tags }
	ofAgency := func(s *tale) []string { return []string{s.agency} }
	ofLang := func(s *tale) []string { return []string{s.lang} }
	ofPath := func(s *tale) []string { return []string{s.path} }
	add(query.Value{Field: query.Place, Text: "port"}, ofPlace, in("PORT ELLERY", "Port Vale"))
	add(query.Value{Field: query.Place, Text: "ellery port"}, ofPlace, in())
	add(query.Value{Field: query.Place, Text: "port", Exact: true}, ofPlace, in())
	add(query.Value{Field: query.Place, Text: "Port Ellery", Exact: true}, ofPlace, in("PORT ELLERY"))
	add(query.Value{Field: query.Place, Text: "el", Prefix: true}, ofPlace, in("PORT ELLERY"))
	add(query.Value{Field: query.Place, Text: "서울"}, ofPlace, in("서울"))
	add(query.Value{Field: query.Place, Text: "서"}, ofPlace, in("서울"))
	add(query.Value{Field: query.Place, Text: "St. Annick", Exact: true}, ofPlace, in("St. Annick"))
	add(query.Value{Field: query.Place, Text: "port v", Exact: true, Prefix: true}, ofPlace, in("Port Vale"))
	for _, tag := range tags {
		add(query.Value{Field: query.Tag, Text: tag, Exact: true}, ofTag, in(tag))
	}
	add(query.Value{Field: query.Tag, Text: "🙂"}, ofTag, in("🙂"))
	add(query.Value{Field: query.Tag, Text: "2nd"}, ofTag, in("2nd LD"))
	add(query.Value{Field: query.Tag, Text: "long"}, ofTag, in(tags[len(tags)-1]))
	add(query.Value{Field: query.Agency, Text: "meridian"}, ofAgency, in("Meridian"))
	add(query.Value{Field: query.Agency, Text: "연"}, ofAgency, in("연합"))
	add(query.Value{Field: query.Agency, Text: "A&B", Exact: true}, ofAgency, in("A&B"))
	add(query.Value{Field: query.Lang, Text: "EN"}, ofLang, in("en"))
	add(query.Value{Field: query.Lang, Text: "zh-hant"}, ofLang, in("zh-Hant"))
	add(query.Value{Field: query.Lang, Text: "zh"}, ofLang, in("zh-Hant"))
	add(query.Value{Field: query.Lang, Text: "z", Prefix: true}, ofLang, in("zh-Hant"))
	ofFormat := func(s *tale) []string { return []string{s.format} }
	add(query.Value{Field: query.Format, Text: "Markdown"}, ofFormat, in("markdown"))
	add(query.Value{Field: query.Format, Text: "newsml-g2", Exact: true}, ofFormat, in("newsml-g2"))
	add(query.Value{Field: query.Format, Text: "newsml"}, ofFormat, in())
	add(query.Value{Field: query.Format, Text: "newsml", Prefix: true}, ofFormat, in("newsml-g2"))
	add(query.Value{Field: query.Path, Text: "2024/08"}, ofPath, func(p string) bool { return strings.HasPrefix(p, "2024/08/") })
	add(query.Value{Field: query.Path, Text: "예산"}, ofPath, func(p string) bool { return strings.HasPrefix(p, "예산안/") })
	add(query.Value{Field: query.Path, Text: "202", Prefix: true}, ofPath, func(p string) bool { return strings.HasPrefix(p, "2024/") })
	return out
}()

// drawKnown draws a question about a kind, take, flag or part.
func drawKnown(t *rapid.T) question {
	plain := func(s *tale) story.Kind {
		if s.kind == "" {
			return story.Plain
		}
		return s.kind
	}
	switch rapid.IntRange(0, 3).Draw(t, "known") {
	case 0:
		k := rapid.SampledFrom([]story.Kind{story.Plain, story.Lead, story.Feature, story.Kill}).Draw(t, "kind")
		return question{query.Kind{Kind: k}, func(s *tale) bool { return plain(s) == k }}
	case 1:
		from := story.Take(rapid.SampledFrom([]int{0, 1, 2, 16, 41, 45, 46, 99}).Draw(t, "from"))
		to := from + story.Take(rapid.SampledFrom([]int{0, 1, 5, 60, 99}).Draw(t, "to"))
		to = min(to, query.MaxTake)
		return question{query.Takes{From: from, To: to}, func(s *tale) bool {
			return s.take >= from && (s.take <= to || to == query.MaxTake)
		}}
	case 2:
		flag := rapid.SampledFrom([]query.Flag{query.Read, query.Unread, query.Starred, query.Lead, query.Urgent}).Draw(t, "is")
		return question{query.Is{Flag: flag}, func(s *tale) bool {
			return map[query.Flag]bool{
				query.Read: s.read, query.Unread: !s.read, query.Starred: s.starred, query.Lead: s.kind == story.Lead,
				query.Urgent: s.kind == story.Urgent,
			}[flag]
		}}
	}
	part := rapid.SampledFrom([]query.Part{query.Related, query.Caption, query.Note}).Draw(t, "has")
	return question{query.Has{Part: part}, func(s *tale) bool {
		return map[query.Part]bool{query.Related: s.related, query.Caption: s.caption, query.Note: s.note}[part]
	}}
}

// drawDays draws a range of days, open or closed.
func drawDays(t *rapid.T) question {
	days := []query.Day{
		{Year: 1000, Month: 1, Day: 1}, {Year: 1599, Month: 12, Day: 31}, {Year: 2022, Month: 12, Day: 24}, {Year: 2024, Month: 1, Day: 1},
		{Year: 2024, Month: 8, Day: 1}, {Year: 2024, Month: 8, Day: 14}, {Year: 2024, Month: 8, Day: 15}, {Year: 2024, Month: 8, Day: 16},
		{Year: 2024, Month: 8, Day: 31}, {Year: 2024, Month: 12, Day: 31}, {Year: 2025, Month: 1, Day: 2}, {Year: 2999, Month: 12, Day: 31},
	}
	i := rapid.IntRange(0, len(days)-1).Draw(t, "from")
	d := query.Days{From: days[i], To: rapid.SampledFrom(days[i:]).Draw(t, "to")}
	switch rapid.IntRange(0, 3).Draw(t, "open") {
	case 0:
		d.From = query.Day{}
	case 1:
		d.To = query.Day{}
	}
	return question{d, func(s *tale) bool {
		day := query.Day{Year: s.date.Year, Month: s.date.Month, Day: s.date.Day}
		return s.date.Known() && day.Year >= 1000 && day.Year < 3000 &&
			(d.From.IsZero() || !day.Before(d.From)) && (d.To.IsZero() || !d.To.Before(day))
	}}
}
