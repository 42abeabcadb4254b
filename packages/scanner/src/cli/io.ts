/** What a command line reads from, writes to and is stopped by; a process is one. */
export type Io = Pick<
  NodeJS.Process,
  'stdin' | 'stdout' | 'stderr' | 'env' | 'cwd' | 'once' | 'off'
>
