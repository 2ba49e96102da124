// Package fts makes segments of the full-text tables of a catalog: it takes documents
// and returns the rows of the tables in which FTS5 keeps its index. It also reads from
// these tables which documents have a word.
//
// FTS5 can do this itself. But given one INSERT for each document, it cuts each text into words
// again and looks each of them up in a hash table, which took a sixth of the time of a
// load. The words of a batch have numbers already, so a sort by counting makes the index.
// And to read thousands of documents of dozens of words, as stories alike need them, took
// FTS5 and the statement around it a microsecond a document.
// Whatever else happens to an index, FTS5 does: other queries, removals and merges.
//
// A table must be contentless with contentless_delete=1, have detail=full or detail=none, and
// no prefix indexes. The package writes the format of version 4 of FTS5 with the structure
// record of contentless_delete, which SQLite reads since version 3.43. The rows are, byte by
// byte, what SQLite 3.54 writes for the same documents, except that FTS5 divides the index
// of a doclist of some thousand leaves.
//
// # Format
//
// Numbers are varints of SQLite: seven bits a byte, the highest first, and all eight bits
// of the ninth byte. Fixed numbers are big-endian.
//
// Table %_data has the blobs by id. Blob 1, the averages, has the number of documents
// and, for each column, the number of its words in all documents. Blob 10 is the
// structure: which segments there are, see Structure. All other blobs belong to a segment.
// The id of such a blob is segment<<37 + number for a leaf, and 1<<36 more for an index
// of a doclist.
//
// The leaves of a segment, numbered from 1, have its terms in order, each with the
// documents that contain it. A term is the byte '0' and a word.
//
//	leaf     the offset of its first id, if that comes before its first term, or 0: 2 bytes
//	         the offset of the footer: 2 bytes
//	         terms with doclists; the first doclist may begin on an earlier leaf
//	footer   the offset of the first term, and of each other one after the one before it
//	term     the number of bytes that it shares with the term before it on this leaf,
//	         unless it is the first there; the number of its other bytes; these bytes
//	doclist  for each document its id, less the one before it; then its poslist,
//	         unless detail=none. The first id on a leaf that comes before any term is whole.
//	poslist  twice its number of bytes; then for each occurrence its place in the column,
//	         less the one before it, plus 2. The places of each column but the
//	         first follow a byte 1 and the number of the column.
//
// A leaf is full at 4050 bytes. A doclist goes on in the next leaf after any number.
//
// A document that is removed stays in its segment until that is merged. Until then its id is
// in one of the blobs of removed ids of the segment, whose ids are those of leaves, numbered
// from 0, of segment + 1<<16. Such a blob is a hash table: its first byte is the size of a
// slot, 4 or 8; the second is 1 if id 0 was removed; after 8 bytes come the slots.
//
// Table %_idx has, for each leaf with a term, a prefix of its first term that is greater
// than the terms before it, and twice its number. It has one more if the doclist of the
// last term goes on for at least four leaves: then there is an index of the doclist.
//
//	index    a byte 0; the number of the first leaf of those after the term's own that
//	         has an id, and this id; for each leaf after it that has no term, its first id,
//	         less the one before it, or 0 if it has none
//
// Table %_docsize has, by id, the number of words in each column of a document, and its
// origin: a number by which FTS5 knows which segments may contain the document.
package fts
