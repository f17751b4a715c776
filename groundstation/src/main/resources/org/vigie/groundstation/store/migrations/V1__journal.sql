-- One line of the journal. leaf = SHA-256(0x00 || canonical entry), kept so that the Merkle tree
-- is there at once after a start.
CREATE TABLE entry (
  position    INTEGER PRIMARY KEY,
  stream_kind TEXT    NOT NULL,
  stream_id   TEXT    NOT NULL,
  number      INTEGER NOT NULL,
  time        TEXT    NOT NULL,
  service     TEXT    NOT NULL,
  commune     TEXT    NOT NULL,
  type        TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  body        TEXT    NOT NULL,
  leaf        BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX entry_stream ON entry (stream_kind, stream_id, number);
CREATE INDEX entry_first ON entry (stream_kind, position) WHERE number = 0;

-- Append-only even for whoever opens the file with another program and no bad intent.
CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- Content about persons: may be erased by law; the entry keeps SHA-256(salt || content).
CREATE TABLE personal (
  position INTEGER NOT NULL REFERENCES entry (position),
  label    TEXT    NOT NULL,
  salt     BLOB    NOT NULL,
  content  TEXT    NOT NULL,
  PRIMARY KEY (position, label)
) STRICT, WITHOUT ROWID;

-- Plans, proofs, decisions, input files, under the SHA-256 of their bytes.
CREATE TABLE document (
  hash  TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
