package intent_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// TestEveryIntentIsInOneGroup reads the source: the root acts on groups, and an
// intent in none of them would do nothing.
func TestEveryIntentIsInOneGroup(t *testing.T) {
	tree, err := parser.ParseFile(token.NewFileSet(), "group.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string][]string{}
	for _, decl := range tree.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Recv == nil {
			continue
		}
		name := f.Recv.List[0].Type.(*ast.Ident).Name
		groups[name] = append(groups[name], f.Name.Name)
	}
	if len(groups) < 30 {
		t.Fatalf("only %d intents found", len(groups))
	}
	for name, methods := range groups {
		all := strings.Join(methods, " ")
		if len(methods) != 2 || !strings.Contains(all, "intent") || !strings.Contains(all, "for") {
			t.Errorf("%s has the methods %s, want intent and the method of one group", name, all)
		}
	}
}
