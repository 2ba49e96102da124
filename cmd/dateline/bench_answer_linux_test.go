package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// readingCommands are the commands that BenchmarkAnswer runs. Budget: at 1,000,000 stories,
// 50 ms from exec to the end; with a new file, 150 ms.
func readingCommands(d *contest, id string) map[string][]string {
	return map[string][]string{
		"version": {"version"},
		"list":    {"list", "-n", "20", "-A", d.root},
		"search":  {"search", "-n", "20", "--sort", "newest", "harbour", "-A", d.root},
		"show":    {"show", id, "-A", d.root},
	}
}

// BenchmarkAnswer measures the time from exec to the end of commands that read, in
// turn with version, which reads nothing, and of list after a file was added.
func BenchmarkAnswer(b *testing.B) {
	d := newContest(b)
	state := b.TempDir()
	took := map[string]times{}
	run := func(name string, args []string) []byte {
		cmd := exec.CommandContext(b.Context(), d.dateline, args...)
		cmd.Env = env(d.cache, state)
		began := time.Now()
		out, err := cmd.Output()
		took[name] = append(took[name], time.Since(began))
		if err != nil {
			b.Fatalf("dateline %v: %v", args, err)
		}
		return out
	}
	var first struct{ ID string }
	if err := json.Unmarshal(run("first", []string{"list", "--json", "-n", "1", "-A", d.root}), &first); err != nil {
		b.Fatal(err)
	}
	added := filepath.Join(d.root, "added.txt")
	b.Cleanup(func() { _ = os.Remove(added) })
	commands := readingCommands(d, first.ID)
	for b.Loop() {
		for name, args := range commands {
			run(name, args)
		}
		if err := os.WriteFile(added, []byte("Ferry sails\n"), 0o600); err != nil {
			b.Fatal(err)
		}
		run("added", commands["list"])
		if err := os.Remove(added); err != nil {
			b.Fatal(err)
		}
		run("removed", commands["list"])
	}
	for name, t := range took {
		b.ReportMetric(t.ms(50), name+"-ms")
	}
	b.ReportMetric(0, "ns/op")
}
