package marks

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"slices"

	"dateline/feed/story"
)

// putChunk is the number of stories that are looked up together.
const putChunk = 1000

// putAll returns the numbers of the stories of changes by ID, as put does for one.
func (m *Marks) putAll(ctx context.Context, tx *txn, changes []Change) (nums map[story.ID]int64, err error) {
	nums = map[story.ID]int64{}
	var list []*Story
	for i := range changes {
		for _, s := range []*Story{&changes[i].Story, &changes[i].Other} {
			if _, known := nums[s.ID]; s.ID != "" && !known {
				nums[s.ID] = 0
				list = append(list, s)
			}
		}
	}
	for chunk := range slices.Chunk(list, putChunk) {
		if err := m.putChunk(ctx, tx, chunk, nums); err != nil {
			return nil, err
		}
	}
	return nums, nil
}

// putChunk puts stories one by one, but those that are known and unchanged, and those that no
// archive has marks for, which are most of a hundred thousand.
func (m *Marks) putChunk(ctx context.Context, tx *txn, list []*Story, nums map[story.ID]int64) error {
	known, err := m.known(ctx, tx, list)
	if err != nil {
		return err
	}
	elsewhere, err := m.elsewhere(ctx, tx, list)
	if err != nil {
		return err
	}
	var created []*Story
	for _, s := range list {
		old, ok := known[s.ID]
		switch {
		case ok && s.unchanged(&old.Story):
			nums[s.ID] = old.Num
		case ok || elsewhere[string(s.Digest)]:
			nums[s.ID], err = m.put(ctx, tx, s)
		default:
			created = append(created, s)
		}
		if err != nil {
			return err
		}
	}
	first, err := m.create(ctx, tx, created)
	for i, s := range created {
		nums[s.ID] = first + int64(i)
	}
	return err
}

// unchanged reports whether s says no more than what is known of the story at its place.
func (s *Story) unchanged(old *Story) bool {
	return len(s.Digest) == 0 || bytes.Equal(s.Digest, old.Digest) && s.Title == old.Title && s.Name == old.Name
}

// known returns the stories at the places of others, by ID.
func (m *Marks) known(ctx context.Context, tx *txn, list []*Story) (map[story.ID]Placed, error) {
	ids := make([]story.ID, len(list))
	for i, s := range list {
		ids[i] = s.ID
	}
	values, _ := json.Marshal(ids) // strings can always be marshalled
	places, err := read(ctx, tx, scanPlaced, sqlPlaced, string(values), m.archive)
	known := make(map[story.ID]Placed, len(places))
	for _, p := range places {
		known[p.Story.ID] = p
	}
	return known, err
}

// elsewhere returns the digests of stories that other archives have marks for.
func (m *Marks) elsewhere(ctx context.Context, tx *txn, list []*Story) (map[string]bool, error) {
	var digests []string
	for _, s := range list {
		if len(s.Digest) > 0 {
			digests = append(digests, hex.EncodeToString(s.Digest))
		}
	}
	values, _ := json.Marshal(digests) // strings can always be marshalled
	found, err := column[string](ctx, tx, `SELECT digest FROM (SELECT DISTINCT unhex(value) AS d FROM json_each(?)) CROSS JOIN marks ON digest = d AND archive <> ?`,
		string(values), m.archive)
	some := make(map[string]bool, len(found))
	for _, d := range found {
		some[d] = true
	}
	return some, err
}
