import { readFileSync } from 'node:fs'

/** Milliseconds that this process computed while it did something: on a busy machine the time on the wall says how busy it is. */
export async function computed(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Milliseconds that another process computed so far, as Linux tells it: all its threads, or its first alone. */
export function computedBy(pid: number, threads: 'all' | 'first'): number {
  const file = threads === 'all' ? `/proc/${pid}/stat` : `/proc/${pid}/task/${pid}/stat`
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** The most memory that another process held, in megabytes, as Linux tells it. */
export function peakOf(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
