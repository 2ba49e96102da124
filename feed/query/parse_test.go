package query_test

import (
	"testing"
	"time"

	"dateline/feed/query"
)

// now is a Thursday.
var now = time.Date(2024, 8, 15, 0, 30, 0, 0, time.FixedZone("KST", 9*3600))

// saved returns the saved searches of these tests.
func saved(name string) (string, bool) {
	text, ok := map[string]string{
		"rates": `금리 OR "rate cut"`, "rate decisions": `kind:lead @rates`, "empty": ``, "loop": `x @loop`, "bad": `kind:x`, "outer": `@bad`,
	}[name]
	return text, ok
}

func TestEveryRowOfTheManualParses(t *testing.T) {
	for _, e := range query.Manual() {
		if _, err := query.Parse(e.Form, query.Options{Now: now}); err != nil {
			t.Errorf("%s: %v", e.Form, err)
		}
		if e.Means == "" {
			t.Errorf("%s has no meaning", e.Form)
		}
	}
}
