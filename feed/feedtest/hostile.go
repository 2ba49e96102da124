package feedtest

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"
)

// hostileStories is the number of stories of wire copy in a hostile archive.
const hostileStories = 24

// copyParts are the parts of hostile wire copy. The first arguments are a number, a tag,
// a day, the number of another story and whole escape sequences; the others are escapes.
const copyParts = `w2870 us ^BC-Ferry%[6]s,210<
%[2]sFerry No. %[1]d sails again from Tolvik after eleven days%[7]s
By Ana Ruiz%[8]s and Ole Sund
OST%[5]sMERE, Oct. %[3]d, 2024 (Meri%[5]sdian) -- The ferry No. %[1]d%[9]s sailed again on Thursday after a storm had kept it in dock for eleven days, the port authority said.
(Eds: UPDATES with remarks of the captain%[10]s, ADDS paragraph 3)
"We have waited long enough," said Ana Ruiz, who runs ferry No. %[1]d %[11]s for the port authority of Ostmere.

The council of Ostmere%[12]s meets on Friday to hear why the pier was not ready, and how much the eleven days cost.
%[13]s
Ferry No. %[1]d%[14]s at the pier of Tolvik in this photo taken on Oct. 2, 2024. (PHOTO NOT FOR SALE%[15]s) (Meridian/%[16]s)
a.ruiz@meridian.example%[17]s
(END%[5]s)
Keywords
#ferry%[18]s
-
Most Viewed %[19]s
Ferry No. %[4]d sails again from Tolvik after eleven days
-
Council of Ostmere hears about the pier%[20]s
%[21]s
`

// copyEscapes is the number of escapes in copyParts.
const copyEscapes = 16

// Hostile returns the files of an archive, by path: stories with escape sequences in
// every part, in many formats, and in the names of files and folders. A path may be any
// bytes.
func Hostile() map[string]string {
	texts := spread(hostileStories*copyEscapes, utf8.ValidString)
	whole := [...]string{"\x1b[31m", "\x1b]0;owned\a", "\u009b2J", "\x1b]52;c;QUJD\x1b\\", "\x1b_Ga=d\x1b\\", "\x0e", "\x1bP$q q\x1b\\"}
	names := hostileNames()
	files := map[string]string{}
	for i := range hostileStories { // three are takes of one story
		n := i / 3
		args := []any{n, [...]string{"", "(LEAD) ", "(2nd LD) "}[i%3], 1 + n, max(0, n-1), whole[i%len(whole)]}
		for _, text := range texts[i*copyEscapes : (i+1)*copyEscapes] {
			args = append(args, text)
		}
		files[fmt.Sprintf("2024/%s/%02d%s.txt", names[i%7], i, names[i])] = fmt.Sprintf(copyParts, args...)
	}
	maps.Copy(files, otherFormats(spread(20, utf8.ValidString)))
	for i, text := range spread(20, func(e string) bool { return !utf8.ValidString(e) }) {
		files[fmt.Sprintf("bytes%02d.txt", i)] = "The caf\xe9 of Tolvik" + text + "\nOSTMERE, Oct. 5, 2024 (Meridian) -- The caf\xe9 has a view of the pier" + text + ".\n(END)\n"
	}
	return files
}

// hostileNames returns names of files: escapes without slash and zero byte.
func hostileNames() (names []string) {
	for _, e := range Escapes() {
		if n := len(e); n > 2 && n < 40 && !strings.ContainsAny(e, "/\x00") {
			names = append(names, e)
		}
	}
	out := make([]string, 0, hostileStories)
	for i := range hostileStories { // from all of them
		out = append(out, names[i*len(names)/hostileStories])
	}
	return out
}

