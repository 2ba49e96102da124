package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/feed/feedtest"
)

// The benchmarks run programs on their own terminals, in turn: dateline, and
// testdata/peer, which shows one line. Their comments state the budgets, and none
// fails because of a time. DATELINE_BENCH_STORIES sets the number of stories;
// DATELINE_BENCH_DIR names a folder that keeps archives and catalogs between runs.

// contest is an archive, its catalog and the programs to compare.
type contest struct {
	root     string
	cache    string   // the folder of the catalog
	titles   []string // beginnings of the newest headlines
	dateline string
	peer     string
}

// newContest builds the programs, writes the archive and indexes it.
func newContest(b *testing.B) *contest {
	b.Helper()
	n := benchStories(b)
	kept := os.Getenv("DATELINE_BENCH_DIR")
	if kept == "" {
		kept = b.TempDir()
	}
	d := contestOf(b, filepath.Join(kept, strconv.Itoa(n)), kept)
	if _, err := os.Stat(d.root); err != nil {
		// The folder may be kept, so it gets its name when it is complete.
		part := d.root + ".part"
		if err := errors.Join(os.RemoveAll(part), feedtest.Write(part, n), os.Rename(part, d.root)); err != nil {
			b.Fatal(err)
		}
	}
	d.index(b)
	return d
}

