package feed

import (
	"path/filepath"
	"testing"
)

func TestTheFoldersOfTheUserAreThoseOfTheSystem(t *testing.T) {
	home := t.TempDir()
	local := filepath.Join(home, "AppData", "Local")
	for _, v := range []string{"HOME", "USERPROFILE"} {
		t.Setenv(v, home)
	}
	for _, tt := range []struct{ system, local, xdg, cache, state string }{
		{"linux", local, "", ".cache/dateline", ".local/state/dateline"},
		{"darwin", "", "relative", ".cache/dateline", ".local/state/dateline"},
		{"windows", local, "", "AppData/Local/dateline/cache", "AppData/Local/dateline/state"},
		{"windows", "", "", ".cache/dateline", ".local/state/dateline"},
		{"windows", local, filepath.Join(home, "xdg"), "xdg/dateline", "xdg/dateline"},
		{"linux", "", filepath.Join(home, "xdg"), "xdg/dateline", "xdg/dateline"},
	} {
		t.Setenv("LocalAppData", tt.local)
		t.Setenv("XDG_CACHE_HOME", tt.xdg)
		t.Setenv("XDG_STATE_HOME", tt.xdg)
		want := Dirs{Cache: filepath.Join(home, tt.cache), State: filepath.Join(home, tt.state)}
		if got := userDirs(tt.system); got != want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}
