package record

// nearest returns the word of words closest to w, or "" when none is close
// enough to be what was meant. Ties go to the first.
func nearest(w string, words []string) string {
	best, least := "", 1<<30
	from := []rune(fold(w))
	if len(from) > 64 {
		return ""
	}
	for _, c := range words {
		to := []rune(fold(c))
		d := distance(from, to)
		if d < least && d <= max(len(from), len(to))/3 {
			best, least = c, d
		}
	}
	return best
}

// distance counts the characters to insert, delete, replace or swap with
// their neighbour.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// didYouMean returns a remedy that names the nearest word, or other.
func didYouMean(w string, words []string, other string) string {
	if n := nearest(w, words); n != "" {
		return "是不是“" + n + "”？"
	}
	return other
}
