// Command stories writes N invented stories to a folder, as agency copy or, with
// -mail, as mail. figures.sh uses it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"

	"dateline/feed/feedtest"
)

func main() {
	mail := flag.Bool("mail", false, "write mail")
	flag.Parse()
	if err := write(flag.Args(), *mail); err != nil {
		fmt.Fprintln(os.Stderr, "stories:", err)
		os.Exit(1)
	}
}

func write(args []string, mail bool) error {
	if len(args) != 2 {
		return errors.New("usage: stories [-mail] N FOLDER")
	}
	n, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	if mail {
		return feedtest.WriteMail(args[1], n)
	}
	return feedtest.Write(args[1], n)
}
