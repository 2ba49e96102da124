package uitest

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline/feed"
	"dateline/ui"
	"dateline/ui/command"
)

// reports returns a ui.Options.Reports for a driver.
type reports = func(*Driver, context.Context, *feed.Store) func() (feed.Progress, bool)

// watched is the connection to the reader's command that waits for changes in the
// archive. The command does not answer while nothing changes.
type watched struct {
	parked  chan int // 1 when the command begins to wait, 0 when it has ended
	waiting int      // commands that wait: 0 or 1
	next    chan func() feed.Progress
	pass    int
}

func newWatched() watched {
	return watched{parked: make(chan int), next: make(chan func() feed.Progress)}
}

// script returns the reports that the test sends with Scan and Report.
func (d *Driver) script(ctx context.Context, _ *feed.Store) func() (feed.Progress, bool) {
	return func() (feed.Progress, bool) {
		d.park(ctx, 1)
		select {
		case report := <-d.archive.next:
			return report(), true
		case <-ctx.Done():
			return feed.Progress{}, false
		}
	}
}

// Scan makes the reader bring its catalog up to date, as it does when files change,
// and waits for all commands.
func (d *Driver) Scan() {
	d.t.Helper()
	d.archive.pass++
	pass := d.archive.pass
	d.report(func() feed.Progress {
		p, err := d.Store.Scan(d.t.Context(), nil)
		p.Pass, p.Done, p.Err = pass, true, err
		return p
	})
}

// Report sends the reader the progress of a scan and waits for all commands.
func (d *Driver) Report(p feed.Progress) {
	d.t.Helper()
	d.archive.pass = p.Pass
	d.report(func() feed.Progress { return p })
}

func (d *Driver) report(report func() feed.Progress) {
	d.t.Helper()
	select {
	case d.archive.next <- report:
	case <-time.After(deadline):
		d.t.Fatal("the reader does not wait for changes in the archive")
	}
	d.archive.waiting = 0
	d.settle()
}

// Live is Begin with a watched archive, as in everyday use. Until waits for
// its changes.
func Live(tb testing.TB, store *feed.Store, w, h int) *Driver {
	tb.Helper()
	return begin(newDriver(tb, store, w, h), (*Driver).watch, func(*ui.Options) {})
}

// watch returns the reports of store.Watch.
func (d *Driver) watch(ctx context.Context, store *feed.Store) func() (feed.Progress, bool) {
	next := command.Reports(ctx, store)
	return func() (feed.Progress, bool) {
		d.park(ctx, 1)
		defer d.park(ctx, 0)
		return next()
	}
}

func (d *Driver) park(ctx context.Context, n int) {
	select {
	case d.archive.parked <- n:
	case <-ctx.Done():
	}
}

// Until waits until text is on the screen.
func (d *Driver) Until(text string) {
	d.t.Helper()
	for end := time.After(deadline); !strings.Contains(d.Screen(), text); {
		select {
		case d.archive.waiting = <-d.archive.parked:
		case msg := <-d.answers:
			d.out--
			d.take(msg)
		case <-end:
			d.t.Fatalf("%q does not appear; the screen shows\n%s", text, d.Screen())
		}
	}
}
