import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backup as copy } from 'node:sqlite'
import { Fault } from '../../fault.ts'
import { openToRead } from '../../store/sqlite/open-database.ts'
import { type Command, dataOption } from '../command.ts'
import { existingFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'

/** `backup`: a copy of the record, while the collector runs. All else is made from it. */
export const backup: Command = {
  usage: 'backup FILE --data DIR',
  does: 'copy the record of what came to a file; the collector may run',
  options: dataOption,
  words: { least: 1, most: 1 },
  async run(given, io) {
    const [name = ''] = given.words
    const file = resolve(io.cwd(), name)
    if (existsSync(file))
      throw new Fault('bad-backup', `${file} is there already: name a new file.`)
    const database = openToRead(join(existingFolder(given, io.cwd()), 'intake.db'), 8)
    try {
      await copy(database, file)
    } finally {
      database.close()
    }
    await writeLines(io, [
      `The record was copied to ${file}. Put it back with: redalert-collector restore ${name} --data DIR`,
    ])
    return 0
  },
}
