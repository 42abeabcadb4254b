import type { Setting } from '../setting.ts'
import { bash } from './bash.ts'
import { completedCommands, type CompletedCommand } from './complete.ts'
import { fish } from './fish.ts'
import { powershell } from './powershell.ts'
import type { Shell } from './shells.ts'
import { zsh } from './zsh.ts'

const writers: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash,
  zsh,
  fish,
  powershell,
}

/** The script that teaches a shell to complete redalert's commands, flags and their values. */
export function completionScript(shell: Shell, setting: Setting): string {
  return writers[shell](completedCommands(setting))
}
