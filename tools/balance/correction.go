package balance

// Correction 更正 is something that was published wrong, and what is right. It
// stands on /corrections/ and on the page it is about, and is never removed.
type Correction struct {
	Date  string `json:"date"`  // YYYY-MM-DD, when it was put right
	Page  string `json:"page"`  // address in the site: /districts/990101/2023/
	Wrong string `json:"wrong"` // what had been published
	Right string `json:"right"` // what holds instead; a withdrawal says why
	Told  string `json:"told"`  // who noticed it: an office, or 读者, 家长; no private person's name
	Place Place  `json:"place"`
}
