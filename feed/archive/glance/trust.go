package glance

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"dateline/feed/archive/disk"
	"dateline/feed/clean"
	"dateline/feed/locale"
)

// DistrustError says why the times of folders do not show changes.
type DistrustError struct{ Reason string }

// Error returns the reason.
func (e *DistrustError) Error() string { return e.Reason }

// trust checks whether the times of folders show changes.
type trust struct {
	root    string
	now     time.Time
	devices []uint64 // file systems that are trusted
}

// check returns a *DistrustError if st, which the system says about f, does not show
// changes. Device is the number of its file system.
func (t *trust) check(f *Folder, st disk.Folder, device uint64) error {
	if st.Mod.After(t.now) || st.Change.After(t.now) {
		if now := time.Now(); st.Mod.After(now) || st.Change.After(now) {
			return &DistrustError{locale.F("the time of %s is in the future", shown(f))}
		}
	}
	if slices.Contains(t.devices, device) {
		return nil
	}
	if !disk.Trusted(filepath.Join(t.root, f.Location)) {
		return &DistrustError{locale.F("the file system of %s is not known to keep the times of folders", shown(f))}
	}
	t.devices = append(t.devices, device)
	return nil
}

// shown returns the name of a folder in a sentence.
func shown(f *Folder) string {
	if f.Location == "." {
		return locale.T("the archive")
	}
	return fmt.Sprintf("%q", clean.Line(f.Location))
}

// Trust returns a *DistrustError if Compare would, for the archive at root with packed
// records, and ErrUnrecorded if there are none.
func Trust(ctx context.Context, root string, packed []byte) error {
	_, err := ask(ctx, root, packed, time.Now())
	return err
}
