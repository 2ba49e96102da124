package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
)

func indexCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:     "index",
		Short:   "bring the catalog up to date, with progress",
		Example: "  dateline index -A ~/news",
		Long: "Read new and changed files, so that the reader and the other commands start with a complete\n" +
			"catalog. If it is interrupted, the next run continues. Progress goes to standard error, as\n" +
			"a bar on a terminal and as lines in a pipe; --json prints a summary at the end. The exit\n" +
			"code is 1 if the catalog cannot be saved.",
		Args: exactly(0, ""),
	}
	f.bind(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		src, err := f.source(cmd.Context())
		if err != nil {
			return err
		}
		dirs := feed.UserDirs()
		if dirs.Cache == "" {
			return locale.Error("there is no folder for the catalog: neither XDG_CACHE_HOME nor HOME is set")
		}
		return f.openStore(cmd.Context(), src, dirs, func(s *feed.Store) error {
			return con.index(cmd.Context(), s, src.Key() != "", f.json)
		})
	}
	return cmd
}

// summaryJSON is the result of an index run.
type summaryJSON struct {
	Stories  int     `json:"stories"`
	Problems int     `json:"problems"`
	Files    int     `json:"files"`
	Read     int     `json:"read"`
	Added    int     `json:"added"`
	Changed  int     `json:"changed"`
	Removed  int     `json:"removed"`
	Reread   int     `json:"reread"` // stories read again because another version wrote their rows
	Seconds  float64 `json:"seconds"`
	Bytes    int64   `json:"bytes"` // of the catalog
}

// index brings the catalog of s up to date. If mustKeep is true, it fails if the
// catalog is not saved; a warning of the store has given the reason.
func (c *console) index(ctx context.Context, s *feed.Store, mustKeep, json bool) error {
	start := time.Now()
	m := meter{console: c, last: start}
	p, err := s.Scan(ctx, m.show)
	if err == nil {
		m.settling()
		err = s.Settle(ctx)
	}
	m.end()
	if err != nil {
		c.sayIndexed(ctx, s)
		return err
	}
	counts, err := s.Counts(ctx, feed.Files)
	if err != nil {
		return err
	}
	info, err := s.Info(ctx)
	if err != nil {
		return err
	}
	if mustKeep && info.Path == "" {
		return errReported
	}
	took := time.Since(start)
	if json {
		return printJSON(c.out, summaryJSON{
			Stories: counts.Stories, Problems: counts.Problems, Files: p.Seen, Read: p.Read, Added: p.Added,
			Changed: p.Changed, Removed: p.Removed, Reread: p.Reread, Seconds: took.Seconds(), Bytes: info.Bytes,
		})
	}
	what := locale.F("%s added, %s changed, %s removed", locale.Count(p.Added), locale.Count(p.Changed), locale.Count(p.Removed))
	if p.Reread > 0 {
		what += ", " + locale.F("%s read again for this version", locale.Count(p.Reread))
	}
	_, err = fmt.Fprintln(c.out, locale.F("%s: %s (%s) in %s", clean.Line(s.Name()), locale.N(counts.Stories, "%s story", "%s stories"), what, took.Round(time.Millisecond)))
	return err
}

// sayIndexed prints how many stories an index run has saved that ended early.
func (c *console) sayIndexed(ctx context.Context, s *feed.Store) {
	counts, err := s.Counts(context.WithoutCancel(ctx), feed.Files)
	if err == nil && counts.Stories > 0 {
		c.say(locale.F("%s so far; the next run continues", locale.N(counts.Stories, "%s story", "%s stories")))
	}
}
