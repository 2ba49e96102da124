package ui_test

import (
	"fmt"
	"io"
	"os"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/ui"
	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

// BenchmarkKeyInTheSplitView is the processor time of the whole program for a key at
// 100,000 stories, with the story beside the list and from 150 columns on also what is
// around it, beyond what the program takes when it is idle. Thirty keys a second is a key
// that is held. Budget: under 6 ms a key.
func BenchmarkKeyInTheSplitView(b *testing.B) {
	root := b.TempDir()
	if err := os.CopyFS(root, feedtest.FS(100_000)); err != nil {
		b.Fatal(err)
	}
	src, err := archive.Open(root)
	if err != nil {
		b.Fatal(err)
	}
	store := uitest.Open(b, src, b.TempDir())
	if _, err := store.Scan(b.Context(), nil); err != nil {
		b.Fatal(err)
	}
	if err := store.Settle(b.Context()); err != nil {
		b.Fatal(err)
	}
	for _, w := range []int{110, 160} {
		for _, rate := range []int{30, 4} {
			b.Run(fmt.Sprintf("%d-columns/%d-a-second", w, rate), func(b *testing.B) {
				program := tea.NewProgram(ui.New(b.Context(), store, ui.Options{}), tea.WithContext(b.Context()),
					tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithWindowSize(w, 50), tea.WithoutSignals(),
					tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithColorProfile(colorprofile.ANSI))
				ended := make(chan error, 1)
				go func() {
					_, err := program.Run()
					ended <- err
				}()
				time.Sleep(5 * time.Second) // the archive is compared at the start
				const pause = 3 * time.Second
				before := processorTime(b)
				time.Sleep(pause)
				idle := float64(processorTime(b)-before) / float64(pause)
				keys, began, start := 0, time.Now(), processorTime(b)
				for b.Loop() {
					program.Send(page.Key("j"))
					keys++
					time.Sleep(time.Second / time.Duration(rate))
				}
				used := float64(processorTime(b)-start) - idle*float64(time.Since(began))
				b.ReportMetric(used/1e6/float64(keys), "cpu-ms/key")
				b.ReportMetric(idle*1000, "idle-ms/s")
				program.Quit()
				if err := <-ended; err != nil {
					b.Error(err)
				}
			})
		}
	}
}

// processorTime returns the processor time that the process has used.
func processorTime(tb testing.TB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
