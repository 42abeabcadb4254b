import { DatabaseSync } from 'node:sqlite'

/** Where a message goes when it is settled. */
export type Destination = 'processed' | 'failed'

/** The name of a message, which is good for as long as the mailbox keeps its UIDVALIDITY. */
export type MessageName = {
  readonly mailbox: string
  readonly validity: string
  readonly uid: number
}

/**
 * What is settled and lies in a mailbox still: such a message is moved when it is met again, and never taken again. What
 * it says is noted is on disk.
 */
export type UidLedger = Disposable & {
  readonly note: (name: MessageName, sha256: Uint8Array, destination: Destination) => void
  readonly find: (name: MessageName) => Destination | undefined
  /** Finds a message by its bytes: when a mailbox has another UIDVALIDITY, all its names are void. */
  readonly findBytes: (mailbox: string, sha256: Uint8Array) => Destination | undefined
  readonly forget: (name: MessageName) => void
  /** Forgets all that is noted of a mailbox, but what lies in it. */
  readonly sweep: (mailbox: string, validity: string, uids: ReadonlySet<number>) => void
}

/** Opens a ledger in a file of its own. */
export function openUidLedger(file: string): UidLedger {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS settled (
      mailbox TEXT NOT NULL, validity TEXT NOT NULL, uid INTEGER NOT NULL,
      sha256 BLOB NOT NULL, destination TEXT NOT NULL,
      PRIMARY KEY (mailbox, validity, uid)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS settled_bytes ON settled (sha256);
  `)
  const insert = database.prepare('INSERT OR REPLACE INTO settled VALUES (?, ?, ?, ?, ?)')
  const byName = database.prepare(
    'SELECT destination FROM settled WHERE mailbox = ? AND validity = ? AND uid = ?',
  )
  const byBytes = database.prepare(
    'SELECT destination FROM settled WHERE mailbox = ? AND sha256 = ?',
  )
  const ofMailbox = database.prepare('SELECT validity, uid FROM settled WHERE mailbox = ?')
  const remove = database.prepare(
    'DELETE FROM settled WHERE mailbox = ? AND validity = ? AND uid = ?',
  )
  return {
    note({ mailbox, validity, uid }, sha256, destination) {
      insert.run(mailbox, validity, uid, sha256, destination)
    },
    find: ({ mailbox, validity, uid }) => destinationIn(byName.get(mailbox, validity, uid)),
    findBytes: (mailbox, sha256) => destinationIn(byBytes.get(mailbox, sha256)),
    forget({ mailbox, validity, uid }) {
      remove.run(mailbox, validity, uid)
    },
    sweep(mailbox, validity, uids) {
      for (const row of ofMailbox.all(mailbox)) {
        const name = { validity: String(row['validity']), uid: Number(row['uid']) }
        if (name.validity === validity && uids.has(name.uid)) continue
        remove.run(mailbox, name.validity, name.uid)
      }
    },
    [Symbol.dispose]: () => database.close(),
  }
}

function destinationIn(row: Record<string, unknown> | undefined): Destination | undefined {
  const destination = row?.['destination']
  return destination === 'processed' || destination === 'failed' ? destination : undefined
}
