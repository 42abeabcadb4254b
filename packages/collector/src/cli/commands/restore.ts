import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../../fault.ts'
import { lockFolder } from '../../serve/lock-folder.ts'
import { stopFile } from '../../telling/stop-file.ts'
import { putBackBeside } from '../backup/put-back-beside.ts'
import { type Command, dataOption } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'

/** `restore`: a new folder from a copy. */
export const restore: Command = {
  usage: 'restore FILE --data DIR',
  does: 'make a new folder from a copy; no letter leaves it before a person says outbox go',
  options: dataOption,
  words: { least: 1, most: 1 },
  async run(given, io) {
    const [name = ''] = given.words
    const file = resolve(io.cwd(), name)
    const folder = dataFolder(given, io.cwd())
    if (existsSync(join(folder, 'intake.db')))
      throw new Fault('bad-backup', `${folder} holds a record already: restore into a new folder.`)
    check(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    using _lock = lockFolder(folder)
    let beside: readonly string[]
    const part = join(folder, 'intake.db.part')
    try {
      copyFileSync(file, part)
      beside = putBackBeside(part, folder)
      // Who was told since the copy was made is not known here.
      writeFileSync(stopFile(folder), '')
      renameSync(part, join(folder, 'intake.db'))
    } finally {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${part}${ending}`, { force: true })
    }
    await writeLines(io, [
      `The record was put into ${folder}. It is read when the collector starts on it, or by: redalert-collector rebuild --data ${folder}`,
      ...(beside.includes('cases.db')
        ? [
            'Letters that left after the copy was made are not known in it: none leaves until a person says redalert-collector outbox go.',
          ]
        : []),
    ])
    return 0
  },
}

function check(file: string): void {
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const sound = database.prepare('PRAGMA integrity_check').get()?.['integrity_check']
      database.prepare('SELECT count(*) FROM arrivals').get()
      if (sound !== 'ok') throw new Error(String(sound))
    } finally {
      database.close()
    }
  } catch (error) {
    throw new Fault('bad-backup', `${file} is no copy of a record, or it is damaged.`, error)
  }
}
