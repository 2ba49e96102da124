package mail

import "bytes"

// IsMailbox reports whether data is a mailbox of several messages, each of which begins
// with the line "From address day" after a blank one.
func IsMailbox(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("From ")) || !Is(data) {
		return false
	}
	for _, start := range [...]string{"\n\nFrom ", "\n\r\nFrom "} {
		for rest := data; ; {
			i := bytes.Index(rest, []byte(start))
			if i < 0 {
				break
			}
			rest = rest[i+len(start):]
			if _, header, ok := bytes.Cut(rest, []byte("\n")); ok && beginsField(header) {
				return true
			}
		}
	}
	return false
}
