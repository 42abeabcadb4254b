/** The flags of every command. They are answered at once, so they hold no options. */
export const globalFlags = [
  { name: 'help', short: 'h', help: 'this help; --help is the long form' },
  { name: 'version', short: 'V', help: 'the version' },
] as const
