package main_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// A message on the foot line has at most messageCells cells. A number in it counts as
// numberCells, the label of a key as keyCells. Other text that varies must be at the end, where it may be cut, and
// must have variableCells.
const (
	messageCells  = 59
	numberCells   = 9 // 1,000,000
	variableCells = 20
	keyCells      = 6 // Ctrl-Y
)

// messages finds the texts that can become a message.
type messages struct {
	funcs    map[string]*ast.FuncDecl // by folder and name
	n        int
	problems []string
}

func TestMessagesFit60Cells(t *testing.T) {
	var list []source
	for _, s := range goFiles(t) {
		if !s.test() && (strings.HasPrefix(s.path, "ui/") || s.dir() == "feed") {
			list = append(list, s)
		}
	}
	m := findMessages(list)
	for _, p := range m.problems {
		t.Error(p)
	}
	if m.n < 25 {
		t.Errorf("only %d messages found", m.n)
	}
}

// findMessages finds and checks the messages in files.
func findMessages(files []source) *messages {
	m := &messages{funcs: map[string]*ast.FuncDecl{}}
	for _, s := range files {
		for _, d := range s.tree.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				m.funcs[s.dir()+"."+f.Name.Name] = f
			}
		}
	}
	for _, s := range files {
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if x := message(n); x != nil {
				m.check(s, x)
			}
			return true
		})
	}
	return m
}

func (m *messages) problem(s source, x ast.Expr, format string, args ...any) {
	m.problems = append(m.problems, s.at(x)+": "+fmt.Sprintf(format, args...))
}

// message returns the expression in n for the text of a message, or for the function
// that returns it; nil for none.
func message(n ast.Node) ast.Expr {
	switch n := n.(type) {
	case *ast.CompositeLit:
		if sel, ok := n.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "Say" && len(n.Elts) == 1 {
			if kv, ok := n.Elts[0].(*ast.KeyValueExpr); ok {
				return kv.Value
			}
		}
	case *ast.CallExpr:
		if sel, ok := n.Fun.(*ast.SelectorExpr); ok && (sel.Sel.Name == "say" || sel.Sel.Name == "warn") && len(n.Args) > 0 {
			return n.Args[0]
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Off" {
			return n.Value
		}
	}
	return nil
}

// check checks each text that x can be.
func (m *messages) check(s source, x ast.Expr) {
	if texts := m.returned(s, x); texts != nil {
		for _, text := range texts {
			m.check(s, text)
		}
		return
	}
	parts := m.parts(s, x)
	if !slices.ContainsFunc(parts, func(p string) bool { return p != number && p != variable && p != key && p != "" }) {
		return // it comes from elsewhere: the intent of a page, the reason of a binding
	}
	m.n++
	cells := 0
	for i, part := range parts {
		switch {
		case part == number:
			cells += numberCells
		case part == key:
			cells += keyCells
		case part != variable:
			cells += ansi.StringWidth(part)
		case i < len(parts)-1 && strings.Trim(parts[i+1], ".") != "":
			m.problem(s, x, "a message with text that varies before its end: %q", parts)
		default:
			cells += variableCells
		}
	}
	if cells > messageCells {
		m.problem(s, x, "a message of %d cells: %q", cells, parts)
	}
}

// What stands for a part of a message that is not known.
const (
	number   = "\x00number"
	key      = "\x00key"
	variable = "\x00variable"
)

// returned returns the texts that x returns if it is a function of its package, or a
// call of one.
func (m *messages) returned(s source, x ast.Expr) []ast.Expr {
	if call, ok := x.(*ast.CallExpr); ok {
		x = call.Fun
	}
	name := ""
	switch x := x.(type) {
	case *ast.Ident:
		name = x.Name
	case *ast.SelectorExpr:
		name = x.Sel.Name
	}
	f := m.funcs[s.dir()+"."+name]
	if f == nil {
		return nil
	}
	var texts []ast.Expr
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 1 {
			texts = append(texts, r.Results[0])
		}
		return true
	})
	return texts
}

