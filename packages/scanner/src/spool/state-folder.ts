import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder in which the program remembers from one run to the next. */
export function stateFolder({ XDG_STATE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  return join(XDG_STATE_HOME || LOCALAPPDATA || join(homedir(), '.local', 'state'), 'redalert')
}
