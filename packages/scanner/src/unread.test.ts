import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Finding } from './finding.ts'
import { findLogs } from './read/find-logs.ts'
import { scan } from './scan.ts'

const folder = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'shared',
  'data',
  'logs',
  'formats',
)
const skip = existsSync(folder) ? false : 'the real logs are not here (../shared/data/logs)'

/** The files of the shapes we read, by the beginning of their names. */
const shapes =
  /^(?:apache-|caddy-|iis-w3c|nginx|traefik-|vhost-|modsecurity--apache|cloudflare-json|custom--bunkerweb)/

/** What stays unread in them, and why that is right; of every other file all is read. */
const explained: Readonly<
  Record<string, { readonly lines: readonly number[]; readonly why: string }>
> = {
  'apache-combined--rla-lang.log': {
    lines: [1, 3, 5, 6, 8, 10, 11, 13, 14],
    why: 'what a program said in between: there is no log line in it',
  },
  'caddy-json--lnav0.log': {
    lines: Array.from({ length: 39 }, (_, index) => index + 1),
    why: 'docker compose put its own words before each object',
  },
  'iis-w3c--lnav-w3c3.log': { lines: [9], why: 'the column of the client holds a dash' },
  'iis-w3c--lnav-w3c5.log': {
    lines: [2],
    why: 'the header names six columns and the line has fifteen',
  },
  'nginx--proxy-manager.log': {
    lines: [1, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14],
    why: 'a format of its own that names the client in the middle',
  },
  'traefik-json--crowdsec.log': {
    lines: [6, 7],
    why: 'a message of a plugin, and a client that is two addresses',
  },
}

test('every unread line of real logs of our shapes is explained', { skip }, async () => {
  const files = readdirSync(folder).filter(file => shapes.test(file))
  ok(files.length > 30, String(files.length))
  for (const file of files) {
    const logs = (await findLogs([join(folder, file)])).filter(found => found.kind === 'log')
    const findings: Finding[] = []
    for await (const finding of scan(logs, { sensor: 'test', unread: true, clock: () => 0 }))
      findings.push(finding)
    const unread = findings.flatMap(finding => (finding.kind === 'unread' ? [finding.line] : []))
    deepEqual(
      unread,
      explained[file]?.lines ?? [],
      `${file}: ${explained[file]?.why ?? 'all of it should be read'}`,
    )
    const summary = findings.find(finding => finding.kind === 'summary')
    ok(summary)
    const { lines, matched, other, unread: count, skipped } = summary
    equal(lines, matched + other + count + skipped, file)
    equal(count, unread.length, file)
  }
})
