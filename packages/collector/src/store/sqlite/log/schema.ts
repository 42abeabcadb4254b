/** The tables of the record. A later version adds to them and changes nothing. */
export const logSchema = `
  CREATE TABLE IF NOT EXISTS arrivals (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, way TEXT NOT NULL,
    submitter TEXT NOT NULL, proof TEXT NOT NULL, shape TEXT NOT NULL, hints TEXT NOT NULL, sha256 BLOB NOT NULL,
    bytes INTEGER NOT NULL, answer_to TEXT, form TEXT NOT NULL, content BLOB NOT NULL, settled INTEGER NOT NULL DEFAULT 0,
    UNIQUE (sha256, submitter, shape, hints)
  );
  CREATE INDEX IF NOT EXISTS arrivals_unsettled ON arrivals (sequence) WHERE settled = 0;
  CREATE INDEX IF NOT EXISTS arrivals_raw ON arrivals (at) WHERE form = 'raw';
  CREATE INDEX IF NOT EXISTS arrivals_of ON arrivals (submitter, sequence);
  CREATE TABLE IF NOT EXISTS requests (
    submitter TEXT NOT NULL, key TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (submitter, key)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS letters (
    sequence INTEGER PRIMARY KEY, address TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL,
    message_id TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, due TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS letters_due ON letters (due) WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS letters_to ON letters (address, at);
`
