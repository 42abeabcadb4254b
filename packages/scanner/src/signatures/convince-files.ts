import { convince, type Signature } from '@redalert/core'
import type { FamilyFile } from './family-file.ts'
import { objectedIn } from './read-family.ts'
import type { Objected } from './objected.ts'

/** The known families with those of some files: one of the same id takes a known one's place, others come last. */
export function withFamilies(
  known: readonly Signature[],
  files: readonly FamilyFile[],
): readonly Signature[] {
  const own = new Map(files.map(({ signature }) => [signature.id, signature]))
  const ids = new Set(known.map(({ id }) => id))
  return [
    ...known.map(signature => own.get(signature.id) ?? signature),
    ...[...own.values()].filter(({ id }) => !ids.has(id)),
  ]
}

/** What a reviewer objects to in some files, each seen beside the known families and the other files. */
export function convinceFiles(
  files: readonly FamilyFile[],
  known: readonly Signature[],
): readonly Objected[] {
  const all = withFamilies(known, files)
  return files.flatMap((file, index) => {
    const { name, signature, positionOf } = file
    const before = files.slice(0, index).find(other => other.signature.id === signature.id)
    if (before)
      return [
        objectedIn(
          name,
          {
            at: ['id'],
            problem: `${before.name} is the family ${signature.id} too`,
            help: 'give this one another id, or leave one of the files away',
          },
          positionOf,
        ),
      ]
    return convince(signature, all).map(objection => objectedIn(name, objection, positionOf))
  })
}
