package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
)

func indexCommand(con *console) *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:   "index",
		Short: "bring the catalog up to date, with progress",
		Long: "Read what is new or changed in the archive, so that the reader and the other commands find\n" +
			"it done. Whatever ends it, the next one carries on. Progress goes to standard error, as a\n" +
			"bar on a terminal, else as lines; --json prints a summary at the end. The exit code is 1\n" +
			"when the catalog cannot be kept.",
		Args: exactly(0, ""),
	}
	f.bind(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		src, err := con.source(cmd.Context(), f.archive)
		if err != nil {
			return err
		}
		dirs := feed.UserDirs()
		if dirs.Cache == "" {
			return errors.New("there is no folder for the catalog: neither XDG_CACHE_HOME nor HOME names one")
		}
		return con.openStore(cmd.Context(), src, dirs, func(s *feed.Store) error {
			return con.index(cmd.Context(), s, src.Key() != "", f.json)
		})
	}
	return cmd
}

// summaryJSON is what an index run did.
type summaryJSON struct {
	Stories  int     `json:"stories"`
	Problems int     `json:"problems"`
	Files    int     `json:"files"`
	Read     int     `json:"read"`
	Added    int     `json:"added"`
	Changed  int     `json:"changed"`
	Removed  int     `json:"removed"`
	Seconds  float64 `json:"seconds"`
	Bytes    int64   `json:"bytes"` // of the catalog
}

// index brings the catalog of s up to date. To keep says that it is of no use
// where it is not kept; the store has warned of that.
func (c *console) index(ctx context.Context, s *feed.Store, toKeep, json bool) error {
	begun := time.Now()
	m := meter{console: c, last: begun}
	p, err := s.Scan(ctx, m.show)
	if err == nil {
		m.say("putting the search index in order")
		err = s.Settle(ctx)
	}
	m.end()
	if err != nil {
		c.saved(ctx, s)
		return err
	}
	counts, err := s.Counts(ctx)
	if err != nil {
		return err
	}
	info, err := s.Info(ctx)
	if err != nil {
		return err
	}
	if toKeep && info.Path == "" {
		return errTold
	}
	took := time.Since(begun)
	if json {
		return printJSON(c.out, summaryJSON{
			Stories: counts.Stories, Problems: counts.Problems, Files: p.Seen, Read: p.Read, Added: p.Added,
			Changed: p.Changed, Removed: p.Removed, Seconds: took.Seconds(), Bytes: info.Bytes,
		})
	}
	_, err = fmt.Fprintf(c.out, "%s: %s (%d added, %d changed, %d removed) in %s\n",
		clean.Line(s.Name()), count(counts.Stories, "story"), p.Added, p.Changed, p.Removed, took.Round(time.Millisecond))
	return err
}

// saved says that nothing is lost when an index run ends early.
func (c *console) saved(ctx context.Context, s *feed.Store) {
	counts, err := s.Counts(context.WithoutCancel(ctx))
	if err == nil && counts.Stories > 0 {
		c.say("%s so far; the next run carries on", count(counts.Stories, "story"))
	}
}

// meter shows how far a scan is: a line that is written over on a terminal,
// else a line from time to time.
type meter struct {
	*console
	last time.Time
}

// The times between two reports.
const (
	everyFrame = 100 * time.Millisecond
	everyLine  = 2 * time.Second
)

func (m *meter) show(p feed.Progress) {
	line := progressLine(p)
	if rate := p.Rate(); rate > 0 {
		line += fmt.Sprintf(", %.0f a second", rate)
	}
	if left, ok := p.Left(); ok {
		line += fmt.Sprintf(", %s left", left.Round(time.Second))
	}
	if m.live && p.Total > 0 {
		line = bar(p.Seen, p.Total) + " " + line
	}
	m.say(line)
}

// barWidth is the width of a bar in cells.
const barWidth = 20

// bar is a bar that is filled as far as n is of total.
func bar(n, total int) string {
	full := min(max(n, 0), total) * barWidth / total
	return strings.Repeat("█", full) + strings.Repeat("░", barWidth-full)
}

// say shows a line, where it is time for one.
func (m *meter) say(line string) {
	every := everyLine
	if m.live {
		every = everyFrame
	}
	if time.Since(m.last) < every {
		return
	}
	m.last = time.Now()
	if m.live {
		_, _ = fmt.Fprintf(m.err, "\r%s%s", line, ansi.EraseLineRight)
		return
	}
	_, _ = fmt.Fprintln(m.err, line)
}

// end takes the line away.
func (m *meter) end() {
	if m.live {
		_, _ = fmt.Fprintf(m.err, "\r%s", ansi.EraseLineRight)
	}
}
