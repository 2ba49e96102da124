package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"dateline/feed/locale/po"
	texts "dateline/feed/locale/source"
)

// unseen lists the files, and the packages with those below them, whose sentences nobody sees in the
// program, and what they are.
var unseen = map[string]string{
	"cmd/dateline/man.go":            "the manual, which is English",
	"cmd/dateline/testdata":          "programs for tests",
	"feed/archive/each.go":           "problems, which the catalog keeps",
	"feed/archive/problem.go":        "problems, which the catalog keeps",
	"feed/archive/resolve.go":        "problems, which the catalog keeps",
	"feed/archive/unpack.go":         "problems, which the catalog keeps",
	"feed/archive/packed":            "problems, which the catalog keeps",
	"feed/archive/disk":              "names of system calls",
	"feed/archive/glance/compare.go": "the log",
	"feed/archive/glance/survey.go":  "the log",
	"feed/archive/watch":             "the log",
	"feed/catalog":                   "SQL and the log",
	"feed/diff":                      "words of copy",
	"feed/envelope":                  "words of copy",
	"feed/intake":                    "problems, which the catalog keeps",
	"feed/internal":                  "programs of the project",
	"feed/link":                      "words of copy",
	"feed/notice":                    "words of copy",
	"feed/rendition":                 "the frame of a document",
	"feed/scan":                      "problems, which the catalog keeps",
	"feed/takes":                     "words of copy, and values of JSON",
	"feed/wire":                      "words of copy, and problems, which the catalog keeps",
	"feed/locale":                    "a program that writes data",
	"feed/packed":                    "a program that writes data",
	"feed/spell":                     "words of copy",
	"feed/term":                      "words of copy",
}

// kept lists literals that are not translated, and why.
var kept = map[string]string{
	"CLICOLOR_FORCE, FORCE_COLOR": "names", "COLORTERM, TERM": "names", "LC_ALL, LC_MESSAGES, LANG": "names", "VISUAL, EDITOR": "names",
	"accent = \"bright-magenta\"\nselected = \"bold #ffffff on 24\"": "TOML",
	"dateline help": "a command",
	"digraph stories {\n\trankdir=LR;\n\tnode [shape=box];\n":      "Graphviz",
	"\t// more stories than these\n":                               "Graphviz",
	"flowchart LR\n":                                               "Mermaid",
	"    %% more stories than these\n":                             "Mermaid",
	"open marks: %w":                                               "the log",
	"open marks: upgrade from version %d: %w":                      "the log",
	"keep marks: %w":                                               "the log",
	"check the marks: %w":                                          "the log",
	"copy the marks: %w":                                           "the log",
	"save damaged marks: %w":                                       "the log",
	"take over marks: %w":                                          "the log",
	"remove an old copy of the marks: %w":                          "the log",
	"set the database aside: %w":                                   "the log",
	"remove the database: %w":                                      "the log",
	"no connection":                                                "the log",
	"it is closed":                                                 "the log",
	"the database driver cannot run statements directly":           "the log",
	"the database driver cannot attach":                            "the log",
	"the database has invalid values":                              "the log",
	"time line":                                                    "an action, which the marks keep",
	"read, read_at, starred, starred_at, block, offset, placed_at": "SQL",
	" (story, other, joined, changed) VALUES (?, ?, ?, ?)":         "SQL",
	"end mark":                           "a value of JSON",
	"a field of the file":                "a value of JSON",
	"a field of the file gives the date": "a value of JSON",
	"title:(rate OR rates)":              "a query",
	`place:"Port Ellery"`:                "a query",
	"rate cut":                           "a query",
	`"rate cut"`:                         "a query",
	`"rate cut"~5`:                       "a query",
	"seoul OR tokyo":                     "a query",
	"(seoul OR tokyo) -sports":           "a query",
	"para paras graf grafs graph graphs paragraph paragraphs":                              "words of editors' notes",
	"the and through first second third fourth fifth sixth last final two three four five": "words of editors' notes",
	"  קראטוןםפ  שדגכעיחלךף זסבהנמצתץ ":                                                    "a keyboard",
	"ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزذ":                                                    "a keyboard",
	"NAME VALUE": "the argument of a command",
}

// sentence matches a text of at least two words.
var sentence = regexp.MustCompile(`\pL{2,}['’]?[,;:.)]* [("]?\pL{2,}`)

// statement matches SQL, or a part of it.
var statement = regexp.MustCompile(`\?\d\b|\(0, \?\)|\bLIMIT \d|\b(coalesce|json_each|CAST)\(|\b(SELECT|RETURNING|PRAGMA|CROSS JOIN|ORDER BY)\b|^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|WITH|PRAGMA|DROP|ALTER|BEGIN|ATTACH|DETACH|VACUUM|REPLACE|FROM|WHERE|ORDER BY)\b`)

// unseenCalls matches the functions whose arguments nobody reads on the screen: they end the
// program, write the log or compile patterns.
var unseenCalls = regexp.MustCompile(`^(panic|withCatalog|withFound|regexp\.MustCompile|strings\.NewReplacer|(slog|log)\..*|.*\.log\..*|.*\.(Debug|Info|Warn|DebugContext|InfoContext|WarnContext))$`)

// neverTranslated lists the fields of commands with what is typed.
var neverTranslated = map[string]bool{"Use": true, "Example": true}

func TestSentencesAreTranslated(t *testing.T) {
	used := map[string]bool{}
	for _, s := range goFiles(t) {
		if s.test() || servesTests("dateline/"+s.dir()) || isUnseen(s.path) {
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
			if !e.Translated() {
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
