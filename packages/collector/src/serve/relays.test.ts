import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { at } from '../cases/book/any-event.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { live } from '../outbox/posting/any-outbox.ts'
import { postLetters } from '../outbox/posting/post-letters.ts'
import { mailSigner } from '../outbox/posting/sign-mail.ts'
import { compose } from '../../../notices/src/compose/compose.ts'
import type { Form, Notice } from '../../../notices/src/notice/notice.ts'
import { parseMailAddress } from '../../../notices/src/safe/mail-address.ts'
import { parseMessageId } from '../../../notices/src/safe/message-id.ts'
import { exampleNotice, examplePost } from '../../../notices/test/example-notice.ts'
import { mailRelays } from './any-relays.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ed25519 = generateKeyPairSync('ed25519')
const pem = { type: 'pkcs8', format: 'pem' } as const
const sign = mailSigner({
  domain: 'example.org',
  rsa: { selector: 'r1', pem: rsa.privateKey.export(pem).toString() },
  ed25519: { selector: 'e1', pem: ed25519.privateKey.export(pem).toString() },
})
const spki = { type: 'spki', format: 'der' } as const
const records = {
  'r1._domainkey.example.org': `v=DKIM1; k=rsa; p=${rsa.publicKey.export(spki).toString('base64')}`,
  'e1._domainkey.example.org': `v=DKIM1; k=ed25519; p=${ed25519.publicKey.export(spki).subarray(-32).toString('base64')}`,
}

const program = `
import base64, dkim, json, sys
records, mails = json.load(sys.stdin)
find = lambda name, timeout=5: records[(name.decode() if isinstance(name, bytes) else name).rstrip('.')].encode()
def verify(mail, index):
    try: return dkim.DKIM(mail, minkey=1024).verify(idx=index, dnsfunc=find)
    except dkim.DKIMException: return False
print(json.dumps([[verify(base64.b64decode(mail), index) for index in (0, 1)] for mail in mails]))
`
const python = ['python3', '/usr/bin/python3'].find(
  each => spawnSync(each, ['-c', 'import dkim, nacl']).status === 0,
)
const noPython = python === undefined && 'there is no dkimpy with Ed25519 (python3-dkim) here'

/** Whether dkimpy, which is not ours, finds the RSA and the Ed25519 signature of each mail good. */
function verified(mails: readonly Buffer[]): readonly (readonly boolean[])[] {
  const input = JSON.stringify([records, mails.map(mail => mail.toString('base64'))])
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', program], { input })
  equal(stderr.toString(), '')
  return JSON.parse(stdout.toString()) as boolean[][]
}

const forms: readonly Form[] = ['digest', 'xarf', 'text', 'cert']
const languages = ['en', 'nl'] as const
const stages: readonly Notice['stage'][] = [{ kind: 'first' }, { kind: 'country', country: 'NL' }]

/** A letter of every form, in one language and in two, to an owner and to a country's team. */
async function letters() {
  const made = forms.flatMap(form =>
    languages.flatMap(language =>
      stages.map((stage, turn) => ({ form, language, stage, name: `${form}-${language}-${turn}` })),
    ),
  )
  return await Promise.all(
    made.map(async ({ form, language, stage, name }) => {
      const address = parseMailAddress(`abuse@${name}.example.net`)!
      const mail = await compose(exampleNotice({ stage, recipient: { address, language, form } }), {
        ...examplePost,
        messageId: parseMessageId(`<${name}@example.org>`)!,
        returnTo: parseMailAddress(`b-${name}@bounce.example.org`)!,
      })
      return { ...mail, form, name, mailbox: String(address) }
    }),
  )
}

test(
  'every form of letter is signed so that dkimpy finds both signatures good, and no change of it goes unseen',
  { skip: noPython },
  async () => {
    const signed = await Promise.all((await letters()).map(({ eml }) => sign(eml)))
    equal(signed.length, forms.length * languages.length * stages.length)
    deepEqual(
      verified(signed),
      signed.map(() => [true, true]),
    )
    const changes: readonly (readonly [RegExp, string])[] = [
      [/^Subject: /m, 'Subject: not '],
      [/^From: Example/m, 'From: Another'],
      [/^List-Unsubscribe-Post: .*$/m, 'List-Unsubscribe-Post: None'],
      [/^Auto-Submitted: .*$/m, 'Auto-Submitted: no'],
      [/^Message-ID: </m, 'Message-ID: <x'],
      [/192\.0\.2\.9(?![\s\S]*192\.0\.2\.9)|([A-Za-z0-9+/])(?=[A-Za-z0-9+/=]*\r\n--)/, '192.0.2.8'],
    ]
    const changed = signed.flatMap(mail => {
      const text = mail.toString('latin1')
      return changes.map(([from, to]) => {
        const other = text.replace(from, to)
        ok(other !== text, `nothing was changed by ${from}`)
        return Buffer.from(other, 'latin1')
      })
    })
    deepEqual(
      verified(changed),
      changed.map(() => [false, false]),
    )
  },
)

for (const [name, { start, skip }] of Object.entries(mailRelays))
  describe(`letters by ${name}`, { skip: skip || noPython }, () => {
    test('every form arrives as it was signed, at its one mailbox, and comes back to an address of its own', async () => {
      const got: { from: string; to: readonly string[]; mail: Buffer }[] = []
      const sink = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onData(stream, { envelope }, done) {
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            const from = envelope.mailFrom ? envelope.mailFrom.address : ''
            const to = envelope.rcptTo.map(({ address }) => address)
            got.push({ from, to, mail: Buffer.concat(chunks) })
            done()
          })
        },
      })
      await new Promise<void>(resolve => {
        sink.listen(0, '127.0.0.1', resolve)
      })
      try {
        const { port } = sink.server.address() as { readonly port: number }
        await using relay = await start(port)
        using ledger = openLedger(':memory:')
        const { book, letterbox } = ledger
        letterbox.turnGate({ state: 'open', at: at(0), by: 'person', because: null })
        const all = await letters()
        for (const { mailbox, eml, subject, envelope, messageId, name: caseName } of all)
          letterbox.letGo(
            {
              contact: mailbox,
              mailbox,
              organisation: null,
              rung: 'owner',
              stage: 'first',
              hosts: [],
              caseName,
              decidedBy: [],
              at: at(1),
              messageId,
              subject,
              returnTo: envelope.from,
              mail: eml,
            },
            [],
          )
        const errors: unknown[] = []
        const count = await postLetters({
          book,
          letterbox,
          relay: { host: '127.0.0.1', port: relay.port, tls: false, from: 'notices@example.org' },
          sign,
          limits: live,
          now: () => at(2),
          isStopped: () => false,
          report: error => errors.push(error),
        })
        deepEqual([errors, count], [[], all.length])
        for (let wait = 0; wait < 300 && got.length < all.length; wait++) await sleep(100)
        const sorted = got.toSorted((one, other) => (one.from < other.from ? -1 : 1))
        deepEqual(
          sorted.map(({ from, to }) => [from, to]),
          all
            .map(({ envelope, mailbox }) => [envelope.from, [mailbox]])
            .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
        )
        for (const { mail } of got)
          match(mail.toString('latin1'), /^Received: .*relay\.example\.org/ms)
        deepEqual(
          verified(got.map(({ mail }) => mail)),
          got.map(() => [true, true]),
        )
      } finally {
        await new Promise<void>(resolve => {
          sink.close(() => resolve())
        })
      }
    })
  })
