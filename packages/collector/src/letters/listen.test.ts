import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Envelope } from './listen.ts'
import { answerAddress, bounceAddress, someOurs, someToken } from './any-ours.ts'
import { listen } from './listen.ts'

const plain = 'Content-Type: text/plain; charset=utf-8'
const toAnswers: Envelope = { from: 'abuse@desk.example.org', to: [answerAddress] }

/** What a mail is that says this. */
function hear(
  body: string,
  {
    head = plain,
    subject = 'Re: [RA-2026-000123] a notice',
    ...envelope
  }: Partial<Envelope> & {
    readonly head?: string
    readonly subject?: string
  } = {},
) {
  const raw = `From: Desk <abuse@desk.example.org>\r\nTo: someone@example.org\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n${head}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`
  return listen(Buffer.from(raw, 'utf8'), { ...toAnswers, ...envelope }, someOurs)
}

async function commandsOf(...mail: Parameters<typeof hear>) {
  const heard = await hear(...mail)
  return heard.kind === 'commands' ? heard.commands.map(({ word }) => word) : heard.kind
}

for (const [body, words] of [
  ['cleaned', ['cleaned']],
  ['Cleaned.\npatched!', ['cleaned', 'patched']],
  ['Hello,\n\nNot ours.\n\nRegards', ['not ours']],
  ['*STOP*', ['stop']],
  ['gereinigd', ['cleaned']],
  ['Niet van ons', ['not ours']],
  ['wekelijks', ['weekly']],
  ['gepatcht', ['patched']],
  ['bereinigt', ['cleaned']],
  ['gesa\u0308ubert', ['cleaned']],
  ['Nicht unsere', ['not ours']],
  ['wöchentlich', ['weekly']],
  ['dynamisch', ['dynamic']],
  ['On Thursday somebody wrote:\n> stop\n> weekly\n\ncleaned', ['cleaned']],
] as const) {
  test(`an answer that says ${JSON.stringify(body)} tells us: ${words.join(', ')}`, async () =>
    deepEqual(await commandsOf(body), words))
}

for (const [why, body] of [
  ['quotes it', '> stop'],
  ['quotes it below a line that says so', 'Thank you.\n\nAm 3. Mai schrieb Notices:\nstop'],
  ['quotes it below a divider', 'Thank you.\n-----Original Message-----\nstop'],
  ['quotes it below header lines', 'Thanks\nFrom: Notices\nSent: today\nstop'],
  ['has it in the signature', 'Thanks\n-- \nstop'],
  ['says more on the line', 'stop this nonsense'],
  ['says that it is not so', 'The machine was not patched'],
  ['says it only after a long story', 'a\nb\nc\nd\ne\nstop'],
  ['contradicts itself', 'not ours\ncleaned'],
  ['names something that is no address', 'cleaned the router'],
] as const) {
  test(`an answer that ${why} is for a person`, async () => equal(await commandsOf(body), 'answer'))
}

test('a command may name machines', async () => {
  const heard = await hear('cleaned 192.0.2.7, 192.0.2.9\npatched 192.0.2.7')
  deepEqual(heard.kind === 'commands' && heard.commands, [
    { word: 'cleaned', sources: ['192.0.2.7', '192.0.2.9'] },
    { word: 'patched', sources: ['192.0.2.7'] },
  ])
})

test('nobody tells us anything without the address of the case', async () => {
  const threads = `${plain}\r\nIn-Reply-To: <ra-2026-000123.1@notices.example.org>`
  for (const to of [
    [bounceAddress],
    ['notify@notices.example.org'],
    [`${answerAddress.slice(0, 9)}x${answerAddress.slice(10)}`],
  ]) {
    const heard = await hear('stop', { to, head: threads })
    equal(heard.kind, 'answer')
  }
  const { kind, about } = await hear('stop', { to: ['notify@notices.example.org'] })
  deepEqual([kind, about], ['answer', { by: 'case-name', caseName: 'RA-2026-000123' }])
  equal(
    (await hear('stop', { to: ['notify@notices.example.org'], subject: 'hello' })).kind,
    'unrelated',
  )
})

