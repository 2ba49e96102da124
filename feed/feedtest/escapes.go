package feedtest

import (
	"strconv"
	"strings"
)

// Escapes returns text that commands a terminal: every C0 and C1 control, as a byte and
// as a character, every two-byte escape, CSI with every final byte, and the strings of
// OSC, DCS, APC, PM and SOS; whole, unfinished, one in the other, and over lines. Each
// has the word "owned", "QUJD" or a number where it would do harm.
func Escapes() []string {
	var all []string
	all = append(all, controls()...)
	all = append(all, escapes()...)
	all = append(all, sequences()...)
	all = append(all, controlStrings()...)
	return append(all, mixed()...)
}

// controls are the C0 and C1 controls. A line end and a tab are text.
func controls() (all []string) {
	for c := range rune(0xA0) {
		switch {
		case c == '\n' || c == '\t' || c >= ' ' && c < 0x7F:
		case c < 0x80:
			all = append(all, string(c))
		default:
			all = append(all, string(c), string([]byte{byte(c)}))
		}
	}
	return all
}

// escapes are ESC with each byte that may follow it, alone and after an intermediate byte.
func escapes() (all []string) {
	for c := byte('0'); c < 0x7F; c++ {
		all = append(all, "\x1b"+string(c))
	}
	for _, between := range " !#$%()*+-./" {
		all = append(all, "\x1b"+string(between)+"0", "\x1b"+string(between)+"B", "\x1b"+string(between)+"8")
	}
	return append(all, "\x1b", "\x1b\x1b", "\x1b\x1b[31m", "\x1b \x1b[2J")
}

// introducers are the ways to begin a control string or sequence whose escape is ESC and c.
func introducers(c byte) [3]string {
	return [...]string{"\x1b" + string(c), string(rune(c) + 0x40), string([]byte{c + 0x40})}
}

// sequences are CSI sequences with every final byte, and those that do most harm.
func sequences() (all []string) {
	for n, csi := range introducers('[') {
		for final := byte('@'); final < 0x7F; final++ {
			all = append(all, csi+[...]string{"", "1", "2;3"}[(int(final)+n)%3]+string(final))
		}
		for _, seq := range []string{
			"2J", "3J", "H", "5;5H", "31m", "38:2::1:2:3m", "7;5;8m", "4h", "20h", "5i", "6n", "c", ">c", "=c", ">q", "x", "21t", "18t", "8;2;2t", "0;0r", "!p", "2 q", "\"p", "61\"p", "$p", "?2026$p", "'z",
			"?1049h", "?1049l", "?25l", "?1h", "?5h", "?7l", "?1000h", "?1003h", "?1006h", "?2004h", "?2004l", "?2026h", "?2027h", "?2031h", "?80h", "8l", ">1u", "<u", "=1;1u", ">4;2m", "200~", "201~", "?996n",
			"31", "3;", "?", ">", "", "31 ", "1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28;29;30m",
		} {
			all = append(all, csi+seq)
		}
	}
	return all
}

// ends are the ways to end a control string; the last ones do not.
var ends = [...]string{"\a", "\x1b\\", "\u009c", "\x9c", "\x18", "\x1a", ""}

// controlStrings are the strings of OSC, DCS, SOS, PM and APC, and of screen.
func controlStrings() (all []string) {
	osc := []string{
		"0;owned", "1;owned", "2;owned", "4;1;#ff0000", "4;1;?", "5;0;#ff0000", "7;file:///owned", "8;;http://owned.example", "8;id=1;file:///owned", "9;owned", "9;4;3;50",
		"10;#ff0000", "10;?", "11;#ff0000", "11;?", "12;#ff0000", "13;#ff0000", "17;#ff0000", "19;#ff0000", "22;wait", "50;owned", "52;c;QUJD", "52;p;QUJD", "52;c;?", "66;s=7;owned", "99;i=1;owned",
		"104", "104;1", "110", "111", "112", "133;A", "133;C", "633;E;owned", "777;notify;owned;owned", "1337;SetUserVar=a=QUJD", "1337;File=inline=1:QUJD", "1337;CopyToClipboard=;owned", "L", "l;owned", "",
	}
	payloads := []struct {
		intro byte
		texts []string
	}{
		{']', osc},
		{'P', []string{"$q q", "+q544e", "+p544e=QUJD", "1$r0m", "q#0;2;0;0;0#0~~@@vv$-", "0;1;0q\"1;1;1;1#0~", "1;1|17/6f776e6564", "tmux;\x1b\x1b]52;c;QUJD\a", "=1s", ">|owned", "owned", ""}},
		{'_', []string{"Ga=T,f=24,s=1,v=1;QUJD", "Ga=d", "Gi=1,a=q;QUJD", "owned", ""}},
		{'^', []string{"owned", ""}},
		{'X', []string{"owned", ""}},
		{'k', []string{"owned", ""}},
	}
	for _, p := range payloads {
		for n, text := range p.texts {
			for m, start := range introducers(p.intro) {
				if p.intro == 'k' && m > 0 {
					continue // only screen has it, and only with ESC
				}
				all = append(all, start+text+ends[(n+m)%len(ends)], start+text+ends[(n+m+3)%len(ends)])
			}
		}
	}
	return all
}

// mixed are sequences in and after others, over lines, and too long.
func mixed() []string {
	return []string{
		"\x1b]0;ow\nned\a", "\x1b]52;c;QU\nJD\a", "\x1bPq\n#0~\x1b\\", "\x1b_Gf=24;\nQUJD\x1b\\", "\x1b[3\n1m", "\x1b\n[31m", "\x1b]\n0;owned\a", "\x1b[\r\n2J", "\x1b]8;;\nhttp://owned.example\a",
		"\x1b]0;\x1b]52;c;QUJD\a\a", "\x1b]0;\x1b[31mowned\a", "\x1bP\x1b]0;owned\a\x1b\\", "\x1b_\x1b_owned\x1b\\\x1b\\", "\x1b^\x1bX\x1b]2;owned\x1b\\", "\x1b[31\x1b[32m", "\x1b[\x1b]0;owned\a", "\u009b\u009d0;owned\u009c", "\x9b\x9d0;owned\x9c",
		"\x1b\x00[31m", "\x1b[\x0031m", "\x1b[3\x7f1m", "\x1b[3\b1m", "\x1b]0;own\x00ed\a", "\u200b\x1b[\u200b31m", "\x1b\u202e[31m", "\x1b\u00ad]0;owned\a",
		"\x1b]0;" + strings.Repeat("owned ", 900) + "\a", "\x1b[" + strings.Repeat("1;", 200) + "m", strings.Repeat("\x1b[", 40) + "31m", strings.Repeat("\x1b]0;", 40) + "owned",
		"\xc2\x1b[31m", "\xe2\x80\x1b[31m", "\xf0\x9f\x98\x1b]0;owned\a", "\xc0\x9b31m", "\xc1\x9b31m", "\xe0\x80\x9b31m", "\xf0\x80\x80\x9b31m", "\xed\xa0\x9b31m",
		"%1b[31m", "&#27;[31m", "&#x9b;31m", "\\x1b[31m", "\\u001b[31m", "^[[31m", "=1B[31m", "+ABs-[31m",
	}
}

// spread returns those of the escapes for which keep is true, in n texts of one line each,
// with words between them.
func spread(n int, keep func(string) bool) []string {
	texts, k := make([]string, n), 0
	for _, e := range Escapes() {
		if keep(e) && !strings.Contains(e, "\n") {
			texts[k%n] += " w" + strconv.Itoa(k) + e + "z"
			k++
		}
	}
	return texts
}
