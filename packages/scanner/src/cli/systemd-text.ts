import { resolve } from 'node:path'
import type { Run } from '../flags/invocation.ts'
import type { Recipient } from '../spool/recipient.ts'
import { credentialKey, systemdUnit } from '../watch/systemd-unit.ts'
import type { Io } from './io.ts'

export type UnitOptions = {
  readonly options: Run<'watch'>['options']
  readonly words: readonly string[]
  readonly recipient: Recipient
  readonly io: Io
}

/** The unit for systemd that does what a command line says. */
export function systemdText({ options, words, recipient, io }: UnitOptions): string {
  const { keyFile, every, target, sensor, zone, mine, listens, from, spool, allowHttp } = options
  const { clientFrom, trustedProxy, format } = options
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['--to', recipient.text],
    ['--key-file', keyFile === undefined ? undefined : credentialKey],
    ['--every', every],
    ['--target', target],
    ['--from', from],
    ['--sensor', sensor],
    ['--format', format?.header?.template ?? format?.name],
    ['--zone', zone?.name],
    ['--client-from', clientFrom],
    ['--trusted-proxy', trustedProxy.map(({ text }) => text).join(',') || undefined],
    ['--mine', mine.map(({ text }) => text).join(',') || undefined],
    ['--listens', listens.join(',') || undefined],
    ['--spool', spool === undefined ? undefined : resolve(io.cwd(), spool)],
  ]
  const flags = pairs.flatMap(([name, value]) => (value === undefined ? [] : [name, value]))
  const program = [process.execPath, resolve(process.argv[1] ?? 'redalert')]
  const all = [...program, 'watch', ...flags, ...(allowHttp ? ['--allow-http'] : [])]
  return systemdUnit({
    command: [...all, '--', ...words.map(word => resolve(io.cwd(), word))],
    folder: io.cwd(),
    keyFile: keyFile === undefined ? undefined : resolve(io.cwd(), keyFile),
    isByMail: recipient.kind === 'mail',
  })
}
