import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { literals, rules, signatures } from '@redalert/core'
import { root } from '../scripts/root.js'
import { type Corpus, writeCorpus } from './corpus.ts'
import { pair } from './pairs.ts'
import { writeFamilies } from './families.ts'
import { wormLiterals } from './vocabulary.ts'

const folder = process.env.REDALERT_BENCH ?? join(tmpdir(), 'redalert-bench')
const MB = 1_000_000
const words = join(folder, 'literals.txt')
const program = join(root, 'dist', 'redalert.mjs')

const corpora: Readonly<Record<string, Corpus>> = {
  'sparse.log': { shape: 'combined', bytes: 1200 * MB, worms: 10, infected: 30, seed: 1 },
  'dense.log': {
    shape: 'combined',
    bytes: 300 * MB,
    worms: 60_000,
    infected: 40,
    seed: 2,
    spellings: 32,
  },
  'iis.log': { shape: 'iis', bytes: 600 * MB, worms: 10, infected: 30, seed: 3 },
  'json.log': { shape: 'json', bytes: 600 * MB, worms: 10, infected: 30, seed: 4 },
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`)
}

mkdirSync(folder, { recursive: true })
writeFileSync(words, wormLiterals.join('\n').concat('\n'))
for (const [name, corpus] of Object.entries(corpora)) {
  const file = join(folder, name)
  if (!existsSync(file)) tell(`${name} ${JSON.stringify(writeCorpus(file, corpus))}`)
}
for (let part = 0; part < 4; part++) {
  const file = join(folder, `s.0${part}.gz`)
  const range = `tail -c +${part * 300 * MB + 1} ${folder}/sparse.log | head -c ${300 * MB}`
  if (!existsSync(file)) execFileSync('bash', ['-c', `${range} | gzip -6 > ${file}`])
}
execFileSync(process.execPath, [join(root, 'scripts', 'bundle.js'), program])

const sought = literals(rules(signatures))
tell(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`)
tell(`${signatures.length} families, ${sought?.request.texts.length} windows in requests`)
tell('log, peer | ours wall, CPU s, MB | peer wall, CPU s, MB | peer/ours wall | CPU')

const only = process.env.REDALERT_BENCH_ROWS
function row(name: string, ours: string, theirs: string, times = 5): void {
  if (only !== undefined && !name.includes(only)) return
  const peer = /\b(?:rg|grep|ugrep|wc|goaccess|fail2ban-regex)\b/.exec(theirs)?.[0]
  if (peer !== undefined && spawnSync('which', [peer]).status !== 0) {
    tell(`${name}: ${peer} is not installed`)
    return
  }
  const { wall, cpu, ...both } = pair(ours, theirs, times)
  const shown = [both.ours, both.theirs].map(
    each => `${each.wall.toFixed(2)}, ${each.cpu.toFixed(2)}, ${each.rss.toFixed(0)}`,
  )
  tell([name, ...shown, (1 / wall).toFixed(2), (1 / cpu).toFixed(2)].join(' | '))
}

const ours = (files: string, threads: number) =>
  `${process.execPath} ${program} scan -q --json --threads ${threads} ${files}`
const ripgrep = (files: string) => `rg -ciFf ${words} ${files}`

for (const log of ['sparse', 'dense', 'iis', 'json']) {
  const file = join(folder, `${log}.log`)
  for (const threads of [1, 2]) row(`${log} ×${threads}, rg`, ours(file, threads), ripgrep(file))
}
const packed = join(folder, 's.0?.gz')
row('gzip ×4 ×2, rg -z', ours(packed, 2), `rg -z -ciFf ${words} ${packed}`)
const sparse = join(folder, 'sparse.log')
row('sparse ×1, grep -ciF', ours(sparse, 1), `LC_ALL=C grep -ciFf ${words} ${sparse}`)
row('sparse ×1, ugrep -ciF', ours(sparse, 1), `ugrep -ciFf ${words} ${sparse}`)
row('sparse ×1, wc -l', ours(sparse, 1), `wc -l ${sparse}`)
const small = join(folder, 'small.log')
execFileSync('bash', ['-c', `head -c 20000000 ${sparse} > ${small}`])
execFileSync('bash', ['-c', `head -c 2000000 ${sparse} > ${folder}/2mb.log`])
row('20 MB ×1, goaccess', ours(small, 1), `goaccess ${small} --log-format=COMBINED -o json`, 1)
const jail = join(folder, 'jail.conf')
writeFileSync(jail, `[Definition]\nfailregex = ^<HOST> .*(?:${escapedLiterals()})\n`)
row('20 MB ×1, fail2ban-regex', ours(small, 1), `fail2ban-regex ${small} ${jail}`, 1)
const large = join(folder, 'thousand')
writeFamilies(large, 1000 - signatures.length)
const one = ours(sparse, 1)
row('1,000 families instead of ours', `${one} --signatures ${large}`, one)
row('sparse ×8, ×2', ours(sparse, 8), ours(sparse, 2))
row('2 MB, node -e 0', ours(join(folder, '2mb.log'), 1), `${process.execPath} -e 0`, 9)
row('--help, node -e 0', `${process.execPath} ${program} --help`, `${process.execPath} -e 0`, 9)

/** The words that ripgrep is given, as a regular expression. */
function escapedLiterals(): string {
  return wormLiterals
    .map(literal => literal.replaceAll(/[.*+?^${}()|[\]\\%]/g, String.raw`\$&`))
    .join('|')
}
