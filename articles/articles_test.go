package articles_test

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/articles"
)

// file is a file of the edition; day is the date of its folder.
type file struct {
	path string
	day  time.Time
	text string
}

// files returns the files of the edition.
func files(t *testing.T) []file {
	t.Helper()
	var all []file
	err := fs.WalkDir(articles.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(articles.FS, name)
		if err != nil {
			return err
		}
		day, err := time.Parse("2006/01/02", path.Dir(name))
		all = append(all, file{path: name, day: day, text: string(data)})
		return err
	})
	if err != nil {
		t.Fatalf("the edition cannot be walked: %v", err)
	}
	return all
}

func TestFilesAreCleanUTF8InNormalFormC(t *testing.T) {
	for _, f := range files(t) {
		if !utf8.ValidString(f.text) {
			t.Errorf("%s is not UTF-8", f.path)
		}
		if !norm.NFC.IsNormalString(f.text) {
			t.Errorf("%s is not in normal form C", f.path)
		}
		if !strings.HasSuffix(f.text, "\n") || strings.HasSuffix(f.text, "\n\n") {
			t.Errorf("%s does not end with one newline", f.path)
		}
		for n, line := range strings.Split(f.text, "\n") {
			if strings.TrimRight(line, " ") != line {
				t.Errorf("%s:%d ends with spaces", f.path, n+1)
			}
		}
		if i := strings.IndexFunc(f.text, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f || r == 0xfeff }); i >= 0 {
			t.Errorf("%s has control character %q", f.path, f.text[i])
		}
	}
}

func TestEditionIsLargeAndSpreadOverTwoWeeks(t *testing.T) {
	all := files(t)
	if len(all) < 48 {
		t.Errorf("%d stories, want at least 48", len(all))
	}
	days := map[time.Time]int{}
	for _, f := range all {
		days[f.day]++
	}
	if len(days) < 14 {
		t.Errorf("stories on %d days, want two weeks", len(days))
	}
}

func TestBothKindsOfQuotesAppear(t *testing.T) {
	straight, curly := 0, 0
	for _, f := range files(t) {
		if strings.ContainsRune(f.text, '"') {
			straight++
		}
		if strings.ContainsRune(f.text, '“') {
			curly++
		}
		if strings.ContainsRune(f.text, '“') && strings.Contains(f.text, `"`) {
			t.Errorf("%s mixes straight and curly double quotes", f.path)
		}
	}
	if straight < 10 || curly < 10 {
		t.Errorf("straight quotes in %d stories, curly in %d; want 10 of each", straight, curly)
	}
}

const weekdays = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"

var (
	dayAndDate = regexp.MustCompile(`(?i)\b(` + weekdays + `),? (Sept|Oct)(?:\.|ember|ober) (\d+)`)
	dayAlone   = regexp.MustCompile(`\b(` + weekdays + `)\b`)
)

func TestWeekdaysAgreeWithTheDatesBesideThem(t *testing.T) {
	months := map[string]time.Month{"sept": time.September, "oct": time.October}
	seen := 0
	for _, f := range files(t) {
		for _, m := range dayAndDate.FindAllStringSubmatch(f.text, -1) {
			day, err := time.Parse("2", m[3])
			if err != nil {
				t.Fatal(err)
			}
			weekday := time.Date(2024, months[strings.ToLower(m[2])], day.Day(), 0, 0, 0, 0, time.UTC).Weekday()
			if !strings.EqualFold(weekday.String(), m[1]) {
				t.Errorf("%s: %q, but that day was a %s", f.path, m[0], weekday)
			}
			seen++
		}
	}
	if seen < 10 {
		t.Errorf("only %d weekdays with dates in the edition", seen)
	}
}

// The lede of agency copy names its day by weekday.
func TestLedesNameTheWeekdayOfTheirDay(t *testing.T) {
	seen := 0
	for _, f := range files(t) {
		for line := range strings.SplitSeq(f.text, "\n") {
			if !regexp.MustCompile(`\((Meridian|NW|Northern Wire)\) (--|—|-) `).MatchString(line) {
				continue
			}
			named := dayAlone.FindAllString(line, -1)
			if len(named) > 0 && !strings.Contains(strings.Join(named, " "), f.day.Weekday().String()) {
				t.Errorf("%s: the day is a %s, but the lede names %v", f.path, f.day.Weekday(), named)
			}
			seen += min(len(named), 1)
			break
		}
	}
	if seen < 40 {
		t.Errorf("only %d ledes with a weekday", seen)
	}
}
