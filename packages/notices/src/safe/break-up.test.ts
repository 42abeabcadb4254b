import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { match, readEvidence, readLine, rules, signatures } from '@redalert/core'
import fc from 'fast-check'
import { breakUp, breakUpWords } from './break-up.ts'
import { harmlessEvidence } from './harmless-evidence.ts'
import { knownLiterals } from './known-literals.ts'
import { mailText } from './mail-text.ts'

const literals = knownLiterals([])
const all = rules(signatures)
const samples = signatures.flatMap(({ marks }) =>
  Object.values(marks).flatMap(mark => mark.samples.positive),
)

/** The marks that a line gives, as it stands and in the place of a whole request of its own. */
function marksIn(text: string): readonly string[] {
  const request = `192.0.2.1 - - [04/Aug/2001:14:08:55 +0000] "GET ${text} HTTP/1.0" 404 283 "${text}" "${text}"`
  const missing = `[Sat Aug  4 14:08:55 2001] [error] [client 192.0.2.1] File does not exist: ${text}`
  return [text, request, missing].flatMap(line => {
    const reading = readLine(line)
    return reading.kind === 'entry' ? match(reading.entry, all).map(({ id }) => id) : []
  })
}

test('signs stand in brackets, and http is not http', () => {
  equal(
    breakUp(mailText('GET http://192.0.2.1/a\\b%41?x=a@b'), []),
    'GET hxxp:/[/]192[.]0[.]2[.]1/a[\\]b[%]41?x=a[@]b',
  )
})

test('a text by which a family is known has one of its letters in brackets', () => {
  equal(breakUp(mailText('/Scripts/x?/c+dir'), ['/scripts/', '/c dir']), '/Scr[i]pts/x?/c+[d]ir')
})

test('words of our own keep their full stops', () => {
  equal(breakUpWords(mailText('Remove root.exe.'), ['root.exe']), 'Remove root[.]exe.')
})

test('the samples match before they are made harmless, or this proves nothing', () => {
  const read = samples.filter(
    line => readEvidence(line) && match(readEvidence(line)!.entry, all).length > 0,
  )
  ok(read.length > signatures.length, `${read.length} of ${samples.length} samples match`)
})

test('no sample of any family, made harmless, matches any family, whole or in pieces', () => {
  for (const sample of samples) {
    const entry = readEvidence(sample)?.entry
    const texts = [sample, entry?.target, entry?.userAgent, entry?.referer, entry?.missing]
    for (const text of texts.filter(one => one !== undefined)) {
      const lines = harmlessEvidence(text, literals)
      const said = [...lines, lines.join(''), lines.join(' ')]
      deepEqual(said.flatMap(marksIn), [], `${text}\n${said.join('\n')}`)
    }
  }
})

test('nor does one that hides behind another spelling', () => {
  const targets = samples
    .map(sample => readEvidence(sample)?.entry.target)
    .filter(target => target !== undefined && target.length < 300)
  const disguises: readonly ((letter: string) => string)[] = [
    letter => letter,
    letter => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`,
    letter => `%25${letter.charCodeAt(0).toString(16).padStart(2, '0')}`,
    letter => letter.toUpperCase(),
    letter => (letter === '/' ? '//' : letter),
    letter => (letter === '/' ? '\\' : letter),
    letter => (letter === ' ' ? '+' : letter),
  ]
  const any = fc.tuple(
    fc.constantFrom(...(targets as string[])),
    fc.array(fc.constantFrom(...disguises), { minLength: 5, maxLength: 5 }),
  )
  fc.assert(
    fc.property(any, ([target, some]) => {
      const hidden = [...target].map((letter, index) => some[index % some.length]!(letter)).join('')
      const lines = harmlessEvidence(hidden, literals)
      deepEqual(lines.flatMap(marksIn), [], `${hidden}\n${lines.join('\n')}`)
    }),
  )
})

test('evidence of more lines than evidence has is cut too', () => {
  const lines = harmlessEvidence('a\n'.repeat(1000), [])
  deepEqual(lines, ['a', 'a', 'a', 'a', 'a', '[... more lines]'])
})

test('evidence is cut where nobody reads on, and says so', () => {
  const text = Array.from({ length: 500 }, (_, index) =>
    String.fromCharCode(97 + ((index * 7) % 23)),
  ).join('')
  const [line] = harmlessEvidence(text, [])
  ok(line?.endsWith(' [... 200 more characters]'), line)
})
