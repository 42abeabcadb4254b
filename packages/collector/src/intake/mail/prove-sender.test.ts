import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { DNSResolver } from 'mailauth'
import { signedMail, signingKey, taggedMail } from '../../serve/any-signed.ts'
import { anyDns } from './any-dns.ts'
import { type Origin, proveSender } from './prove-sender.ts'
import { startProver } from './start-prover.ts'

const known = anyDns({
  ...signingKey('example.org'),
  ...signingKey('mail.example.org'),
  ...signingKey('example.net'),
  ...signingKey('example.com'),
  ...signingKey('mail.example.com'),
  ...signingKey('mallory.github.io'),
  'example.org': 'v=spf1 ip4:192.0.2.25 -all',
  'example.net': 'v=spf1 ip4:192.0.2.26 -all',
  'lists.example.org': 'v=spf1 ip4:192.0.2.25 -all',
  '_dmarc.example.com': 'v=DMARC1; p=reject; adkim=s; aspf=s',
  'example.com': 'v=spf1 ip4:192.0.2.27 -all',
  'mail.example.com': 'v=spf1 ip4:192.0.2.27 -all',
})

const options = { resolve: known, mostMilliseconds: 5000 }

const proven = async (message: string, origin: Origin = {}) =>
  await proveSender(Buffer.from(message, 'latin1'), origin, options)

const byDkim = { address: 'owner@example.org', proof: 'dkim' }
const plain = 'From: Owner <owner@example.org>\r\nTo: redalert@example.org\r\n\r\nhello\r\n'

test('a signature of the domain proves its address', async () => {
  deepEqual(await proven(await signedMail('example.org')), byDkim)
  deepEqual(await proven(taggedMail('')), byDkim)
})

test('line feeds alone break no signature', async () => {
  const mail = await signedMail('example.org')
  deepEqual(await proven(mail.replaceAll('\r\n', '\n')), byDkim)
})

test('a subdomain may sign for its domain, unless the domain says that it may not', async () => {
  deepEqual(await proven(await signedMail('mail.example.org')), byDkim)
  equal(await proven(await signedMail('mail.example.com', 'owner@example.com')), undefined)
  deepEqual(await proven(await signedMail('example.com', 'owner@example.com')), {
    address: 'owner@example.com',
    proof: 'dkim',
  })
})

test('customers of one hoster do not sign for each other', async () => {
  equal(await proven(await signedMail('mallory.github.io', 'alice@alice.github.io')), undefined)
})

test('a signature of another domain proves nothing', async () => {
  equal(await proven(await signedMail('example.net')), undefined)
})

test('a signature whose key is not there proves nothing', async () => {
  equal(await proven(await signedMail('nokey.example.org')), undefined)
})

for (const [what, alter] of [
  ['another body', mail => mail.replace('hello', 'hallo')],
  ['a longer body', mail => `${mail}more\r\n`],
  ['another author', mail => mail.replace('owner@example.org', 'other@example.org')],
  ['a second author above', mail => `From: other@example.org\r\n${mail}`],
  [
    'a second author below',
    mail => mail.replace('\r\n\r\n', '\r\nFrom: other@example.org\r\n\r\n'),
  ],
  ['the same author twice', mail => `From: Somebody <owner@example.org>\r\n${mail}`],
  ['two authors in one line', mail => mail.replace(/^From: .*$/m, '$&, other@example.org')],
  ['no author', mail => mail.replace(/^From: .*\r\n/m, '')],
  ['another subject', mail => mail.replace('Subject: APACHE', 'Subject: IIS')],
  ['a signature cut off', mail => mail.replace(/b=[A-Za-z0-9+/]{20}/, 'b=AAAA')],
] satisfies [string, (mail: string) => string][]) {
  test(`${what} is not what was signed`, async () => {
    const mail = await signedMail('example.org')
    ok(alter(mail) !== mail)
    equal(await proven(alter(mail)), undefined)
  })
}

test('a signature over a part of the body proves nothing', async () => {
  for (const tag of ['l=7; ', 'L=7; ', 'l = 7; ', 'l=0; ']) {
    equal(await proven(taggedMail(tag, 'hello\r\n', 'and more\r\n')), undefined, tag)
    equal(await proven(taggedMail(tag, 'hello\r\n')), undefined, tag)
  }
})

test('a signature that has expired proves nothing', async () => {
  equal(await proven(taggedMail('t=1000000000; x=1000000100; ')), undefined)
  deepEqual(await proven(taggedMail('t=1000000000; x=9000000000; ')), byDkim)
})

test('a key for tests proves nothing', async () => {
  const testing = Object.entries(signingKey('example.org')).map(([name, record]) => [
    name,
    record.replace('k=rsa', 't=y; k=rsa'),
  ])
  const resolve = anyDns(Object.fromEntries(testing))
  const mail = Buffer.from(await signedMail('example.org'), 'latin1')
  equal(await proveSender(mail, {}, { ...options, resolve }), undefined)
})

