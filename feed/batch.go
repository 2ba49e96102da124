package feed

import (
	"context"
	"errors"
	"time"

	"dateline/feed/catalog"
)

// The sizes of batches: the first is small, so that the first screen has rows
// at once, and the last ones are large, so that the rest is quick. A batch is
// never held back for longer than its patience, of which there is more once
// there are enough rows to look at.
const (
	firstBatch    = 32
	lastBatch     = 20000
	firstPatience = 10 * time.Millisecond
	patience      = 500 * time.Millisecond
	lastPatience  = 3 * time.Second
	fewRows       = 5000
	reportEvery   = 100 * time.Millisecond
)

// Memory is bounded whatever the archive holds: what has been read and is not
// yet in the catalog takes mostWeight bytes at the most, about, and a batch is
// written when it has batchWeight.
const (
	mostWeight  = 112 << 20
	batchWeight = 48 << 20
)

// weight is the memory that a file takes until it is in the catalog, about: its
// text as it stands, as parts of a story, as terms, and each term once.
func weight(size int64) int64 { return min(4*size+4096, batchWeight) }

// fetched is a file that was read. Whoever takes it gives its weight back.
type fetched struct {
	catalog.File
	weight int64
}

// write puts what was read into the catalog, batch by batch, and reports.
func (sc *scan) write(ctx context.Context) (err error) {
	w := &writer{scan: sc, limit: firstBatch, wait: firstPatience}
	defer func() { err = errors.Join(err, w.fill(context.WithoutCancel(ctx), false)) }()
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
	weight   int64
	began    time.Time // when the batch was
	reported time.Time
	meter    meter
	limit    int
	wait     time.Duration
	rows     int // written so far
	filling  bool
}

func (w *writer) add(ctx context.Context, f *fetched) error {
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
	w.rows += len(w.batch)
	clear(w.batch) // what it held is no longer needed
	w.room.Release(w.weight)
	w.batch, w.weight = w.batch[:0], 0
	first := w.limit == firstBatch
	if !first {
		w.hurry() // until now there was a core to draw the first rows with
	}
	w.limit, w.wait = min(w.limit*4, lastBatch), patience
	if w.rows >= fewRows {
		w.wait = lastPatience
		if err := w.fill(ctx, true); err != nil {
			return err
		}
	}
	if first || time.Since(w.reported) >= reportEvery {
		w.tell()
	}
	return nil
}

// fill tells the catalog that many files come, or that they have come.
func (w *writer) fill(ctx context.Context, many bool) error {
	if w.filling == many {
		return nil
	}
	w.filling = many
	return w.cat.Filling(ctx, many)
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
