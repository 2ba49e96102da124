package names

import (
	"slices"
	"testing"
)

func TestHiddenNames(t *testing.T) {
	for name, want := range map[string]bool{
		".git": true, ".": true, "a~": true, "~": true, "#a#": true, "##": true,
		"#": false, "a": false, "a.b": false, "~a": false, "#a": false, "a#": false, "": false,
	} {
		if got := Hidden(name); got != want {
			t.Errorf("Hidden(%q) is %t", name, got)
		}
	}
}

func TestConcealedFolders(t *testing.T) {
	for location, want := range map[string]bool{
		".": false, "a": false, "a/b": false, "a.b/c": false,
		".a": true, "a/.b": true, ".a/b": true, "a/b~/c": true,
	} {
		if got := Concealed(location); got != want {
			t.Errorf("Concealed(%q) is %t", location, got)
		}
	}
}

func TestJoinDoesNotCleanNames(t *testing.T) {
	for _, c := range []struct{ dir, name, want string }{
		{"", "a", "a"}, {"a", "b", "a/b"}, {"a", "..", "a/.."}, {"a/b", "\xff\n", "a/b/\xff\n"},
	} {
		if got := Join(c.dir, c.name); got != c.want {
			t.Errorf("Join(%q, %q) is %q", c.dir, c.name, got)
		}
	}
}

func TestSplitDropsOnlyEmptyNamesAndDots(t *testing.T) {
	for path, want := range map[string][]string{
		"": nil, "/": nil, ".": nil, "a": {"a"}, "/a//b/./c/": {"a", "b", "c"}, "../a": {"..", "a"},
	} {
		if got := Split(path); !slices.Equal(got, want) {
			t.Errorf("Split(%q) is %q", path, got)
		}
	}
}

func TestCompareIsDescending(t *testing.T) {
	list := []string{"a", "b", "", "a/b", "B"}
	slices.SortFunc(list, Compare)
	if want := []string{"b", "a/b", "a", "B", ""}; !slices.Equal(list, want) {
		t.Errorf("got %q", list)
	}
}

func TestOutermostPaths(t *testing.T) {
	got := Outermost([]string{"a/b/c", "a", "b/c", "ab", "b/cd", "b/c/d/e/f", "../x", "/y/z", "/y"})
	if want := []string{"a", "b/c", "ab", "b/cd", "../x", "/y"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Outermost(nil); got != nil {
		t.Errorf("got %q", got)
	}
}
