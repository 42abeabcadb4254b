import { deepEqual, equal, ok } from 'node:assert/strict'
import { posix, win32 } from 'node:path'
import { test } from 'node:test'
import { expandBraces } from './brace-expansion.ts'
import { expandPattern } from './expand-pattern.ts'
import type { Tree } from './matching-files.ts'
import { fits, readNamePattern } from './name-pattern.ts'

const linux = [
  'logs/access.log',
  'logs/access.log.1',
  'logs/access.log.2.gz',
  'logs/error.log',
  'logs/.hidden.log',
  'logs/old [2001]/a.log',
  'logs/www/deep/b.log',
  'logs/.git/c.log',
  'top*.log',
  'top1.log',
]

const unix: Record<string, readonly string[]> = {
  'logs/*.log': ['logs/access.log', 'logs/error.log'],
  'logs/.*.log': ['logs/.hidden.log'],
  'logs/access.log*': ['logs/access.log', 'logs/access.log.1', 'logs/access.log.2.gz'],
  'logs/access.log.[0-9]': ['logs/access.log.1'],
  'logs/access.log.?.gz': ['logs/access.log.2.gz'],
  'logs/[!a]*.log': ['logs/error.log'],
  'logs/[^a]*.log': ['logs/error.log'],
  '{logs/err*,top[0-9]}.log': [],
  '{logs/err*.log,top[0-9].log}': ['logs/error.log', 'top1.log'],
  'logs/{error,access}.log{,.1}': ['logs/error.log', 'logs/access.log', 'logs/access.log.1'],
  '**/*.log': [
    'logs/access.log',
    'logs/error.log',
    'logs/old [2001]/a.log',
    'logs/www/deep/b.log',
    'top*.log',
    'top1.log',
  ],
  'logs/**': [
    'logs/access.log',
    'logs/access.log.1',
    'logs/access.log.2.gz',
    'logs/error.log',
    'logs/old [2001]/a.log',
    'logs/www/deep/b.log',
  ],
  'logs/**/**/b.log': ['logs/www/deep/b.log'],
  'logs/old [2001]/*': ['logs/old [2001]/a.log'],
  'logs/o*/*': ['logs/old [2001]/a.log'],
  'top*.log': ['top*.log'],
  'top\\*.log': ['top*.log'],
  'top?.log': ['top*.log', 'top1.log'],
  'none*/*.log': [],
  'LOGS/*.log': [],
}

for (const [pattern, names] of Object.entries(unix)) {
  test(`${pattern} is expanded as a shell does`, async () => {
    const found = await expandPattern(pattern, '/', { paths: posix, tree: treeOf(linux, '/') })
    deepEqual(
      found?.toSorted(),
      (pattern === '{logs/err*,top[0-9]}.log' ? ['logs/error.log', 'top1.log'] : names).toSorted(),
    )
  })
}

const windows = [
  'C:\\inetpub\\logs\\LogFiles\\W3SVC1\\u_ex010719.log',
  'C:\\inetpub\\logs\\LogFiles\\W3SVC1\\u_ex010720.log',
  'C:\\inetpub\\logs\\LogFiles\\W3SVC22\\u_ex010719.log',
  'C:\\inetpub\\logs\\LogFiles\\HTTPERR\\httperr1.log',
  '\\\\server\\share\\a.log',
  '\\\\?\\C:\\long\\a.log',
  'relative\\a.log',
]

const dos: Record<string, readonly string[]> = {
  'C:\\inetpub\\logs\\LogFiles\\W3SVC1\\*.log': windows.slice(0, 2),
  'C:/inetpub/logs/LogFiles/W3SVC1/*.log': windows.slice(0, 2),
  'C:\\inetpub\\logs\\LogFiles\\W3SVC?\\*.log': windows.slice(0, 2),
  'C:\\Inetpub\\Logs\\logfiles\\w3svc*\\U_EX010719.LOG': [windows[0] ?? '', windows[2] ?? ''],
  'C:\\inetpub\\**\\*err*.log': windows.slice(3, 4),
  '\\\\server\\share\\*.log': windows.slice(4, 5),
  '\\\\?\\C:\\long\\*.log': windows.slice(5, 6),
  'relative\\*.log': windows.slice(6),
  'relative\\{a,b}.log': windows.slice(6),
}

for (const [pattern, names] of Object.entries(dos)) {
  test(`${pattern} is expanded as Windows names its files`, async () => {
    const found = await expandPattern(pattern, 'C:\\', {
      paths: win32,
      tree: treeOf(windows, '\\'),
    })
    // A step without wildcards is spelled as it was typed.
    deepEqual(
      found?.map(name => name.toLowerCase()),
      names.map(name => name.toLowerCase()),
    )
  })
}

test('braces that stand for too much are refused', async () => {
  equal(expandBraces('{a,b}'.repeat(20), true), undefined)
  equal(await expandPattern('{a,b}'.repeat(20), '/'), undefined)
})

test('braces', () => {
  deepEqual(expandBraces('a{b,c{d,e}f}g', true), ['abg', 'acdfg', 'acefg'])
  deepEqual(expandBraces('{a}{b,}', true), ['{a}b', '{a}'])
  deepEqual(expandBraces('\\{a,b\\}{', true), ['\\{a,b\\}{'])
  deepEqual(expandBraces('C:\\{a,b}', false), ['C:\\a', 'C:\\b'])
})

test('a hostile name costs little', () => {
  const pattern = readNamePattern(`${'*a'.repeat(100)}b`, { escape: true, caseless: false })
  const start = performance.now()
  equal(fits(pattern, 'a'.repeat(10_000)), false)
  ok(performance.now() - start < 2000)
})

test('sets of letters', () => {
  const fit = (pattern: string, name: string): boolean =>
    fits(readNamePattern(pattern, { escape: true, caseless: false }), name)
  ok(
    fit('[]a]', ']') &&
      fit('[a-c]', 'b') &&
      fit('[a-]', '-') &&
      fit('[', '[') &&
      fit('[!]]', 'x') &&
      !fit('[!]]', ']'),
  )
  ok(fit('?', '\u{1f600}') && fit('*', '') && !fit('?', ''))
})

/** Files as a tree, as the platform would list them. */
function treeOf(files: readonly string[], separator: '/' | '\\'): Tree {
  const same = (one: string, other: string): boolean =>
    separator === '/' ? one === other : one.toLowerCase() === other.toLowerCase()
  const trimmed = (path: string): string => (path.endsWith(separator) ? path.slice(0, -1) : path)
  return {
    async list(folder) {
      const start = folder === '' ? '' : `${trimmed(folder)}${separator}`
      const inside = files
        .filter(file => same(file.slice(0, start.length), start))
        .map(file => file.slice(start.length))
      const names = new Set(inside.map(file => file.split(separator)[0] ?? ''))
      return [...names].map(name => ({ name, isFolder: !inside.includes(name), isLink: false }))
    },
    async exists(path) {
      return files.some(
        file => same(file, path) || same(file.slice(0, path.length + 1), `${path}${separator}`),
      )
    },
  }
}