// contestOf builds the programs that read root.
func contestOf(b *testing.B, root, cache string) *contest {
	b.Helper()
	bin := b.TempDir()
	for name, pkg := range map[string]string{"dateline": ".", "peer": "./testdata/peer"} {
		out, err := exec.CommandContext(b.Context(), "go", "build", "-o", filepath.Join(bin, name), pkg).CombinedOutput()
		if err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
	return &contest{root: root, cache: cache, dateline: filepath.Join(bin, "dateline"), peer: filepath.Join(bin, "peer")}
}

func benchStories(b *testing.B) int {
	b.Helper()
	text := os.Getenv("DATELINE_BENCH_STORIES")
	if text == "" {
		return 10000
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// env returns the environment of a program with its catalogs in cache and its marks
// in state.
func env(cache, state string) []string {
	return []string{
		"HOME=" + state, "XDG_CACHE_HOME=" + cache, "XDG_STATE_HOME=" + state, "XDG_CONFIG_HOME=" + state,
		"TERM=xterm-256color", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH"),
	}
}

// index brings the catalog up to date and reads the newest headlines.
func (d *contest) index(b *testing.B) {
	b.Helper()
	run := func(args ...string) []byte {
		cmd := exec.CommandContext(b.Context(), d.dateline, append(args, "-A", d.root)...)
		cmd.Env = env(d.cache, b.TempDir())
		out, err := cmd.Output()
		if err != nil {
			exit, _ := errors.AsType[*exec.ExitError](err)
			b.Fatalf("dateline %s: %v\n%s", args[0], err, exit.Stderr)
		}
		return out
	}
	run("index")
	dec := json.NewDecoder(bytes.NewReader(run("list", "--json", "-n", "400")))
	for {
		var row struct{ Title string }
		err := dec.Decode(&row)
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			b.Fatal(err)
		}
		if title := []rune(row.Title); len(title) > 0 {
			d.titles = append(d.titles, string(title[:min(len(title), 14)]))
		}
	}
}

// read starts the reader with its catalogs in cache and its marks in state.
func (d *contest) read(b *testing.B, cache, state string) *terminal {
	b.Helper()
	return launch(b, env(cache, state), d.dateline, d.root)
}

// startPeer starts the peer.
func (d *contest) startPeer(b *testing.B) *terminal {
	b.Helper()
	return launch(b, env(d.cache, b.TempDir()), d.peer)
}

var peerLine = []string{"one line"}

// times are measured durations.
type times []time.Duration

// ms returns percentile p in milliseconds.
func (t times) ms(p int) float64 {
	if len(t) == 0 {
		return 0
	}
	slices.Sort(t)
	return float64(t[min(len(t)*p/100, len(t)-1)].Microseconds()) / 1000
}

// BenchmarkFirstScreen measures the time from exec to the first headline.
//
// Budget: with a catalog 1.5 times the peer's time to its line; without one, on a
// first run, 100 ms.
func BenchmarkFirstScreen(b *testing.B) {
	d := newContest(b)
	state := b.TempDir()
	d.read(b, d.cache, state).leave(b, d.titles)
	var with, without, peer times
	for b.Loop() {
		for _, run := range []struct {
			took *times
			show []string
			term func() *terminal
		}{
			{&peer, peerLine, func() *terminal { return d.startPeer(b) }},
			{&with, d.titles, func() *terminal { return d.read(b, d.cache, state) }},
			{&without, d.titles, func() *terminal { return d.read(b, b.TempDir(), b.TempDir()) }},
		} {
			*run.took = append(*run.took, run.term().leave(b, run.show))
		}
	}
	b.ReportMetric(with.ms(50), "catalog-ms")
	b.ReportMetric(without.ms(50), "first-run-ms")
	b.ReportMetric(peer.ms(50), "peer-ms")
	b.ReportMetric(with.ms(50)/peer.ms(50), "catalog/peer")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkKeyToFrame measures the time from a key press to the first change of the
// screen: in the list, in a story of 50,000 paragraphs, and in a search as it is
// typed. Metrics that begin with "whole" are the time to the last change.
//
// Budget: p95 within 1.2 times that of the peer.
func BenchmarkKeyToFrame(b *testing.B) {
	const down, up = "\x1b[6~", "\x1b[5~"
	b.Run("list", func(b *testing.B) {
		d := newContest(b)
		keysToFrames(b, d, "", []string{"j", "j", "k", down, "j", "k", up, "G", "k", "g"})
	})
	b.Run("story", func(b *testing.B) {
		d := contestOf(b, b.TempDir(), b.TempDir())
		if err := os.WriteFile(filepath.Join(d.root, "long.txt"), longStory(50000), 0o600); err != nil {
			b.Fatal(err)
		}
		d.index(b)
		keysToFrames(b, d, "\r", []string{"j", "j", "k", down, "j", "k", up, "G", "k", "g"})
	})
	b.Run("search", func(b *testing.B) {
		d := newContest(b)
		keysToFrames(b, d, "/", slices.Concat(strings.Split("ferry harbor", ""), slices.Repeat([]string{"\x7f"}, len("ferry harbor"))))
	})
}

// longStory returns a story of n paragraphs.
func longStory(n int) []byte {
	var text bytes.Buffer
	text.WriteString("A long inquiry\nOSTVIK, Oct. 3, 2024 (Meridian) -- It began.\n")
	for i := range n {
		fmt.Fprintf(&text, "Witness %d told the inquiry that the ferry had kept to its course, that the lamps had been lit and that nobody had slept.\n", i)
	}
	text.WriteString("(END)\n")
	return text.Bytes()
}

// keysToFrames presses the key open in the reader, then repeatedly presses keys in
// the reader and the peer in turn.
func keysToFrames(b *testing.B, d *contest, open string, keys []string) {
	b.Helper()
	ours, peer := d.read(b, d.cache, b.TempDir()), d.startPeer(b)
	ours.until(b, d.titles)
	peer.until(b, peerLine)
	ours.rest(b)
	if open != "" {
		if _, _, ok := ours.press(b, open, time.Second); !ok {
			b.Skipf("%q changes nothing", open)
		}
		ours.rest(b)
	}
	var first, whole, least times
	mute := 0 // the number of keys that changed nothing
	for i := 0; b.Loop(); i++ {
		key := keys[i%len(keys)]
		// Frames are drawn at fixed times; keys must not be in step with them.
		time.Sleep(time.Duration(i*7919%8333) * time.Microsecond)
		f, w, ok := ours.press(b, key, 2*time.Second)
		if ok {
			first, whole = append(first, f), append(whole, w)
		} else if mute++; mute < 10 {
			b.Logf("%q changes nothing", key)
		}
		f, _, ok = peer.press(b, "x", longWait)
		if !ok {
			b.Fatal("the peer does not respond")
		}
		least = append(least, f)
	}
	ours.kill()
	peer.quit(b)
	b.ReportMetric(first.ms(50), "p50-ms")
	b.ReportMetric(first.ms(95), "p95-ms")
	b.ReportMetric(whole.ms(50), "whole-p50-ms")
	b.ReportMetric(whole.ms(95), "whole-p95-ms")
	b.ReportMetric(least.ms(50), "peer-p50-ms")
	b.ReportMetric(least.ms(95), "peer-p95-ms")
	b.ReportMetric(first.ms(95)/least.ms(95), "p95/peer")
	b.ReportMetric(float64(mute), "mute-keys")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkIdle measures the processor time of the reader while nothing happens.
//
// Budget: that of the peer, because both have the ticker of Bubble Tea.
func BenchmarkIdle(b *testing.B) {
	d := newContest(b)
	ours, peer := d.read(b, d.cache, b.TempDir()), d.startPeer(b)
	ours.until(b, d.titles)
	peer.until(b, peerLine)
	ours.rest(b)
	const span = 5 * time.Second
	var us, them time.Duration
	for b.Loop() {
		us, them = us-ours.cpu(b), them-peer.cpu(b)
		ours.quiet(span)
		us, them = us+ours.cpu(b), them+peer.cpu(b)
	}
	ours.quit(b)
	peer.quit(b)
	perSecond := float64(b.N) * span.Seconds() * float64(time.Millisecond)
	b.ReportMetric(float64(us)/perSecond, "cpu-ms/s")
	b.ReportMetric(float64(them)/perSecond, "peer-cpu-ms/s")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkMemory measures the memory of the reader in MB after it has opened the archive,
// gone to the end of the list, opened a story and searched, and its peak.
//
// Budget: 80 MB.
func BenchmarkMemory(b *testing.B) {
	d := newContest(b)
	steps := []struct{ name, keys string }{
		{"open", ""}, {"end", "G"}, {"story", "\r"}, {"search", "q/ferry harbor"},
	}
	used := map[string]float64{}
	for b.Loop() {
		t := d.read(b, d.cache, b.TempDir())
		t.until(b, d.titles)
		for _, s := range steps {
			if !t.enter(b, s.keys) {
				b.Logf("a key of %q changes nothing", s.keys)
				continue
			}
			t.rest(b)
			used[s.name+"-MB"] = max(used[s.name+"-MB"], t.memory(b, "VmRSS"))
		}
		used["peak-MB"] = max(used["peak-MB"], t.memory(b, "VmHWM"))
		t.kill()
	}
	for name, mb := range used {
		b.ReportMetric(mb, name)
	}
	b.ReportMetric(0, "ns/op")
}