// parts returns the parts of a text: those that are known, number and variable.
func (m *messages) parts(s source, x ast.Expr) []string {
	switch x := x.(type) {
	case *ast.BasicLit:
		return m.format(x)
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return append(m.parts(s, x.X), m.parts(s, x.Y)...)
		}
	case *ast.Ident:
		if x.Name == "key" {
			return []string{key}
		}
	case *ast.CallExpr:
		switch sel, ok := x.Fun.(*ast.SelectorExpr); {
		case ok && sel.Sel.Name == "KeyOf":
			return []string{key}
		case ok && sel.Sel.Name == "Count":
			return []string{number}
		case ok && (sel.Sel.Name == "Sprintf" || sel.Sel.Name == "T" || sel.Sel.Name == "F"):
			return m.filled(m.parts(s, x.Args[0]), s, x.Args[1:])
		}
	}
	return []string{variable}
}

// filled returns the parts of a format with the keys and numbers that args are.
func (m *messages) filled(parts []string, s source, args []ast.Expr) []string {
	for i, part := range parts {
		if len(args) == 0 || part != variable && part != number {
			continue
		}
		if arg := m.parts(s, args[0]); part == variable && len(arg) == 1 && (arg[0] == key || arg[0] == number) {
			parts[i] = arg[0]
		}
		args = args[1:]
	}
	return parts
}

// format returns the parts of a literal, which may be a format.
func (m *messages) format(x *ast.BasicLit) []string {
	text, err := strconv.Unquote(x.Value)
	if err != nil {
		return []string{variable}
	}
	var parts []string
	for {
		before, after, ok := strings.Cut(text, "%")
		if parts = append(parts, before); !ok {
			return parts
		}
		verb := after[:1]
		if parts = append(parts, variable); verb == "d" {
			parts[len(parts)-1] = number
		}
		text = after[1:]
	}
}

func TestMessagesThatDoNotFitAreFound(t *testing.T) {
	src := `package p
	func (m *M) f(name string) {
		m.say("` + strings.Repeat("x", messageCells+1) + `")
		m.say("@" + name + " is the name.")
		m.say(fmt.Sprintf("` + strings.Repeat("x", messageCells-numberCells+1) + `%d", n))
		m.say(locale.T("` + strings.Repeat("x", messageCells+1) + `"))
		m.say(locale.F("` + strings.Repeat("x", messageCells-keyCells+1) + `%s", list.KeyOf("x")))
		return intent.Say{Text: m.reason()}
	}
	func (m *M) reason() string { return "` + strings.Repeat("x", messageCells-variableCells+1) + `" + m.name }`
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, "", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	if m := findMessages([]source{{path: "p/p.go", fset: fset, tree: tree}}); m.n != 6 || len(m.problems) != 6 {
		t.Errorf("%d messages, problems %q", m.n, m.problems)
	}
}

// namesKey is a text that says what a key does: "U undoes it", "Press x again".
var namesKey = regexp.MustCompile(`(?:^|[ ;:,.(])(?:[B-HJ-Zb-z.?+|]|Enter|Tab|Space|Ctrl-[A-Z]) (?:in the |[a-z]+s\b)|[Pp]ress [B-Zb-z]\b`)

// fieldsOfBindings are the fields of bindings with names of keys and of actions.
var fieldsOfBindings = map[string]bool{"Name": true, "Keys": true, "Help": true, "Pair": true, "Hint": true}

// namedKeys returns the texts of a file that name a key as it is by default, with their places.
func namedKeys(s source) (places []string) {
	ast.Inspect(s.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			field, ok := n.Key.(*ast.Ident)
			return !ok || !fieldsOfBindings[field.Name]
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && namesKey.MatchString(text) {
				places = append(places, s.at(n)+": "+text)
			}
		}
		return true
	})
	return places
}

func TestMessagesNameTheKeysInForce(t *testing.T) {
	for _, s := range goFiles(t) {
		if s.test() || !strings.HasPrefix(s.path, "ui/") || strings.HasPrefix(s.path, "ui/uitest/") {
			continue
		}
		for _, place := range namedKeys(s) {
			t.Errorf("%s; KeyOf has the key that is bound", place)
		}
	}
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, "", `package p
	var a, b, c, d = "Cut; U undoes it", "Enter follows it.", "Press x again", "E in the story shows the text."
	var e = f{Help: "x cuts it"}
	var g, h = "Esc hides this", "Press a key, a paste takes it"`, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := namedKeys(source{path: "p/p.go", fset: fset, tree: tree}); len(got) != 4 {
		t.Errorf("found %q", got)
	}
}
