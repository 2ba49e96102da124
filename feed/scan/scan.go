// Package scan brings a catalog up to date with an archive, once.
//
// Run walks the archive, compares the path, size, time and inode of every file with
// the catalog, reads the files that are new or changed, and removes from the
// catalog the files that the walk did not find. These steps run at the same time,
// and memory is bounded for any archive. A bad file never stops the scan. When the
// context ends, the catalog keeps what was written, and the next scan continues
// from there.
//
// # Archives
//
// A file that holds others (package archive) is compared like any file. If it has not
// changed, the files of the catalog below its path stay. If it has, each file in it is
// compared too, and what is no longer in it is removed. An archive is written after its
// files, so that a scan that was interrupted reads it again. What is wrong with it are
// doubts about its file; it has a story only if nothing of it was read.
//
// # Large files
//
// A file that is too large to be in memory is read in sections, if it has several stories. A
// section is a file of the catalog below the path of the large one (fill.SectionPath). It is
// read again only if its bytes differ, or if it was the last one and the file goes on after it.
// The stories of a section are those of the large file, so one that is changed in the middle
// loses them from there on before they are put again.
//
// # Rules
//
// A file is also read again if its rows in the catalog were made by other rules
// than Config.Rules, those of an older or newer program. Those files are read last,
// the newest first, and their old rows stay until the new ones replace them. Only a
// scan of the whole archive does this.
//
// # Reports
//
// Config.Report is the only callback. Calls never overlap, and none follows the
// return of Run. The first call comes before anything is written. A story is
// counted only after the transaction that changed it, so a reader of the catalog
// finds, during a call, at least the stories that the call counts. No count ever
// decreases. The first batch is reported at once, later ones at most ten times a
// second. No report is Done: the caller reports that after it has used the result.
package scan

import (
	"context"
	"log/slog"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
	"dateline/feed/intake"
	"dateline/feed/story"
)

// Config configures a scan.
type Config struct {
	Source  archive.Source
	Catalog *catalog.Catalog

	Walk   Walk           // lists the files; nil for Source.Walk
	Paths  []string       // the paths that Walk lists, and everything below them; nil for the whole archive
	Newest archive.Newest // lists files newest first, for an empty catalog; may be nil

	Parse  func(intake.File) []*story.Story // nil for the function Parse
	Rules  string                           // names the rules of Parse; empty for Rules
	Report func(Progress)                   // may be nil
	Log    *slog.Logger                     // may be nil
}

// Walk lists files in the order of an archive.Source.
type Walk func(ctx context.Context, yield func(archive.Entry) error) error

// Whole reports whether c is a scan of the whole archive.
func (c *Config) Whole() bool { return c.Paths == nil }

// Result is what a scan did before it ended.
type Result struct {
	Progress
	// Touched has the stories that were added, changed or removed, so that marks may have
	// to follow them. It is nil if they are too many to list.
	Touched []story.ID
	// First reports whether the catalog was empty before.
	First bool
}

// run is a scan that is running.
type run struct {
	Config
	*counter

	before int   // number of files in the catalog when the scan began
	last   int64 // their highest ID

	titles  *fill.Titles
	touched touched

	jobs  chan job
	done  chan *parsed
	room  *semaphore.Weighted // for files that were read and are not yet in the catalog
	ready chan struct{}       // closed when all cores may read

	useAllCores func() // closes ready

	archives chan struct{} // has a value while a reader reads an archive: its decoder may be large
	inside   inside
}

// Run scans. The result is valid even if there is an error.
func Run(ctx context.Context, c Config) (Result, error) {
	r := newRun(c)
	err := r.scan(ctx)
	res := Result{Progress: r.progress()}
	res.Touched, res.First = r.touched.list(), r.before == 0
	r.logEnd(res, err)
	return res, err
}

func newRun(c Config) *run {
	if c.Report == nil {
		c.Report = func(Progress) {}
	}
	if c.Walk == nil {
		c.Walk = c.Source.Walk
	}
	if c.Parse == nil {
		c.Parse = Parse
	}
	if c.Rules == "" {
		c.Rules = Rules
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	ready := make(chan struct{})
	return &run{
		Config: c, counter: &counter{p: Progress{Began: time.Now()}}, titles: fill.NewTitles(),
		jobs: make(chan job, 64), done: make(chan *parsed, lastBatch), room: semaphore.NewWeighted(maxWeight),
		archives: make(chan struct{}, 1),
		ready:    ready, useAllCores: sync.OnceFunc(func() { close(ready) }),
	}
}

// scan walks, reads and writes at the same time, then removes files that are
// gone and finds the takes that were left for the end.
func (r *run) scan(ctx context.Context) (err error) {
	if r.before, r.last, err = r.Catalog.FileCount(ctx); err != nil {
		return err
	}
	if r.Newest != nil && r.before == 0 && r.Whole() {
		r.Walk = r.Newest.Newest
	}
	r.Log.Info("scan started", "archive", r.Source.Name(), "whole", r.Whole(), "paths", len(r.Paths), "known", r.before)
	w := &walker{run: r}
	g, gctx := errgroup.WithContext(ctx)
	countCtx, stopCounting := context.WithCancel(gctx)
	defer stopCounting()
	g.Go(func() error {
		defer stopCounting()
		defer close(r.jobs)
		return w.walk(gctx, func() { g.Go(func() error { return count(countCtx, r.Source, r.counter) }) })
	})
	r.startReaders(gctx, g)
	g.Go(func() error { return write(gctx, r) })
	if err := g.Wait(); err != nil {
		return err
	}
	if err := removeGone(ctx, w); err != nil {
		return err
	}
	return r.Catalog.Group(ctx)
}

// startReaders starts a reader for each core. All but the first wait until the first
// rows are in the catalog, so that until then a core is free to draw them. When all
// readers have ended, r.done is closed.
func (r *run) startReaders(ctx context.Context, g *errgroup.Group) {
	var readers sync.WaitGroup
	for i := range runtime.GOMAXPROCS(0) {
		readers.Add(1)
		g.Go(func() error {
			defer readers.Done()
			if i > 0 {
				select {
				case <-r.ready:
				case <-ctx.Done():
				}
			}
			defer r.useAllCores()
			return read(ctx, r)
		})
	}
	g.Go(func() error {
		readers.Wait()
		close(r.done)
		return nil
	})
}

func (r *run) logEnd(res Result, err error) {
	log := r.Log.With("seen", res.Seen, "read", res.Read, "added", res.Added, "changed", res.Changed,
		"removed", res.Removed, "reread", res.Reread, "took", time.Since(res.Began))
	if err != nil {
		log.Warn("scan failed", "err", err)
		return
	}
	log.Info("scan ended")
}
