// Command dateline reads a folder of news stories in the terminal.
package main

func main() {}
