/** What was last thought of the silence of hosts, what was learnt of families, and what the letters rest on: notes, which can be made again. */
export const silenceSchema = `
CREATE TABLE IF NOT EXISTS silences (
  key TEXT PRIMARY KEY, at TEXT NOT NULL, state TEXT NOT NULL, last TEXT NOT NULL, verdict TEXT NOT NULL, chance REAL, review TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS silences_at ON silences (at);
CREATE TABLE IF NOT EXISTS models (family TEXT PRIMARY KEY, at TEXT NOT NULL, model TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`
