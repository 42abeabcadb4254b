import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, parseAddress } from '@redalert/core'
import { choose } from '../src/choose/choose.ts'
import type { Clue } from '../src/model/clue.ts'
import type { Found } from '../src/model/found.ts'
import { neverList } from '../src/never/never-list.ts'
import { readAnswer } from '../src/rdap/read-answer.ts'
import { readAutnum } from '../src/rdap/read-autnum.ts'
import { readArin } from '../src/whois/read-arin.ts'
import { readRpsl } from '../src/whois/read-rpsl.ts'
import { type Recorded, recordedAnswers } from './recorded.ts'

const never = neverList()
/** For an answer of which nobody knows any more what was asked. */
const anywhere = '192.0.2.1' as Address

const rdap = recordedAnswers('rdap').map(one => judged(one, cluesOfRdap(one)))
const whois = recordedAnswers('whois').map(one => judged(one, cluesOfWhois(one)))

for (const [kind, all, fewest] of [
  ['RDAP', rdap, 9],
  ['WHOIS', whois, 6],
] as const) {
  test(`no recorded answer in ${kind} names anybody but the one to tell`, t => {
    ok(all.length >= fewest, `only ${all.length} answers were looked at`)
    for (const { verdict, file, chosen, truth } of all)
      t.diagnostic(
        `${verdict} ${file}: ${chosen ?? 'nobody'} (truth: ${truth.join(' or ') || 'nobody'})`,
      )
    deepEqual(
      all
        .filter(({ verdict }) => verdict === 'wrong')
        .map(({ file, chosen }) => `${file}: ${chosen}`),
      [],
    )
  })

  test(`most recorded answers in ${kind} that name somebody are understood`, () => {
    const named = all.filter(({ truth }) => truth.length > 0)
    const unknown = named.filter(({ verdict }) => verdict === 'unknown')
    ok(
      unknown.length * 5 <= named.length,
      `unknown: ${unknown.map(({ file }) => file).join(', ')} of ${named.length}`,
    )
  })
}

test('an answer about other addresses names nobody for the asked one, and whom it names for its own', t => {
  const chinanet = recordedAnswers('whois').find(({ file }) => file.includes('220.224'))
  if (!chinanet) return t.skip('the recorded answer is not at hand')
  const contactFor = (asked: string) =>
    choose(
      cluesOf(readRpsl(chinanet.text, { asked: asked as Address, registry: 'apnic' })),
      never.mailbox,
    ).contact?.mailbox
  equal(contactFor('220.224.128.1'), undefined)
  equal(contactFor('222.208.0.1'), 'scipadmin2013@189.cn')
})

function judged({ file, truth }: Recorded, clues: readonly Clue[]) {
  const chosen = choose(clues, never.mailbox).contact?.mailbox
  const isTrue = truth.some(one => one.toLowerCase() === chosen?.toLowerCase())
  const isRight = chosen === undefined ? truth.length === 0 : isTrue
  const verdict = isRight ? 'right' : chosen === undefined ? 'unknown' : 'wrong'
  return { file, truth, chosen, verdict }
}

function cluesOfRdap({ text, query, registry }: Recorded): readonly Clue[] {
  const value = JSON.parse(text) as unknown
  const asn = /^AS(\d+)$/.exec(query)
  if (asn) return readAutnum(value, Number(asn[1])) ?? []
  return cluesOf(readAnswer(value, { asked: parseAddress(query) ?? anywhere, registry }))
}

function cluesOfWhois({ text, query, registry }: Recorded): readonly Clue[] {
  const about = { asked: parseAddress(query) ?? anywhere, registry }
  return cluesOf(registry === 'arin' ? readArin(text, about) : readRpsl(text, about))
}

function cluesOf(found: Found): readonly Clue[] {
  return found.kind === 'holding' ? found.holding.clues : []
}
