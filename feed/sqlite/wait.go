package sqlite

import (
	"context"
	"errors"
	"time"
)

// Pauses between tries while another process holds the database. SQLite itself
// waits for the busy timeout of the connection first, but some conflicts, such
// as a table that another connection has locked, it reports at once.
const (
	firstPause = time.Millisecond
	maxPause   = 50 * time.Millisecond
)

// Wait calls do until it succeeds or fails for another reason than that another
// process or connection uses the database, or until ctx ends.
func Wait(ctx context.Context, do func() error) error {
	for pause := firstPause; ; pause = min(2*pause, maxPause) {
		err := do()
		if !Busy(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-time.After(pause):
		}
	}
}
