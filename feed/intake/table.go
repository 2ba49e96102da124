package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

const (
	headerBytes = 4096 // of the longest header of a table
	columnBytes = 40   // of the longest name of a column
)

// columnNames are the names that columns of stories have.
var columnNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, list := range [][]string{
		titleNames, deckNames, bodyNames, summaryNames, placeNames, bylineNames, agencyNames, keywordNames, sectionNames, languageNames,
		uidNames, relatedNames, dayNames, {"dateline", "slug", "slugline"},
	} {
		for _, name := range list {
			names[name] = true
		}
	}
	return names
})

// isTable reports whether the first line of f is the header of a table of stories, or an
// item of sfeed.
func isTable(f File) bool {
	_, comma := tableHeader(f.Data)
	return comma != 0 || isSfeed(f.Data)
}

// tableHeader returns the names of the columns of a table, and the mark between its cells:
// that with which most of them are known. It is 0 if there are not two that are, one for a
// headline or a text.
func tableHeader(data []byte) (names []string, comma rune) {
	first, _, ok := bytes.Cut(data[:min(len(data), headerBytes)], []byte("\n"))
	if !ok || !bytes.ContainsAny(first, ",\t;|") {
		return nil, 0
	}
	most := 1
	for _, mark := range ",\t;|" {
		list, known, stories := strings.Split(string(first), string(mark)), 0, 0
		for i, name := range list {
			if len(name) > columnBytes {
				known = 0
				break
			}
			list[i] = plainKey(strings.Trim(name, " \"\r"))
			if columnNames()[list[i]] {
				known++
			}
			if slices.Contains(titleNames, list[i]) || slices.Contains(bodyNames, list[i]) {
				stories++
			}
		}
		if stories > 0 && known > most {
			names, comma, most = list, mark, known
		}
	}
	return names, comma
}

// readTable reads a story from each row of a table.
func readTable(f File) []*story.Story {
	c, refused := cleanAs(f, "a table")
	if refused != nil {
		return refused
	}
	r := records{bundle: bundle{file: f, text: c, whole: true}}
	if names, comma := tableHeader([]byte(c.text)); comma != 0 {
		r.rows(names, comma)
	} else {
		r.sfeed()
	}
	if len(r.stories) == 0 {
		return unsupported(f, c, "a table without stories", finding{body: textLines(c.text)})
	}
	return r.read()
}

// rows reads the rows of a table below its header.
func (r *records) rows(names []string, comma rune) {
	text := r.text.text
	cells := newTableReader(text, comma)
	places := newRowPlaces(r.file.Data, true)
	start, at := 0, 1 // of the row: its first byte, and its line
	for n := 0; ; n++ {
		row, err := cells.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		source := text[start:cells.InputOffset()]
		blank := len(source) - len(strings.TrimLeft(source, "\n"))
		at += blank
		if n > 0 && r.full(at) {
			return
		}
		if err != nil { // quotes that are not doubled or not closed
			lazy := newTableReader(source, comma)
			lazy.LazyQuotes = true
			row, _ = lazy.Read()
		}
		if n > 0 {
			place := places.next(source)
			if err != nil || len(row) < len(names) || strings.Join(row[len(names):], "") != "" {
				r.damaged = append(r.damaged, at)
			}
			lines := strings.Count(strings.TrimRight(source[blank:], "\n"), "\n")
			r.row(names, row, story.Span{First: at, Last: at + lines}, place)
		}
		start += len(source)
		at += strings.Count(source[blank:], "\n")
	}
}

func newTableReader(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = comma, -1, true
	return r
}

// row adds the story of a row. If place has its bytes, it has its own line numbers.
func (r *records) row(names, cells []string, at story.Span, place story.Range) {
	line1 := at.First
	if place != (story.Range{}) {
		at = story.Span{First: 1, Last: 1 + at.Last - at.First}
	}
	item := &value{line: at.First, last: at.Last}
	for i, name := range names[:min(len(names), len(cells))] {
		if name != "" && !line.Blank(cells[i]) {
			cell := &value{key: name, text: cells[i], line: at.First, last: at.Last}
			if list, ok := listIn(cells[i]); ok && listNames()[name] {
				cell.text = ""
				for _, text := range list {
					cell.list = append(cell.list, &value{text: text, line: at.First, last: at.Last})
				}
			}
			item.list = append(item.list, cell)
		}
	}
	before := len(r.stories)
	if r.record(item, line1); len(r.stories) > before {
		r.stories[before].Range = place
	}
}

// listNames are the names of columns that may have a list in a cell.
var listNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, name := range slices.Concat(bylineNames, keywordNames, placeNames, relatedNames) {
		names[name] = true
	}
	return names
})

// listIn returns the items of a list in the notation of Python or JSON, "['Ana Ruiz', "Jo O'Dea"]";
// ok is false for other text. Quotes inside an item have a backslash before them.
func listIn(cell string) (items []string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(cell), "[")
	for ok && rest != "" {
		rest = strings.TrimLeft(rest, " ,\n")
		if rest == "]" {
			return items, true
		}
		var item string
		if item, rest, ok = quotedItem(rest); ok {
			items = append(items, item)
		}
	}
	return nil, false
}

// quotedItem returns the text in the quotes that s begins with, and what follows it.
func quotedItem(s string) (item, rest string, ok bool) {
	if s == "" || s[0] != '\'' && s[0] != '"' {
		return "", "", false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == s[0]:
			return b.String(), s[i+1:], true
		case s[i] == '\\' && i+1 < len(s):
			i++
		}
		b.WriteByte(s[i])
	}
	return "", "", false
}

// sfeedColumns are the columns of the files of the reader sfeed, which have no header.
var sfeedColumns = []string{"timestamp", "title", "link", "content", "", "id", "author", "", "tags"}

// isSfeed reports whether the first line of data is an item of sfeed: a time in seconds, a
// title, an address, and the type of the content.
func isSfeed(data []byte) bool {
	first, _, _ := bytes.Cut(data[:min(len(data), 1<<16)], []byte("\n"))
	if !isSfeedLine(first) {
		return false
	}
	cells := strings.Split(string(first), "\t")
	return line.IsDigits(cells[0], 1, 12) && !line.Blank(cells[1]) && strings.Contains(cells[2], "://") && slices.Contains([]string{"", "html", "plain"}, cells[4])
}

// isSfeedLine reports whether a line has the cells of an item.
func isSfeedLine(data []byte) bool {
	return bytes.Count(data, []byte("\t")) >= len(sfeedColumns)-2
}

// sfeedEscapes are the escapes in a cell of sfeed.
var sfeedEscapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t")

// sfeed reads the items of sfeed, one a line.
func (r *records) sfeed() {
	n := 0
	places := newRowPlaces(r.file.Data, false)
	for l := range strings.SplitSeq(r.text.text, "\n") {
		place := places.next(l + "\n")
		if n++; line.Blank(l) {
			continue
		}
		if r.full(n) {
			return
		}
		cells := strings.Split(l, "\t")
		if place.Record = place.Length > 0; len(cells) < len(sfeedColumns)-2 {
			place = story.Range{}
			r.damaged = append(r.damaged, n)
		}
		for i, column := range sfeedColumns[:min(len(cells), len(sfeedColumns))] {
			switch column {
			case "content":
				cells[i] = sfeedEscapes.Replace(cells[i])
			case "tags":
				cells[i] = strings.ReplaceAll(cells[i], "|", ",")
			}
		}
		r.row(sfeedColumns, cells, line.Span(n-1, n), place)
	}
}
