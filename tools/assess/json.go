package assess

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// SchemaVersion counts the changes of the JSON form that could break a reader.
const SchemaVersion = 1

// JSON is what `junheng assess` prints: the result with its schema version.
// Everything in it is named by the json tags of Result and of package balance.
func JSON(r Result) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(form{SchemaVersion, r})
	return Round(b.Bytes()), err
}

// digits is how many significant digits a number of a JSON form has at most:
// more than any table, fewer than where binary fractions show.
const digits = 12

// Round rewrites every number of a JSON text that has more digits than that:
// 0.010000000000000009 becomes 0.01. Text in quotes stays as it is.
func Round(form []byte) []byte {
	out := make([]byte, 0, len(form))
	for i := 0; i < len(form); {
		switch c := form[i]; {
		case c == '"':
			end := i + 1
			for form[end] != '"' {
				if form[end] == '\\' {
					end++
				}
				end++
			}
			out = append(out, form[i:end+1]...)
			i = end + 1
		case c == '-' || '0' <= c && c <= '9':
			end := i + 1
			for end < len(form) && bytes.IndexByte([]byte("+-.0123456789eE"), form[end]) >= 0 {
				end++
			}
			out = append(out, rounded(form[i:end])...)
			i = end
		default:
			out = append(out, c)
			i++
		}
	}
	return out
}

// rounded is one number of a JSON text; whole numbers stay as they are.
func rounded(number []byte) []byte {
	if len(number) <= digits || !bytes.ContainsAny(number, ".eE") {
		return number
	}
	v, err := strconv.ParseFloat(string(number), 64)
	if err != nil {
		return number
	}
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	short, err := json.Marshal(v)
	if err != nil {
		return number
	}
	return short
}
