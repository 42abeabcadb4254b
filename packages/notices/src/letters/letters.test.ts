import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Cell,
  hourOf,
  type Identity,
  type Instant,
  type Sighting,
  type Source,
} from '@redalert/core'
import { cannotReadMails, readMails } from '../../test/read-mails.ts'
import { parseMailbox } from '../safe/mailbox.ts'
import type { FoundOwner } from './found-owner.ts'
import type { LeftOut } from './left-out.ts'
import { type LetterOptions, letters, type ReadyLetter } from './letters.ts'

const now = '2001-08-06T09:00:00Z' as Instant
const seen = '2001-08-04T14:08:55Z' as Instant
const owner: FoundOwner = {
  address: 'abuse@example.net',
  why: 'RIPE: EXAMPLE-NET, abuse-c EX1',
  country: 'NL',
}

function options(changes: Partial<LetterOptions> = {}): LetterOptions {
  let count = 0
  return {
    from: parseMailbox('Ann Example <ann@example.org>')!,
    now,
    random: length => new Uint8Array(length).fill(++count),
    ...changes,
  }
}

function row(changes: Partial<Sighting> = {}, at = seen, port = 51234): Sighting {
  const source = changes.source ?? ('192.0.2.9' as Source)
  const cell: Cell = {
    sensor: 'www',
    source,
    mark: 'codered-x-worm',
    hour: hourOf(at),
    clock: 'known',
    identities: ['0123456789abcdef' as Identity],
    first: at,
    last: at,
    evidence: [
      {
        at,
        text: `${source}:${port} - - [04/Aug/2001:${at.slice(11, 19)} +0000] "GET /default.ida?${'X'.repeat(224)} HTTP/1.0" 404 283`,
        file: '/var/log/apache/access.log',
        line: 7,
      },
    ],
    payloadHosts: [],
    ownPayload: false,
  }
  return {
    source,
    family: 'codered-x',
    hole: 'CVE-2001-0500',
    grade: 'infected',
    reason: "its request holds the worm's complete code, which only infected machines send",
    setApart: null,
    clock: 'known',
    first: at,
    last: at,
    requests: { count: 1, exact: true },
    cells: [cell],
    ...changes,
  }
}

async function written(
  rows: readonly Sighting[],
  findOwner: (source: string) => FoundOwner | undefined = () => owner,
  changes: Partial<LetterOptions> = {},
): Promise<{ letters: readonly ReadyLetter[]; leftOut: readonly LeftOut[] }> {
  const all: (ReadyLetter | LeftOut)[] = []
  for await (const one of letters(rows, findOwner, options(changes))) all.push(one)
  return {
    letters: all.filter(one => one.kind === 'letter'),
    leftOut: all.filter(one => one.kind === 'left-out'),
  }
}

function textOf({ eml }: ReadyLetter): string {
  const [mail] = readMails([eml])
  return mail!.parts[0]!.content.toString().replaceAll(/\s+/g, ' ')
}

const skip = cannotReadMails

test(
  'each owner gets one letter, with all his machines and the reasons why it is he',
  { skip },
  async () => {
    const rows = ['192.0.2.9', '192.0.2.10', '198.51.100.7'].map(source =>
      row({ source: source as Source }),
    )
    const found = await written(rows, source =>
      source.startsWith('192')
        ? owner
        : { address: 'Abuse@Example.COM', why: 'ARIN: NET-198-51-100-0-1' },
    )
    deepEqual(
      found.letters.map(({ file, to, machines, subject }) => [file, to, machines, subject]),
      [
        [
          'abuse@example.net.eml',
          'abuse@example.net',
          2,
          '2 machines in uw netwerk zijn besmet met de worm CodeRedII',
        ],
        [
          'abuse@example.com.eml',
          'Abuse@Example.COM',
          1,
          '198.51.100.7 is infected with the worm CodeRedII',
        ],
      ],
    )
    const [first, second] = found.letters.map(textOf)
    ok(first!.includes('192.0.2.9, 192.0.2.10: RIPE: EXAMPLE-NET, abuse-c EX1'))
    ok(!first!.includes('198.51.100.7'))
    ok(second!.includes('198.51.100.7: ARIN: NET-198-51-100-0-1'))
    ok(second!.includes('This is a personal mail from Ann Example'))
  },
)

