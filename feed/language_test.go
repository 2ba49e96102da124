package feed_test

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/htmlindex"

	"dateline/feed"
	"dateline/feed/story"
)

// languageStore returns a store of the stories in testdata/languages.txtar. A name like
// ko.euc-kr.txt gives the encoding.
func languageStore(t *testing.T) *feed.Store {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "languages.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		text := string(f.Data)
		if name := strings.Split(f.Name, "."); len(name) == 3 {
			e, err := htmlindex.Get(name[1])
			if err != nil {
				t.Fatal(err)
			}
			if text, err = e.NewEncoder().String(text); err != nil {
				t.Fatal(err)
			}
		}
		files[f.Name] = text
	}
	s := open(t, source(t, folder(t, files)), dirs(t))
	scan(t, s)
	return s
}

// found returns the names of the stories that a search finds, in order.
func found(t *testing.T, s *feed.Store, q feed.Search) []string {
	t.Helper()
	r, err := s.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("%s: %v", q.Text, err)
	}
	rows, err := r.Rows(t.Context(), story.Key{}, 100)
	if err != nil {
		t.Fatalf("%s: %v", q.Text, err)
	}
	var names []string
	for _, p := range paths(rows) {
		names = append(names, strings.TrimSuffix(p, ".txt"))
	}
	return names
}

// languageQueries are queries and the stories that they find.
var languageQueries = map[string][]string{
	// Case, accents and width.
	"FERRY": {"en"}, "cafe": {"en"}, "CAFÉ": {"en"}, "resume": {"en"}, "ｆｅｒｒｙ": {"en"}, "ferry": {"en"},
	"hopital": {"fr"}, "HÔPITAL": {"fr"}, "fähre": {"de"}, "fahre": {"de"}, "STRASSE": {"de"}, "strasse": {"de"}, "grosse": {"de"},
	"елка": {"ru"}, "ЁЛКА": {"ru"}, "СТАВКА": {"ru", "ru.windows-1251"},
	// Inflection, of words but not of phrases.
	"ferries": {"en"}, "rate": {"en"}, "cuts": {"en"}, "cutting": {"en"}, `"rates cut"`: nil, `"rate cuts"`: {"en"}, `"cut rates"`: {"en"},
	"hafen": {"de"}, "haus": {"de"}, "arbeitern": {"de"}, `"haus"`: nil, `"häusern"`: {"de"}, `"hausern"`: {"de"}, "schön": {"de"},
	"élu": {"fr"}, "elu": {"fr"}, "gréviste": {"fr"}, "greviste": {"fr"}, "négociation": {"fr"}, "ouvriere": {"fr"}, `"négociation"`: nil,
	"банки": {"ru"}, "ключевая": {"ru"}, "портами": {"ru.windows-1251", "ru"}, "рыбак": {"ru.windows-1251"}, "ярмарка": {"ru.windows-1251"}, "праздники": {"ru.windows-1251"}, `"ставка"`: nil,
	`"ключевую ставку"`: {"ru"}, "весенняя": {"ru.windows-1251"},
	"فائدة": {"ar"}, "الفائده": {"ar"}, "فائِدة": {"ar"}, "عمال": {"ar"}, "السفينة": nil, "اسعار": {"ar"}, `"فائدة"`: nil, `"سعر الفائدة"`: {"ar"},
	// Parts of words in languages that do not separate words.
	"금리": {"ko"}, "기준금리": {"ko"}, "중앙은행이": {"ko"}, "은행": {"ko"}, "대출": {"ko"}, "출금": {"ko"}, "파업": {"ko.euc-kr"}, "노조": {"ko.euc-kr"},
	"객선": {"ko.euc-kr"}, `"여객선이 다시"`: {"ko.euc-kr"}, "금": {"ko.euc-kr", "ko"}, "기준금": {"ko"}, "금리인하": nil, "금리 인하": {"ko"},
	"利下げ": {"ja"}, "金利": {"ja"}, "政策金利": {"ja"}, "日本": {"ja"}, "本人": {"ja"}, "フェリー": {"ja"}, "ﾌｪﾘｰ": {"ja"}, "コーヒー": {"ja"},
	"漁師": {"ja.shift_jis"}, "マーケット": {"ja.shift_jis"}, "ｽｰﾊﾟｰ": {"ja.shift_jis"}, "魚": {"ja.shift_jis", "zh.gb18030"}, "０．２５％": {"ja", "ko", "zh"},
	"利率": {"zh.gb18030", "zh", "zh-hant"}, "基准利率": {"zh", "zh-hant"}, "降息": {"zh"}, "渔民": {"zh.gb18030"}, "鱼": {"ja.shift_jis", "zh.gb18030"}, "基準": {"zh", "zh-hant"},
	"臺灣": {"zh-hant"}, "中央銀行": {"ja", "zh", "zh-hant"}, "中央银行": {"ja", "zh", "zh-hant"},
	// Numbers, short forms, apostrophes and hyphens, as users type them.
	"1150": {"ar", "de", "en", "fr"}, "1,150": {"ar", "de", "en", "fr"}, "1.150": {"ar", "de", "en", "fr"}, "2.5": {"de", "en"}, "2,5": {"de", "en"},
	"US": {"en"}, "U.S.": {"en"}, "u.s": {"en"}, "NK": {"en"}, "N.K.": {"en"}, `"U.S. envoy"`: {"en"},
	"O'Neill": {"en"}, "O’Neill": {"en"}, "oneill": {"en"}, "harbourmaster": {"en"}, "harbourmaster's": {"en"}, "harbourmaster’s": {"en"},
	"co-op": {"en"}, "coop": {"en"}, "e-mail": {"en"}, "email": {"en"}, "state-of-the-art": {"en"}, `"state of the art"`: {"en"}, "10:30": {"en"},
	"aujourd'hui": {"fr"}, "l'île": {"fr"}, "ile": {"fr"}, "chef-d'œuvre": {"fr"}, "oeuvre": {"fr"}, "l'hôtel": {"fr"},
	"порт-эллери": {"ru.windows-1251", "ru"},
	// Languages, and all of them at once.
	"lang:ja": {"ja", "ja.shift_jis"}, "lang:ko": {"ko", "ko.euc-kr"}, "lang:zh": {"zh", "zh-hant", "zh.gb18030"}, "lang:ar": {"ar"},
	"lang:ru": {"ru", "ru.windows-1251"}, "lang:de OR lang:fr": {"de", "fr"}, "利率 OR 금리 OR ставка": {"ko", "ru", "ru.windows-1251", "zh", "zh-hant", "zh.gb18030"},
}

