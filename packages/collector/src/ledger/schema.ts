/** The tables of the ledger: the record of events, what it makes of hosts and cases, the letters, and what came back on them. */
export const ledgerSchema = `
CREATE TABLE IF NOT EXISTS events (number INTEGER PRIMARY KEY, of TEXT NOT NULL, event TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS hosts (key TEXT NOT NULL UNIQUE, host TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS cases (key TEXT NOT NULL UNIQUE, "case" TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS letters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  because TEXT,
  let_go TEXT,
  taken TEXT,
  sent TEXT,
  not_before TEXT,
  outcome TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  doubts INTEGER NOT NULL DEFAULT 0,
  draft TEXT NOT NULL,
  mail BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS gate (number INTEGER PRIMARY KEY, state TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, because TEXT) STRICT;
CREATE INDEX IF NOT EXISTS letters_by_let_go ON letters (let_go);
CREATE INDEX IF NOT EXISTS disputes ON events (json_extract(event, '$.at')) WHERE of = 'case' AND json_extract(event, '$.kind') = 'case-disputed';
CREATE INDEX IF NOT EXISTS tellings ON events (json_extract(event, '$.contact')) WHERE of = 'host' AND json_extract(event, '$.kind') = 'told';
CREATE INDEX IF NOT EXISTS letters_by_state ON letters (state, id);
CREATE INDEX IF NOT EXISTS letters_by_sent ON letters (sent);
CREATE INDEX IF NOT EXISTS letters_by_contact ON letters (contact, state);
CREATE INDEX IF NOT EXISTS letters_by_return ON letters (json_extract(draft, '$.returnTo'));
CREATE TABLE IF NOT EXISTS heard (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  letter INTEGER,
  contact TEXT,
  case_name TEXT,
  is_proven INTEGER NOT NULL,
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  mail BLOB
) STRICT;
CREATE TABLE IF NOT EXISTS wishes (number INTEGER PRIMARY KEY, contact TEXT NOT NULL, wish TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS wishes_of ON wishes (contact, number);
CREATE TABLE IF NOT EXISTS answerers (source TEXT PRIMARY KEY, contact TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answerers_of ON answerers (contact, source);
CREATE TABLE IF NOT EXISTS summaries (
  submitter TEXT PRIMARY KEY,
  mailbox TEXT NOT NULL,
  is_wished INTEGER NOT NULL,
  written TEXT,
  said TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS heard_open ON heard (is_open, number);
`
