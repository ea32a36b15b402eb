package balance

import (
	"encoding/json"
	"iter"
	"maps"
	"math"
	"slices"
)

// Entry 一格 is what one cell of a school table says: a number, the reason why
// there is none, or nothing at all. It takes eight bytes, because a country has
// tens of millions of them: what is no number is kept as a float that is none
// (NaN) with the reason in its last byte.
type Entry float64

// quiet is a quiet NaN with room for a reason: 0 for Absent, and from 1 on the
// place in Missings.
const quiet = 0x7ff8_5ab0_0000_0000

// Absent 未公布 is the Entry of a cell from which nothing could be read, or of
// a column that the table does not have.
var Absent = lacking(0)

func lacking(code int) Entry { return Entry(math.Float64frombits(quiet | uint64(code))) }

// Number is the Entry of a finite number.
func Number(v float64) Entry { return Entry(v) }

// Lacking is the Entry of a number that is missing for the reason m; Absent for
// a reason that is not in Missings.
func Lacking(m Missing) Entry { return lacking(1 + slices.Index(Missings, m)) }

// Known reports whether e is a number.
func (e Entry) Known() bool { return e == e }

// Missing returns the reason why e is no number; NotMissing for a number and
// for Absent.
func (e Entry) Missing() Missing {
	if code := math.Float64bits(float64(e)) ^ quiet; code > 0 && code <= uint64(len(Missings)) {
		return Missings[code-1]
	}
	return NotMissing
}

// Fields 栏目 is what the rows of one school table share: which columns of
// numbers it has and how to find the place of a cell.
type Fields struct {
	ids   []string
	at    map[string]int
	place func(row, field int) Place
}

// NewFields makes the Fields of a table with these columns, by id. place says
// where the cell of a field stands in a row; nil where nobody will ask.
func NewFields(ids []string, place func(row, field int) Place) *Fields {
	f := &Fields{ids: ids, at: make(map[string]int, len(ids)), place: place}
	for i, id := range ids {
		f.at[id] = i
	}
	return f
}

// IDs lists the columns; not to be changed.
func (f *Fields) IDs() []string {
	if f == nil {
		return nil
	}
	return f.ids
}

// Index returns the position of a column for Values.At; -1 if the table does
// not have it. Rows of one table share it: ask once, not once a row.
func (f *Fields) Index(id string) int {
	if f == nil {
		return -1
	}
	if i, ok := f.at[id]; ok {
		return i
	}
	return -1
}

// Values 各栏的值 is what one row of a school table says, column by column. The
// zero Values has no column.
type Values struct {
	fields  *Fields
	entries []Entry // as long as fields
	row     int     // for fields.place
}

// NewValues makes the Values of a row; entries has one for each of fields.
func NewValues(fields *Fields, entries []Entry, row int) Values {
	return Values{fields, entries, row}
}

// ValuesOf makes Values from single data, for rows that come from no table.
func ValuesOf(data map[string]Datum) Values {
	ids := slices.Sorted(maps.Keys(data))
	entries, places := make([]Entry, len(ids)), make([]Place, len(ids))
	for i, id := range ids {
		entries[i], places[i] = data[id].entry(), data[id].Place
	}
	return NewValues(NewFields(ids, func(_, field int) Place { return places[field] }), entries, 0)
}

func (d Datum) entry() Entry {
	if !d.Known() {
		return Lacking(d.Missing)
	}
	return Number(d.Value)
}

// Fields returns what v shares with the other rows of its table; nil for the
// zero Values.
func (v Values) Fields() *Fields { return v.fields }

// At returns the entry at a position that Fields().Index gave; Absent for -1.
func (v Values) At(i int) Entry {
	if i < 0 {
		return Absent
	}
	return v.entries[i]
}

// Get returns one entry with its place; false if it is Absent. To read many
// rows, ask Fields().Index once and use At.
func (v Values) Get(id string) (Datum, bool) {
	i := v.fields.Index(id)
	if i < 0 || v.entries[i].absent() {
		return Datum{}, false
	}
	return v.datum(i), true
}

func (e Entry) absent() bool { return !e.Known() && e.Missing() == NotMissing }

func (v Values) datum(i int) Datum {
	d := Datum{Missing: v.entries[i].Missing()}
	if d.Known() {
		d.Value = float64(v.entries[i])
	}
	if v.fields.place != nil {
		d.Place = v.fields.place(v.row, i)
	}
	return d
}

// All goes through the entries that are not Absent, in the order of the table.
func (v Values) All() iter.Seq2[string, Entry] {
	return func(yield func(string, Entry) bool) {
		for i, e := range v.entries {
			if !e.absent() && !yield(v.fields.ids[i], e) {
				return
			}
		}
	}
}

// With returns a copy of v with one entry changed; its place stays. A column
// that v does not have is added, without a place.
func (v Values) With(id string, e Entry) Values {
	if i := v.fields.Index(id); i >= 0 {
		v.entries = slices.Clone(v.entries)
		v.entries[i] = e
		return v
	}
	old, n := v.fields, len(v.entries)
	v.fields = NewFields(append(slices.Clone(old.IDs()), id), func(row, field int) Place {
		if field < n && old.place != nil {
			return old.place(row, field)
		}
		return Place{}
	})
	v.entries = append(slices.Clone(v.entries), e)
	return v
}

// MarshalJSON writes an object of data by column id.
func (v Values) MarshalJSON() ([]byte, error) {
	data := map[string]Datum{}
	for i, e := range v.entries {
		if !e.absent() {
			data[v.fields.ids[i]] = v.datum(i)
		}
	}
	return json.Marshal(data)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (v *Values) UnmarshalJSON(text []byte) error {
	var data map[string]Datum
	err := json.Unmarshal(text, &data)
	*v = ValuesOf(data)
	return err
}
