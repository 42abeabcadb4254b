import { type Command, dataOption } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import { readSecret } from '../../config/secret.ts'

/** `check`: whether a configuration could be used. */
export const check: Command = {
  usage: 'check [--data DIR] [--config FILE] [--reference]',
  does: 'check redalert.toml, or print all that can stand in it',
  options: { ...dataOption, config: { type: 'string' }, reference: { type: 'boolean' } },
  words: { least: 0, most: 0 },
  async run(given, io) {
    const { data, config: named, reference } = given.options
    if (reference === true) {
      const { configReference } = await import('../../config/reference.ts')
      await writeLines(io, [configReference().trimEnd()])
      return 0
    }
    const folder = data === undefined ? undefined : dataFolder(given, io.cwd())
    const config = loadConfig(folder, named, io.cwd())
    const { imap, relay } = config
    if (imap) readSecret(imap.password_file, 'REDALERT_IMAP_PASSWORD', io.env)
    if (relay?.user !== undefined)
      readSecret(relay.password_file, 'REDALERT_RELAY_PASSWORD', io.env)
    await writeLines(io, [
      `HTTP ${config.http.listen}, SMTP ${config.smtp.listen}, LMTP ${config.smtp.lmtp}, IMAP ${imap ? imap.host : 'off'}, receipts by mail ${relay ? `from ${relay.from}` : 'off'}.`,
    ])
    return 0
  },
}
