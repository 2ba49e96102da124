// Package meta defines what the writer and the search of a catalog must agree on:
// the tables, the terms that describe a story, the keys by which headlines are
// found, and the order of row ids.
package meta

import (
	"encoding/hex"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/term"
)

// The prefixes of the terms of the column meta: a letter for a property, then ":"
// before one word of a value, or "=" before the whole value, its words joined with
// "_".
const (
	Place  = "p"
	By     = "b"
	Agency = "a"
	Tag    = "g"
	Path   = "f"
	Kind   = "k="
	Take   = "t="
	Lang   = "l="
	Format = "o="
	Has    = "h="
	Day    = "d=" // yyyymmdd
	Month  = "m=" // yyyymm
	Year   = "y="
	All    = "x=" // every story
)

// The parts that a story can have. They follow Has.
const (
	Related = "related"
	Caption = "caption"
	Note    = "note"
)

// Parts returns the texts of a story that make up its body column.
func Parts(s *story.Story) iter.Seq[string] {
	return func(yield func(string) bool) {
		emit := func(text string) bool { return text == "" || yield(text) }
		ok := true
		for _, t := range s.Headline.Tags {
			ok = ok && emit(t)
		}
		for i := range s.Notes {
			ok = ok && emit(s.Notes[i].Text)
		}
		ok = ok && emit(s.Byline.Text) && emit(s.Dateline.Text)
		for i := range s.Body {
			ok = ok && emit(s.Body[i].Text) && emit(s.Body[i].Credit) && emit(s.Body[i].Rights)
		}
		for _, lines := range [][]story.Line{s.SignOff.Lines, s.Keywords, s.Tail} {
			for i := range lines {
				ok = ok && emit(lines[i].Text)
			}
		}
	}
}

// Append appends the terms that describe a story.
func Append(dst []byte, s *story.Story, r *story.Row, known Spellings) []byte {
	dst = append(dst, All...)
	for _, list := range []struct {
		prefix string
		values []string
	}{{Place, r.Places}, {By, r.Byline}, {Agency, []string{r.Agency}}, {Tag, r.Headline.Tags}} {
		for _, v := range list.values {
			dst = appendValue(dst, list.prefix, known.of(v).key)
		}
	}
	dst = appendPath(dst, r.Path)
	dst = appendTerm(dst, Kind, string(KindOf(r)))
	dst = strconv.AppendInt(appendTerm(dst, Take, ""), int64(r.Headline.Take), 10)
	if lang := CodeKey(r.Language); lang != "" {
		dst = appendTerm(dst, Lang, lang)
		if first := Primary(lang); first != lang {
			dst = appendTerm(dst, Lang, first)
		}
	}
	if format := CodeKey(r.Format); format != "" {
		dst = appendTerm(dst, Format, format)
	}
	return appendDay(appendParts(dst, s), &r.Date)
}

// appendPath appends the words of a path, without aliases.
func appendPath(dst []byte, path string) []byte {
	term.Each(path, func(word []byte, _, _ int) bool {
		dst = append(appendTerm(dst, Path+":", ""), word...)
		return true
	})
	return dst
}

// KindOf returns the kind of a story, story.Plain if it has none.
func KindOf(r *story.Row) story.Kind {
	if r.Headline.Kind == "" {
		return story.Plain
	}
	return r.Headline.Kind
}

func appendParts(dst []byte, s *story.Story) []byte {
	if len(s.Related) > 0 {
		dst = appendTerm(dst, Has, Related)
	}
	if len(s.Notes) > 0 {
		dst = appendTerm(dst, Has, Note)
	}
	for i := range s.Body {
		if s.Body[i].Kind == story.Caption {
			return appendTerm(dst, Has, Caption)
		}
	}
	return dst
}

func appendDay(dst []byte, d *story.Date) []byte {
	if !d.Known() {
		return dst
	}
	var room [16]byte
	day := appendDigits(appendDigits(appendDigits(room[:0], d.Year, 4), d.Month, 2), d.Day, 2)
	dst = append(appendTerm(dst, Year, ""), day[:4]...)
	dst = append(appendTerm(dst, Month, ""), day[:6]...)
	return append(appendTerm(dst, Day, ""), day...)
}

// appendDigits appends n with zeros before it, if it has fewer digits than that.
func appendDigits(dst []byte, n, digits int) []byte {
	var room [20]byte
	number := strconv.AppendInt(room[:0], int64(n), 10)
	for range digits - len(number) {
		dst = append(dst, '0')
	}
	return append(dst, number...)
}

// appendValue appends the words of a value and the whole value.
func appendValue(dst []byte, prefix, key string) []byte {
	if key == "" {
		return dst
	}
	for w := range strings.SplitSeq(key, "_") {
		dst = appendTerm(dst, prefix+":", w)
	}
	return appendTerm(dst, prefix+"=", key)
}

func appendTerm(dst []byte, prefix, value string) []byte {
	dst = append(dst, ' ')
	dst = append(dst, prefix...)
	return append(dst, value...)
}

// maxSymbols is the number of bytes of a value without words that its key includes.
const maxSymbols = 200

// ValueKey returns the key of a value, the same for all its spellings: its terms,
// joined, or its bytes if it has no terms.
func ValueKey(v string) string {
	key, _, _ := strings.Cut(string(term.Append(nil, v)), " "+term.Gap)
	if key != "" {
		return strings.ReplaceAll(key, " ", "_")
	}
	v = strings.Join(strings.Fields(v), " ")
	if bare := strings.Join(strings.FieldsFunc(v, quoteOrSpace), " "); bare != "" {
		v = bare // a query cannot quote a text that has every kind of quote
	}
	if v == "" {
		return ""
	}
	return "-" + hex.EncodeToString([]byte(v[:min(len(v), maxSymbols)]))
}

func quoteOrSpace(r rune) bool { return strings.ContainsRune("\"“”„‟＂ ", r) }

// CodeKey returns a language tag or the name of a format as the index stores it.
func CodeKey(code string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && (r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return -1
	}, code)
}

// Primary returns a language tag without its script and region.
func Primary(lang string) string {
	lang, _, _ = strings.Cut(lang, "-")
	return lang
}
