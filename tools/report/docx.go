package report

import "errors"

func readDocx(data []byte) (*page, error) { return nil, errors.New("暂不支持") }
