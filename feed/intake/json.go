package intake

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"dateline/feed/intake/markup"
	"dateline/feed/story"
)

// isObject reports whether data begins with an object that has a key, or with {}.
func isObject(data []byte) bool {
	rest, ok := bytes.CutPrefix(bytes.TrimSpace(data), []byte("{"))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if !ok || len(rest) == 0 || rest[0] != '"' {
		return ok && bytes.Equal(bytes.TrimSpace(rest), []byte("}"))
	}
	rest = rest[1:min(len(rest), 1000)]
	end := bytes.IndexByte(rest, '"')
	return end >= 0 && bytes.HasPrefix(bytes.TrimLeft(rest[end+1:], " \t\r\n"), []byte(":"))
}

// isJSON reports whether f is an object, or an array that begins with one or is valid.
// More than the bracket is needed, because copy may begin with one too.
func isJSON(f File) bool {
	if !startsWith(f.Data, "{[") {
		return false
	}
	data := bytes.TrimSpace(f.Data)
	if data[0] == '{' {
		return isObject(data)
	}
	return isObject(data[1:]) || bytes.HasSuffix(data, []byte("]")) && json.Valid(data)
}

func isNinjs(f File) bool {
	if !startsWith(f.Data, "{[") || !bytes.Contains(f.Data, []byte(`"uri"`)) || !isJSON(f) {
		return false
	}
	found := factsOf(head(f.Data))
	return found["uri"] != "" && found.First("headline", "headlines.value", "versioncreated", "versionCreated", "pubstatus", "pubStatus") != ""
}

func isJSONFeed(f File) bool {
	if !startsWith(f.Data, "{") || !bytes.Contains(f.Data, []byte("jsonfeed.org")) || !isJSON(f) {
		return false
	}
	return strings.Contains(factsOf(head(f.Data))["version"], "jsonfeed.org/version")
}

// cleanJSON decodes and cleans JSON, as cleanAs does. Line ends that may stand in a string of
// JSON become spaces first, because newlines may not.
func cleanJSON(f File) (c cleaned, refused []*story.Story) {
	if utf8.Valid(f.Data) {
		for _, end := range [...]string{"\u0085", "\u2028", "\u2029"} {
			f.Data = bytes.ReplaceAll(f.Data, []byte(end), []byte(" "))
		}
	}
	return cleanAs(f, "JSON")
}

// titlePaths and datePaths are where JSON has the headline and the day of a story.
var (
	titlePaths = []string{
		"headline", "headlines.value", "items.title", "title", "head_line", "headline.main", "items.headline", "name",
		"article.headline", "article.title", "data.headline", "data.title", "@graph.headline",
	}
	datePaths = []string{
		"firstcreated", "firstCreated", "versioncreated", "versionCreated", "items.date_published", "date_published", "datePublished",
		"published", "published_date", "pub_date", "pubDate", "published_at", "publishedAt", "date_publish", "publish_date", "publication_date",
		"date", "datetime", "timestamp", "created_at", "created", "items.date", "article.date", "data.date", "@graph.datePublished",
	}
)

// readOtherJSON reads JSON that has no stories.
func readOtherJSON(f File) []*story.Story {
	return readUnsupported(f, "JSON without stories", func(text string) finding {
		found := factsOf(text[:min(len(text), markup.Opening)])
		return finding{title: found.First(titlePaths...), dates: found.All(datePaths...), body: textLines(text)}
	})
}

func isRTF(f File) bool { return bytes.HasPrefix(f.Data, []byte(`{\rtf`)) }

func readRTF(f File) []*story.Story {
	return readUnsupported(f, "Rich Text Format", func(text string) finding { return finding{body: textLines(text)} })
}
