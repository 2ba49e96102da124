package fill

import "context"

// rules finds the ids of the rules that rows were made by, by their names.
type rules map[string]int64

// id finds the entry of rules by their name, or creates it.
func (r rules) id(ctx context.Context, t *tx, name string) (id int64, err error) {
	if id, ok := r[name]; ok {
		return id, nil
	}
	if err := t.exec(ctx, `INSERT OR IGNORE INTO rules (name) VALUES (?)`, name); err != nil {
		return 0, err
	}
	if _, err := t.value(ctx, &id, `SELECT id FROM rules WHERE name = ?`, name); err != nil {
		return 0, err
	}
	r[name] = id
	return id, nil
}
