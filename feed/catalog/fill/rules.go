package fill

import "context"

// rules has the ids of rules by name.
type rules map[string]int64

// id returns the id of the rules with that name and creates their entry if there is
// none.
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
