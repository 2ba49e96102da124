package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"dateline/feed/locale/po"
	texts "dateline/feed/locale/source"
)

// untranslated lists the packages whose sentences are not all in the translations yet.
var untranslated = []string{
	"feed",
	"feed/archive", "feed/archive/packed", "feed/marks", "feed/notice", "feed/picture", "feed/query",
	"feed/rendition", "feed/scan", "feed/sqlite", "feed/story", "feed/takes", "feed/web", "feed/wire", "feed/wire/dating", "feed/intake",
}

// unseen lists the files, and the packages with those below them, whose sentences nobody sees in the
// program, and what they are.
var unseen = map[string]string{
	"cmd/dateline/man.go":     "the manual, which is English",
	"cmd/dateline/testdata":   "programs for tests",
	"feed/archive/disk":       "names of system calls",
	"feed/archive/glance":     "the log",
	"feed/archive/watch":      "the log",
	"feed/catalog":            "SQL and the log",
	"feed/diff":               "words of copy",
	"feed/envelope":           "words of copy",
	"feed/intake/decode":      "names of encodings",
	"feed/intake/language":    "words of copy",
	"feed/intake/mail":        "words of mail",
	"feed/intake/markup":      "words of copy",
	"feed/intake/pairs/count": "a program that writes data",
	"feed/intake/split":       "problems, which the catalog keeps",
	"feed/internal":           "programs of the project",
	"feed/link":               "words of copy",
	"feed/locale":             "a program that writes data",
	"feed/packed":             "a program that writes data",
	"feed/spell":              "words of copy",
	"feed/term":               "words of copy",
	"feed/wire/calendar":      "words of copy",
	"feed/wire/dateline":      "words of copy",
	"feed/wire/headline":      "words of copy",
	"feed/wire/words":         "words of copy",
}

// kept lists literals that are not translated, and why.
var kept = map[string]string{
	"CLICOLOR_FORCE, FORCE_COLOR": "names", "COLORTERM, TERM": "names", "LC_ALL, LC_MESSAGES, LANG": "names", "VISUAL, EDITOR": "names",
	"accent = \"bright-magenta\"\nselected = \"bold #ffffff on 24\"": "TOML",
	"dateline help": "a command",
	"digraph stories {\n\trankdir=LR;\n\tnode [shape=box];\n":                              "Graphviz",
	"\t// more stories than these\n":                                                       "Graphviz",
	"flowchart LR\n":                                                                       "Mermaid",
	"    %% more stories than these\n":                                                     "Mermaid",
	"para paras graf grafs graph graphs paragraph paragraphs":                              "words of editors' notes",
	"the and through first second third fourth fifth sixth last final two three four five": "words of editors' notes",
	"  קראטוןםפ  שדגכעיחלךף זסבהנמצתץ ":                                                    "a keyboard",
	"ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزذ":                                                    "a keyboard",
	"NAME VALUE": "the argument of a command",
}

// sentence matches a text of at least two words.
var sentence = regexp.MustCompile(`\pL{2,}['’]?[,;:.)]* [("]?\pL{2,}`)

// statement matches the start of SQL.
var statement = regexp.MustCompile(`^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|WITH|PRAGMA|DROP|ALTER|BEGIN|ATTACH|DETACH|VACUUM|REPLACE|FROM|WHERE|ORDER BY)\b`)

// unseenCalls matches the functions whose arguments nobody reads on the screen: they end the
// program, write the log or compile patterns.
var unseenCalls = regexp.MustCompile(`^(panic|regexp\.MustCompile|strings\.NewReplacer|(slog|log)\..*|.*\.log\..*|.*\.(Debug|Info|Warn|DebugContext|InfoContext|WarnContext))$`)

// neverTranslated lists the fields of commands with what is typed.
var neverTranslated = map[string]bool{"Use": true, "Example": true}

func TestSentencesAreTranslated(t *testing.T) {
	used := map[string]bool{}
	for _, s := range goFiles(t) {
		if s.test() || servesTests("dateline/"+s.dir()) || slices.Contains(untranslated, s.dir()) || isUnseen(s.path) {
			continue
		}
		for _, lit := range sentencesOutside(s.dir(), s.tree) {
			text, _ := strconv.Unquote(lit.Value)
			if kept[text] == "" {
				t.Errorf("%s: %s is not given to package locale", s.at(lit), lit.Value)
			}
			used[text] = true
		}
	}
	for text := range kept {
		if !used[text] {
			t.Errorf("kept lists %q, which is not in the code", text)
		}
	}
}

func isUnseen(path string) bool {
	for folder := range unseen {
		if within("dateline/"+path, folder) {
			return true
		}
	}
	return false
}

// sentencesOutside returns the literals of a file that are sentences and are not translated.
func sentencesOutside(dir string, file *ast.File) (list []*ast.BasicLit) {
	translated := map[ast.Node]bool{}
	for _, text := range texts.Find(dir, file) {
		translated[text.Node] = true
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			return n.Tag == nil
		case *ast.KeyValueExpr:
			return !translated[n] && !neverTranslated[calledName(n.Key)]
		case *ast.AssignStmt:
			return !translated[n]
		case *ast.CallExpr:
			return !translated[n] && !unseenCalls.MatchString(calledName(n.Fun))
		case *ast.BasicLit:
			text, err := strconv.Unquote(n.Value)
			if n.Kind == token.STRING && err == nil && sentence.MatchString(text) && !statement.MatchString(text) {
				list = append(list, n)
			}
		}
		return true
	})
	return list
}

// calledName returns the name of a function with dots, such as "slog.Info".
func calledName(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return calledName(x.X) + "." + x.Sel.Name
	}
	return ""
}

// TestEveryTextHasATranslation leaves it to the test of feed/locale/write that the files have
// every text of the code and no other.
func TestEveryTextHasATranslation(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(root, "feed", "locale", "*.po"))
	if err != nil || len(paths) < 2 {
		t.Fatalf("translations: %q, %v", paths, err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := po.Parse(string(data))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for _, e := range entries {
			if !e.Translated() && !slices.Contains(untranslated, e.Package) {
				t.Errorf("%s: %q has no translation", filepath.Base(path), e.Text)
			}
		}
	}
}

func TestASentenceOutsideIsFound(t *testing.T) {
	for code, found := range map[string]bool{
		`var x = "There is no text."`:                          true,
		`func f() error { return errors.New("no text here") }`: true,
		`func f() { say("marked " + n + " as read") }`:         true,
		`var x = "one"`: false,
		`var x = locale.Mark("There is no text.")`: false,
		`func f() { panic("no such thing") }`:      false,
		`func f() { slog.Info("two words") }`:      false,
		`var x = "SELECT id FROM story"`:           false,
		`var x = binding{Help: "two words"}`:       false,
		`var x = command{Use: "show STORY"}`:       false,
	} {
		tree, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+code, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(sentencesOutside("ui/p", tree)) > 0; got != found {
			t.Errorf("%s: found is %t", code, got)
		}
	}
}
