-- What the station signed of its journal, once for each size, kept for ever.
CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  at   TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

-- Lines of witnesses for it, by the witness's vkey.
CREATE TABLE cosignature (
  size    INTEGER NOT NULL REFERENCES checkpoint (size),
  witness TEXT    NOT NULL,
  line    TEXT    NOT NULL,
  PRIMARY KEY (size, witness)
) STRICT, WITHOUT ROWID;

CREATE INDEX cosignature_witness ON cosignature (witness, size);

CREATE TRIGGER checkpoint_never_changes BEFORE UPDATE ON checkpoint
BEGIN
  SELECT RAISE(ABORT, 'checkpoints are kept as they were signed');
END;

CREATE TRIGGER checkpoint_never_goes BEFORE DELETE ON checkpoint
BEGIN
  SELECT RAISE(ABORT, 'checkpoints are kept for ever');
END;

CREATE TRIGGER cosignature_never_changes BEFORE UPDATE ON cosignature
BEGIN
  SELECT RAISE(ABORT, 'cosignatures are kept as they came');
END;

CREATE TRIGGER cosignature_never_goes BEFORE DELETE ON cosignature
BEGIN
  SELECT RAISE(ABORT, 'cosignatures are kept for ever');
END;