func TestWordsAreFoundInEveryLanguage(t *testing.T) {
	s := languageStore(t)
	for _, typed := range slices.Sorted(maps.Keys(languageQueries)) {
		want, got := languageQueries[typed], found(t, s, feed.Search{Text: typed})
		slices.Sort(got)
		if want = slices.Sorted(slices.Values(want)); !slices.Equal(got, want) {
			t.Errorf("%s finds %q, not %q", typed, got, want)
		}
	}
}

func TestHitsAreMarkedInTheHeadlineOrTheSnippet(t *testing.T) {
	s := languageStore(t)
	for _, typed := range slices.Sorted(maps.Keys(languageQueries)) {
		if strings.Contains(typed, "lang:") {
			continue
		}
		r, err := s.Search(t.Context(), feed.Search{Text: typed})
		if err != nil {
			t.Fatal(err)
		}
		for h, err := range r.All(t.Context(), feed.Auto) {
			if err != nil {
				t.Fatal(err)
			}
			snippet, err := r.Snippet(t.Context(), h.Row.ID, 80)
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Hits(h.Row.Headline.Title)) == 0 && len(snippet.Hits) == 0 {
				t.Errorf("%s found %s, but its headline and snippet have no hits: %q", typed, h.Row.Path, snippet.Text)
			}
		}
	}
}

func TestEveryPrefixFindsItsWordWhileTyping(t *testing.T) {
	s := languageStore(t)
	for word, name := range map[string]string{
		"fähren": "de", "réclament": "fr", "ставк": "ru", "الفائدة": "ar", "기준금리": "ko", "政策金利": "ja", "フェリー": "ja", "降息": "zh", "U.S.": "en",
		"1,150": "en", "O'Neill": "en", "co-op": "en", "state-of-the-art": "en", "chef-d'œuvre": "fr", "порт-эллери": "ru",
	} {
		for i := range word + "." {
			if i == 0 {
				continue
			}
			if got := found(t, s, feed.Search{Text: word[:i], Typing: true}); !slices.Contains(got, name) {
				t.Errorf("%s finds %q, not %s", word[:i], got, name)
			}
		}
	}
}
