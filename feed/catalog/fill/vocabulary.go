package fill

import (
	"context"
	"maps"
	"slices"
)

// vocabulary counts the stories of a batch that have each word. Two Indexers have
// two words for one text.
type vocabulary map[*word]int

// write adds the counts to those of the catalog.
func (v vocabulary) write(ctx context.Context, t *tx) error {
	n := make(map[string]int, len(v))
	for w, stories := range v {
		n[w.text] += stories
	}
	for _, w := range slices.Sorted(maps.Keys(n)) {
		err := t.exec(ctx, `INSERT INTO words VALUES (?1, ?2) ON CONFLICT (word) DO UPDATE SET n = n + ?2`, w, n[w])
		if err != nil {
			return err
		}
	}
	return nil
}
