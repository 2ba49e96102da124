package archive

import (
	"context"

	"dateline/feed/archive/glance"
)

// Recorded returns src and makes its walks of everything, and those of Only, record in
// log the folders that they enter. Only a folder has such walks.
func Recorded(src Source, log *glance.Log) Source {
	f, ok := src.(*folder)
	if !ok {
		return src
	}
	recorded := *f
	recorded.log = log
	return &recorded
}

// Glancer is a Source whose changes package glance finds.
type Glancer interface {
	Source
	// Only is Source.Walk over the paths of changes.
	Only(ctx context.Context, changes *glance.Changes, yield func(Entry) error) error
}

// Only implements Glancer.
func (f *folder) Only(ctx context.Context, changes *glance.Changes, yield func(Entry) error) error {
	w, err := f.walk(ctx, yield)
	if err != nil {
		return err
	}
	defer w.close()
	w.record(f.log)
	w.locate = changes.Locate
	return f.only(w, changes.Paths)
}

// record makes w record in log, from the beginning.
func (w *walk) record(log *glance.Log) {
	log.Reset()
	w.log = log
}
