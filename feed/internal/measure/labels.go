package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"dateline/feed/intake"
	"dateline/feed/scan"
	"dateline/feed/story"
)

// label is what is known of a file, a line of a file of labels. The zero value of a field says
// nothing.
type label struct {
	File     string // relative to the folder of the labels
	Format   string
	Stories  int
	Title    string   // of the first story
	Date     string   // of the first story, "2031-03-14"
	With     []string // texts in the stories
	Without  []string // texts around them
	Captions []string
}

// labels measures how the files of a file of labels are read.
func labels(ctx context.Context, file string, wrong int) (err error) {
	in, err := os.Open(file) //nolint:gosec // the file is named on the command line
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // nothing was written
	r := &run{wrong: wrong, out: bufio.NewWriter(os.Stdout)}
	defer func() { err = errors.Join(err, r.out.Flush()) }()
	r.start([]string{"format", "stories", "wanted", "unwanted", "title", "date", "caption"}, []string{"read"})
	d := json.NewDecoder(bufio.NewReader(in))
	for ctx.Err() == nil {
		var l label
		if err := d.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return err
		}
		if err := r.file(filepath.Dir(file), &l); err != nil {
			return err
		}
	}
	r.print()
	return ctx.Err()
}

// file reads a file in dir and compares its stories with l.
func (r *run) file(dir string, l *label) error {
	if !filepath.IsAbs(l.File) {
		dir = filepath.Join(dir, l.File)
	} else {
		dir = l.File
	}
	data, err := os.ReadFile(dir) //nolint:gosec // the labels name it
	if err != nil {
		return err
	}
	var stories []*story.Story
	_ = r.timed("read", func() error {
		stories = scan.Parse(intake.File{Path: filepath.Base(l.File), Data: data})
		return nil
	})
	r.read++
	if s := stories[0]; len(s.Doubts) > 0 && s.Doubts[0].Problem == story.Unreadable {
		r.mistake("format", "%s: %s", l.File, s.Doubts[0].Detail)
	}
	r.compare(l, stories)
	return nil
}

// compare counts what of l is right in its stories.
func (r *run) compare(l *label, stories []*story.Story) {
	first := stories[0]
	date, title := "", first.Headline.Text
	if first.Date.Known() && first.Date.From != story.FromModTime {
		date = fmt.Sprintf("%d-%02d-%02d", first.Date.Year, first.Date.Month, first.Date.Day)
	}
	if first.Headline.Standin {
		title = ""
	}
	r.value("format", l, l.Format, first.Format)
	r.value("title", l, folded(l.Title), folded(title))
	r.value("date", l, l.Date, date)
	if l.Stories > 0 {
		r.value("stories", l, strconv.Itoa(l.Stories), strconv.Itoa(len(stories)))
	}
	text, captions := textOf(stories)
	r.texts("wanted", l, l.With, text, true)
	r.texts("unwanted", l, l.Without, text, false)
	r.texts("caption", l, l.Captions, captions, true)
}

// value counts a value, which is "" if it is not known or not found.
func (r *run) value(kind string, l *label, known, found string) {
	s := r.scores[kind]
	if known == "" {
		return
	}
	s.known++
	if found != "" {
		s.found++
	}
	if found == known {
		s.right++
	} else {
		r.mistake(kind, "%s: %q, not %q", l.File, found, known)
	}
}

// texts counts those of list that are in text, or that are not.
func (r *run) texts(kind string, l *label, list []string, text string, in bool) {
	s := r.scores[kind]
	for _, want := range list {
		s.known++
		s.found++
		if strings.Contains(text, folded(want)) == in {
			s.right++
		} else {
			r.mistake(kind, "%s: %q", l.File, want)
		}
	}
}

// textOf returns the text of stories and that of their captions, folded.
func textOf(stories []*story.Story) (text, captions string) {
	var all, below strings.Builder
	for _, s := range stories {
		for _, n := range s.Notes {
			all.WriteString(n.Text + "\n")
		}
		all.WriteString(s.Byline.Text + "\n" + s.Dateline.Text + " ")
		for _, b := range s.Body {
			words := b.Text + " " + b.Credit + " " + b.Rights + "\n"
			all.WriteString(words)
			if b.Kind == story.Caption {
				below.WriteString(words)
			}
		}
		for _, rest := range [][]story.Line{s.SignOff.Lines, s.Tail} {
			for _, l := range rest {
				all.WriteString(l.Text + "\n")
			}
		}
	}
	return folded(all.String()), folded(below.String())
}

// plainMarks has the plain form of quotes and dashes; soft hyphens are left out.
var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "„", `"`, "–", "-", "—", "-", "\u00ad", "")

// folded returns text in lower case, with plain quotes and dashes and one space for each run of
// blanks.
func folded(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(plainMarks.Replace(text))), " ")
}
