import { existsSync } from 'node:fs'
import type { Gate } from '../../letterbox.ts'
import { stopFile } from '../../telling/stop-file.ts'

/** Why no letter leaves, and what lets them; undefined when they may. */
export function remarkOf(folder: string, gate: Gate | undefined): string | undefined {
  const until = 'No letter leaves until a person says: redalert-collector outbox go'
  if (gate?.state !== 'shut' && existsSync(stopFile(folder))) return `A person stopped it. ${until}`
  if (gate === undefined) return `Nobody has let letters leave yet. ${until}`
  return gate.state === 'shut' ? `${gate.because ?? 'It was stopped.'} ${until}` : undefined
}
