package words_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire"
	"dateline/feed/wire/words"
)

// invented is a file of a language that does not exist.
const invented = `# Skarnish.

month 8: ostamol | osta
weekday wednesday: merwendag
heading of a list: blinka aven
tag urgent: brenna
byline: "Skrifa "
end: (endur)
	-endur-
agency: skarnavik
particle: vuz
`

func TestMain(m *testing.M) {
	words.Add(invented)
	os.Exit(m.Run())
}

func TestTheWordsOfAnAddedLanguageAreUsed(t *testing.T) {
	s := wire.Parse(`(BRENNA) Ferga naki lor
Skrifa Dora Holm
PORT vuz ELLERY, 19 Ostamol (Skarnavik) -- Ferga naki lor merwendag.
Ostam lir naka.
-ENDUR-
Blinka Aven
Harbor naki sul
`, wire.Origin{Path: "2020/08/a.txt"})
	if s.Headline.Kind != story.Urgent {
		t.Errorf("the headline is of kind %s", s.Headline.Kind)
	}
	if !slices.Equal(s.Byline.Names, []string{"Dora Holm"}) {
		t.Errorf("the byline names %q", s.Byline.Names)
	}
	if d := s.Dateline; d.Month != 8 || d.Day != 19 || d.Agency != "Skarnavik" || !slices.Equal(d.Places, []string{"PORT vuz ELLERY"}) {
		t.Errorf("the dateline is %+v", d)
	}
	if s.EndMark.Text != "-ENDUR-" {
		t.Errorf("the end mark is %q", s.EndMark.Text)
	}
	if len(s.Related) != 1 || s.Related[0].Section != "Blinka Aven" {
		t.Errorf("the related headlines are %+v", s.Related)
	}
	if d, ok := words.WeekdayInText("Merwendag"); d != time.Wednesday || !ok {
		t.Errorf("the weekday is %s", d)
	}
}

func TestMonthsAndWeekdaysAreKnownInManyLanguages(t *testing.T) {
	for word, want := range map[string]int{"Aug.": 8, "août": 8, "sierpnia": 8, "АВГУСТА": 8, "Mai": 5, "kwi": 4, "au": 0, "harbor": 0} {
		if got := words.Month(word); got != want {
			t.Errorf("Month(%q) is %d, want %d", word, got, want)
		}
	}
	for word, inText := range map[string]bool{"Monday": true, "Mon": false, "lundi": true, "hétfő": true, "Mon,": false} {
		if d, ok := words.Weekday(word); d != time.Monday || !ok {
			t.Errorf("Weekday(%q) is %s, %v", word, d, ok)
		}
		if _, ok := words.WeekdayInText(word); ok != inText {
			t.Errorf("WeekdayInText(%q) is %v", word, ok)
		}
	}
}

func TestWeekdaysAreFoundInSentences(t *testing.T) {
	for s, want := range map[string][]string{
		"It sailed Monday, on TUESDAy (wednesday)": {"Monday", "wednesday"},
		"В ПЯТНИЦУ, в субботу":                     {"ПЯТНИЦУ", "субботу"},
		"hétfőn; HÉTFŐ":                            {"HÉTFŐ"},
		"Mondays xMonday 1Monday2 Mon day":         {"Monday"},
		"Monday":                                   {"Monday"},
		"It sails today, not Monday":               {"today (own)", "Monday"},
		"day":                                      nil,
		"":                                         nil,
	} {
		var got []string
		for at := 0; ; {
			_, own, from, to, ok := words.NextDay(s, at)
			if !ok {
				break
			}
			word := s[from:to]
			if own {
				word += " (own)"
			}
			got = append(got, word)
			at = to
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q names %q, want %q", s, got, want)
		}
	}
}

func TestLongerWordsComeFirst(t *testing.T) {
	list := words.Longest("agency that begins")()
	if slices.Index(list, "路透社") > slices.Index(list, "路透") || !slices.Contains(list, "路透") {
		t.Errorf("the order is %q", list)
	}
}

func TestFinderFindsWordsAnywhere(t *testing.T) {
	f := words.FinderOf("caption hint")()
	for s, want := range map[string]bool{"A photo of it": true, "ends in hoto": true, "hot": false, "h": false, "": false, "the harbor": false} {
		if f.In(s) != want {
			t.Errorf("In(%q) is %v", s, !want)
		}
	}
	if f.Begins("a photo") || !f.Begins("hoto") {
		t.Error("Begins looks beyond the beginning")
	}
}

