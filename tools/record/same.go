package record

import (
	"hash/maphash"
	"math/bits"

	"junheng/tools/balance"
)

// begin is where a row begins that became a school.
type begin struct{ line, row, start int32 }

// rows is what the places of values are found by, long after the table is read.
type rows struct {
	begin  []begin
	headOf []int // position in Fields → in the row
	placer placer
}

func (r *rows) place(row, field int) balance.Place { return r.at(row, r.headOf[field]) }

func (r *rows) at(row, position int) balance.Place {
	return r.placer(r.begin[row].line, r.begin[row].start, position)
}

// twice notes codes that an earlier row has, and names that an earlier row of
// the same township has. Most tables have none; to see that, a set of hashes
// takes a fraction of the time of a map with every row in it.
func (t *table) twice(schools []balance.School) {
	codes, names := newHashes(len(schools)), newHashes(len(schools))
	for i := range schools {
		codes.add(schools[i].Code)
		names.add(schools[i].Name)
	}
	if codes.repeated {
		t.again("code", schools, func(s *balance.School) string { return s.Code }, func(s *balance.School, where string) (string, string) {
			return "学校标识码“" + s.Code + "”与" + where + "重复", "一所学校一行，一个标识码；改正写错的那个"
		})
	}
	if names.repeated {
		t.again("name", schools, func(s *balance.School) string {
			if s.Name == "" {
				return ""
			}
			return s.Name + "\x00" + s.Township
		}, func(s *balance.School, where string) (string, string) {
			return "学校名称“" + snippet(s.Name) + "”与" + where + "重复", "删去重复的一行；确是两所学校的，名称写全以便区分"
		})
	}
}

// hashes is a set of words, each by its hash. repeated is set once a word was
// added again, and by words of one hash, which costs no more than time.
type hashes struct {
	seed     maphash.Seed
	slots    []uint64 // at least half of them free; 0 is a free one
	repeated bool
}

func newHashes(words int) *hashes {
	return &hashes{seed: maphash.MakeSeed(), slots: make([]uint64, 1<<bits.Len(uint(2*words)))}
}

func (h *hashes) add(word string) {
	if word == "" || h.repeated {
		return
	}
	hash := maphash.String(h.seed, word) | 1
	for i := hash >> 8; ; i++ {
		switch slot := &h.slots[i&uint64(len(h.slots)-1)]; *slot {
		case 0:
			*slot = hash
			return
		case hash:
			h.repeated = true
			return
		}
	}
}

// again notes every school with the key of an earlier one in column id.
func (t *table) again(id string, schools []balance.School, key func(*balance.School) string, say func(s *balance.School, where string) (what, mend string)) {
	position, first := t.byID[id], map[string]int{}
	for i := range schools {
		s := &schools[i]
		k := key(s)
		if k == "" {
			continue
		}
		earlier, dup := first[k]
		if !dup {
			first[k] = i
			continue
		}
		where, p := "第 "+itoa(int(t.rows.begin[earlier].line))+" 行", t.rows.at(earlier, position)
		if p.Cell != "" {
			where = " " + p.Cell + " "
		}
		what, mend := say(s, where)
		spot := t.grid.spot(cell{row: t.rows.begin[i].row, column: int32(position + 1)})
		t.ps.Fault(t.rows.at(i, position), spot+what, mend)
	}
}
