package marks

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
)

func TestSearchesAreKeptReplacedAndDropped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	m := reopen(t, path)
	for _, s := range []Search{{"rates", "old"}, {"금리", "기준금리"}, {"ferry", "ferry OR boat"}, {"rates", `"rate cut" -sports`}} {
		if err := m.SaveSearch(t.Context(), s.Name, s.Text); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"ferry", "never"} {
		if err := m.DropSearch(t.Context(), name); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	m = reopen(t, path)
	defer m.Close() //nolint:errcheck // the test is over
	want := []Search{{"rates", `"rate cut" -sports`}, {"금리", "기준금리"}}
	if got, err := m.Searches(t.Context()); err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestTheLatestSearchesAreRememberedOnce(t *testing.T) {
	m, err := InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close() //nolint:errcheck // the test is over
	for i := range maxHistory + 50 {
		for _, text := range []string{"always", fmt.Sprint("search ", i)} {
			if err := m.Remember(t.Context(), text); err != nil {
				t.Fatal(err)
			}
		}
	}
	got, err := m.History(t.Context())
	if err != nil || len(got) != maxHistory || got[0] != "search 249" || got[1] != "always" || got[2] != "search 248" || got[len(got)-1] != "search 51" {
		t.Errorf("%d: %q, %v", len(got), got, err)
	}
}
