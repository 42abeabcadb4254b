import type { CommandName, Commands } from './commands.ts'
import type { OptionsOf, WordsOf } from './options.ts'

/** What a command line asks for. */
export type Invocation =
  | { readonly [Name in CommandName]: Run<Name> }[Exclude<CommandName, 'help'>]
  | { readonly kind: 'help'; readonly about: CommandName | undefined; readonly long: boolean }
  | { readonly kind: 'version' }
  | Wrong

/** A command with everything it was given, read. */
export type Run<Name extends CommandName> = {
  readonly kind: 'run'
  readonly command: Name
  readonly options: OptionsOf<Commands[Name]['flags']>
  readonly words: WordsOf<Commands[Name]>
}

/** A sentence that says what is wrong with which word, and what would be right; the exit code is 2. */
export type Wrong = { readonly kind: 'wrong'; readonly message: string }
