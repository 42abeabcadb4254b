import { type TrustPolicy, trustPolicy } from '@redalert/collector/trust'
import { type Asked, help, readFlags } from './cli/flags.ts'
import { readConfig } from './cli/read-config.ts'
import { yieldPicture } from './report/yield-picture.ts'
import { colluders } from './score/colluders.ts'
import { colluderTable } from './score/colluder-table.ts'
import { yieldCurve } from './score/yield-curve.ts'
import { fleetShares } from './world/fleet-shares.ts'
import { world } from './world/world.ts'

/** What a command line writes to; a process is one. */
export type Io = {
  readonly stdout: { readonly write: (text: string) => unknown }
  readonly stderr: { readonly write: (text: string) => unknown }
}

/** Runs a command line and gives its exit code. */
export function main(words: readonly string[], io: Io): number {
  const asked = readFlags(words)
  switch (asked.kind) {
    case 'help':
      io.stdout.write(help())
      return 0
    case 'wrong':
      io.stderr.write(
        `redalert-drill: ${asked.message}\nredalert-drill --help tells what there is.\n`,
      )
      return 2
    case 'yield':
    case 'colluders':
      return show(asked, io)
  }
}

type Drill = Asked & { readonly kind: 'yield' | 'colluders' }

function show(asked: Drill, { stdout, stderr }: Io): number {
  const read =
    asked.config === undefined
      ? { kind: 'policy' as const, policy: trustPolicy }
      : readConfig(asked.config)
  if (read.kind === 'refused') {
    stderr.write(`redalert-drill: ${read.message}\n`)
    return 2
  }
  stdout.write(
    asked.kind === 'yield' ? yieldText(asked, read.policy) : colluderText(asked, read.policy),
  )
  return 0
}

function yieldText({ plan, seed, everyHours, json }: Drill, policy: TrustPolicy): string {
  const made = world(plan, seed)
  const curve = yieldCurve(made, policy, everyHours)
  const picture = { plan, seed, shares: fleetShares(made.fleet), curve }
  return json
    ? `${JSON.stringify({ kind: 'yield', schema: 1, ...picture, policy })}\n`
    : yieldPicture(picture)
}

function colluderText({ plan, seed, everyHours, json }: Drill, policy: TrustPolicy): string {
  const attempts = [...colluders(policy, { seed, hosts: plan.population.hosts, everyHours })]
  return json
    ? `${JSON.stringify({ kind: 'colluders', schema: 1, seed, attempts, policy })}\n`
    : colluderTable(attempts)
}
