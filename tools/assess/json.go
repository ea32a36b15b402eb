package assess

import (
	"bytes"
	"encoding/json"
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
	err := e.Encode(struct {
		Schema int `json:"schema"`
		Result
	}{SchemaVersion, r})
	return b.Bytes(), err
}
