package report

import "errors"

func readCSV(text string) (*page, error)  { return nil, errors.New("暂不支持") }
func readJSON(text string) (*page, error) { return nil, errors.New("暂不支持") }
