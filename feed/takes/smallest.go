package takes

import "slices"

// smallest sorts list and returns its n smallest values, each once. No value has more than
// bits bits. It may change the rest of list.
func smallest(list []uint32, n, bits int) []uint32 {
	low := list
	if len(list) > 2*n {
		low = partition(list, n+n/4, bits)
	}
	slices.Sort(low)
	if len(low) < len(list) && distinct(low) < n {
		slices.Sort(list)
		low = list
	}
	low = slices.Compact(low)
	return low[:min(n, len(low))]
}

// buckets is the number of ranges into which partition divides all values.
const buckets = 64

// partition moves the smallest values to the beginning of list, at least n, and returns
// them. It takes linear time.
func partition(list []uint32, n, bits int) []uint32 {
	var counts [buckets]int
	shift := bits - 6
	for _, v := range list {
		counts[v>>shift%buckets]++
	}
	end, all := 0, 0
	for all < n {
		all += counts[end]
		end++
	}
	low := 0
	for i, v := range list {
		if int(v>>shift%buckets) < end {
			list[i], list[low] = list[low], v
			low++
		}
	}
	return list[:low]
}

// distinct returns the number of different values of a sorted list.
func distinct(list []uint32) int {
	n := 0
	for i, v := range list {
		if i == 0 || v != list[i-1] {
			n++
		}
	}
	return n
}

// headed sorts names or figures of a story, and returns n of them, each once. Those of the
// title, which have the lowest bit, come before others if there are too many.
func headed(list []uint32, n int) []uint32 {
	slices.Sort(list)
	kept := 0
	for i, v := range list {
		if i+1 < len(list) && list[i+1]>>1 == v>>1 { // the next is the same, or is in the title too
			continue
		}
		list[kept] = v
		kept++
	}
	list = list[:kept]
	for i := len(list) - 1; len(list) > n && i >= 0; i-- {
		if list[i]&1 == 0 {
			list = slices.Delete(list, i, i+1)
		}
	}
	return list[:min(n, len(list))]
}
