package query

import "strings"

// Completions returns the texts that text may become when its last word is completed
// to the name of a field or to a value of a field. For a field that holds any text,
// values returns its values in the order of the completions.
func Completions(text string, values func(Field) []string) []string {
	start := lastStart(text)
	head, last := text[:start], text[start:]
	if rest, ok := strings.CutPrefix(last, "-"); ok {
		head, last = head+"-", rest
	}
	name, prefix, ok := strings.Cut(last, ":")
	if !ok {
		return fieldCompletions(head, last)
	}
	f := fieldNamed(plain(name))
	if f == nil {
		return nil
	}
	list := f.names
	if f.free {
		list = values(Field(f.name))
	}
	prefix = plain(strings.TrimLeft(prefix, `"`))
	var out []string
	for _, v := range list {
		if c := head + Clause(f.name, v, false); strings.HasPrefix(plain(v), prefix) && c != text {
			out = append(out, c)
		}
	}
	return out
}

func fieldCompletions(head, last string) (out []string) {
	if last == "" {
		return nil
	}
	for i := range fields {
		if name := fields[i].name; strings.HasPrefix(name, plain(last)) {
			out = append(out, head+name+":")
		}
	}
	return out
}

// lastStart returns where the last word of text begins. A quoted value that is not
// closed is one word with its field.
func lastStart(text string) int {
	end := len(text)
	if i := strings.LastIndex(text, `:"`); i >= 0 && !strings.Contains(text[i+2:], `"`) {
		end = i
	}
	return strings.LastIndexFunc(text[:end], func(r rune) bool { return isGap(r) || r == '(' }) + 1
}
