package feed_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

// pasted are headlines with the characters of the query language in them.
var pasted = []string{
	"(URGENT) Tornia fires missiles toward east sea: military",
	"(2nd LD) Place: the harbour of Karvik opens -- mayor",
	"[속보] 오스트메르 중앙은행, 기준금리 동결: \"물가 불안\"",
	"【速報】日銀「利上げ」決定: 総裁",
	"Premier: \"We will not go",
	"Why Kim is NOT going to Karvik",
	"PREMIER OR KING: WHO RULES IN OSTMERE",
	"Yes or no? Ferry OR bridge: Karvik votes on its harbour",
	"Ferry -Karvik line shut for two days",
	"@karvik_mayor says: the ferry / bridge vote is *off*",
	"Who pays for 5\" pipes (and 6\" ones: council",
	"Take:two on the bridge (part 1 of 3",
	"Kind:of a victory for the ferry workers, union says",
	"Rates up 0.25% - bonds down; \"no surprise,\" says Karvik bank",
	"Цены: «ставка» растёт - ЦБ Тории",
	"Marche : « La paix - ou rien », dit l'Ostmere",
	"Karvik~Ostmere line: 10:30 ferry* is late [photos]",
	"AND NOW: NOT A FERRY BUT A BRIDGE) FOR KARVIK",
	"Explained: " + strings.Repeat("the long road of the ferry, and of its crew: ", 7) + "Karvik",
	"(LEAD) https://ferry.example (the site): down since on:Monday",
}

func TestAPastedHeadlineFindsItsStory(t *testing.T) {
	files := map[string]string{"body.txt": copyOf("Nothing here", "The lead of the second ferry was 2nd LD and urgent.")}
	for i, h := range pasted {
		files[fmt.Sprintf("%02d.txt", i)] = copyOf(h, fmt.Sprintf("Paragraph %d is short.", i))
	}
	s := open(t, source(t, folder(t, files)), dirs(t))
	scan(t, s)
	for i, h := range pasted {
		for _, typing := range []bool{false, true} {
			got := found(t, s, feed.Search{Text: h, Typing: typing})
			if !slices.Contains(got, fmt.Sprintf("%02d", i)) || len(got) > 2 {
				t.Errorf("%q (typing %t) finds %q, not %02d", h, typing, got, i)
			}
		}
	}
}

func TestEveryHeadlineOfTheEditionFindsItsStory(t *testing.T) {
	s := open(t, source(t, "../articles"), dirs(t))
	scan(t, s)
	for _, row := range all(t, s) {
		r, err := s.Search(t.Context(), feed.Search{Text: row.Headline.Text})
		if err != nil {
			t.Errorf("%q: %v", row.Headline.Text, err)
			continue
		}
		rows, err := r.Rows(t.Context(), story.Key{}, 100)
		if err != nil || !slices.ContainsFunc(rows, func(o story.Row) bool { return o.ID == row.ID }) {
			t.Errorf("%q is not among the %d stories that it finds: %v", row.Headline.Text, len(rows), err)
		}
	}
}
