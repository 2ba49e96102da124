package wire

import (
	"slices"
	"strings"
)

// nameDay is the day, or the part of one, that the path of a file gives. Day is
// 0 for a folder of a month, month for one of a year.
func nameDay(path string) (m moment, ok bool) {
	path = tail(strings.ReplaceAll(path, "\\", "/"), 1000)
	if i := strings.LastIndexByte(path, '#'); i > 0 && isDigits(path[i+1:], 1, 9) {
		path = path[:i]
	}
	folder, base := "", path
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		folder, base = path[:i], path[i+1:]
	}
	if m, ok := dayInName(base); ok {
		return m, true
	}
	parts := strings.Split(folder, "/")
	for _, part := range slices.Backward(parts) {
		if m, ok := dayInName(part); ok {
			return m, true
		}
	}
	return dayInFolders(parts, base)
}

// dayInFolders reads "2020/08/15", "2020/08", "2020-08", "202008" and "2020".
func dayInFolders(parts []string, base string) (m moment, ok bool) {
	for i, part := range slices.Backward(parts) {
		if len(part) == 7 && (part[4] == '-' || part[4] == '_') && isDigits(part[:4], 4, 4) && isDigits(part[5:], 2, 2) {
			part = part[:4] + part[5:]
		}
		if isDigits(part, 6, 6) && nearYear(atoi(part[:4])) && validDay(atoi(part[4:]), 1) {
			m = moment{year: atoi(part[:4]), month: atoi(part[4:])}
			return withDay(m, parts[i+1:], base), true
		}
		if !isDigits(part, 4, 4) || !nearYear(atoi(part)) {
			continue
		}
		m = moment{year: atoi(part)}
		if i+1 < len(parts) && isDigits(parts[i+1], 1, 2) && validDay(atoi(parts[i+1]), 1) {
			m.month = atoi(parts[i+1])
			return withDay(m, parts[i+2:], base), true
		}
		return m, true
	}
	return m, false
}

// withDay adds the day that the next folder, or the file, is named after.
func withDay(m moment, parts []string, base string) moment {
	name := base
	if len(parts) > 0 {
		name = parts[0]
	}
	n, rest, ok := leadingNumber(name)
	if ok && len(name)-len(rest) <= 2 && validDate(m.year, m.month, n) && (rest == "" || strings.IndexByte("-_. ", rest[0]) >= 0) && (len(parts) > 0 || len(name)-len(rest) == 2) {
		m.day = n
	}
	return m
}

// nearYear is a narrower isYear: names have many numbers in them.
func nearYear(y int) bool { return y >= 1900 && y <= 2100 }

// dayInName finds "20200815", "2020-08-15" or "AEN20200815001" in one name.
func dayInName(name string) (m moment, ok bool) {
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
				if m, ok := partedDay(name[i:]); ok {
					return m, true
				}
			}
		}
		i = end
	}
	return m, false
}

// startsNumber reports whether a date may begin at i: at the start, behind a
// mark, or behind capitals as agencies number their copy, but not in a run of
// hexadecimal digits.
func startsNumber(name string, i int) bool {
	if i == 0 {
		return true
	}
	c := name[i-1]
	return c < 'a' || c > 'z'
}

// compactDay reads the digits "20200815", alone or with a time or a number
// behind them.
func compactDay(name, run string, end int) (moment, bool) {
	switch {
	case len(run) < 8, len(run) > 8 && len(run) < 10, len(run) > 20:
		return moment{}, false
	case end < len(name) && name[end] >= 'a' && name[end] <= 'z' && name[end] != 't':
		return moment{}, false
	}
	y, mo, d := atoi(run[:4]), atoi(run[4:6]), atoi(run[6:8])
	return moment{year: y, month: mo, day: d}, nearYear(y) && validDate(y, mo, d)
}

// partedDay reads "2020-08-15", "2020_08_15", "2020.08.15".
func partedDay(s string) (moment, bool) {
	sep := s[4]
	if strings.IndexByte("-_.", sep) < 0 {
		return moment{}, false
	}
	parts := strings.SplitN(s[:min(len(s), 12)], string(sep), 3)
	if len(parts) != 3 || !isDigits(parts[1], 1, 2) {
		return moment{}, false
	}
	d, rest, ok := leadingNumber(parts[2])
	if !ok || len(parts[2])-len(rest) > 2 {
		return moment{}, false
	}
	y, mo := atoi(parts[0]), atoi(parts[1])
	return moment{year: y, month: mo, day: d}, nearYear(y) && validDate(y, mo, d)
}
