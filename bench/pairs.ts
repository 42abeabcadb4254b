import { spawnSync } from 'node:child_process'

/** What one run of a program took. */
export type Run = { readonly wall: number; readonly cpu: number; readonly rss: number }

/** Runs a command line once, its output thrown away: seconds on the wall and of the processor, and megabytes at most. */
export function run(command: string): Run {
  const started = performance.now()
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', `/usr/bin/env python3 -c '${measuring}' ${JSON.stringify(command)}`],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const wall = (performance.now() - started) / 1000
  const [, seconds = '', cpu = '', rss = ''] = /took (\S+) (\S+) (\S+)/.exec(stderr) ?? []
  if (seconds === '') throw new Error(`${command} ended with ${status}: ${stderr}`)
  return { wall: Number(seconds) || wall, cpu: Number(cpu), rss: Number(rss) }
}

/** Node cannot tell what its children took; Python can. */
const measuring = [
  'import os,sys,time,resource as r',
  't=time.time()',
  'os.system(sys.argv[1]+" >/dev/null")',
  'u=r.getrusage(r.RUSAGE_CHILDREN)',
  'print("took",time.time()-t,u.ru_utime+u.ru_stime,u.ru_maxrss/1024,file=sys.stderr)',
].join('\n')

export type Pairing = {
  /** Of ours to theirs: below 1, ours is faster. */
  readonly wall: number
  readonly cpu: number
  readonly ours: Run
  readonly theirs: Run
}

/** Runs two programs in turns and gives the medians of the ratios of each pair, for a machine that others use too. */
export function pair(ours: string, theirs: string, times = 5): Pairing {
  run(ours)
  run(theirs)
  const pairs = Array.from({ length: times }, () => ({ ours: run(ours), theirs: run(theirs) }))
  const of = (which: 'ours' | 'theirs'): Run => ({
    wall: median(pairs.map(each => each[which].wall)),
    cpu: median(pairs.map(each => each[which].cpu)),
    rss: Math.max(...pairs.map(each => each[which].rss)),
  })
  return {
    wall: median(pairs.map(({ ours, theirs }) => ours.wall / theirs.wall)),
    cpu: median(pairs.map(({ ours, theirs }) => ours.cpu / theirs.cpu)),
    ours: of('ours'),
    theirs: of('theirs'),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
