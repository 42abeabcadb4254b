/** The tables of the book: they lie beside the record, so that a copy of it holds them too. */
export const bookSchema = `
  CREATE TABLE IF NOT EXISTS submitters (
    name TEXT PRIMARY KEY, kind TEXT NOT NULL, since TEXT NOT NULL, batch TEXT, vetted INTEGER NOT NULL,
    revoked INTEGER NOT NULL, sent_from TEXT NOT NULL, listens TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS submitter_keys (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL, submitter TEXT NOT NULL, scopes TEXT NOT NULL, made TEXT NOT NULL,
    last_used TEXT, revoked INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS submitter_keys_of ON submitter_keys (submitter, id);
  CREATE TABLE IF NOT EXISTS submitter_addresses (address TEXT PRIMARY KEY, submitter TEXT NOT NULL) WITHOUT ROWID;
`
