// Command write brings the translations of package locale up to date with the code: texts
// that are new get an entry without a translation, and texts that are gone lose theirs. Then
// it packs them. Run it in the folder of the package. A new language begins with an empty file.
package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/feed/locale/po"
	"dateline/feed/locale/source"
)

func main() {
	files, err := build(".")
	for path, data := range files {
		if err == nil {
			err = os.WriteFile(path, []byte(data), 0o666)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}

// build returns the files of translations as they should be in dir, the folder of package
// locale, by their paths.
func build(dir string) (map[string]string, error) {
	texts, err := read(filepath.Join(dir, "..", ".."))
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.po"))
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	var languages []language
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		l := language{name: strings.TrimSuffix(filepath.Base(path), ".po")}
		old, err := po.Parse(string(data))
		if err == nil {
			l.entries, err = merge(l.name, texts, old)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		files[path] = po.Write(l.entries)
		languages = append(languages, l)
	}
	files[filepath.Join(dir, "packed")], err = pack(texts, languages)
	return files, err
}

// read returns the texts of the code, each once, in the order of the packages.
func read(root string) (texts []po.Entry, err error) {
	known := map[po.Key]bool{}
	folders := map[string][]po.Entry{}
	var order []string
	for _, top := range []string{"cmd", "feed", "ui"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir():
				rel, err := filepath.Rel(root, path)
				order = append(order, filepath.ToSlash(rel))
				return err
			case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			rel, err := filepath.Rel(root, filepath.Dir(path))
			if err != nil {
				return err
			}
			folder := filepath.ToSlash(rel)
			tree, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			for _, t := range source.Find(folder, tree) {
				folders[folder] = append(folders[folder], po.Entry{Key: t.Key, Package: folder})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, folder := range order {
		for _, e := range folders[folder] {
			if !known[e.Key] {
				known[e.Key] = true
				texts = append(texts, e)
			}
		}
	}
	return texts, nil
}
