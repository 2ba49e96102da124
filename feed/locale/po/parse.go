package po

import (
	"fmt"
	"strconv"
	"strings"
)

// maxForms is the number of forms of a plural that a language can have.
const maxForms = 2

// parser reads the entries of a file, line by line.
type parser struct {
	entries []Entry
	entry   Entry
	last    *string // the text that a line of quotes continues; nil for none
	id      bool    // the entry has its msgid
}

// Parse reads a file. An error says in which line the file is wrong.
func Parse(text string) ([]Entry, error) {
	p := &parser{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		if err := p.line(strings.TrimSpace(line)); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	p.end()
	return p.entries, nil
}

func (p *parser) line(line string) error {
	switch {
	case line == "":
		p.end()
		return nil
	case strings.HasPrefix(line, "#"):
		p.comment(line[1:])
		return nil
	case strings.HasPrefix(line, `"`):
		if p.last == nil {
			return fmt.Errorf("no keyword before %s", line)
		}
		return p.text(line)
	}
	keyword, quoted, _ := strings.Cut(line, " ")
	if err := p.keyword(keyword); err != nil {
		return err
	}
	return p.text(strings.TrimSpace(quoted))
}

func (p *parser) comment(text string) {
	p.last = nil
	switch {
	case strings.HasPrefix(text, ":"):
		p.entry.Package = strings.TrimSpace(text[1:])
	case strings.HasPrefix(text, " ---- "):
	case text == "" || text[0] == ' ':
		p.entry.Comments = append(p.entry.Comments, strings.TrimSpace(text))
	}
}

// keyword prepares for the text of a keyword.
func (p *parser) keyword(keyword string) error {
	if len(p.entry.Forms) > 0 && !strings.HasPrefix(keyword, "msgstr") {
		p.end() // the empty line is missing
	}
	switch keyword {
	case "msgctxt":
		p.last = &p.entry.Context
	case "msgid":
		p.last, p.id = &p.entry.Text, true
	case "msgid_plural":
		p.last = &p.entry.Plural
	default:
		index, ok := strings.CutPrefix(keyword, "msgstr")
		i, err := 0, error(nil)
		if index != "" {
			i, err = strconv.Atoi(strings.Trim(index, "[]"))
		}
		if !ok || err != nil || i != len(p.entry.Forms) || i >= maxForms {
			return fmt.Errorf("unexpected keyword %q", keyword)
		}
		p.entry.Forms = append(p.entry.Forms, "")
		p.last = &p.entry.Forms[i]
	}
	return nil
}

// text adds a text in quotes to the last keyword.
func (p *parser) text(quoted string) error {
	if len(quoted) < 2 || quoted[0] != '"' || quoted[len(quoted)-1] != '"' {
		return fmt.Errorf("no text in quotation marks: %s", quoted)
	}
	*p.last += unescapes.Replace(quoted[1 : len(quoted)-1])
	return nil
}

// end ends an entry at an empty line. Comments alone are those of the next one.
func (p *parser) end() {
	if !p.id {
		p.last = nil
		return
	}
	p.entries = append(p.entries, p.entry)
	p.entry, p.last, p.id = Entry{}, nil, false
}
