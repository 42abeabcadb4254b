import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address } from '@redalert/core'
import fc from 'fast-check'
import { choose } from '../choose/choose.ts'
import type { Found } from '../model/found.ts'
import { neverList } from '../never/never-list.ts'
import { readArin, readArinList } from './read-arin.ts'
import { readKrnic } from './read-krnic.ts'
import { readRpsl } from './read-rpsl.ts'

const asked = '192.0.2.77' as Address
const about = { asked, registry: 'apnic' }

function contactOf(found: Found): string | undefined {
  ok(found.kind === 'holding', `it was ${found.kind}`)
  return choose(found.holding.clues, neverList().mailbox).contact?.mailbox
}

test('the contact that the server has worked out counts, for the range that it says', () => {
  const text = `% Abuse contact for '192.0.0.0 - 192.0.255.255' is 'abuse@example.net'
% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@example.org'

inetnum:        192.0.0.0 - 192.0.255.255
status:         ALLOCATED PA

inetnum:        192.0.2.0 - 192.0.2.255
status:         ASSIGNED PA
source:         RIPE # Filtered`
  const found = readRpsl(text, { asked, registry: 'ripe' })
  equal(contactOf(found), 'abuse@example.org')
  ok(found.kind === 'holding' && found.holding.whole && found.holding.range.start === '192.0.2.0')
})

test('a team behind mnt-irt, a role behind abuse-c and one behind an organisation are found', () => {
  const irt = `inetnum: 192.0.2.0/24\nmnt-irt: IRT-EX\n\nirt: IRT-EX\ne-mail: office@example.org\nabuse-mailbox: irt@example.org\n`
  equal(contactOf(readRpsl(irt, about)), 'irt@example.org')
  const role = `inetnum: 192.0.2.0/24\nabuse-c: AC1-AP\n\nrole: desk\nnic-hdl: ac1-ap\ne-mail: office@example.org\nabuse-mailbox: desk@example.org\n`
  equal(contactOf(readRpsl(role, about)), 'desk@example.org')
  const organisation = `inetnum: 192.0.2.0/24\norg: ORG-EX\n\norganisation: ORG-EX\nabuse-c: AC1-AP\n\nrole: desk\nnic-hdl: AC1-AP\nabuse-mailbox: desk@example.org\n`
  equal(contactOf(readRpsl(organisation, about)), 'desk@example.org')
})

test('a role that nothing refers to names nobody, and no engineer is told by himself', () => {
  const text = `inetnum: 192.0.2.0/24\ntech-c: TC1-AP\n\nrole: other\nnic-hdl: XX1-AP\nabuse-mailbox: other@example.org\n\nperson: tech\nnic-hdl: TC1-AP\ne-mail: tech@example.org\n`
  equal(contactOf(readRpsl(text, about)), undefined)
})

test('the engineer who asks for reports himself is told, for want of others', () => {
  const text = `inetnum: 192.0.2.0/24\ntech-c: TC1-AP\n\nrole: noc\nnic-hdl: TC1-AP\ne-mail: noc@example.org\nremarks: send abuse reports to noc@example.org\n`
  equal(contactOf(readRpsl(text, about)), 'noc@example.org')
})

test('an answer about other addresses names nobody, whatever stands in it', () => {
  const text = `% Abuse contact for '198.51.100.0 - 198.51.100.255' is 'abuse@example.org'\n\ninetnum: 198.51.100.0 - 198.51.100.255\n`
  equal(readRpsl(text, about).kind, 'nothing')
})

test('the words of a block are believed only where no network is named', () => {
  equal(readRpsl('%ERROR:201: access denied for 192.0.2.1\n', about).kind, 'blocked')
  equal(
    readRpsl('inetnum: 192.0.2.0/24\nremarks: access denied\nabuse-c: A\n', about).kind,
    'holding',
  )
})

test('a range that a national registry handed on is asked for there', () => {
  for (const line of ['mnt-by: MAINT-JPNIC', 'mnt-irt: IRT-JPNIC-JP', 'source: JPNIC']) {
    const found = readRpsl(`inetnum: 192.0.2.0/24\n${line}\n`, about)
    ok(found.kind === 'elsewhere' && found.leg.registry === 'jpnic', line)
  }
})

test('LACNIC leaves zeros out, and its desk is a person', () => {
  const text = `inetnum:     192.0/16\nstatus:      allocated\nowner:       Example\nabuse-c:     ABC1\ncountry:     BR\n\nnic-hdl:     ABC1\nperson:      Somebody\ne-mail:      somebody@example.org\n`
  const found = readRpsl(text, { asked, registry: 'lacnic' })
  equal(contactOf(found), 'somebody@example.org')
  ok(found.kind === 'holding')
  deepEqual(
    [found.holding.range.end, found.holding.country, found.holding.name],
    ['192.0.255.255', 'BR', 'Example'],
  )
})

test('the announcer is the origin of a route that holds the address', () => {
  const text = `inetnum: 192.0.2.0/24\n\nroute: 192.0.0.0/16\norigin: AS64500\n\nroute: 198.51.100.0/24\norigin: AS64501\n`
  const found = readRpsl(text, about)
  ok(found.kind === 'holding')
  deepEqual(found.holding.asns, [64_500])
})

