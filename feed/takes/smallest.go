package takes

import "slices"

// smallest sorts list and returns its n smallest values, each once.
func smallest(list []uint32, n int) []uint32 {
	slices.Sort(list)
	list = slices.Compact(list)
	return list[:min(n, len(list))]
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
