package diff

// myers returns the runs of equal tokens of a and b in order, by a shortest edit script
// (Myers, An O(ND) Difference Algorithm and Its Variations, 1986). If there are too many
// edits, it returns only the runs at both ends.
func (c *comparison) myers(a, b []uint64) []stretch {
	lo := 0
	for lo < min(len(a), len(b)) && a[lo] == b[lo] {
		lo++
	}
	hi := 0
	for hi < min(len(a), len(b))-lo && a[len(a)-1-hi] == b[len(b)-1-hi] {
		hi++
	}
	var out []stretch
	if lo > 0 {
		out = append(out, stretch{n: lo})
	}
	for _, s := range c.middle(a[lo:len(a)-hi], b[lo:len(b)-hi]) {
		out = append(out, stretch{[2]int{lo + s.at[0], lo + s.at[1]}, s.n})
	}
	if hi > 0 {
		out = append(out, stretch{[2]int{len(a) - hi, len(b) - hi}, hi})
	}
	return out
}

// middle is myers for texts that differ at both ends.
func (c *comparison) middle(a, b []uint64) []stretch {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	edits := min(len(a)+len(b), maxEdits)
	// v has, by diagonal, how far in a the path with the most equal tokens comes. The
	// trace has those of each number of edits, for every second diagonal.
	v := make([]int32, 2*edits+3)
	zero := edits + 1
	var trace []int32
	for d := 0; d <= edits && c.work > 0; d++ {
		c.work -= d + 1
		for k := -d; k <= d; k += 2 {
			x := int(v[zero+k-1]) + 1
			if k == -d || k != d && v[zero+k-1] < v[zero+k+1] {
				x = int(v[zero+k+1])
			}
			from := x
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			c.work -= x - from
			v[zero+k] = int32(x)
			trace = append(trace, int32(x))
			if x >= len(a) && x-k >= len(b) {
				return back(trace, d, k)
			}
		}
	}
	return nil
}

// back follows the trace of middle from diagonal k of d edits back to the start.
func back(trace []int32, d, k int) []stretch {
	var out []stretch
	at := func(d, k int) int { return int(trace[d*(d+1)/2+(k+d)/2]) }
	for ; d > 0; d-- {
		x := at(d, k)
		prev := k + 1
		if k != -d && (k == d || at(d-1, k-1) >= at(d-1, k+1)) {
			prev = k - 1
		}
		from := at(d-1, prev)
		if prev < k {
			from++
		}
		if x > from {
			out = append(out, stretch{[2]int{from, from - k}, x - from})
		}
		k = prev
	}
	if x := at(0, 0); x > 0 {
		out = append(out, stretch{[2]int{0, 0}, x})
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
