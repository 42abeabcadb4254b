/**
 * The file of a worker that stands beside a module: its source, or, in a published package, where all lies in one
 * folder, what was compiled of it.
 */
export function workerFile(name: string, beside: string): URL {
  return new URL(`./${name}.${beside.endsWith('.ts') ? 'ts' : 'js'}`, beside)
}