test('the address of the case is found in the header too, in any case of letters', async () => {
  const head = `${plain}\r\nDelivered-To: ${answerAddress.toUpperCase()}`
  const heard = await hear('stop', { to: [], head })
  equal(heard.kind, 'commands')
  deepEqual(heard.about, { by: 'address', token: someToken, for: 'answers' })
})

test('the link that stops our mails works in mail programs that follow it by themselves', async () => {
  const head = `${plain}\r\nAuto-Submitted: auto-replied`
  deepEqual(await commandsOf('Sent to unsubscribe.', { subject: 'stop', head }), ['stop'])
  equal(await commandsOf('Sent to unsubscribe.', { subject: 'patched', head }), 'automatic')
})

test('HTML that quotes our letter says only what stands above it', async () => {
  const head = 'Content-Type: text/html; charset=utf-8'
  const quoted = '<blockquote type="cite"><p>stop</p></blockquote>'
  equal(await commandsOf(`<p>Thank you</p>${quoted}`, { head }), 'answer')
  deepEqual(await commandsOf(`<div>cleaned</div>${quoted}`, { head }), ['cleaned'])
})

for (const [subject, ticket] of [
  ['[Ticket#2026112510000012] RE: [RA-2026-000123] a notice', '[Ticket#2026112510000012]'],
  ['[example.org #4711] AutoReply: a notice', '[example.org #4711]'],
  ['[#4711] Your report', '[#4711]'],
  ['ABUSE-123 (ABUSE-123) received: [RA-2026-000123] a notice', '(ABUSE-123)'],
  ['[ABUSE-123] received', '[ABUSE-123]'],
  ['##4711## received', '##4711##'],
  ['Your ticket number is 4711-A', '4711-A'],
  ['Re: [RA-2026-000123] [TLP:AMBER] a notice', undefined],
  ['Out of office', undefined],
] as const) {
  test(`the automatic answer "${subject}" has ${ticket ? `the number ${ticket}` : 'no number'}`, async () => {
    const head = `${plain}\r\nAuto-Submitted: auto-replied`
    const { about: _, ...heard } = await hear('We have it.', { subject, head })
    deepEqual(heard, { kind: 'automatic', ticket })
  })
}

test('a desk whose program marks all its mails is heard when a person writes in it', async () => {
  const head = `${plain}\r\nPrecedence: bulk`
  const written = await hear('We cleaned it yesterday, thank you.', { head })
  equal(written.kind, 'answer')
  const automatic = await hear('Thank you.', { head, subject: '[Ticket#20261125] received' })
  equal(automatic.kind, 'automatic')
})

for (const [program, head, from] of [
  ["Debian's vacation", 'Precedence: junk', ''],
  ['Sieve', 'Auto-Submitted: auto-replied (vacation)', ''],
  ['Exim', 'Auto-Submitted: auto-replied', ''],
  ['Exchange', 'X-Auto-Response-Suppress: All\r\nAuto-Submitted: auto-generated', 'a@example.org'],
  ['cPanel', 'X-Autorespond: away\r\nPrecedence: auto_reply', 'a@example.org'],
] as const) {
  test(`the vacation message of ${program} is automatic, at either address`, async () => {
    for (const to of [answerAddress, bounceAddress]) {
      const heard = await hear('I am away until Monday. stop', {
        head: `${plain}\r\n${head}`,
        subject: 'Away: [RA-2026-000123] a notice',
        from,
        to: [to],
      })
      deepEqual([to, heard.kind], [to, 'automatic'])
    }
  })
}

test('delivered, and still being tried, are no bounces', async () => {
  const report = (action: string, status: string) =>
    hear(
      `--b\nContent-Type: text/plain\n\nA report.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; abuse@desk.example.org\nAction: ${action}\nStatus: ${status}\n--b--`,
      {
        head: 'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        to: [bounceAddress],
        from: '',
      },
    )
  equal((await report('delayed', '4.4.7')).kind, 'delayed')
  equal((await report('delivered', '2.0.0')).kind, 'delivered')
  equal((await report('relayed', '2.1.5')).kind, 'delivered')
  equal((await report('failed', '5.1.1')).kind, 'bounce')
})

