import { type Command, dataOption } from '../command.ts'
import { existingFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { workOffline } from '../work-offline.ts'

/** `rebuild`: makes everything again from the record. */
export const rebuild: Command = {
  usage: 'rebuild --data DIR [--exercise]',
  does: 'make everything again from the record of what came; stop the collector first',
  options: { ...dataOption, exercise: { type: 'boolean' } },
  words: { least: 0, most: 0 },
  async run(given, io) {
    const profile = given.options['exercise'] === true ? 'exercise' : 'real'
    const count = await workOffline(
      existingFolder(given, io.cwd()),
      profile,
      async ({ store, readAll }) => {
        await store.forgetProjection()
        await readAll()
        return store.position().kept
      },
    )
    await writeLines(io, [`Everything was made again, up to arrival ${count}.`])
    return 0
  },
}
