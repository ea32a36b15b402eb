package assess

import "junheng/tools/balance"

// finding is a verdict in numbers. Which of part, crit, school and sec are set
// says what it is a verdict on, as in balance.Verdict.
type finding struct {
	part     *balance.Part
	crit     *balance.Criterion
	ind      *indicator
	school   *balance.School
	sec      *section
	stage    balance.Stage
	outcome  balance.Outcome
	basis    balance.Basis
	reviewed bool
	has      bool    // value holds something
	value    float64 //
	limit    *balance.Threshold
	want     float64             // what limit asks here
	over     number              // what its row counts beyond the limit
	relaxed  *balance.Relaxation // passed under it, or would if it were claimed
	raw, per float64             // of a value from a row
	to       *tally              // where it counts
	section  balance.Outcome     // what the rule of its part says of the section
	more     *detail             // of a verdict on the district
}

// detail is what only a verdict on the district has.
type detail struct {
	spread    *Spread
	composite []partOf // the coefficients it is the mean of
	tally     *tally   // of the schools judged by the criterion
	pooled    *pooled  // of a district's value from rows
	sums      *sums    // of one computed from counts
	item      *balance.Item
	stated    *Stated
	proxy     *balance.Proxy
	amount    number   // by how much in all, beside a proxy
	others    []string // other stated values of the same thing
}

// partOf is one coefficient of a composite.
type partOf struct {
	name string
	cv   float64
}
