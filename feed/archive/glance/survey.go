package glance

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"dateline/feed/archive/disk"
)

// ErrUnrecorded says that there are no records to compare folders with.
var ErrUnrecorded = errors.New("the folders are not recorded")

const (
	partLen   = 256      // records that a goroutine of a survey takes at a time
	perWorker = 16 << 10 // bytes of records for which another goroutine is worth its start
)

// answer is what the system says about a folder.
type answer struct {
	disk.Folder

	err error
}

// survey is a running look at all recorded folders. A call of the system for each is most
// of what a comparison costs, so several goroutines share them. Most records are those of
// folders that are as they were, and are not kept.
type survey struct {
	ctx  context.Context //nolint:containedctx // a survey is one call
	root string
	tree *disk.Tree
	now  time.Time

	mu      sync.Mutex
	records unpacker       // those that no goroutine has taken
	next    int            // the index of the first of them
	differ  map[int]answer // by the index of the record
	err     error
	failed  int // the index of the record that err is about
}

// ask returns what the system says about those folders that differ from their packed
// records or were not sure, by index. It returns ErrUnrecorded if it cannot read the
// records, and a *DistrustError if the folders say nothing about their files.
func ask(ctx context.Context, root string, packed []byte, now time.Time) (map[int]answer, error) {
	records, ok := newUnpacker(packed)
	if !ok || !records.more() {
		return nil, ErrUnrecorded
	}
	tree, err := disk.OpenTree(root)
	if err != nil {
		return nil, err
	}
	defer tree.Close() //nolint:errcheck // nothing was written
	s := &survey{ctx: ctx, root: root, tree: tree, now: now, records: records, differ: map[int]answer{}}
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0)-1, len(packed)/perWorker) {
		wg.Go(s.work)
	}
	s.work()
	wg.Wait()
	if s.err == nil && s.records.failed {
		return nil, ErrUnrecorded
	}
	return s.differ, s.err
}

// work asks about folders until none is left.
func (s *survey) work() {
	t := trust{root: s.root, now: s.now}
	part := make([]Folder, partLen)
	for {
		first, n := s.take(part)
		if n == 0 {
			return
		}
		for i := range part[:n] {
			f := &part[i]
			st, device, err := s.tree.Lstat(f.Location)
			if err == nil {
				if err := t.check(f, st, device); err != nil {
					s.fail(first+i, err)
					return
				}
			}
			if err != nil || st != f.Stat || !f.Sure {
				s.mu.Lock()
				s.differ[first+i] = answer{st, err}
				s.mu.Unlock()
			}
		}
	}
}

// take reads the next records into part and returns the index of the first and their
// number. It returns none after an error.
func (s *survey) take(part []Folder) (first, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = s.ctx.Err()
	}
	first = s.next
	for n < len(part) && s.err == nil && s.records.more() {
		s.records.folder(&part[n])
		n++
	}
	s.next += n
	return first, n
}

// fail ends the survey with an error about a record. Parts are taken in order, so the
// error of the first record is known once all goroutines have ended.
func (s *survey) fail(index int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil || index < s.failed {
		s.err, s.failed = err, index
	}
}
