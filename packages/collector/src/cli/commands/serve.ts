import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { signaturesVersion } from '@redalert/core'
import { startLog } from '../../serve/log.ts'
import { serve as startServing } from '../../serve/serve.ts'
import { type Command, dataOption } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { loadConfig } from '../load-config.ts'

/** `serve`: takes in, reads and keeps until it is told to stop. */
export const serve: Command = {
  usage:
    'serve --data DIR [--config FILE] [--smtp HOST:PORT|off] [--http HOST:PORT|off] [--exercise]',
  does: 'collect: by mail, by HTTP and from the folder DIR/drop',
  options: {
    ...dataOption,
    config: { type: 'string' },
    smtp: { type: 'string' },
    http: { type: 'string' },
    exercise: { type: 'boolean' },
  },
  words: { least: 0, most: 0 },
  async run(given, io) {
    const { options } = given
    const folder = dataFolder(given, io.cwd())
    const configured = () => {
      const config = loadConfig(folder, options['config'], io.cwd())
      const { smtp, http } = options
      return {
        ...config,
        smtp: { ...config.smtp, ...(typeof smtp === 'string' && { listen: smtp }) },
        http: { ...config.http, ...(typeof http === 'string' && { listen: http }) },
      }
    }
    const config = configured()
    const log = startLog(config.log.level, io.stderr)
    const serving = await startServing({
      folder,
      config,
      profile: options['exercise'] === true ? 'exercise' : 'real',
      log,
      environment: io.env,
      clock: Date.now,
      random: randomBytes,
    })
    const reload = (): void => {
      try {
        serving.reload(configured())
        log.info('the configuration was read again')
      } catch (error) {
        log.error({ err: error }, 'the configuration stays as it was')
      }
    }
    const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
    io.on('SIGHUP', reload)
    log.info(
      {
        folder,
        ...serving.ports,
        signatures: signaturesVersion,
        exercise: options['exercise'] === true,
      },
      'collecting',
    )
    await stopped
    io.off('SIGHUP', reload)
    log.info('stopping: what came is kept')
    await serving[Symbol.asyncDispose]()
    return 0
  },
}
