import type { Account } from '@redalert/core'

/** An account of nothing yet. */
export function emptyAccount(unit: Account['unit']): Account {
  return {
    unit,
    units: 0,
    accepted: 0,
    duplicates: 0,
    other: 0,
    skipped: 0,
    contacts: 0,
    refused: [],
    repaired: [],
    advice: [],
    hosts: { new: 0, known: 0 },
  }
}
