import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backup as copy } from 'node:sqlite'
import { Fault } from '../../fault.ts'
import { openToRead } from '../../store/sqlite/open-database.ts'
import { keepAppeals } from '../backup/keep-appeals.ts'
import { type Command, dataOption } from '../command.ts'
import { existingFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'

/** `backup`: a copy of the record and of the appeals, while the collector runs. */
export const backup: Command = {
  usage: 'backup FILE --data DIR',
  does: 'copy the record of what came, the appeals and the key that signs them to a file; the collector may run',
  options: dataOption,
  words: { least: 1, most: 1 },
  async run(given, io) {
    const [name = ''] = given.words
    const file = resolve(io.cwd(), name)
    if (existsSync(file))
      throw new Fault('bad-backup', `${file} is there already: name a new file.`)
    const folder = existingFolder(given, io.cwd())
    const database = openToRead(join(folder, 'intake.db'), 8)
    let appeals: number
    try {
      // It holds a secret key: nobody else may read it, not even while it is made.
      writeFileSync(file, '', { mode: 0o600, flag: 'wx' })
      await copy(database, file)
      appeals = keepAppeals(file, folder)
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    } finally {
      database.close()
    }
    await writeLines(io, [
      `The record was copied to ${file}. Put it back with: redalert-collector restore ${name} --data DIR`,
      ...(appeals > 0 ? [`${said(appeals)} in it: keep it where nobody else can read.`] : []),
    ])
    return 0
  },
}

function said(appeals: number): string {
  const many = appeals === 1 ? '1 appeal' : `${appeals} appeals`
  return `${many} and the secret key that signs them are`
}
