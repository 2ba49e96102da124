package meta

// Version is the version of the schema and of the keys of headlines. A catalog
// of another version is rebuilt.
const Version = 15

// WithDigest is a condition for files with the digest ?1, by the index of digests.
const WithDigest = `substr(digest, 1, 6) = substr(?1, 1, 6) AND digest = ?1`

// What a key of table cuts is of.
const (
	OfRow = 0
	OfRef = 1
)

// Schema creates the tables of an empty catalog.
const Schema = `
CREATE TABLE rows (
	id         INTEGER PRIMARY KEY,
	sid        TEXT NOT NULL,      -- story.ID
	nu         INTEGER NOT NULL,   -- minus the moment, so that every column ascends
	nt         INTEGER NOT NULL,   -- minus the take
	path       TEXT NOT NULL,
	sub        INTEGER NOT NULL,   -- length of the end of path that is not in its file's: "#3"
	kind       TEXT NOT NULL,
	fields     BLOB NOT NULL,      -- all other fields of the story.Row; see package columns
	refs       BLOB,               -- refs.id of its related headlines, 8 bytes each
	span       BLOB                -- its bytes in the file: see PackRange; NULL for the whole file
);
CREATE UNIQUE INDEX rows_order ON rows(nu, nt, path);
CREATE INDEX rows_corrections ON rows(id) WHERE kind IN ('correction', 'kill');
CREATE UNIQUE INDEX rows_sid ON rows(sid);
CREATE TABLE days (
	day    INTEGER PRIMARY KEY,    -- minus the day since 1970
	n      INTEGER NOT NULL,       -- rows
	folded INTEGER NOT NULL        -- rows that another take stands for
);
CREATE TABLE keys (key TEXT, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID; -- of a title, or see NameKeys
CREATE VIRTUAL TABLE titles USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '.'");
CREATE TABLE announced (           -- corrections and kills
	id    INTEGER PRIMARY KEY,     -- rows.id
	what  BLOB NOT NULL,           -- notice.Notice, in JSON
	loose INTEGER NOT NULL,        -- its date does not bound those of its stories: see notice.Dated
	stale INTEGER NOT NULL         -- notices may not have its stories
);
CREATE INDEX announced_stale ON announced(id) WHERE stale;
CREATE TABLE notices (target INTEGER, id INTEGER, PRIMARY KEY (target, id)) WITHOUT ROWID; -- rows.id of a story, and of its correction or kill
CREATE INDEX notices_id ON notices(id);
CREATE TABLE embargoes (id INTEGER PRIMARY KEY, until INTEGER NOT NULL); -- rows.id, seconds since 1970
CREATE TABLE refs (
	id       INTEGER PRIMARY KEY,  -- like rows.id, of the first story of the period that lists it
	headline BLOB NOT NULL,        -- see columns.PackRelated
	stories  BLOB NOT NULL         -- rows.id of stories that list it, 8 bytes each; cites has the others
);
CREATE TABLE refkeys (hash INTEGER, ref INTEGER, PRIMARY KEY (hash, ref)) WITHOUT ROWID; -- hash: of the key of its title, or of one of its TargetKeys
CREATE VIRTUAL TABLE refwords USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '.'");
CREATE TABLE cites (ref INTEGER, story INTEGER, PRIMARY KEY (ref, story)) WITHOUT ROWID;
CREATE TABLE cuts (of INTEGER, key TEXT, id INTEGER, PRIMARY KEY (of, key, id)) WITHOUT ROWID; -- of: OfRow, OfRef
CREATE TABLE prints (id INTEGER PRIMARY KEY, print BLOB NOT NULL); -- of a row: see takes.Print
CREATE TABLE fresh (id INTEGER PRIMARY KEY); -- rows whose takes have not been searched for
CREATE TABLE kin (id INTEGER PRIMARY KEY, list BLOB NOT NULL); -- of a row: other takes of its story, see PackKin; each is in the list of the other
CREATE TABLE joins (a INTEGER, b INTEGER, joined INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID; -- by the reader; 0: cut
CREATE TABLE takes (
	id    INTEGER PRIMARY KEY,     -- like rows.id, of a story with several takes
	grp   INTEGER NOT NULL,        -- rows.id of its oldest take
	n     INTEGER NOT NULL,        -- the number of its takes
	nth   INTEGER NOT NULL,        -- from 0, the oldest
	place INTEGER NOT NULL,        -- 0: it stands for the story; the others from 1, in the order in which they would
	day   INTEGER NOT NULL         -- days.day
);
CREATE INDEX takes_group ON takes(grp);
CREATE TABLE files (
	path   TEXT PRIMARY KEY,
	id     INTEGER NOT NULL,
	size   INTEGER NOT NULL,
	mtime  ANY NOT NULL,           -- see Stamp
	inode  INTEGER NOT NULL,       -- 0: none
	sure   INTEGER NOT NULL,       -- a change would show in size or mtime
	holds  INTEGER NOT NULL,       -- other files lie in it
	digest BLOB,                   -- NULL if the file could not be read
	rows   BLOB NOT NULL,          -- rows.id of its stories, 8 bytes each
	rules  INTEGER NOT NULL        -- rules.id of the rules that made its rows
) WITHOUT ROWID;
CREATE TABLE rules (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE INDEX files_digest ON files(substr(digest, 1, 6)) WHERE digest IS NOT NULL; -- the rest is compared
CREATE INDEX files_unsure ON files(path) WHERE sure = 0;
CREATE TABLE dropped (path TEXT PRIMARY KEY) WITHOUT ROWID; -- files removed since folders was written
CREATE TABLE folders (one INTEGER PRIMARY KEY CHECK (one = 1), list BLOB NOT NULL); -- see glance.Pack
CREATE TABLE listings (path TEXT PRIMARY KEY, names BLOB NOT NULL); -- of a folder: see glance.PackNames
CREATE TABLE doubts (
	path    TEXT,
	line    INTEGER,
	n       INTEGER,
	sub     INTEGER NOT NULL,      -- like rows.sub
	problem TEXT NOT NULL,
	detail  TEXT NOT NULL,
	PRIMARY KEY (path, line, n)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE texts USING fts5(title, body, meta, content='', contentless_delete=1, tokenize="ascii tokenchars '.:=_-'");
INSERT INTO texts(texts, rank) VALUES ('automerge', 0), ('crisismerge', 512);
INSERT INTO titles(titles, rank) VALUES ('automerge', 0), ('crisismerge', 512);
INSERT INTO refwords(refwords, rank) VALUES ('automerge', 0), ('crisismerge', 512);
CREATE TABLE words (word TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID; -- n: stories ever added that have it
CREATE TABLE facets (id INTEGER PRIMARY KEY, list BLOB NOT NULL); -- of a row: facetvalues.id of its values, varints
CREATE TABLE facetvalues (
	id    INTEGER PRIMARY KEY,
	facet TEXT NOT NULL,
	key   TEXT NOT NULL,           -- text, folded
	text  TEXT NOT NULL,           -- as the first story spells it
	n     INTEGER NOT NULL,        -- stories that have it
	UNIQUE (facet, key)
);
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('stories', 0), ('files', 0), ('doubts', 0), ('file', 0), ('loose', 0), ('folded', 0), ('grouped', 0),
	('made', unixepoch()), ('scanned', 0),
	('added', 0), ('changed', 0), ('removed', 0); -- numbers of stories since it was created
`
