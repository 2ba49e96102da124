// Package source finds the texts in Go code that package locale translates:
//
//   - the arguments of its functions: locale.T, F, Errorf, N, Mark and Error, and T and F of
//     locale.In("…");
//   - fields that are translated where they are shown: those of key bindings, in packages
//     under ui, and those of commands, in packages under cmd.
//
// A text is a string literal, or several with + between them.
package source

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"dateline/feed/locale/po"
)

// Text is a text that is translated.
type Text struct {
	po.Key

	Node ast.Node // the call or the field
}

// fields are the fields with texts, by the folder of the packages that set them, and the
// context of each.
var fields = map[string]map[string]string{
	"ui":  {"Help": "", "Pair": "", "Hint": "hint"},
	"cmd": {"Short": "", "Long": ""},
}

// Find returns the texts in a file of a package, such as "ui/timeline", in the order of the file.
func Find(folder string, file *ast.File) []Text {
	top, _, _ := strings.Cut(folder, "/")
	var list []Text
	add := func(node ast.Node, key po.Key) {
		if key.Text != "" {
			list = append(list, Text{key, node})
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			add(n, called(n))
		case *ast.KeyValueExpr:
			if name, ok := n.Key.(*ast.Ident); ok {
				add(n, inField(top, name.Name, n.Value))
			}
		case *ast.AssignStmt:
			for i, x := range n.Lhs {
				if sel, ok := x.(*ast.SelectorExpr); ok && len(n.Rhs) == len(n.Lhs) {
					add(n, inField(top, sel.Sel.Name, n.Rhs[i]))
				}
			}
		}
		return true
	})
	return list
}

func inField(top, name string, value ast.Expr) po.Key {
	if context, ok := fields[top][name]; ok {
		return po.Key{Context: context, Text: Literal(value)}
	}
	return po.Key{}
}

// called returns the text of a call of package locale; its Text is "" for none.
func called(call *ast.CallExpr) (key po.Key) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return key
	}
	if in, ok := sel.X.(*ast.CallExpr); ok {
		if !isIn(in.Fun) || len(in.Args) == 0 {
			return key
		}
		key.Context = Literal(in.Args[0])
	} else if !isLocale(sel.X) {
		return key
	}
	switch name := sel.Sel.Name; {
	case len(call.Args) == 0:
	case name == "N" && len(call.Args) > 2:
		key.Text, key.Plural = Literal(call.Args[1]), Literal(call.Args[2])
	case name == "T", name == "F", name == "Errorf", name == "Mark", name == "Error":
		key.Text = Literal(call.Args[0])
	}
	return key
}

// isIn reports whether x is the function In, as another package or package locale names it.
func isIn(x ast.Expr) bool {
	if sel, ok := x.(*ast.SelectorExpr); ok {
		return isLocale(sel.X) && sel.Sel.Name == "In"
	}
	id, ok := x.(*ast.Ident)
	return ok && id.Name == "In"
}

func isLocale(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == "locale"
}

// Literal returns the text of an expression, "" if it is not made of literals alone.
func Literal(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.ParenExpr:
		return Literal(x.X)
	case *ast.BasicLit:
		if text, err := strconv.Unquote(x.Value); err == nil && x.Kind == token.STRING {
			return text
		}
	case *ast.BinaryExpr:
		a, b := Literal(x.X), Literal(x.Y)
		if x.Op == token.ADD && a != "" && b != "" {
			return a + b
		}
	}
	return ""
}
