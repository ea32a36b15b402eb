// Package index makes names findable: by a part of a name, a former name or a
// short form, by pinyin and by its initials. It turns names into the small
// files that assets/js/search/1-match.js looks them up in:
//
//	districts.js          every division, its pinyin, how many schools can be found
//	<bucket>.js           which districts have a name with these two characters
//	names.js              one district's schools, beside its list of names
//
// A reader's phone loads the first, one or two buckets, and the few districts
// they name; no file grows with the number of schools in the country but the
// buckets, and those hold districts, not schools. A file is a classic script
// that hands its data to a function, because a site opened from disk can load
// nothing else.
package index
