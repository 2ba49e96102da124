package page

import (
	_ "embed" // hints.txt
	"strings"
	"sync"

	"dateline/feed/intake/markup"
)

// hint is what the class, the id or the role of an element says about it.
type hint uint16

const (
	content   hint = 1 << iota // the text of the story
	other                      // no part of the story
	remarks                    // what readers wrote below it
	around                     // byline, day and the like, if the element is short
	captioned                  // the caption of a picture
	credited                   // who took it
	authored                   // who wrote the story
	dated                      // when it was published
	linked                     // stories that are related to it
)

//go:embed hints.txt
var hintText string

var hintNames = map[string]hint{
	"content:": content, "other:": other, "remarks:": remarks, "around:": around, "captioned:": captioned, "credited:": credited,
	"authored:": authored, "dated:": dated, "linked:": linked,
}

// hintWords are the words of hints.txt.
var hintWords = sync.OnceValue(func() map[string]hint {
	all := map[string]hint{}
	var h hint
	for l := range strings.Lines(hintText) {
		if strings.HasPrefix(l, "#") {
			continue
		}
		for word := range strings.FieldsSeq(l) {
			if named, ok := hintNames[word]; ok {
				h = named
				continue
			}
			all[word] |= h
		}
	}
	return all
})

// hintBytes is the length of the longest class that is read.
const hintBytes = 400

// hints returns what the attributes of n say.
func hints(n *markup.Node) (h hint) {
	for _, name := range [...]string{"class", "id", "role", "itemprop", "data-testid", "data-component"} {
		value := n.Attribute(name)
		if value == "" || name == "id" && strings.Count(value, "-")+strings.Count(value, "_") > 2 { // the words of a heading
			continue
		}
		h |= read(value[:min(len(value), hintBytes)])
	}
	return h
}

// read reads the words of a class: letters up to a mark or to a capital after a small
// letter.
func read(class string) (h hint) {
	var word, last string
	known := hintWords()
	start := 0
	for i := 0; i <= len(class); i++ {
		if i < len(class) && isLetter(class[i]) && (i == start || !isCapital(class[i]) || isCapital(class[i-1])) {
			continue
		}
		if word = strings.ToLower(class[start:i]); word != "" {
			h |= known[word] | known[last+word]
			last = word
		}
		if i < len(class) && class[i] == ' ' {
			last = ""
		}
		if start = i; i < len(class) && !isLetter(class[i]) {
			start = i + 1
		}
	}
	return h
}

func isLetter(b byte) bool  { return b|0x20 >= 'a' && b|0x20 <= 'z' }
func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }

// isNoText reports whether n is never text that can be read.
func isNoText(n *markup.Node) bool {
	if noText[n.Name] {
		return true
	}
	if n.Name == "html" || n.Name == "body" { // pages hide all until their script has run
		return false
	}
	if n.Attribute("aria-hidden") == "true" && n.Name != "span" && n.Name != "p" && n.Name != "div" {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(n.Attribute("style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || n.Has("hidden")
}

var noText = map[string]bool{
	"head": true, "title": true, "noscript": true, "template": true, "svg": true, "math": true, "iframe": true, "object": true, "embed": true,
	"input": true, "select": true, "button": true, "textarea": true, "option": true, "datalist": true, "canvas": true, "map": true,
	"audio": true, "video": true, "script": true, "style": true, "noframes": true, "progress": true, "meter": true, "dialog": true,
}

// apart are the elements that hold no part of a story, whatever their class.
var apart = map[string]bool{"nav": true, "footer": true, "aside": true, "form": true, "label": true, "legend": true}

// roles are the roles of elements that hold no part of a story.
var roles = map[string]bool{
	"navigation": true, "complementary": true, "banner": true, "contentinfo": true, "dialog": true, "alertdialog": true, "search": true, "menu": true,
	"menubar": true, "toolbar": true, "tooltip": true, "alert": true,
}
