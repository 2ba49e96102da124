package intake

import (
	"path"
	"strings"
	"testing"

	"dateline/feed/intake/markup"
	"dateline/feed/story"
)

// pictured returns the captions of the first story of a file with the paths of their pictures.
func pictured(file, data string) string {
	var out []string
	for _, b := range Read(File{Path: file, Data: []byte(data)})[0].Body {
		if b.Kind == story.Caption {
			out = append(out, b.Text+" <"+b.Picture+">")
		}
	}
	return strings.Join(out, " ")
}

func TestACaptionHasThePathOfItsPicture(t *testing.T) {
	const pad = "<p>The harbor ferry sailed again on Thursday after two days in dock, the harbor board of Port Ellery said in a statement.</p>"
	long := strings.Repeat(pad, 4)
	for _, c := range []struct{ name, file, data, want string }{
		{"markdown", "d/a.md", "# Ferry sails\n\n![The ferry](pics/f.png)\n\nText.", "The ferry <d/pics/f.png>"},
		{"markdown without a text", "a.md", "# Ferry sails\n\n![](f%201.jpg)\n\nText.", "f 1.jpg <f 1.jpg>"},
		{"the text below", "d/a.md", "# Ferry sails\n\n![x](../f.png)\nThe ferry leaves.\n", "The ferry leaves. <f.png>"},
		{"in a zip archive", "w.zip/d/a.md", "# Ferry sails\n\n![The ferry](../f.gif)\n", "The ferry <w.zip/f.gif>"},
		{"from the top of the archive", "d/a.md", "# Ferry sails\n\n![The ferry](/img/f.webp)\n", "The ferry <img/f.webp>"},
		{"outside the archive", "d/a.md", "# Ferry sails\n\n![The ferry](../../f.png)\n", "The ferry <>"},
		{"on the web", "a.md", "# Ferry sails\n\n![The ferry](https://quay.example/f.png) ![](//quay.example/f.png)\n", "The ferry <>"},
		{"a file address", "a.md", "# Ferry sails\n\n![The ferry](file:///f.png)\n", "The ferry <>"},
		{"no picture", "a.md", "# Ferry sails\n\n![The ferry](f.svg)\n", "The ferry <>"},
		{"a figure", "d/a.html", "<html><body><h1>Ferry sails</h1><figure><img src='f.jpg'><figcaption>The ferry leaves.</figcaption></figure>" + long, "The ferry leaves. <d/f.jpg>"},
		{"a figure without a caption", "a.html", "<html><body><h1>Ferry sails</h1><figure><img src='f.jpg?w=2' alt=x></figure>" + long, "f.jpg <f.jpg>"},
		{"an image with a description", "a.html", "<html><body><h1>Ferry sails</h1>" + pad + "<p><img src=f.jpg alt='The ferry leaves the port'></p>" + long, "The ferry leaves the port <f.jpg>"},
		{"an image with a caption below", "a.html", "<html><body><h1>Ferry sails</h1>" + pad + "<div class=wp-caption><img src=f.jpg alt='The ferry leaves the port'><p class=wp-caption-text>It leaves.</p></div>" + long, "It leaves. <f.jpg>"},
		{"an image that is only named", "a.html", "<html><body><h1>Ferry sails</h1>" + pad + "<p><img src=logo.png alt=Quay></p>" + long, ""},
		{"nitf", "a.xml", nitfWith(`<media-reference source="f.jpg" mime-type="image/jpeg"/><media-caption>The ferry leaves.</media-caption>`), "The ferry leaves. <f.jpg>"},
		{"nitf without a caption", "a.xml", nitfWith(`<media-reference source="f.jpg" alternate-text="The ferry"/>`), "The ferry <f.jpg>"},
		{"ninjs", "d/a.json", ninjsPicture(`"description_text":"The ferry leaves.","renditions":{"s":{"href":"s.jpg","width":100},"l":{"href":"l.jpg","width":900}}`), "The ferry leaves. <d/l.jpg>"},
		{"ninjs 3", "a.json", ninjsPicture(`"renditions":[{"name":"o","href":"o.jpg"}]`), "o.jpg <o.jpg>"},
		{"newsml-g2", "a.xml", `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>Ferry sails</headline><description>The ferry leaves.</description></contentMeta><contentSet><remoteContent href="s.jpg" width="100"/><remoteContent href="l.jpg" width="900"/></contentSet></newsItem>`, "The ferry leaves. <l.jpg>"},
		{"newsml 1", "a.xml", newsMLWith(`<ContentItem Href="f.jpg"/>`, `<ContentItem Href="small.jpg"/>`), "The ferry leaves port. <f.jpg>"},
	} {
		if got := pictured(c.file, c.data); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func nitfWith(media string) string {
	return `<nitf><body><body.head><hedline><hl1>Ferry sails</hl1></hedline></body.head><body.content><p>Text.</p><media media-type="image">` + media + `</media></body.content></body></nitf>`
}

func ninjsPicture(fields string) string {
	return `{"uri":"urn:x:1","type":"text","headline":"Ferry sails","body_text":"Text.","associations":{"p":{"type":"picture",` + fields + `}}}`
}

func newsMLWith(items ...string) string {
	const begin = `<NewsComponent><Role FormalName="Picture"/>`
	return strings.Replace(newsMLFile, begin, begin+begin+strings.Join(items, "</NewsComponent>"+begin)+"</NewsComponent>", 1)
}

func FuzzPicturesStayInTheArchive(f *testing.F) {
	for _, s := range []string{"f.png", "../../f.png", "/f.png", "//h/f.png", "a/%2e%2e/../../f.png", "file:///f.png", `..\f.png`, "%00.png"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		picture := markup.Picture(address)
		if picture == "" {
			return
		}
		if at := pictureAt(picture, "d"); strings.HasPrefix(at, "/") || at == ".." || strings.HasPrefix(at, "../") || at != "" && at != path.Clean(at) {
			t.Errorf("%q is the picture %q", address, at)
		}
	})
}
