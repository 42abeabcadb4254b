import { lstatSync, readFileSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import {
  type Appeal,
  appealMessage,
  broughtFamilies,
  type Families,
  familiesWith,
  type Instant,
  knownFamilies,
} from '@redalert/core'
import { appealFolder } from './appeal-folder.ts'
import { appealNames } from './appeal-names.ts'
import { readAppealKey } from './appeal-key.ts'
import { verifySignature } from './verify-signature.ts'

/** The families that a collector knows, with those that its own appeals bring: those that its own key signed. */
export type AppealedFamilies = {
  /** By which it judges what it was told: those of all its appeals, for what was told remains when an appeal is over. */
  readonly all: () => Families
  /** By which it reads what arrived at a moment: those of the appeals that were made and not over then. */
  readonly at: (moment: Instant) => Families
}

/** Looks at a data folder whenever it is asked, so that an appeal counts as soon as it is made, and reads no more than what changed. */
export function appealedFamilies(data: string): AppealedFamilies {
  let seen: string | undefined
  let appeals: readonly Appeal[] = []
  let sets = new Map<string, Families>()

  const look = (): void => {
    const now = stateOf(data)
    if (now === seen) return
    appeals = now === '' ? [] : ownAppeals(data).filter(({ signatures }) => signatures.length > 0)
    sets = new Map()
    seen = now
  }
  /** The same appeals always give the same object. */
  const setOf = (some: readonly Appeal[]): Families => {
    if (some.length === 0) return knownFamilies
    const key = some.map(({ id }) => id).join(' ')
    const known = sets.get(key) ?? familiesWith(broughtFamilies(some, knownFamilies.list))
    sets.set(key, known)
    return known
  }
  return {
    all() {
      look()
      return setOf(appeals)
    },
    at(moment) {
      look()
      return setOf(appeals.filter(({ made, deadline }) => made <= moment && moment <= deadline))
    },
  }
}

/** The appeals whose signature is by the collector's own key. */
function ownAppeals(data: string): readonly Appeal[] {
  const key = publicKeyIn(data)
  if (key === undefined) return []
  return appealFolder(data)
    .all()
    .filter(
      appeal => appeal.key === key && verifySignature(appealMessage(appeal), appeal.signature, key),
    )
}

function publicKeyIn(data: string): string | undefined {
  try {
    return readAppealKey(readFileSync(join(data, 'appeal.key'), 'utf8'))?.key
  } catch {
    return undefined
  }
}

/** Which files there are, how large and how old; empty where there is no appeal. */
function stateOf(data: string): string {
  const folder = join(data, 'appeals')
  const names = appealNames(folder)
  if (names.length === 0) return ''
  return [join(data, 'appeal.key'), ...names.map(name => join(folder, name))]
    .map(path => {
      const { size, mtimeMs } = lookedAt(path) ?? { size: 0, mtimeMs: 0 }
      return `${path} ${size} ${mtimeMs}`
    })
    .join('\n')
}

function lookedAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}
