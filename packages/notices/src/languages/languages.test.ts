import { deepEqual, equal, notEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, signatures } from '@redalert/core'
import { columnsOf } from '../letter/columns.ts'
import { voices } from '../notice/voice.ts'
import { mailText } from '../safe/mail-text.ts'
import { languageFor, languageOf } from './choose-language.ts'
import { languages } from './index.ts'
import type { Language } from './language.ts'
import type { Told } from './told.ts'
import { translate } from './translate.ts'

const said = mailText
const at = '2001-08-04T14:08:55Z' as Instant
const later = '2001-08-05T14:08:55Z' as Instant
const worm = { name: said('CodeRedII'), kind: 'worm' } as const
const address = said('192.0.2.9')

const one: Told = {
  machines: 1,
  sole: address,
  families: [worm],
  others: 0,
  first: at,
  last: at,
  where: 'network',
}
const { sole: _, ...many }: Told = {
  ...one,
  machines: 1234,
  families: [
    { name: said('the modem hole'), kind: 'bot' },
    { name: said('a hole'), kind: 'scanner' },
    worm,
  ],
  last: later,
}

/** Every sentence of a language, once for one machine and once for many. */
function sentences(language: Language, told: Told): readonly string[] {
  const { machines, sole } = told
  const { machines: list, cleaning, why, forwarding, answering, attached, who } = language
  const sent = sole && { source: sole, at }
  return [
    ...voices.flatMap(voice => [
      language.subject[voice](told),
      language.seen[voice](told),
      list.topic[voice](worm, said('CVE-2001-0500')),
      forwarding.opening[voice](worm, sent),
    ]),
    language.greeting,
    language.later({ kind: 'more', told: at }),
    language.later({ kind: 'reminder', told: at }),
    language.later({ kind: 'escalation', told: at, to: 'abuse@example.org' as never }),
    language.later({ kind: 'country', country: 'NL' }),
    who.witness(said('Ann')),
    who.desk(said('the desk')),
    who.website,
    language.please(machines),
    language.untouched(machines),
    list.heading,
    ...Object.values(list.columns),
    list.explained,
    list.estimated,
    list.left(machines, true),
    list.left(machines, false),
    list.evidence,
    list.evidenceOf(address, at, machines === 1 ? 51234 : undefined),
    cleaning.heading,
    cleaning.proof(said('x')),
    cleaning.devices(said('x')),
    cleaning.hole(said('x')),
    cleaning.clean(said('x')),
    cleaning.patch(said('x')),
    cleaning.calendar(said('x')),
    cleaning.references,
    why.heading,
    why.path([address], machines - 1, said('x')),
    why.notYours,
    forwarding.heading,
    forwarding.intro(machines),
    forwarding.clean(said('x')),
    forwarding.patch(said('CVE-2001-0500'), said('x')),
    answering.heading,
    answering.reply,
    answering.keep(said('RA-1')),
    answering.status(machines),
    answering.stopPage,
    answering.stop,
    attached.heading,
    attached.csv(said('hosts.csv'), machines),
    attached.xarf(machines),
    language.closing,
  ]
}

test('there are English, Dutch and German', () => {
  deepEqual(
    languages.map(({ tag }) => tag),
    ['en', 'nl', 'de'],
  )
})

for (const language of languages) {
  const { tag } = language

  test(`${tag}: every sentence says something, in one line, and nothing that was not told`, () => {
    for (const sentence of [...sentences(language, one), ...sentences(language, many)]) {
      ok(sentence.trim() !== '', sentence)
      ok(!/undefined|NaN|\[object|\{count\}|[\r\n]|  |,,| [,.:]/.test(sentence), sentence)
    }
  })

  test(`${tag}: one machine and many are spoken of differently`, () => {
    const plural: readonly ((machines: number) => string)[] = [
      language.please,
      language.untouched,
      language.forwarding.intro,
      language.answering.status,
      machines => language.machines.left(machines, true),
      machines => language.attached.csv(said('x'), machines),
      machines => language.attached.xarf(machines),
    ]
    for (const sentence of plural) notEqual(sentence(1).replaceAll('1', '2'), sentence(2))
    for (const voice of voices) {
      const few = { ...many, families: [worm], machines: 2 }
      const sentence = language.seen[voice](few).replace('2', address)
      notEqual(language.seen[voice]({ ...one, last: later }), sentence)
      ok(language.subject[voice](few).includes('2'))
    }
  })

  test(`${tag}: many families are named a few at a time`, () => {
    for (const others of [1, 7]) {
      const sentence = language.subject.states({ ...many, others })
      ok(sentence.length > language.subject.states(many).length, sentence)
      ok(others === 1 || sentence.includes('7'), sentence)
      ok(!/,,|undefined/.test(sentence), sentence)
    }
  })

  test(`${tag}: numbers are grouped as its readers write them`, () => {
    ok(['1,234', '1.234'].includes(language.number(1234)), language.number(1234))
    ok(language.subject.states(many).includes(language.number(1234)))
  })

  test(`${tag}: what is asked is a question, what is stated is none`, () => {
    for (const told of [one, many]) {
      ok(language.subject.asks(told).endsWith('?'))
      ok(language.seen.asks(told).endsWith('?'))
      ok(!language.subject.states(told).includes('?'))
      ok(!language.seen.states(told).includes('?'))
    }
  })

  test(`${tag}: the column headings leave an address its room`, () => {
    const { columns } = language.machines
    const widths = [
      15,
      columnsOf(columns.port),
      Math.max(20, columnsOf(columns.seen)),
      columnsOf(columns.requests),
      columnsOf(columns.reporters),
    ]
    ok(widths.reduce((sum, width) => sum + width) + 8 <= 72, widths.join(' '))
  })

  test(`${tag}: what is translated still stands in a dossier`, () => {
    const known = new Set([...signatures.flatMap(dossierOf), ...judged])
    deepEqual(
      Object.keys(language.dossier).filter(sentence => !known.has(sentence)),
      [],
    )
  })

  test(`${tag}: a blank of a translated sentence is a blank in the translation`, () => {
    for (const [english, meaning] of Object.entries(language.dossier)) {
      deepEqual(meaning.match(/\{\w+\}/g), english.match(/\{\w+\}/g), english)
    }
  })
}

/** Every sentence about a family that a letter says. */
function dossierOf({ hole, devices, calendar, advice, proves }: (typeof signatures)[number]) {
  return [
    hole.name,
    devices,
    calendar,
    advice.clean,
    advice.patch,
    ...proves.map(({ because }) => because),
  ]
}

/** What the judge says by itself. */
const judged = [
  'it told its victim to fetch the program from {source}, which is itself',
  'it began like this family; the line was cut off before the proof',
]

test('a country is written to in its language, others in English', () => {
  deepEqual(['NL', 'de', 'AT', 'FR', undefined].map(languageFor), ['nl', 'de', 'de', 'en', 'en'])
  equal(languageOf('DE').tag, 'de')
  equal(languageOf('fy').tag, 'en')
})

test('a sentence with a blank is translated whatever stands in it; an unknown one stays', () => {
  const dossier = { 'it tried {count} doors': 'het probeerde {count} deuren', plain: 'gewoon' }
  const language = { ...languageOf('nl'), dossier }
  equal(translate('it tried 6 doors', language), 'het probeerde 6 deuren')
  equal(translate('it tried $& doors', language), 'het probeerde $& deuren')
  equal(translate('plain', language), 'gewoon')
  equal(translate('constructor', language), 'constructor')
  equal(translate('unknown', language), 'unknown')
})
