import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backup as copy } from 'node:sqlite'
import { Fault } from '../../fault.ts'
import { openToRead } from '../../store/sqlite/open-database.ts'
import { keepBeside } from '../backup/keep-beside.ts'
import { type Command, dataOption } from '../command.ts'
import { existingFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'

/** `backup`: a copy of all that cannot be made again, while the collector runs. */
export const backup: Command = {
  usage: 'backup FILE --data DIR',
  does: 'copy all that cannot be made again to a file: the record of what came, cases and letters, appeals, keys; the collector may run',
  options: dataOption,
  words: { least: 1, most: 1 },
  async run(given, io) {
    const [name = ''] = given.words
    const file = resolve(io.cwd(), name)
    if (existsSync(file))
      throw new Fault('bad-backup', `${file} is there already: name a new file.`)
    const folder = existingFolder(given, io.cwd())
    const database = openToRead(join(folder, 'intake.db'), 8)
    let beside: readonly string[]
    try {
      // It holds a secret key: nobody else may read it, not even while it is made.
      writeFileSync(file, '', { mode: 0o600, flag: 'wx' })
      await copy(database, file)
      beside = await keepBeside(file, folder)
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    } finally {
      database.close()
    }
    await writeLines(io, [
      `The record was copied to ${file}. Put it back with: redalert-collector restore ${name} --data DIR`,
      ...saidOf(beside),
    ])
    return 0
  },
}

/** What is in it besides the record. */
function saidOf(names: readonly string[]): readonly string[] {
  const count = names.filter(name => name.startsWith('appeals/')).length
  const held = [
    ...(count > 0 ? [count === 1 ? '1 appeal' : `${count} appeals`] : []),
    ...(names.includes('cases.db') ? ['all cases and letters'] : []),
    ...(names.includes('appeal.key') ? ['the secret key that signs appeals'] : []),
    ...(names.includes('return.key') ? ['the secret key of the return addresses'] : []),
  ]
  return held.length === 0
    ? []
    : [`In it are also ${held.join(', ')}: keep it where nobody else can read.`]
}
