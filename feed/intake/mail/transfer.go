package mail

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// newPart returns a part without its transfer encoding.
func newPart(kind string, h Header, body []byte, lines int) Part {
	p := Part{Type: kind, Data: body, Lines: lines, To: lines + 1 + bytes.Count(bytes.TrimRight(body, "\r\n"), []byte("\n"))}
	switch strings.ToLower(strings.TrimSpace(h.Value("content-transfer-encoding"))) {
	case "quoted-printable":
		p.Data, p.Encoded = fromQuoted(body), bytes.IndexByte(body, '=') >= 0
	case "base64":
		p.Data, p.Encoded = fromBase64(body)
	}
	return p
}

// fromQuoted decodes quoted-printable. It keeps what is not in that encoding.
func fromQuoted(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for l := range bytes.Lines(data) {
		text := bytes.TrimRight(l, " \t\r\n")
		soft := bytes.HasSuffix(text, []byte("="))
		if soft {
			text = text[:len(text)-1]
		}
		for i := 0; i < len(text); i++ {
			if text[i] == '=' && i+2 < len(text) {
				if high, low := hex(text[i+1]), hex(text[i+2]); high >= 0 && low >= 0 {
					out = append(out, byte(high<<4|low))
					i += 2
					continue
				}
			}
			out = append(out, text[i])
		}
		if !soft && bytes.HasSuffix(l, []byte("\n")) {
			out = append(out, '\n')
		}
	}
	return out
}

// hex returns the value of the hexadecimal digit b, -1 if b is not one.
func hex(b byte) int {
	return strings.IndexByte("0123456789abcdef", b|0x20)
}

// fromBase64 decodes the lines at the beginning of data that are base64, and keeps those
// after them, such as the footer of a list. Ok is false if there are none.
func fromBase64(data []byte) (out []byte, ok bool) {
	code, n := make([]byte, 0, len(data)), 0
	for l := range bytes.Lines(data) {
		text := bytes.TrimSpace(l)
		if len(bytes.Trim(text, base64Letters)) > 0 {
			break
		}
		code = append(code, bytes.TrimRight(text, "=")...)
		n += len(l)
	}
	out = make([]byte, base64.RawStdEncoding.DecodedLen(len(code)))
	end, err := base64.RawStdEncoding.Decode(out, code)
	if err != nil || end == 0 {
		return data, false
	}
	if rest := bytes.TrimSpace(data[n:]); len(rest) > 0 {
		return append(append(out[:end], '\n'), rest...), true
	}
	return out[:end], true
}

const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
