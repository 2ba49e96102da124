package headlines

import "dateline/feed/locale"

// The words for the marks of rows, for screen readers.
func starred() string { return locale.In("mark").T("starred") }
func fresh() string   { return locale.In("mark").T("new") }
func unread() string  { return locale.In("mark").T("unread") }
func read() string    { return locale.In("mark").T("read") }

// takeCount returns a number of takes.
func takeCount(n int) string { return locale.N(n, "%s take", "%s takes") }