// known returns the sections of README.md, as patterns.
func known(t *testing.T) []*regexp.Regexp {
	t.Helper()
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var list []*regexp.Regexp
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		first := strings.Split(line, "|")[1]
		for _, m := range regexp.MustCompile("`([^`]+)`( …)?").FindAllStringSubmatch(first, -1) {
			name := regexp.QuoteMeta(m[1])
			if m[2] != "" {
				name = regexp.MustCompile(` \S+$`).ReplaceAllString(name, ` \S+`)
			}
			list = append(list, regexp.MustCompile("^"+name+"$"))
		}
	}
	return list
}

// asWritten are the sections whose words may have capitals.
var asWritten = regexp.MustCompile(`^(agency that begins|town|sent by wire|no place at the start|byline|between names|flash|desk verb|question|caption start|caption hint|credit of a picture|(end|more) on the line of a paragraph|end after (a|the last) full stop)$`)

func TestTheFilesFollowTheReadme(t *testing.T) {
	patterns := known(t)
	paths, err := fs.Glob(os.DirFS("."), "*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults(string(data), patterns) {
			t.Errorf("%s: %s", path, fault)
		}
	}
}

func TestFaultsOfAFileAreFound(t *testing.T) {
	patterns := known(t)
	for text, want := range map[string]string{
		"month 8: osta\n":              "",
		"monat 8: osta\n":              "monat 8 is not a section",
		"month 8: Osta\n":              "Osta has capitals",
		"month 8: osta | osta\n":       "osta is twice in month 8",
		"month 8: osta || oste\n":      "month 8 has an empty word",
		"byline: \"Skrifa \"\n":        "",
		"month 8: osta\n   | Oste\n":   "Oste has capitals",
		"flash: BRENNA\nnote: (eds:\n": "",
	} {
		got := strings.Join(faults(text, patterns), "; ")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q has the errors %q, want %q", text, got, want)
		}
	}
}

// faults returns the errors in the text of a language file.
func faults(text string, patterns []*regexp.Regexp) (list []string) {
	section, seen := "", map[string]bool{}
	for line := range strings.Lines(text) {
		rest := strings.TrimSpace(line)
		if rest == "" || line[0] == '#' {
			continue
		}
		begins := line[0] != ' ' && line[0] != '\t'
		if begins {
			section, rest, _ = strings.Cut(rest, ":")
			if !slices.ContainsFunc(patterns, func(p *regexp.Regexp) bool { return p.MatchString(section) }) {
				list = append(list, section+" is not a section")
			}
		}
		for i, word := range strings.Split(rest, "|") {
			word = strings.TrimSpace(word)
			switch {
			case word == "" && (begins || i > 0):
				list = append(list, section+" has an empty word")
			case word == "":
			case seen[section+":"+word]:
				list = append(list, word+" is twice in "+section)
			case !asWritten.MatchString(section) && strings.ToLower(word) != word:
				list = append(list, word+" has capitals")
			}
			seen[section+":"+word] = true
		}
	}
	return list
}

func TestWordsAreLookedUpInLowerCase(t *testing.T) {
	long := strings.Repeat("x", 60)
	m := map[string]bool{"port": true, "été": true, "straße": true, long: true, "": true}
	for word, want := range map[string]bool{"PORT": true, "Port": true, "ports": false, "ÉTÉ": true, "STRAßE": true, strings.ToUpper(long): true, "": true, "[ort": false} {
		if got := words.HasLower(m, word); got != want {
			t.Errorf("HasLower(%q) is %v", word, got)
		}
	}
	if n := testing.AllocsPerRun(10, func() { words.HasLower(m, "PORT AUTHORITY") }); n > 0 {
		t.Errorf("a word in capitals costs %v allocations", n)
	}
}

func TestFinderBeginsInLowerCase(t *testing.T) {
	f := words.FinderOf("note")()
	for s, want := range map[string]bool{"ATTN: editors": true, "(Eds: a)": true, "Nota a los lectores": true, "SPERRFRIST 3": true, "Attend": false, "A": false, "": false, "İ": false} {
		if got := f.BeginsLower(s); got != want {
			t.Errorf("BeginsLower(%q) is %v", s, got)
		}
	}
}
