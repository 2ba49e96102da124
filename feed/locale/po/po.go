// Package po reads and writes the files in which translators work: those of gettext, with
// contexts and plurals. Each text is a string of C in double quotes, in one line or several.
// Obsolete entries and references to lines of code are not kept: a reference is the package
// that uses the text.
package po

import (
	"fmt"
	"slices"
	"strings"
)

// Key is a text of the code.
type Key struct {
	Context string // "" for none
	Text    string // English; that for one thing if it has a plural
	Plural  string // English for several things, "" for none
}

// Entry is a text and its translation.
type Entry struct {
	Key

	Comments []string // of translators, without the sign
	Package  string   // the first package with the text
	Forms    []string // the translation; several forms if it has a plural
}

// Translated reports whether each form of e has a text.
func (e *Entry) Translated() bool {
	return len(e.Forms) > 0 && !slices.Contains(e.Forms, "")
}

// Write returns the text of a file with these entries. The first has the header: it is the
// translation of "".
func Write(entries []Entry) string {
	var b strings.Builder
	section := ""
	for i := range entries {
		e := &entries[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		if e.Package != section {
			section = e.Package
			fmt.Fprintf(&b, "# ---- %s\n\n", section)
		}
		for _, c := range e.Comments {
			b.WriteString(strings.TrimRight("# "+c, " ") + "\n")
		}
		if e.Package != "" {
			fmt.Fprintf(&b, "#: %s\n", e.Package)
		}
		if e.Context != "" {
			field(&b, "msgctxt", e.Context)
		}
		field(&b, "msgid", e.Text)
		e.forms(&b)
	}
	return b.String()
}

// forms writes the plural of e, if any, and its translation.
func (e *Entry) forms(b *strings.Builder) {
	if e.Plural == "" {
		field(b, "msgstr", strings.Join(e.Forms, ""))
		return
	}
	field(b, "msgid_plural", e.Plural)
	forms := e.Forms
	if len(forms) == 0 {
		forms = []string{""}
	}
	for i, f := range forms {
		field(b, fmt.Sprintf("msgstr[%d]", i), f)
	}
}

// field writes a keyword and a text, in a line of the file for each line of the text.
func field(b *strings.Builder, keyword, text string) {
	b.WriteString(keyword)
	if strings.Contains(strings.TrimSuffix(text, "\n"), "\n") {
		b.WriteString(` ""`)
		for line := range strings.Lines(text) {
			b.WriteString("\n" + quote(line))
		}
	} else {
		b.WriteString(" " + quote(text))
	}
	b.WriteByte('\n')
}

var (
	escapes   = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)
	unescapes = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n", `\t`, "\t")
)

func quote(text string) string { return `"` + escapes.Replace(text) + `"` }
