// Package chart draws with values: small SVG pictures for static pages.
//
// One idea runs through them, the line 达标线: each value is held against its
// own limit, so that one rule can run through rows of different units and the
// right side is always the better one. Text stays outside the pictures, in the
// page's own type; a picture whose words stand beside it is hidden from
// assistive technology, the others carry a name. Nothing is styled inline
// (site pages forbid it): presentation is by class, place by percentages, so
// that a picture is as wide as the column it stands in.
package chart
