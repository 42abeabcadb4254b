import { type Instant, instantOfSeconds } from '@redalert/core'
import { appealFolder } from '../../appeal/appeal-folder.ts'
import { Fault } from '../../fault.ts'
import { appealLines } from '../appeal/appeal-lines.ts'
import { draftOf } from '../appeal/draft-of.ts'
import { makeAppeal } from '../appeal/make-appeal.ts'
import { type Command, dataOption } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import { safeJson } from '../safe-text.ts'

/** `appeal`: asks everybody for the logs of some days. A collector that runs publishes it at once. */
export const appeal: Command = {
  usage:
    'appeal new|list|show [ID] --data DIR [--families A,B] [--signatures FILE] [--days N|--from DATE --until DATE] [--deadline DATE] [--to URL,mailto:ADDRESS] [--by NAME] [--contact TEXT] [--text LANGUAGE=FILE] [--config FILE] [--json]',
  does: 'appeal to everybody for the logs of some days, signed; list the appeals, or show one. --signatures brings families that no program knows yet, from a file or a folder of files',
  examples: [
    {
      does: 'for a family that every program knows, in the last two days',
      line: 'redalert-collector appeal new july --families codered-n --days 2 --by "The example collector" --contact operator@example.org --data DIR',
    },
    {
      does: 'for a family that none knows yet, in the days before it was known',
      line: 'redalert-collector appeal new august --signatures new-worm.json --from 2026-08-01 --until 2026-08-14 --by "The example collector" --contact operator@example.org --data DIR',
    },
  ],
  options: {
    ...dataOption,
    config: { type: 'string' },
    families: { type: 'string' },
    signatures: { type: 'string' },
    days: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    deadline: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string' },
    contact: { type: 'string' },
    text: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 2 },
  async run(given, io) {
    const [verb, id] = given.words
    const folder = dataFolder(given, io.cwd())
    const appeals = appealFolder(folder)
    const json = given.options['json'] === true
    if (verb === 'list' && id === undefined) {
      const all = appeals.all()
      await writeLines(
        io,
        all.flatMap(each => (json ? [safeJson(each)] : appealLines(each).slice(0, 1))),
      )
      return all.length > 0 ? 0 : 1
    }
    if (verb === 'show' && id !== undefined) {
      const one = appeals.one(id)
      if (!one)
        throw new Fault(
          'bad-config',
          `There is no appeal ${JSON.stringify(id)}: appeal list shows them.`,
        )
      await writeLines(io, json ? [safeJson(one)] : appealLines(one))
      return 0
    }
    if (verb !== 'new' || id === undefined)
      throw new Fault('bad-config', 'Say new and a name for the appeal, list, or show and a name.')
    const now = instantOfSeconds(Date.now() / 1000) as Instant
    const config = loadConfig(folder, given.options['config'], io.cwd())
    const made = makeAppeal(draftOf(id, given, { now, config, cwd: io.cwd() }), now, appeals)
    const { address } = config.http
    await writeLines(io, [
      ...(json ? [safeJson(made)] : appealLines(made)),
      ...(json || address === undefined
        ? []
        : ['', `A collector that runs publishes it at ${address}/appeals/${made.id}`]),
    ])
    return 0
  },
}
