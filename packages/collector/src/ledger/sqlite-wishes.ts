import type { DatabaseSync } from 'node:sqlite'
import type { Wish } from '../wishes/wish.ts'
import type { WishBook } from '../wishes/wish-book.ts'
import { noWishes, type Wishes } from '../wishes/wishes.ts'
import { stepWishes } from '../wishes/step-wishes.ts'
import { transaction } from './transaction.ts'

/** The book of wishes whose table stands in a database. */
export function sqliteWishes(database: DatabaseSync): WishBook {
  const add = database.prepare('INSERT INTO wishes (contact, wish) VALUES (?, ?)')
  const some = database.prepare('SELECT wish FROM wishes WHERE contact = ? ORDER BY number')
  const askers = database.prepare(
    "SELECT DISTINCT contact FROM wishes WHERE json_extract(wish, '$.kind') IN ('mailbox', 'feed') ORDER BY contact",
  )
  const wishesOf = (contact: string): Wishes =>
    some
      .all(contact)
      .map(row => JSON.parse(row['wish'] as string) as Wish)
      .reduce(stepWishes, noWishes)
  return {
    of: wishesOf,
    say: wishes =>
      transaction(database, () => {
        for (const wish of wishes) {
          const now = wishesOf(wish.contact)
          const next = stepWishes(now, wish)
          if (JSON.stringify(next) !== JSON.stringify(now))
            add.run(wish.contact, JSON.stringify(wish))
        }
      }),
    asking: () =>
      askers
        .all()
        .map(row => row['contact'] as string)
        .filter(contact => {
          const { asked, feed } = wishesOf(contact)
          return asked?.messageId === null || feed?.isDue === true
        }),
  }
}
