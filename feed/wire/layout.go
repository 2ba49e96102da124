package wire

// layout is how the paragraphs of a file are set.
type layout int

const (
	onePerLine layout = iota // each line is a paragraph
	wrapped                  // blank lines part paragraphs
	indented                 // a paragraph begins with an indent, as in ANPA copy
)

// form is the layout of a file with its measures.
type form struct {
	layout

	base   int  // the smallest indent
	indent int  // a line indented by this much more than base begins a paragraph, if the layout is indented
	width  int  // the width of the widest wrapped line
	close  bool // the decision was a close one
	flush  bool // no blank line and no indent parts the paragraphs of wrapped text
}

const (
	longCells   = 170 // a wider line is not wrapped
	minCells    = 34  // nor is a text of narrower lines: verse, names, scores
	maxCells    = 110 // the widest lines of a wrapped text
	raggedCells = 14  // the widths of wrapped lines differ by less
	sampleLines = 600 // the lines that formOf looks at
	maxIndent   = 10  // a deeper indent does not begin a paragraph
)

// formOf decides how the paragraphs of the lines [from, to) are set. It looks at pairs
// of lines without a blank line between them. In copy with a paragraph a line, the upper
// line ends a sentence. In wrapped copy it does so only by chance, and the lines that
// end no sentence have about the same width.
func (sh *sheet) formOf(from, to int) form {
	lines := sh.lines[from:to]
	if len(lines) > sampleLines {
		lines = lines[:sampleLines]
	}
	var c counts
	c.count(lines, sh.columns)
	f := form{base: c.base, indent: c.indent, width: c.widest()}
	f.layout, f.close = c.decide()
	f.flush = f.layout == wrapped && c.gaps == 0 && c.indents == 0
	return f
}

// decide returns the layout that the counts show. Closely reports whether another
// layout is nearly as likely.
func (c *counts) decide() (l layout, closely bool) {
	if c.pairs == 0 {
		return wrapped, false
	}
	open, begins := c.pairs-c.ends, 0
	if c.indents > 0 {
		begins = c.beginnings()
	}
	switch {
	case c.indents > 0 && begins*10 >= c.indents*7 && (c.flush > 0 || c.full()*2 < c.pairs), c.hung():
		return indented, false
	case c.even():
		return wrapped, c.indents >= 3 && begins*2 >= c.indents
	case c.long*4 > c.texts, c.ends*10 >= c.pairs*8, c.ends*10 >= c.pairs*6 && c.full()*2 < c.pairs, c.full()*2 < open, c.continued*3 < open:
		return onePerLine, false
	}
	return wrapped, c.indents >= 3 && begins*2 >= c.indents
}
