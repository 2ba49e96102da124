package archive

// disk is what there is to know of a file system.
type disk struct {
	silent   bool // it does not tell of changes that other machines make
	fleeting bool // its inodes change by themselves
}