test('SPF proves an address of the very domain in the envelope', async () => {
  const origin = { ip: '192.0.2.25', helo: 'mx.example.org', envelopeFrom: 'x@example.org' }
  deepEqual(await proven(plain, origin), { address: 'owner@example.org', proof: 'spf' })
  equal(await proven(plain, { ...origin, ip: '192.0.2.99' }), undefined)
})

for (const [what, origin] of [
  ['for another domain', { ip: '192.0.2.26', envelopeFrom: 'x@example.net' }],
  ['for the name that a client gives itself', { ip: '192.0.2.25', envelopeFrom: '' }],
  ['for a subdomain, without DMARC', { ip: '192.0.2.25', envelopeFrom: 'x@lists.example.org' }],
  ['for a domain that only ends alike', { ip: '192.0.2.26', envelopeFrom: 'x@notexample.org' }],
  ['for an envelope with two ats', { ip: '192.0.2.26', envelopeFrom: 'x@example.net@example.org' }],
  ['for a quoted envelope', { ip: '192.0.2.26', envelopeFrom: '"x@example.org"@example.net' }],
] satisfies [string, Origin][]) {
  test(`SPF ${what} proves nothing`, async () => {
    equal(await proven(plain, { helo: 'example.org', ...origin }), undefined)
  })
}

test('SPF of a subdomain proves nothing where DMARC is strict', async () => {
  const mail = plain.replaceAll('owner@example.org', 'owner@example.com')
  const origin = { ip: '192.0.2.27', helo: 'x', envelopeFrom: 'x@mail.example.com' }
  equal(await proven(mail, origin), undefined)
  deepEqual(await proven(mail, { ...origin, envelopeFrom: 'x@example.com' }), {
    address: 'owner@example.com',
    proof: 'spf',
  })
})

test('a mail signed by the dozen is not looked at, however the name is spelled', async () => {
  const signed = await signedMail('example.org')
  for (const name of ['DKIM-Signature:', 'DKIM-Signature :', 'dkim-signature\r\n\t:']) {
    const junk = `${name} v=1; a=rsa-sha256; d=example.net; s=s1; h=from; bh=AAAA; b=AAAA\r\n`
    deepEqual(await proven(junk.repeat(7) + signed), byDkim)
    equal(await proven(junk.repeat(40) + signed), undefined)
  }
})

test('a head without an end is not looked at', async () => {
  const start = process.cpuUsage()
  equal(await proven(`From: owner@example.org\r\n${'X: y\r\n'.repeat(1_000_000)}`), undefined)
  equal(await proven(`From: owner@example.org\r\n${'\r\n '.repeat(20_000)}x\r\n\r\nx`), undefined)
  const { user } = process.cpuUsage(start)
  ok(user < 3_000_000, `${user / 1e6} s`)
})

test('a DNS that never answers, or breaks, proves nothing, in time', async () => {
  const mail = Buffer.from(await signedMail('example.org'), 'latin1')
  const start = Date.now()
  const never = (async () => await new Promise(() => undefined)) as DNSResolver
  equal(await proveSender(mail, {}, { resolve: never, mostMilliseconds: 100 }), undefined)
  const broken = (async () => {
    throw Object.assign(new Error('broken'), { code: 'ESERVFAIL' })
  }) as DNSResolver
  equal(await proveSender(mail, {}, { resolve: broken, mostMilliseconds: 5000 }), undefined)
  ok(Date.now() - start < 4000)
})

test('a thread proves the same, and nothing once it is gone', async () => {
  const mail = Buffer.from(await signedMail('example.org'), 'latin1')
  const prover = startProver(options)
  deepEqual(await Promise.all([prover.prove(mail, {}), prover.prove(Buffer.from(plain), {})]), [
    byDkim,
    undefined,
  ])
  await prover[Symbol.asyncDispose]()
})

test('a thread gives up what takes too long, and proves the next', async () => {
  const mail = Buffer.from(await signedMail('example.org'), 'latin1')
  let isSilent = true
  const resolve = (async (domain: string, type: string) =>
    isSilent ? await new Promise(() => undefined) : await known(domain, type)) as DNSResolver
  await using prover = startProver({ resolve, mostMilliseconds: 1000 })
  const many = await Promise.all(Array.from({ length: 100 }, () => prover.prove(mail, {})))
  deepEqual([...new Set(many)], [undefined])
  isSilent = false
  deepEqual(await prover.prove(mail, {}), byDkim)
})

test('a large mail is proven without holding anybody else up', async () => {
  const mail = Buffer.from(await signedMail('example.org', undefined, 'x y  \n'.repeat(500_000)))
  await using prover = startProver({ ...options, mostMilliseconds: 20_000 })
  let longest = 0
  let before = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - before)
    before = now
  }, 5)
  deepEqual(await prover.prove(mail, {}), byDkim)
  clearInterval(timer)
  ok(longest < 1000, `${longest} ms`)
})