test("Exim's vague status is not believed where its diagnosis says more", async () => {
  const heard = await hear(
    `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\nAction: failed\nFinal-Recipient: rfc822;abuse@desk.example.org\nStatus: 5.0.0\nRemote-MTA: dns; desk.example.org\nDiagnostic-Code: smtp; 452 4.2.2 <b>\u202eOver</b> "quota"\n\u001b[2J\n--b--`,
    { head: 'Content-Type: multipart/report; boundary=b', to: [bounceAddress], from: '' },
  )
  ok(heard.kind === 'bounce')
  const [{ how, status, reason }] = heard.failures
  deepEqual([how, status], ['soft', '4.2.2'])
  ok(/^[ -~]*$/.test(reason) && !/[<>"&]/.test(reason), reason)
})

test('a complaint is about us only when it holds our mail', async () => {
  const report = (id: string, type: string) =>
    hear(
      `--b\nContent-Type: message/feedback-report\n\nFeedback-Type: ${type}\nUser-Agent: x\nVersion: 1\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: ${id}\nSubject: x\n\nx\n--b--`,
      {
        head: 'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
        to: ['notify@notices.example.org'],
        subject: 'FW: x',
      },
    )
  const { kind, ...ours } = await report('<ra-2026-000123.1@notices.example.org>', 'abuse')
  deepEqual(
    [kind, ours],
    [
      'complaint',
      {
        feedback: 'abuse',
        stopsMail: true,
        about: { by: 'message-id', messageId: '<ra-2026-000123.1@notices.example.org>' },
      },
    ],
  )
  equal((await report('<other@example.org>', 'abuse')).kind, 'report')
  const forged = await report('<ra-2026-000123.1@notices.example.org>', 'auth-failure')
  ok(forged.kind === 'complaint' && !forged.stopsMail)
})

test('a report is believed for the proof in the mail that it holds, which commands nothing', async () => {
  const to = ['notify@notices.example.org']
  const enclosed = `Content-Type: message/rfc822\n\nReturn-Path: <${bounceAddress}>\nReply-To: ${answerAddress}\nSubject: x\n\nx`
  const complaint = await hear(
    `--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Mail-From: <${bounceAddress}>\n\n--b--`,
    { head: 'Content-Type: multipart/report; boundary=b', to, subject: 'FW: x' },
  )
  const proof = { by: 'enclosed-address', token: someToken, for: 'bounces' }
  deepEqual([complaint.kind, complaint.about], ['complaint', proof])
  const forwarded = await hear(`--b\n\nstop\n--b\n${enclosed}\n--b--`, {
    head: 'Content-Type: multipart/mixed; boundary=b',
    to,
    subject: 'FW: x',
  })
  deepEqual([forwarded.kind, forwarded.about], ['answer', proof])
})

test('nothing that anybody mails makes it fall, or think long', async () => {
  const addressed = fc.constantFrom(answerAddress, bounceAddress)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), addressed, async (bytes, to) => {
      await listen(bytes, { from: '', to: [to] }, someOurs)
    }),
    { numRuns: 200 },
  )
  const long = 300_000
  for (const body of [
    '> '.repeat(long),
    'On '.repeat(long),
    '5.1.'.repeat(long),
    '@'.repeat(long),
    'a@'.repeat(long),
    '[#1'.repeat(long),
    'ticket '.repeat(long),
    `Final-Recipient: ${'x\n '.repeat(long)}`,
    'Final-Recipient: x\n'.repeat(100_000),
    '<blockquote'.repeat(long / 10),
    'cleaned\n'.repeat(long / 10),
  ]) {
    for (const head of [
      plain,
      'Content-Type: text/html',
      'Content-Type: message/delivery-status',
      'Content-Type: message/feedback-report',
    ]) {
      const start = performance.now()
      await hear(body, { head, subject: body.slice(0, 50_000).replaceAll('\n', ' ') })
      const took = performance.now() - start
      ok(took < 3000, `${Math.round(took)} ms for ${head} ${body.slice(0, 20)}`)
    }
  }
})