test('what must not be told is left out, each row with its reason', async () => {
  const rows = [
    row({ setApart: 'mine' }),
    row({ setApart: 'proxy' }),
    row({ source: 'host.example.org' as Source }),
    row({ grade: 'probe' }),
    row({ clock: 'assumed' }),
    row({ last: '2001-07-06T08:59:59Z' as Instant }),
    row({ last: '2001-08-06T09:10:01Z' as Instant }),
    row({ family: 'unheard-of' }),
    row({ source: '192.0.2.66' as Source }),
    row({ source: '192.0.2.67' as Source }),
  ]
  const found = await written(rows, source => {
    if (source === '192.0.2.66') return undefined
    return source === '192.0.2.67'
      ? { ...owner, address: 'a@b@example.org\r\nBcc: x@example.org' }
      : owner
  })
  deepEqual(found.letters, [])
  deepEqual(
    found.leftOut.map(({ reason }) => reason),
    [
      'mine',
      'proxy',
      'name',
      'probe',
      'assumed',
      'stale',
      'future',
      'unknown-family',
      'no-owner',
      'no-mail-address',
    ],
  )
})

test('how old a row may be is for the one to say who asks', async () => {
  const old = [row({ last: '2001-01-01T00:00:00Z' as Instant })]
  equal((await written(old, () => owner, { staleAfterDays: 1000 })).letters.length, 1)
})

test('what is likely is asked, what is infected is stated: the writer saw it himself', async () => {
  const subjects = await Promise.all(
    (['infected', 'likely'] as const).map(
      async grade => (await written([row({ grade })])).letters[0]!.subject,
    ),
  )
  deepEqual(subjects, [
    '192.0.2.9 is besmet met de worm CodeRedII',
    'Is 192.0.2.9 besmet met de worm CodeRedII?',
  ])
})

test(
  'the port of the first and of the last request is told where the log has it',
  { skip },
  async () => {
    const later = '2001-08-04T20:00:00Z' as Instant
    const [one, two] = [row(), row({}, later, 40_000)]
    const both = { ...one, last: later, cells: [...one.cells, ...two.cells] }
    const [letter] = (await written([both])).letters
    const text = textOf(letter!)
    ok(text.includes(`192.0.2.9 51234 ${seen} 1 1 40000 ${later}`), text)
    ok(text.includes(`192.0.2.9, ${later}, poort 40000:`), text)
  },
)

test('where the lines stand in the logs is told to nobody', async () => {
  const { letters: some } = await written([row()])
  ok(!Buffer.from(some[0]!.eml).includes('access.log'))
  const [mail] = readMails([some[0]!.eml])
  for (const { content } of mail!.parts) ok(!content.includes('/var/log'))
})

test('a letter is a draft with a name of its own', async () => {
  const { letters: some } = await written(
    [row(), row({ source: '198.51.100.7' as Source })],
    source => (source === '192.0.2.9' ? owner : { ...owner, address: 'abuse@example.com' }),
  )
  const heads = some.map(({ eml }) => Buffer.from(eml).toString('latin1').split('\r\n\r\n', 1)[0]!)
  for (const head of heads) {
    match(head, /^X-Unsent: 1$/m)
    match(head, /^Date: Mon, 06 Aug 2001 09:00:00 \+0000$/m)
    match(head, /^Message-ID: <ra-[0-9a-f-]{36}@example\.org>$/m)
  }
  equal(new Set(heads.map(head => /Message-ID: \S+/.exec(head)?.[0])).size, 2)
})

test('in the form xarf each machine has a mail of its own, and each file a name', async () => {
  const rows = ['192.0.2.9', '192.0.2.10'].map(source => row({ source: source as Source }))
  const { letters: some } = await written(rows, () => owner, { form: 'xarf' })
  deepEqual(
    some.map(({ file }) => file),
    ['abuse@example.net.eml', 'abuse@example.net-2.eml'],
  )
})
