package dating

import (
	"slices"
	"strings"

	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
)

// nameDay returns the day in the path of a file. The day is 0 if a folder gives only a
// month; the month too if it gives only a year.
func nameDay(path string) (m calendar.Day, ok bool) {
	path = line.Tail(path, 1000)
	if strings.IndexByte(path, '\\') >= 0 {
		path = strings.ReplaceAll(path, "\\", "/")
	}
	if i := strings.LastIndexByte(path, '#'); i > 0 && line.IsDigits(path[i+1:], 1, 9) {
		path = path[:i]
	}
	folder, base := "", path
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		folder, base = path[:i], path[i+1:]
	}
	if m, ok := dayInName(base); ok {
		return m, true
	}
	if m, ok := shortDay(base); ok {
		return m, true
	}
	parts := strings.Split(folder, "/")
	for _, part := range slices.Backward(parts) {
		if m, ok := dayInName(part); ok {
			return m, true
		}
		if m, ok := shortDay(part); ok {
			return m, true
		}
	}
	return dayInFolders(parts, base)
}

// dayInFolders reads "2020/08/15", "2020/08", "2020-08", "202008" and "2020".
func dayInFolders(parts []string, base string) (m calendar.Day, ok bool) {
	for i, part := range slices.Backward(parts) {
		if len(part) == 7 && (part[4] == '-' || part[4] == '_') && line.IsDigits(part[:4], 4, 4) && line.IsDigits(part[5:], 2, 2) {
			part = part[:4] + part[5:]
		}
		if line.IsDigits(part, 6, 6) && nearYear(line.Atoi(part[:4])) && calendar.ValidDay(line.Atoi(part[4:]), 1) {
			m = calendar.Day{Year: line.Atoi(part[:4]), Month: line.Atoi(part[4:])}
			return withDay(m, parts[i+1:], base), true
		}
		if !line.IsDigits(part, 4, 4) || !nearYear(line.Atoi(part)) {
			continue
		}
		m = calendar.Day{Year: line.Atoi(part)}
		if i+1 < len(parts) && line.IsDigits(parts[i+1], 1, 2) && calendar.ValidDay(line.Atoi(parts[i+1]), 1) {
			m.Month = line.Atoi(parts[i+1])
			return withDay(m, parts[i+2:], base), true
		}
		return m, true
	}
	return m, false
}

// withDay adds the day that the name of the next folder, or of the file, begins
// with.
func withDay(m calendar.Day, parts []string, base string) calendar.Day {
	name := base
	if len(parts) > 0 {
		name = parts[0]
	}
	n, rest, ok := line.LeadingNumber(name)
	if ok && len(name)-len(rest) <= 2 && calendar.ValidDate(m.Year, m.Month, n) && (rest == "" || strings.IndexByte("-_. ", rest[0]) >= 0) && (len(parts) > 0 || len(name)-len(rest) == 2) {
		m.Day = n
	}
	return m
}

// nearYear reports whether y may be the year in a file name. The range is narrow
// because file names have many numbers.
func nearYear(y int) bool { return y >= 1900 && y <= 2100 }

// dayInName finds "20200815", "2020-08-15" or "AEN20200815001" in one name.
func dayInName(name string) (m calendar.Day, ok bool) {
	for i := 0; i+8 <= len(name); {
		if name[i] < '0' || name[i] > '9' {
			i++
			continue
		}
		end := i
		for end < len(name) && name[end] >= '0' && name[end] <= '9' {
			end++
		}
		run := name[i:end]
		if startsNumber(name, i) {
			if m, ok := compactDay(name, run, end); ok {
				return m, true
			}
			if len(run) == 4 && end+6 <= len(name) {
				if m, ok := separatedDay(name[i:]); ok {
					return m, true
				}
			}
		}
		i = end
	}
	return m, false
}

// shortDay reads "AP880212-0047" and "nyt980601.0001": the two to four letters of an agency,
// a day with a year of two digits, and a mark or the end. "ap-880212" is the same.
func shortDay(name string) (m calendar.Day, ok bool) {
	letters := 0
	for letters < len(name) && line.IsLetters(name[letters:letters+1], 1, 1) {
		letters++
	}
	digits := strings.TrimPrefix(name[letters:], "-")
	if letters < 2 || letters > 4 || len(digits) < 6 || !line.IsDigits(digits[:6], 6, 6) {
		return m, false
	}
	if rest := digits[6:]; rest != "" && strings.IndexByte("-_.", rest[0]) < 0 {
		return m, false
	}
	m = calendar.Day{Year: calendar.FullYear(line.Atoi(digits[:2])), Month: line.Atoi(digits[2:4]), Day: line.Atoi(digits[4:6])}
	return m, calendar.ValidDate(m.Year, m.Month, m.Day)
}

// startsNumber reports whether a date may begin at i: at the start, after a mark, or
// after the capitals with which agencies number their copy, but not in a run of
// hexadecimal digits.
func startsNumber(name string, i int) bool {
	if i == 0 {
		return true
	}
	c := name[i-1]
	return c < 'a' || c > 'z'
}

// compactDay reads the digits "20200815", alone or with a time or a number
// after them.
func compactDay(name, run string, end int) (calendar.Day, bool) {
	switch {
	case len(run) < 8, len(run) > 8 && len(run) < 10, len(run) > 20:
		return calendar.Day{}, false
	case end < len(name) && name[end] >= 'a' && name[end] <= 'z' && name[end] != 't':
		return calendar.Day{}, false
	}
	y, mo, d := line.Atoi(run[:4]), line.Atoi(run[4:6]), line.Atoi(run[6:8])
	return calendar.Day{Year: y, Month: mo, Day: d}, nearYear(y) && calendar.ValidDate(y, mo, d)
}

// separatedDay reads "2020-08-15", "2020_08_15", "2020.08.15".
func separatedDay(s string) (calendar.Day, bool) {
	sep := s[4]
	if strings.IndexByte("-_.", sep) < 0 {
		return calendar.Day{}, false
	}
	parts := strings.SplitN(s[:min(len(s), 12)], string(sep), 3)
	if len(parts) != 3 || !line.IsDigits(parts[1], 1, 2) {
		return calendar.Day{}, false
	}
	d, rest, ok := line.LeadingNumber(parts[2])
	if !ok || len(parts[2])-len(rest) > 2 {
		return calendar.Day{}, false
	}
	y, mo := line.Atoi(parts[0]), line.Atoi(parts[1])
	return calendar.Day{Year: y, Month: mo, Day: d}, nearYear(y) && calendar.ValidDate(y, mo, d)
}
