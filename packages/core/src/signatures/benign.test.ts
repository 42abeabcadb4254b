import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { match, rules } from '../detect/match.ts'
import { readLine } from '../formats/index.ts'
import { readSample } from '../proof/sample.ts'
import { signatures } from './index.ts'

/**
 * Ordinary traffic in which words of worms stand where people write about them: real harmless lines, and 200,000 made of
 * their parts and of every positive sample. What a page's own name or search form asks for is no attack, nor is the page
 * somebody came from, nor an agent that tells what it looks for.
 */
const count = 200_000
const ready = rules(signatures)
const real = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'logs', 'real')

function realLines(name: string): readonly string[] {
  const bytes = readFileSync(join(real, name))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
  return text.split('\n').filter(Boolean)
}

const ordinary = [
  ...realLines('elastic-apache-2015.log.gz'),
  ...realLines('literals-outside-request.log'),
]

function marksIn(line: string): readonly string[] {
  const reading = readLine(line)
  return reading.kind === 'entry' ? match(reading.entry, ready).map(({ id }) => id) : []
}

/** Small, seeded, and the same everywhere: a failure can be had again. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = mulberry32(20010719)
const below = (limit: number): number => Math.floor(random() * limit)
const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!

const samples = signatures.flatMap(({ marks }) =>
  Object.values(marks).flatMap(({ samples }) => samples.positive),
)
const entries = samples.map(readSample).filter(entry => entry !== undefined)
const targets = entries.map(({ target }) => target).filter(text => text !== undefined)
const headers = entries
  .flatMap(({ userAgent, referer }) => [userAgent, referer])
  .filter(text => text !== undefined && text !== '')
const words: readonly string[] = [
  ...targets,
  ...headers,
  'Mozi.m',
  'jndi ldap',
  'root.exe',
  'eval-stdin.php',
  '() { :;};',
] as readonly string[]

/** As it stands in a log: without what would end the field. */
const bare = (word: string): string => word.replaceAll(/["\s]/g, '+')
const quoteless = (word: string): string => word.replaceAll('"', "'")
const encoded = (word: string): string => encodeURIComponent(word).replaceAll('%20', '+')
const slug = (word: string): string =>
  word
    .slice(0, 80)
    .replaceAll(/[^A-Za-z0-9.()]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'x'

const pages: readonly ((word: string) => string)[] = [
  word => `/search?q=${encoded(word)}`,
  word => `/search?hl=de&q=%22GET+${encoded(word)}%22`,
  word => `/wiki/index.php?search=${encoded(word)}&go=Go`,
  word => `/blog/2018/05/what-is-${slug(word)}/`,
  word => `/docs/worms/${slug(word)}.html`,
  word => `/questions/${slug(word)}-requests-in-my-log`,
  word => `/static/js/${slug(word)}-demo.js`,
  word => `/downloads/${slug(word)}.txt?version=${below(9)}`,
  word => `/tes()%7B%7Dt${word.length}.html`,
  () => `https://example.com/tes()%7B%7Dt${below(99)}.html`,
  () => `/page/${below(999)}?start=${below(99)}`,
]
const referers: readonly ((word: string) => string)[] = [
  word => `http://www.example.org/search?q=${encoded(word)}`,
  word => `http://www.example.org/search?q=${bare(word)}`,
  word => `http://forum.example.org/showthread.php?t=${bare(word)}`,
  word => `http://blog.example.org${word.startsWith('/') ? '' : '/'}${bare(word)}`,
  () => '-',
]
const agents: readonly ((word: string) => string)[] = [
  word => `Mozilla/5.0 (research; looks for ${quoteless(word)} in logs; +http://www.example.org/)`,
  // An agent that ends with a whole lookup is Log4Shell itself, which lives there.
  word => `log-scanner/1.0 ${quoteless(word).replaceAll(/\$|%24|%2524/gi, '')}`,
  () => 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  () => 'curl/8.5.0',
  () => '-',
]

/** Where the request of a real line stands, and what is around it. */
const frames = ordinary
  .map(line => /^(?<head>[^"]*\])[^\]]*"(?:[^"\\]|\\.)*" (?<tail>\d{3} \S+)/.exec(line)?.groups)
  .filter(frame => frame !== undefined)

function madeLine(): string {
  const { head, tail } = pick(frames)
  const method = pick(['GET', 'GET', 'GET', 'HEAD', 'POST'])
  const request = `${method} ${pick(pages)(pick(words))} HTTP/1.${below(2)}`
  return `${head} "${request}" ${tail} "${pick(referers)(pick(words))}" "${pick(agents)(pick(words))}"`
}

test('real harmless lines accuse nobody', () => {
  ok(ordinary.length > 800)
  deepEqual(
    ordinary.filter(line => marksIn(line).length > 0),
    [],
  )
})

test('ordinary traffic full of words of worms accuses nobody', () => {
  ok(frames.length > 800 && words.length > 150, `${frames.length} frames, ${words.length} words`)
  const accused: string[] = []
  let read = 0
  for (let made = 0; made < count; made++) {
    const line = madeLine()
    const reading = readLine(line)
    if (reading.kind !== 'entry') continue
    read++
    const marks = match(reading.entry, ready)
    if (marks.length > 0 && accused.length < 5)
      accused.push(`${marks.map(({ id }) => id).join(' ')}: ${line}`)
  }
  deepEqual(accused, [])
  ok(read > 0.99 * count, `${read} of ${count} lines were read`)
})

test('the same words as the request itself do accuse', () => {
  const silent = samples.filter(line => marksIn(line).length === 0)
  deepEqual(silent, [])
})
