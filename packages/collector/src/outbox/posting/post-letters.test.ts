import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { at } from '../../cases/book/any-event.ts'
import { approveLetter } from './approve-letter.ts'
import { anySigning, clock, ledgerWith, letterTo, live } from './any-outbox.ts'
import { sinkProgram, startSink } from './any-sink.ts'
import { postLetters, type PostingParts } from './post-letters.ts'
import { mailSigner } from './sign-mail.ts'

const sign = mailSigner(anySigning)
const skip = sinkProgram === undefined && 'there is no smtp-sink (postfix) here'

async function posted(
  flags: readonly string[],
  {
    letters = 1,
    hours = 3,
    ...more
  }: Partial<PostingParts> & { letters?: number; hours?: number } = {},
) {
  await using sink = await startSink(...flags)
  const ledger = ledgerWith(letters)
  const { letterbox, book } = ledger
  const errors: unknown[] = []
  const parts: PostingParts = {
    book,
    letterbox,
    relay: { host: '127.0.0.1', port: sink.port, tls: false, from: 'notices@notices.example.org' },
    sign,
    limits: live,
    now: clock(hours),
    isStopped: () => false,
    report: error => errors.push(error),
    patienceMilliseconds: 1500,
    ...more,
  }
  const count = await postLetters(parts)
  const states = [...letterbox.letters({})].map(({ state }) => state)
  return { count, states, letterbox, book, errors, mails: sink.mails(), parts }
}

test(
  'a letter goes to its one mailbox, signed, and what comes back has an address of its own',
  { skip },
  async () => {
    const { count, states, mails, letterbox } = await posted([])
    equal(count, 1)
    deepEqual(states, ['sent'])
    equal(mails.length, 1)
    match(mails[0]!, /^X-Mail-Args: <b-1@bounces\.example\.org>/m)
    match(mails[0]!, /^X-Rcpt-Args: <abuse@o1\.example\.org>/m)
    match(mails[0]!, /^DKIM-Signature: .*a=rsa-sha256/m)
    match(mails[0]!, /^Message-ID: <1@notices\.example\.org>/m)
    match(mails[0]!, /^\.a letter\r?\n\.\.\r?$/m)
    equal(letterbox.sent(at(0)).length, 1)
  },
)

for (const [what, flags, state, caseState] of [
  ['that wants it later', ['-r', 'RCPT'], 'queued', 'told'],
  ['that does not want to, and does not say why', ['-f', 'RCPT'], 'refused', 'told'],
  ['that wants no such text', ['-f', '.'], 'refused', 'told'],
  ['that is full for now', ['-r', '.'], 'queued', 'told'],
  ['that hangs up when the letter was said', ['-q', '.'], 'taken', 'told'],
  ['that hangs up before it was', ['-q', 'EHLO'], 'queued', 'told'],
] as const)
  test(`a relay ${what}: the letter is ${state}`, { skip }, async () => {
    const { count, states, errors, book } = await posted(flags)
    equal(count, 0)
    deepEqual(states, [state])
    equal(errors.length, 1)
    equal(book.case('abuse@o1.example.org')?.state, caseState)
  })

test(
  'a relay that only hangs is left after a while, and the letter is in doubt',
  { skip },
  async () => {
    const start = performance.now()
    const { states } = await posted(['-w', '30'])
    deepEqual(states, ['taken'])
    ok(performance.now() - start < 20_000)
  },
)

test('a relay that knows no such mailbox makes the case undeliverable', async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 })),
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  try {
    const { port } = server.server.address() as { readonly port: number }
    const { letterbox, book } = ledgerWith(1)
    const relay = { host: '127.0.0.1', port, tls: false, from: 'notices@notices.example.org' }
    const rest = { sign, limits: live, isStopped: () => false, report: () => undefined }
    await postLetters({ book, letterbox, relay, now: clock(3), ...rest })
    const [letter] = [...letterbox.letters({})]
    deepEqual([letter?.state, letter?.because], ['refused', '550 5.1.1 no such user'])
    equal(book.case('abuse@o1.example.org')?.state, 'undeliverable')
  } finally {
    await new Promise<void>(resolve => server.close(() => resolve()))
  }
})

test('a relay that is not there leaves no doubt', async () => {
  const relay = { host: '127.0.0.1', port: 1, tls: false, from: 'notices@notices.example.org' }
  const { book, letterbox } = ledgerWith(1)
  const rest = { sign, limits: live, isStopped: () => false, report: () => undefined }
  equal(await postLetters({ book, letterbox, relay, now: clock(3), ...rest }), 0)
  const [letter] = [...letterbox.letters({})]
  deepEqual([letter?.state, letter?.doubts, letter?.attempts], ['queued', 0, 1])
  ok(letter!.notBefore! > at(3))
})

test('a letter that no relay takes for five days comes back to its case', { skip }, async () => {
  const { states, book } = await posted(['-r', 'RCPT'], { hours: 24 * 6 })
  deepEqual(states, ['refused'])
  equal(book.case('abuse@o1.example.org')?.delays.length, 1)
})

test('nothing leaves in a dry run, nor when somebody pulled the switch', { skip }, async () => {
  const dry = await posted([], { limits: { ...live, mode: 'dry-run' } })
  deepEqual([dry.count, dry.states], [0, ['queued']])
  let looks = 0
  const stopped = await posted([], { letters: 3, isStopped: () => ++looks > 2 })
  deepEqual([stopped.count, stopped.states], [2, ['sent', 'sent', 'queued']])
})

test('a letter that cannot be signed does not leave', { skip }, async () => {
  const { count, states, mails } = await posted([], {
    sign: async () => {
      throw new Error('no key')
    },
  })
  deepEqual([count, states, mails], [0, ['queued'], []])
})

test('limits hold for what a person approved, too', { skip }, async () => {
  await using sink = await startSink()
  const { book, letterbox } = ledgerWith(0)
  for (let number = 1; number <= 3; number++)
    letterbox.letGo(letterTo(number, 'victim@example.org'), [])
  const relay = {
    host: '127.0.0.1',
    port: sink.port,
    tls: false,
    from: 'notices@notices.example.org',
  }
  const rest = { sign, limits: live, isStopped: () => false, report: () => undefined }
  const run = (hours: number) => postLetters({ book, letterbox, relay, now: clock(hours), ...rest })
  equal(await run(3), 1)
  equal(await run(5), 0)
  equal(await run(28), 1)
  equal(await run(53), 1)
  equal(sink.mails().length, 3)
})

test('whoever opted out after a letter was let go does not get it', { skip }, async () => {
  await using sink = await startSink()
  const { book, letterbox } = ledgerWith(2)
  const contact = 'abuse@o1.example.org'
  book.append([{ of: 'case', event: { contact, at: at(3), kind: 'opted-out' } }])
  const relay = {
    host: '127.0.0.1',
    port: sink.port,
    tls: false,
    from: 'notices@notices.example.org',
  }
  const rest = { sign, limits: live, isStopped: () => false, report: () => undefined }
  equal(await postLetters({ book, letterbox, relay, now: clock(4), ...rest }), 1)
  deepEqual(
    [...letterbox.letters({})].map(({ state, because }) => [state, because]),
    [
      ['held', 'They want no mail.'],
      ['sent', null],
    ],
  )
  const [held] = [...letterbox.letters({})]
  equal(approveLetter({ book, letterbox }, held!.id, at(5)), false)
})
