package scan

import (
	"context"
	"errors"
	"time"

	"dateline/feed/catalog/fill"
)

// The sizes of batches: the first is small, so that the first screen has rows
// at once, and later ones are large, which is faster. A batch is written after
// its wait at the latest. The wait grows once the reader has enough rows to look at.
const (
	firstBatch  = 32
	lastBatch   = 20000
	batchWeight = 32 << 20
	firstWait   = 10 * time.Millisecond
	nextWait    = 500 * time.Millisecond
	lastWait    = 3 * time.Second
	fewRows     = 5000
	reportEvery = 100 * time.Millisecond
)

// write puts the files that were read into the catalog, batch by batch, and reports.
func write(ctx context.Context, r *run) (err error) {
	w := &writer{run: r, limit: firstBatch, wait: firstWait}
	defer func() { err = errors.Join(err, w.fill(context.WithoutCancel(ctx), false)) }()
	w.report()
	tick := time.NewTicker(firstWait)
	defer tick.Stop()
	for {
		select {
		case f, ok := <-w.done:
			if !ok {
				return w.flush(ctx)
			}
			if err := w.add(ctx, f); err != nil {
				return err
			}
		case <-tick.C:
			if err := w.tick(ctx); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// writer collects batches.
type writer struct {
	*run
	batch    []fill.File
	stale    bool // whether the files of the batch are
	weight   int64
	began    time.Time // when the batch began
	reported time.Time
	meter    meter
	limit    int
	wait     time.Duration
	rows     int // files written so far
	filling  bool
}

func (w *writer) add(ctx context.Context, f *parsed) error {
	if f.stale != w.stale {
		if err := w.flush(ctx); err != nil {
			return err
		}
		w.stale = f.stale
	}
	if len(w.batch) == 0 {
		w.began = time.Now()
	}
	w.batch = append(w.batch, f.File)
	w.weight += f.weight
	if len(w.batch) >= w.limit || w.weight >= batchWeight {
		return w.flush(ctx)
	}
	return nil
}

func (w *writer) tick(ctx context.Context) error {
	if len(w.batch) > 0 && time.Since(w.began) >= w.wait {
		return w.flush(ctx)
	}
	if time.Since(w.reported) >= reportEvery {
		w.report()
	}
	return nil
}

// flush writes the batch.
func (w *writer) flush(ctx context.Context) error {
	if len(w.batch) == 0 {
		return nil
	}
	if w.rows >= fewRows || w.before == 0 && w.rows > 0 { // the archive has more than one batch
		if err := w.fill(ctx, true); err != nil {
			return err
		}
	}
	if err := w.put(ctx); err != nil {
		return err
	}
	first := w.limit == firstBatch
	if !first {
		w.useAllCores()
	}
	w.limit, w.wait = min(w.limit*4, lastBatch), nextWait
	if w.rows >= fewRows {
		w.wait = lastWait
	}
	if first || time.Since(w.reported) >= reportEvery {
		w.report()
	}
	return nil
}

// put writes the batch and empties it.
func (w *writer) put(ctx context.Context) error {
	began := time.Now()
	if err := w.touchFiles(ctx, w.batch); err != nil {
		return err
	}
	d, err := w.Catalog.Put(ctx, w.batch)
	if err != nil {
		return err
	}
	w.Log.Debug("batch written", "files", len(w.batch), "stale", w.stale, "added", d.Added, "changed", d.Changed,
		"removed", d.Removed, "took", time.Since(began))
	stale := w.stale
	w.update(func(p *Progress) {
		if stale {
			p.Reread += d.Changed
			d.Changed = 0
		}
		p.Add(d)
	})
	w.rows += len(w.batch)
	clear(w.batch) // frees the stories
	w.room.Release(w.weight)
	w.batch, w.weight = w.batch[:0], 0
	return nil
}

// fill switches the catalog to bulk writing, or back.
func (w *writer) fill(ctx context.Context, many bool) error {
	if w.filling == many {
		return nil
	}
	w.filling = many
	return w.Catalog.Filling(ctx, many)
}

func (w *writer) report() {
	w.reported = time.Now()
	w.update(func(p *Progress) { p.rate = w.meter.rate(p.Seen, w.reported) })
	w.Report(w.progress())
}
