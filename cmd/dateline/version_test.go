package main

import (
	"runtime/debug"
	"testing"
)

func TestTheVersionNamesTheTagAndTheCommit(t *testing.T) {
	setting := func(key, value string) debug.BuildSetting { return debug.BuildSetting{Key: key, Value: value} }
	commit := []debug.BuildSetting{
		setting("vcs.revision", "0123456789abcdef0123456789abcdef01234567"), setting("vcs.time", "2031-02-03T04:05:06Z"), setting("vcs.modified", "false"),
	}
	for _, c := range []struct {
		version  string
		settings []debug.BuildSetting
		want     string
	}{
		{"v0.1.0", commit, "v0.1.0 commit 0123456789ab of 2031-02-03"},
		{"v0.1.0", nil, "v0.1.0"},
		{"v0.1.1-0.20310203040506-0123456789ab", commit, "(devel) commit 0123456789ab of 2031-02-03"},
		{"v0.0.0-20310203040506-0123456789ab+dirty", append(commit[:2:2], setting("vcs.modified", "true")), "(devel) commit 0123456789ab of 2031-02-03, modified"},
		{"v0.2.0-rc.1", nil, "v0.2.0-rc.1"},
		{"", nil, "(devel)"},
		{"(devel)", commit[:1], "(devel) commit 0123456789ab"},
	} {
		info := &debug.BuildInfo{Settings: c.settings}
		info.Main.Version = c.version
		if got := version(info); got != c.want {
			t.Errorf("%q: %q, want %q", c.version, got, c.want)
		}
	}
	if got := version(nil); got != "(devel)" {
		t.Errorf("without build information: %q", got)
	}
}
