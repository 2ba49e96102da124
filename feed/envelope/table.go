package envelope

import (
	"strings"

	"dateline/feed/wire/line"
)

// setTables sets the rows of each table in columns. It returns the number of tables.
func (r *reader) setTables() (n int) {
	for i := 0; i < len(r.lines); i++ {
		var rows [][]string
		k := i
		for ; k < len(r.lines); k++ {
			cells := r.cellsOf(r.lines[k])
			if cells == nil {
				break
			}
			rows = append(rows, cells)
		}
		if len(rows) < 2 {
			continue
		}
		for j, l := range line.Align(rows, func(n int) bool { return n > 0 }) {
			r.lines[i+j] = l
		}
		i = k
		n++
	}
	return n
}

// cellsOf returns the cells of a row, nil if s is not one. Their marks are US and RS,
// or semicolons in ANPA copy and agate.
func (r *reader) cellsOf(s string) []string {
	if len(s) > line.TableBytes {
		return nil
	}
	if strings.Contains(s, us) && strings.ContainsAny(s, rs+bs) {
		first, rest, _ := strings.Cut(s, us)
		cells := []string{cell(first)}
		for c := range strings.FieldsFuncSeq(rest, func(c rune) bool { return strings.ContainsRune(rs+us, c) }) {
			if c = cell(c); c != "" {
				cells = append(cells, c)
			}
		}
		if len(cells) < 2 {
			return nil
		}
		return cells
	}
	if r.form != anpa && !r.agate || !strings.Contains(s, ";") {
		return nil
	}
	text := plain(s)
	if n := strings.Count(text, ";"); n < 2 || strings.Contains(text, "; ") && !strings.Contains(s, bs) || line.EndsSentence(text) {
		return nil
	}
	cells := strings.Split(text, ";")
	for i, c := range cells {
		cells[i] = cell(c)
	}
	if strings.Join(cells, "") == "" {
		return nil
	}
	return cells
}

// isAgate reports whether text without an envelope has tables of an ANPA desk: lines that
// are marked with "^", and the head of a table, whose first cell is blank.
func isAgate(text string) bool {
	return strings.IndexByte(text, '^') >= 0 && strings.Contains(text, "\n;") && (text[0] == '^' || strings.Contains(text, "\n^"))
}

// cell returns the text of a cell. The mark "{" is a half; "^" begins a row.
func cell(s string) string {
	return strings.ReplaceAll(strings.TrimLeft(line.Fold(bare(s)), "^"), "{", "½")
}
