import { deepEqual, equal, match, ok, rejects, throws } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { dkimVerify } from 'mailauth'
import { mailSigner } from './sign-mail.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ed25519 = generateKeyPairSync('ed25519')
const pem = { type: 'pkcs8', format: 'pem' } as const
const keys = {
  domain: 'notices.example.org',
  rsa: { selector: 'r1', pem: rsa.privateKey.export(pem).toString() },
  ed25519: { selector: 'e1', pem: ed25519.privateKey.export(pem).toString() },
}
const raw = ed25519.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
const records: Readonly<Record<string, string>> = {
  'r1._domainkey.notices.example.org': `v=DKIM1; k=rsa; p=${rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
  'e1._domainkey.notices.example.org': `v=DKIM1; k=ed25519; p=${raw.toString('base64')}`,
}
const mail = Buffer.from(
  [
    'From: Example notices <notices@notices.example.org>',
    'To: abuse@example.org',
    'Subject: [RA-2026-000001] a subject that is long enough to be folded, as one with many hosts',
    ' in its second line is',
    'Date: Wed, 25 Nov 2026 12:00:00 +0000',
    'Message-ID: <1@notices.example.org>',
    'List-Unsubscribe: <https://notices.example.org/stop/x>, <mailto:stop@notices.example.org>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Feedback-ID: c:k:s:redalert',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'A letter.',
    '',
  ].join('\r\n'),
)

async function results(message: Buffer): Promise<readonly string[]> {
  const resolver = async (name: string) => {
    const record = records[name]
    if (record === undefined) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
    return [[record]]
  }
  const { results: found } = await dkimVerify(message, { resolver })
  return found.map(({ selector, status }) => `${selector} ${status.result}`).toSorted()
}

test('a mail has one signature of each kind, and both hold', async () => {
  deepEqual(await results(await mailSigner(keys)(mail)), ['e1 pass', 'r1 pass'])
})

for (const [what, from, to] of [
  ['the text', 'A letter.', 'A ransom.'],
  ['the subject', 'a subject', 'no subject'],
  ['how to stop it', 'List-Unsubscribe=One-Click', 'List-Unsubscribe=None'],
  ['what providers count by', 'c:k:s:redalert', 'x:k:s:redalert'],
] as const)
  test(`whoever changes ${what} breaks both signatures`, async () => {
    const signed = (await mailSigner(keys)(mail)).toString('latin1')
    ok(signed.includes(from))
    const changed = await results(Buffer.from(signed.replace(from, to), 'latin1'))
    ok(changed.length === 2 && changed.every(result => !result.endsWith('pass')), changed.join())
  })

test('a key of another kind, a short one and a broken one are refused before anything is sent', () => {
  throws(() => mailSigner({ ...keys, rsa: keys.ed25519 }), /not of the kind rsa/)
  throws(() => mailSigner({ ...keys, ed25519: keys.rsa }), /not of the kind ed25519/)
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
    .privateKey.export(pem)
    .toString()
  throws(() => mailSigner({ ...keys, rsa: { selector: 'r1', pem: short } }), /fewer than 2048 bits/)
  throws(() => mailSigner({ ...keys, rsa: { selector: 'r1', pem: 'no key' } }))
})

test('a mail that cannot be signed is an error, and never leaves unsigned', async () => {
  await rejects(mailSigner({ ...keys, domain: 'bad domain;' })(mail), /0 of 2 signatures/)
})

test('dkimpy, which is not ours, finds both signatures good, and a changed mail bad', async t => {
  const python = ['python3', '/usr/bin/python3'].find(
    each => spawnSync(each, ['-c', 'import dkim, nacl']).status === 0,
  )
  if (python === undefined) return t.skip('there is no dkimpy with Ed25519 (python3-dkim) here')
  const program = `
import dkim, json, sys
records = json.loads(sys.argv[1])
mail = sys.stdin.buffer.read()
find = lambda name, timeout=5: records[(name.decode() if isinstance(name, bytes) else name).rstrip('.')].encode()
print([dkim.DKIM(mail, minkey=1024).verify(idx=index, dnsfunc=find) for index in (0, 1)])
`
  const verify = (message: Buffer) => {
    const { stdout, stderr } = spawnSync(python, ['-c', program, JSON.stringify(records)], {
      input: message,
    })
    return `${stdout.toString()}${stderr.toString()}`.trim()
  }
  const signed = await mailSigner(keys)(mail)
  equal(verify(signed), '[True, True]')
  const changed = Buffer.from(signed.toString('latin1').replace('One-Click', 'None'), 'latin1')
  match(verify(changed), /False, False/)
})
