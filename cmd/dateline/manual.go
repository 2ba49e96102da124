package main

import (
	"embed"
	"io/fs"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

// chapters has the pages of the manual that are not made from tables. A line that begins
// with # is a section; a paragraph with tabs is a list of terms and what they mean.
//
//go:embed manual
var chapters embed.FS

// inCode matches what a page has in backquotes, as a formatter reads it.
var inCode = regexp.MustCompile(`\\\(ga(.+?)\\\(ga`)

// chapter returns a function that writes the page of the manual with that name.
func chapter(name string) func(*roff, *cobra.Command) {
	return func(r *roff, _ *cobra.Command) {
		text, err := fs.ReadFile(chapters, "manual/"+name+".txt")
		if err != nil {
			panic(err) // the file is part of the program
		}
		for p := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
			r.part(p)
		}
	}
}

// part writes a section, a list or a paragraph.
func (r *roff) part(text string) {
	title, isTitle := strings.CutPrefix(text, "# ")
	switch {
	case isTitle:
		r.section(title)
	case strings.Contains(text, "\t"):
		for row := range strings.Lines(text) {
			term, means, _ := strings.Cut(strings.TrimSpace(row), "\t")
			r.text.WriteString(".TP\n\\fB" + inRoff(term) + "\\fR\n" + bold(means) + "\n")
		}
	case strings.HasPrefix(text, "  "):
		r.paragraphs(text)
	default:
		r.text.WriteString(".PP\n" + bold(strings.ReplaceAll(text, "\n", " ")) + "\n")
	}
}

// bold returns text for a formatter, with what is in backquotes in bold type.
func bold(text string) string { return inCode.ReplaceAllString(inRoff(text), `\fB$1\fR`) }
