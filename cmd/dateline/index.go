package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/cell"
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
		m.settling()
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
	_, err = fmt.Fprintf(c.out, "%s: %s (%s added, %s changed, %s removed) in %s\n",
		clean.Line(s.Name()), count(counts.Stories, "story"), cell.Count(p.Added), cell.Count(p.Changed), cell.Count(p.Removed),
		took.Round(time.Millisecond))
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
	last  time.Time
	shown bool // something was
}

// settling says that the search index is put in order, which may take a minute,
// where there was something to see before.
func (m *meter) settling() {
	if m.live || m.shown {
		m.now("putting the search index in order")
	}
}

// The times between two reports.
const (
	everyFrame = 100 * time.Millisecond
	everyLine  = 2 * time.Second
)

func (m *meter) show(p feed.Progress) {
	var rate, left string
	if r := p.Rate(); r > 0 {
		rate = ", " + perSecond(r)
	}
	if d, ok := p.Left(); ok {
		left = fmt.Sprintf(", %s left", d.Round(time.Second))
	}
	files := filesOf(p)
	lines := []string{reading + files + rate + left, files + rate + left, files + left, files}
	if m.live && p.Total > 0 {
		bar := bar(p.Seen, p.Total) + " "
		lines = append([]string{bar + lines[0], bar + lines[1]}, lines[1:]...)
	}
	m.say(lines...)
}

// perSecond is a rate in words.
func perSecond(rate float64) string {
	if rate < 10 {
		return fmt.Sprintf("%.1f a second", rate)
	}
	return cell.Count(int(rate)) + " a second"
}

// barWidth is the width of a bar in cells.
const barWidth = 20

// bar is a bar that is filled as far as n is of total.
func bar(n, total int) string {
	full := min(max(n, 0), total) * barWidth / total
	return strings.Repeat("█", full) + strings.Repeat("░", barWidth-full)
}

// say shows the first of lines that fits, where it is time for one.
func (m *meter) say(lines ...string) {
	every := everyLine
	if m.live {
		every = everyFrame
	}
	if time.Since(m.last) >= every {
		m.now(lines...)
	}
}

// now shows the first of lines that fits.
func (m *meter) now(lines ...string) {
	m.last, m.shown = time.Now(), true
	if m.live {
		m.over(lines...)
		return
	}
	_, _ = fmt.Fprintln(m.err, lines[0])
}

// end takes the line away.
func (m *meter) end() {
	if m.live && m.shown {
		m.over("")
	}
}
