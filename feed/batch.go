package feed

import (
	"context"
	"time"

	"dateline/feed/catalog"
)

// The sizes of batches: the first is small, so that the first screen has rows
// at once, and the last ones are large, so that the rest is quick. A batch is
// never held back for longer than its patience.
const (
	firstBatch    = 32
	lastBatch     = 20000
	firstPatience = 20 * time.Millisecond
	patience      = 500 * time.Millisecond
	reportEvery   = 100 * time.Millisecond
)

// write puts what was read into the catalog, batch by batch, and reports.
func (sc *scan) write(ctx context.Context) error {
	w := &writer{scan: sc, limit: firstBatch, wait: firstPatience}
	w.tell()
	tick := time.NewTicker(firstPatience)
	defer tick.Stop()
	for {
		select {
		case f, ok := <-sc.done:
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

// writer collects a batch.
type writer struct {
	*scan
	batch    []catalog.File
	began    time.Time // when the batch was
	reported time.Time
	meter    meter
	limit    int
	wait     time.Duration
}

func (w *writer) add(ctx context.Context, f catalog.File) error {
	if len(w.batch) == 0 {
		w.began = time.Now()
	}
	w.batch = append(w.batch, f)
	if len(w.batch) >= w.limit {
		return w.flush(ctx)
	}
	return nil
}

func (w *writer) tick(ctx context.Context) error {
	if len(w.batch) > 0 && time.Since(w.began) >= w.wait {
		return w.flush(ctx)
	}
	if time.Since(w.reported) >= reportEvery {
		w.tell()
	}
	return nil
}

// flush writes the batch and shows it.
func (w *writer) flush(ctx context.Context) error {
	if len(w.batch) == 0 {
		return nil
	}
	d, err := w.cat.Put(ctx, w.batch)
	if err != nil {
		return err
	}
	w.update(func(p *Progress) { add(p, d) })
	w.batch = w.batch[:0]
	first := w.limit == firstBatch
	w.limit, w.wait = min(w.limit*4, lastBatch), patience
	if first || time.Since(w.reported) >= reportEvery {
		w.tell()
	}
	return nil
}

func (w *writer) tell() {
	w.reported = time.Now()
	w.update(func(p *Progress) { p.rate = w.meter.rate(p.Seen, w.reported) })
	w.report(w.progress())
}

func add(p *Progress, d catalog.Delta) {
	p.Added += d.Added
	p.Changed += d.Changed
	p.Removed += d.Removed
}
