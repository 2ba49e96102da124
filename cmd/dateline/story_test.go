package main

import (
	"path/filepath"
	"testing"
)

func TestPathsWithinAFolder(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		dir, path string
		want      bool
	}{
		{dir, filepath.Join(dir, "a", "b.txt"), true},
		{dir, dir, true},
		{dir, filepath.Join(dir, "..b.txt"), true},
		{dir, filepath.Dir(dir), false},
		{filepath.Join(dir, "a"), filepath.Join(dir, "ab", "c.txt"), false},
		{"built-in", filepath.Join(dir, "b.txt"), false},
		{"", filepath.Join(dir, "b.txt"), false},
	}
	for _, tt := range tests {
		if got := within(tt.dir, tt.path); got != tt.want {
			t.Errorf("within(%q, %q) = %v", tt.dir, tt.path, got)
		}
	}
}
