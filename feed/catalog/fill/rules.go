package fill

import "context"

// rules counts the files of a batch by the rules that their rows were made by.
type rules struct {
	ids   map[string]int64 // by name
	files map[int64]int    // that have come, less those that have gone
}

// id finds the entry of rules by their name, or creates it.
func (r *rules) id(ctx context.Context, t *tx, name string) (id int64, err error) {
	if id, ok := r.ids[name]; ok {
		return id, nil
	}
	if err := t.exec(ctx, `INSERT OR IGNORE INTO rules (name, n) VALUES (?, 0)`, name); err != nil {
		return 0, err
	}
	if _, err := t.value(ctx, &id, `SELECT id FROM rules WHERE name = ?`, name); err != nil {
		return 0, err
	}
	r.ids[name] = id
	return id, nil
}

func (r *rules) write(ctx context.Context, t *tx) error {
	for id, n := range r.files {
		if err := t.exec(ctx, `UPDATE rules SET n = n + ? WHERE id = ?`, n, id); err != nil {
			return err
		}
	}
	return nil
}
