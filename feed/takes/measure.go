package takes

// shares holds how much two stories have in common, each from 0 to 1.
type shares struct {
	key     bool    // the titles are the same but for their figures
	title   float64 // the weight of the words in both titles
	inTitle float64 // the weight of the words of the lighter title that are in the other
	body    float64 // the samples of the shorter body that are in the other
	lede    float64 // the same of the ledes
	names   float64 // the names of the story with fewer that are in the other; 1 if it has none
	figures float64 // the same of figures
	head    float64 // the same of the figures of the titles

	sharedFigures, sharedNames int
}

// measure compares two stories.
func measure(a, b *Print) shares {
	s := measureTexts(a, b)
	s.measureFacts(a, b)
	return s
}

// measureTexts compares the texts of two stories.
func measureTexts(a, b *Print) shares {
	s := shares{
		key:  a.key != 0 && a.key == b.key,
		body: sampled(a.body, b.body, maxBody),
		lede: sampled(a.lede, b.lede, maxLede),
	}
	if s.key {
		s.title, s.inTitle = 1, 1
		return s
	}
	x, y, both := weights(a.title, b.title)
	if light := min(x, y); light > 0 {
		s.title, s.inTitle = 2*both/(x+y), min(1, both/light)
	}
	return s
}

// unlike reports whether the texts have so little in common that no rule holds, whatever
// the names and figures.
func (s *shares) unlike() bool { return !s.key && s.title < 0.2 && s.lede < 0.2 && s.body < 0.08 }

// measureFacts compares the names and figures of two stories.
func (s *shares) measureFacts(a, b *Print) {
	s.names = 1
	s.figures, s.head = contained(a.figures, b.figures, 0), contained(a.figures, b.figures, 1)
	meet(a.figures, b.figures, 1, func(_, _ uint32) { s.sharedFigures++ })
	if a.flags.has(cased) && b.flags.has(cased) {
		s.names = contained(a.names, b.names, 0)
		meet(a.names, b.names, 1, func(_, _ uint32) { s.sharedNames++ })
	}
}

// weights returns the weights of two titles, and of the words that are in both.
func weights(a, b []uint32) (x, y, both float64) {
	const low = 1<<weightBits - 1
	for _, w := range a {
		x += float64(w & low)
	}
	for _, w := range b {
		y += float64(w & low)
	}
	meet(a, b, weightBits, func(v, w uint32) { both += float64(v&low+w&low) / 2 })
	return x, y, both
}

// meet calls yield for the values of two sorted lists that are equal but for their lowest
// bits.
func meet(a, b []uint32, bits int, yield func(v, w uint32)) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch v, w := a[i]>>bits, b[j]>>bits; {
		case v < w:
			i++
		case v > w:
			j++
		default:
			yield(a[i], b[j])
			i, j = i+1, j+1
		}
	}
}

// sampled returns the share of the shorter of two texts that is in the other. Each list
// has the smallest hashes of its text: all of them, if there are fewer than limit.
// Only hashes below the largest of each list that is full are compared.
func sampled(a, b []uint32, limit int) float64 {
	end := ^uint32(0)
	for _, list := range [...][]uint32{a, b} {
		if len(list) == limit {
			end = min(end, list[limit-1])
		}
	}
	a, b = below(a, end), below(b, end)
	return float64(inBoth(a, b)) / float64(max(min(len(a), len(b)), minSample))
}

// inBoth returns the number of values that two sorted lists share. Most pairs are compared no
// further than here. The values are random: a branch on which is smaller would be predicted
// wrong half of the time, so both indexes are moved by a sum.
func inBoth(a, b []uint32) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		d := int64(a[i]) - int64(b[j])
		later, earlier := int(uint64(d)>>63), int(uint64(-d)>>63) // 1 if a's is smaller, if b's is
		n += 1 - later - earlier
		i += 1 - earlier
		j += 1 - later
	}
	return n
}

// minSample is the number of samples that a share is at least taken of, so that few words
// make no large share.
const minSample = 6

// below returns the values of a sorted list that are not above end.
func below(list []uint32, end uint32) []uint32 {
	for len(list) > 0 && list[len(list)-1] > end {
		list = list[:len(list)-1]
	}
	return list
}

// contained returns the share of the shorter of two lists of names or figures that is in
// the other, 1 if it is empty. Only values with the lowest bit that head asks for count:
// 0 for all, 1 for those of the title, in both lists.
func contained(a, b []uint32, head uint32) float64 {
	n := 0
	meet(a, b, 1, func(v, w uint32) {
		if v&w&1 >= head {
			n++
		}
	})
	if short := min(counted(a, head), counted(b, head)); short > 0 {
		return float64(n) / float64(short)
	}
	return 1
}

func counted(list []uint32, head uint32) int {
	n := 0
	for _, v := range list {
		if v&1 >= head {
			n++
		}
	}
	return n
}

// lacks reports whether a name in the title of a is nowhere in the title, the lede and the
// names of b.
func lacks(a, b *Print) bool {
	if !a.flags.has(cased) || !b.flags.has(cased) {
		return false
	}
	for _, v := range a.names {
		if v&1 == 1 && !has(b.names, 1, v>>1) && !b.hasWord(v>>1) {
			return true
		}
	}
	return false
}

// hasWord reports whether a word is in the title or the lede of p, or is its place or a name in
// it.
func (p *Print) hasWord(w uint32) bool {
	return has(p.title, weightBits, w) || has(p.words, 0, w) || has(p.places, 0, w) || has(p.names, 1, w)
}

// has reports whether a list has a value but for its lowest bits.
func has(list []uint32, bits int, value uint32) bool {
	for _, v := range list {
		if v>>bits == value {
			return true
		}
	}
	return false
}