// otherFormats are files in other formats than wire copy.
func otherFormats(e []string) map[string]string {
	var b strings.Builder
	for _, text := range Escapes() {
		if strings.Contains(text, "\n") {
			b.WriteString("Line " + text + " end.\n")
		}
	}
	over := b.String()
	head := "OSTMERE, Oct. 9, 2024 (Meridian) -- "
	mail := "From: Desk" + e[0] + " <desk@meridian.example>\nDate: Wed, 9 Oct 2024 10:00:00 +0000\nMessage-ID: <a" + e[1] + "@meridian.example>\nSubject: Mail about the pier" + e[2] + "\n\n" + head + "The pier is open." + e[3] + "\n(END)\n"
	return map[string]string{
		"lines.txt":     "Escapes over lines\n" + head + "They go on.\n" + over + "(END)\n-\n" + over,
		"bare.txt":      e[4],
		"correct.txt":   "(CORRECTED) Ferry No. 2 sails again from Tolvik after eleven days" + e[15] + "\n" + head + "The ferry No. 2 sailed after ten days.\n(Eds: CORRECTS days in lede: ten instead of eleven" + e[16] + ")\n(END)\n",
		"embargo.txt":   "HOLD FOR RELEASE 0600 GMT Oct. 15" + e[5] + "\nCouncil to open the pier" + e[6] + "\n" + head + "It will open." + e[7] + "\n(END)\n",
		"kill.txt":      "BULLETIN KILL\nEDITORS: Please kill the story headlined 'Ferry No. 3 sails again from Tolvik after eleven days" + e[8] + "'\n" + head + "It is wrong." + e[9] + "\n(END)\n",
		"summary.txt":   "The week in Ostmere, Oct. 1-9" + e[10] + "\n" + head + "A summary.\n\nFerry No. 0 sails again from Tolvik after eleven days\n\nFerry No. 3 sails again from Tolvik after eleven days" + e[11] + "\n(END)\n",
		"mail.eml":      mail,
		"many.mbox":     "From desk Wed Oct  9 10:00:00 2024\n" + mail + "\nFrom desk Wed Oct  9 11:00:00 2024\n" + strings.ReplaceAll(mail, "Mail", "More") + "\n",
		"telex.txt":     "ZCZC ABC" + e[12] + "123\nPier opens\n" + head + "It is open.\nNNNN\nZCZC ../../etc/passwd\nPier closes" + e[13] + "\n" + head + "It is shut.\nNNNN\n",
		"page.html":     "<html><head><title>Pier " + e[14] + "&#27;]0;owned&#7;&#x9b;31m</title></head><body><p>Pier " + e[15] + "&#27;[31m opens.</p></body></html>",
		"note.md":       "---\ntitle: \"Pier \\e]0;owned\\a" + e[16] + "\"\n---\n\nThe pier" + e[17] + " opens.\n",
		"feed.xml":      "<rss><channel><title>Desk</title><item><title>Pier &#x9b;31m" + e[18] + "</title><link>http://owned.example/\x1b[31m</link></item></channel></rss>",
		"lines.jsonl":   "{\"title\":\"Pier \\u001b]0;owned\\u0007\"}\n{\"title\":\"Pier \\u009b31m\"}\n",
		"corpus.sgm":    "<DOC><DOCNO>../../x" + e[19] + "</DOCNO><TEXT>Pier opens.</TEXT></DOC>\n<DOC><DOCNO>2</DOCNO><TEXT>Pier shuts.\x1b[2J</TEXT></DOC>\n",
		"saved.rtf":     "{\\rtf1 Pier \\'1b]0;owned\\'07 opens\\u155?31m.}",
		"binary.bin":    "\x7fELF\x00\x01\x02\x1b]0;owned\a" + strings.Repeat("\x00\x1b[31m", 50),
		"utf16.txt":     "\xff\xfeP\x00i\x00e\x00r\x00\x1b\x00[\x00" + "3\x001\x00m\x00\x9b\x00" + "2\x00J\x00\n\x00",
		"latin.txt":     "Caf\xe9 of Tolvik\x9b31m opens\x9d0;owned\x9c\n\nThe caf\xe9 is open.\x85It has a view.\n",
		"iso2022.txt":   "\x1b$B%U%'%j!<\x1b(B opens\x1b]0;owned\a\n\n\x1b$B9A$NO\"Mm\x1b(B\x1b[31m.\n",
		"newsboat.html": "Feed: Desk" + e[0] + "\nTitle: Pier opens" + e[1] + "\nAuthor: Ana\nLink: http://owned.example/\x1b[31m\nDate: Wed, 09 Oct 2024 10:00:00 +0000\n\nIt is open.\n",
	}
}

// hostileTime is the time of the files: before the days in their datelines.
var hostileTime = time.Date(2024, time.January, 2, 12, 0, 0, 0, time.UTC)

// WriteHostile writes the files of Hostile below root, on a file system whose names may be
// any bytes.
func WriteHostile(root string) error {
	for name, text := range Hostile() {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			return err
		}
		if err := os.Chtimes(path, hostileTime, hostileTime); err != nil {
			return err
		}
	}
	return nil
}
