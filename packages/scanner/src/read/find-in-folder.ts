import { fault } from './fault.ts'
import { faultOf } from './fault-of.ts'
import type { Found } from './found.ts'
import { foundLog } from './found-log.ts'
import { peek } from './peek.ts'
import { refusal } from './refusal.ts'
import type { Seen } from './seen.ts'
import { walk, type Walked } from './walk.ts'

/** The logs in a folder: every file but those whose first bytes show that they are none, whatever they are called. */
export async function* findInFolder(
  name: string,
  path: string,
  seen: Seen,
): AsyncGenerator<Found, void> {
  let files = 0
  for await (const walked of walk(name, path, seen)) {
    const found = walked.kind === 'file' ? await look(walked) : walked
    // A file that could not be looked at may be the log, and one named before is one.
    if (found.kind !== 'remark' || found.code === 'same-file') files++
    yield found
  }
  if (files === 0)
    yield fault(
      'no-logs',
      name,
      `${name} holds no logs: name the folder or the files where the logs are`,
    )
}

async function look({ name, path, stats }: Walked): Promise<Found> {
  try {
    const content = await peek(path)
    if (content.kind === 'binary') return refusal(content, { name, named: false })
    return foundLog(name, path, stats, { named: false })
  } catch (error) {
    return faultOf(error, name)
  }
}
