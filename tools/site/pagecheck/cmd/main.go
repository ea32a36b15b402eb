// Command cmd checks every page of a finished site: pagecheck/cmd DIR.
package main

import (
	"fmt"
	"os"

	"junheng/tools/site/pagecheck"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "用法：pagecheck 目录")
		os.Exit(2)
	}
	faults, err := pagecheck.Check(os.DirFS(os.Args[1]))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	for _, f := range faults {
		fmt.Println(f)
	}
	fmt.Printf("pages: %d faults\n", len(faults))
	if len(faults) > 0 {
		os.Exit(1)
	}
}
