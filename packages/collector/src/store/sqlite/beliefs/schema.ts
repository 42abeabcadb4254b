/** The version of the tables below, and of what is worked out from them; what another one left is made again. */
export const beliefsVersion = 2

/** What everybody told of every host, where everybody stands, and what follows: all of it can be made again from the cells. */
export const beliefsSchema = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS reports (
    source BLOB NOT NULL, family TEXT NOT NULL, submitter TEXT NOT NULL, grade TEXT NOT NULL, first TEXT NOT NULL,
    last TEXT NOT NULL, PRIMARY KEY (source, family, submitter)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS reports_of ON reports (submitter);
  CREATE TABLE IF NOT EXISTS standings (submitter TEXT PRIMARY KEY, standing TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS decisions (
    source BLOB NOT NULL, family TEXT NOT NULL, may TEXT, decision TEXT NOT NULL, PRIMARY KEY (source, family)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS clocks (
    submitter TEXT NOT NULL, sensor TEXT NOT NULL, skew TEXT NOT NULL, PRIMARY KEY (submitter, sensor)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS decisions_may ON decisions (may, source, family) WHERE may IS NOT NULL;
`