const arin = `NetRange:       192.0.0.0 - 192.0.255.255
NetHandle:      NET-192-0-0-0-1
NetType:        Direct Allocation
OrgAbuseHandle: WIDE-ARIN
OrgAbuseEmail:  wide@example.net

NetRange:       192.0.2.0 - 192.0.2.255
NetHandle:      NET-192-0-2-0-1
Parent:         WIDE (NET-192-0-0-0-1)
NetType:        Reassigned
OriginAS:       AS64500, AS64501
Country:        US
`
test('of two networks of ARIN the narrower one counts, and its desk before the wider one’s', () => {
  const found = readArin(`${arin}OrgAbuseHandle: NEAR-ARIN\nOrgAbuseEmail:  near@example.org\n`, {
    asked,
    registry: 'arin',
  })
  equal(contactOf(found), 'near@example.org')
  ok(found.kind === 'holding')
  deepEqual(
    [found.holding.handle, found.holding.whole, found.holding.asns, found.holding.country],
    ['NET-192-0-2-0-1', true, [64_500, 64_501], 'US'],
  )
})

test('a network of ARIN without a desk is answered for by the one around it', () => {
  const found = readArin(arin, { asked, registry: 'arin' })
  equal(contactOf(found), 'wide@example.net')
  ok(found.kind === 'holding')
  equal(found.holding.clues[0]?.climbed, 1)
})

test('the desk of the network itself goes before that of its organisation', () => {
  const text = `${arin}OrgAbuseEmail: org@example.org\nRAbuseEmail: own@example.org\n`
  equal(contactOf(readArin(text, { asked, registry: 'arin' })), 'own@example.org')
})

test('a list in place of an answer gives the handle to ask for, and nothing that could be a command', () => {
  const text = `Wide Services WIDE (NET-192-0-0-0-1) 192.0.0.0 - 192.0.255.255
Near (and so on) NEAR (NET-192-0-2-0-1) 192.0.2.0 - 192.0.2.255
Far FAR (NET-198-51-100-0-1) 198.51.100.0 - 198.51.100.255`
  equal(readArinList(text, asked), 'NET-192-0-2-0-1')
  equal(readArinList('x (NET-1\r\nhelp) 192.0.2.0 - 192.0.2.255', asked), undefined)
  equal(readArinList(arin, asked), undefined)
})

const korean = `# KOREAN(UTF8)\n\n[ 네트워크 할당 정보 ]\nIPv4주소 : 192.0.2.0 - 192.0.2.255 (/24)\n\n# ENGLISH\n
KRNIC is not an ISP but a National Internet Registry similar to APNIC.\n
[ Network Information ]
IPv4 Address       : 192.0.0.0 - 192.0.255.255 (/16)
Organization Name  : Wide Telecom\n
[ Admin Contact Information ]
Name               : IP Administrator
E-Mail             : ip@example.net\n`
test('a desk in an answer of KRNIC is told, its administrator is not', () => {
  equal(contactOf(readKrnic(korean, { asked, registry: 'krnic' })), undefined)
  const text = `${korean}\n[ Network Abuse Contact Information ]\nName : Network Abuse\nE-Mail : abuse@example.net\n`
  equal(contactOf(readKrnic(text, { asked, registry: 'krnic' })), 'abuse@example.net')
})

test('of two networks of KRNIC the narrower one counts, with its own people', () => {
  const found = readKrnic(
    `${korean}\n-----\n\nMore specific assignment information is as follows.\n\n[ Network Information ]\nIPv4 Address : 192.0.2.0 - 192.0.2.255 (/24)\nOrganization Name : Near\n\nName : IP Manager\nE-Mail : near@example.org\n`,
    { asked, registry: 'krnic' },
  )
  ok(found.kind === 'holding')
  deepEqual(
    [found.holding.name, found.holding.clues.map(({ mailbox }) => mailbox)],
    ['Near', ['near@example.org']],
  )
})

test('whatever a server writes, nothing is thrown, and it takes no time', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'inetnum: 192.0.2.0 - 192.0.2.255',
      'NetRange: 192.0.2.0 - 192.0.2.255',
      'abuse-c: A',
      'nic-hdl: A',
      'e-mail: a@example.org',
      'abuse-mailbox: a@example.org',
      "% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'a@example.org'",
      '',
      '# ENGLISH',
      'IPv4 Address: 192.0.2.0 - 192.0.2.255',
      'OrgAbuseEmail: a@example.org',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), lines => {
      const text = lines.join('\n')
      for (const read of [readRpsl, readArin, readKrnic]) {
        const found = read(text, about)
        if (found.kind !== 'holding') continue
        const { contact } = choose(found.holding.clues, neverList().mailbox)
        ok(contact === undefined || contact.mailbox === 'a@example.org')
      }
    }),
    { numRuns: 300 },
  )
  for (const evil of [
    'a:'.repeat(130_000),
    '\n'.repeat(260_000),
    '('.repeat(260_000),
    "'".repeat(260_000),
    'inetnum: 192.0.2.0/24\n'.repeat(11_000),
  ]) {
    const start = performance.now()
    readRpsl(evil, about)
    readArin(evil, about)
    readArinList(evil, asked)
    readKrnic(evil, about)
    ok(
      performance.now() - start < 2000,
      `${evil.slice(0, 30)} took ${performance.now() - start} ms`,
    )
  }
})
