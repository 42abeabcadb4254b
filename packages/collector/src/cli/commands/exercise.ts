import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exercise as holdExercise } from '../../exercise/exercise.ts'
import type { Command } from '../command.ts'
import { writeLines } from '../io.ts'

/** `exercise`: everything once, with machines that are made up. */
export const exercise: Command = {
  usage: 'exercise [--keep]',
  does: 'show on this machine alone how it collects; --keep lets it run until you stop it',
  options: { keep: { type: 'boolean' } },
  words: { least: 0, most: 0 },
  async run({ options }, io) {
    const folder = mkdtempSync(join(tmpdir(), 'redalert-exercise-'))
    try {
      const isKept = options['keep'] === true
      await holdExercise({
        folder,
        clock: Date.now,
        random: randomBytes,
        say: line => writeLines(io, [`EXERCISE  ${line}`.trimEnd()]),
        ...(isKept && {
          until: Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]),
        }),
      })
      if (!isKept) await writeLines(io, next)
      return 0
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const next = [
  'That was an exercise in a folder that is gone again. For a collector that stays:',
  '  redalert-collector exercise --keep       lets the exercise run, so that you can tell it something',
  '  redalert-collector serve --data DIR      collects for real; DIR is made, and nothing is mailed to anybody',
]
