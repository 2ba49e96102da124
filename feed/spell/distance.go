package spell

// maxExact is the number of letters up to which only one difference is near.
const maxExact = 5

// MaxLetters is the number of letters up to which words are compared.
const MaxLetters = 64

// Limit returns the number of differences up to which a word of n letters is near.
func Limit(n int) int {
	switch {
	case n <= 1:
		return 0
	case n <= maxExact:
		return 1
	}
	return 2
}

// Distance returns the number of differences between two words, or limit+1 if there
// are more than limit.
func Distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit || len(a) > MaxLetters || len(b) > MaxLetters {
		return limit + 1
	}
	var rows [3][MaxLetters + 1]int
	before, last, cur := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		best := i
		for j := 1; j <= len(b); j++ {
			cur[j] = last[j-1] + 1
			if a[i-1] == b[j-1] {
				cur[j] = last[j-1]
			}
			cur[j] = min(cur[j], last[j]+1, cur[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
			best = min(best, cur[j])
		}
		if best > limit {
			return limit + 1
		}
		before, last, cur = last, cur, before
	}
	return min(last[len(b)], limit+1)
}
