import { shells } from '../completions/shells.ts'
import type { Command } from '../command.ts'

/** `redalert completions`: lets a shell complete commands, flags and their values. */
export const completions = {
  summary: 'print the completions for a shell',
  more: [
    'bash: add eval "$(redalert completions bash)" to ~/.bashrc.',
    'zsh: add eval "$(redalert completions zsh)" to ~/.zshrc, behind compinit.',
    'fish: redalert completions fish > ~/.config/fish/completions/redalert.fish',
    'PowerShell: add redalert completions powershell | Out-String | Invoke-Expression to the file that $PROFILE names.',
  ],
  words: { shown: shells.join('|'), least: 1, most: 1, choices: shells },
  examples: [{ line: 'eval "$(redalert completions bash)"', does: 'now, in this bash' }],
  flags: {},
} as const satisfies Command
