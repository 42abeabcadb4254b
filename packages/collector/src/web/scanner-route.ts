import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './problem.ts'

/** Where the scanner may lie as one file: beside the published collector, or in the repository. */
const places = [
  new URL('./redalert.mjs', import.meta.url),
  new URL('../../../../dist/redalert.mjs', import.meta.url),
]

/** Adds `/redalert.mjs`: the scanner as one file, which sends to this collector when no other is named. */
export function scannerRoute(server: FastifyInstance, address: () => string | undefined): void {
  server.get('/redalert.mjs', async (_request, reply) => {
    const to = address()
    const program = readProgram()
    if (to === undefined || program === undefined) {
      return sendProblem(reply, {
        status: 404,
        title: 'Not found',
        detail:
          to === undefined
            ? 'no scanner is handed out before http.address says where it shall tell'
            : 'the scanner is not here: npm run bundle makes it',
      })
    }
    return reply
      .type('text/javascript; charset=utf-8')
      .header('content-disposition', 'attachment; filename="redalert.mjs"')
      .send(withPreset(program, to))
  })
}

/** The line that presets the collector stands behind the first one, which names the interpreter. */
function withPreset(program: string, to: string): string {
  const end = program.startsWith('#!') ? program.indexOf('\n') + 1 : 0
  return `${program.slice(0, end)}process.env.REDALERT_TO ??= ${JSON.stringify(to)};\n${program.slice(end)}`
}

function readProgram(): string | undefined {
  for (const place of places) {
    try {
      return readFileSync(place, 'utf8')
    } catch {
      continue
    }
  }
  return undefined
}
