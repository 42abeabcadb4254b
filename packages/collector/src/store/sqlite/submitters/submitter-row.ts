import type { SQLOutputValue } from 'node:sqlite'
import type { Address, Instant } from '@redalert/core'
import type { KeptKey, KeyScope } from '../../../trust/kept-key.ts'
import type { Submitter, SubmitterKind } from '../../../trust/submitter.ts'

type Row = Record<string, SQLOutputValue>

/** The submitter that a row of the book tells of. */
export function submitterOfRow(row: Row): Submitter {
  return {
    name: String(row['name']),
    kind: row['kind'] as SubmitterKind,
    since: row['since'] as Instant,
    batch: row['batch'] as string | null,
    vetted: row['vetted'] === 1,
    revoked: row['revoked'] === 1,
    sentFrom: JSON.parse(String(row['sent_from'])) as readonly Address[],
    listens: JSON.parse(String(row['listens'])) as readonly Address[],
  }
}

/** The values of the row of a submitter, in the order of the table. */
export function rowOfSubmitter(submitter: Submitter): readonly (string | number | null)[] {
  const { name, kind, since, batch, vetted, revoked, sentFrom, listens } = submitter
  const texts = [JSON.stringify(sentFrom), JSON.stringify(listens)]
  return [name, kind, since, batch, Number(vetted), Number(revoked), ...texts]
}

/** The key that a row of the book tells of. */
export function keyOfRow(row: Row): KeptKey {
  return {
    id: String(row['id']),
    hash: String(row['hash']),
    submitter: String(row['submitter']),
    scopes: String(row['scopes']).split(' ') as KeyScope[],
    made: row['made'] as Instant,
    lastUsed: row['last_used'] as Instant | null,
    revoked: row['revoked'] === 1,
  }
}
