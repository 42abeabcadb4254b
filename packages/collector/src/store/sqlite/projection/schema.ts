/** The version of the tables below; a projection of another one is made again from the record. */
export const projectionVersion = 1

/**
 * What is made of the intake log. The cells stand in runs, tables `run_<id>` of one row per source, which are only ever
 * written once and later merged into longer ones, as in a log-structured merge tree: merging cells is commutative,
 * associative and idempotent, so that a reader merges what the runs hold and a writer needs to read nothing.
 */
export const projectionSchema = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS names (
    kind INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, id), UNIQUE (kind, name)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pieces (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, text BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS pieces_by_hash ON pieces (hash);
  CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY, level INTEGER NOT NULL, cells INTEGER NOT NULL, pairs INTEGER NOT NULL, filter BLOB NOT NULL
  );
  CREATE TABLE IF NOT EXISTS hosts (
    source BLOB NOT NULL, family INTEGER NOT NULL, state INTEGER NOT NULL, grade INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, marks BLOB NOT NULL, PRIMARY KEY (source, family)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS curve (
    family INTEGER NOT NULL, hour INTEGER NOT NULL, sketch BLOB NOT NULL, PRIMARY KEY (family, hour)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS coverage (
    submitter INTEGER NOT NULL, sensor INTEGER NOT NULL, day INTEGER NOT NULL, lines BLOB NOT NULL,
    PRIMARY KEY (submitter, sensor, day)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sensors (
    submitter INTEGER NOT NULL, sensor INTEGER NOT NULL, listens TEXT NOT NULL, signatures TEXT NOT NULL,
    PRIMARY KEY (submitter, sensor)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS accounts (sequence INTEGER PRIMARY KEY, account TEXT NOT NULL);
`
