package copydesk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Mail returns file i as a mail message, for programs that index mail. The headline
// is the subject, and the text without dirt, in UTF-8, is the body.
func Mail(i int) []byte {
	head := fmt.Sprintf("From: %s desk <desk@meridian.example>\nTo: <archive@meridian.example>\nSubject: %s\nDate: %s\n"+
		"Message-ID: <%d@meridian.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"+
		"Content-Transfer-Encoding: 8bit\n\n", agency(i), Headline(i), day(i).Add(9*time.Hour).Format(time.RFC1123Z), i)
	return []byte(head + text(i))
}

// WriteMail writes the first n files as mail below root, a folder for each day.
func WriteMail(root string, n int) error {
	for i := range n {
		path := filepath.Join(root, filepath.FromSlash(strings.TrimSuffix(Path(i), ".txt")+".eml"))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, Mail(i), 0o600); err != nil {
			return err
		}
	}
	return nil
}
