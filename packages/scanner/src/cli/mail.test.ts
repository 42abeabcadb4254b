import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { besides } from './besides.ts'
import { environment, findings, folderOf } from './program.ts'
import { backDoor, codeRed, codeRedTarget, visitor } from './sample-lines.ts'

const isWindows = process.platform === 'win32' && 'sendmail is a program of Unix'
const [path, query] = codeRedTarget.split('?')
const w3c = `#Software: Microsoft Internet Information Server 5.0\n#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status\n2001-07-19 14:08:55 192.88.1.9 GET ${path} ${query} 200\n2001-07-19 14:09:55 192.88.1.10 GET ${path} ${query} 200\n`
const native = `192.88.1.11, -, 7/19/2001, 16:55:47, W3SVC1, SRV, 198.17.0.7, 10, 389, 3405, 404, 2, GET, ${path}, ${query},\n`
const log = [codeRed('192.88.1.7'), codeRed('10.0.0.5'), visitor, backDoor].join('')

/** A machine with a sendmail that keeps what it is given, or fails as it is told to. */
function machine(files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf({
    'access.log': log,
    'bin/sendmail': `#!/bin/sh
[ -f "$MAILS/fail" ] && { cat > /dev/null; echo "mail system down" >&2; exit "$(cat "$MAILS/fail")"; }
echo "$*" >> "$MAILS/arguments"
cat > "$MAILS/$$.mail"
`,
    'mails/.keep': '',
    ...files,
  })
  chmodSync(join(folder, 'bin/sendmail'), 0o755)
  const mails = join(folder, 'mails')
  const env = { PATH: `${join(folder, 'bin')}:${environment.PATH}`, MAILS: mails, EMAIL: '' }
  return { folder, env, mails: () => mailsIn(mails) }
}

function mailsIn(folder: string): readonly { head: string; body: string; subject: string }[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.mail'))
    .map(name => {
      const text = readFileSync(join(folder, name), 'utf8')
      const [head = '', ...body] = text.split('\n\n')
      const [, subject = ''] = /^Subject: (.*)$/m.exec(head) ?? []
      return { head, body: body.join('\n\n'), subject }
    })
    .toSorted((one, other) => (one.subject < other.subject ? -1 : 1))
}

const submit = ['submit', '--yes', '--to', 'mailto:redalert@example.org']

test(
  'a mail of 2001 has the format as its subject and the matching lines as its text',
  { skip: isWindows },
  async () => {
    const { folder, env, mails } = machine()
    const ran = await besides([...submit, '--from', 'me@example.net', 'access.log'], {
      folder,
      env,
    })
    equal(ran.code, 0, ran.told)
    match(
      ran.out,
      /^handed to the mail system for mailto:redalert@example\.org: 2 cells of 2 machines\n$/,
    )
    const [mail] = mails()
    equal(mails().length, 1)
    equal(
      mail!.head,
      'From: me@example.net\nTo: redalert@example.org\nSubject: APACHE\nMIME-Version: 1.0\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 7bit',
    )
    const lines = mail!.body.trimEnd().split('\n')
    match(lines[0]!, /^Sensor: [0-9a-f]{16}$/)
    deepEqual(
      lines.slice(1).sort(),
      [codeRed('192.88.1.7'), backDoor].map(line => line.trimEnd()).sort(),
    )
    equal(readFileSync(join(folder, 'mails/arguments'), 'utf8'), '-t -i\n')
  },
)

test(
  'there is one mail for each format, and a zone stands in its subject where lines have none',
  { skip: isWindows },
  async () => {
    const { folder, env, mails } = machine({ 'ex010719.log': w3c, 'in010719.log': native })
    const words = ['access.log', 'ex010719.log', 'in010719.log', '--zone', 'Europe/Berlin']
    equal((await besides([...submit, ...words], { folder, env })).code, 0)
    deepEqual(
      mails().map(({ subject }) => subject),
      ['APACHE', 'IIS TZ +02:00', 'W3C'],
    )
    const [, , extended] = mails()
    const fields = extended!.body.split('\n').filter(line => line.startsWith('#'))
    deepEqual(fields, ['#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status'])
    equal(extended!.body.trimEnd().split('\n').length, 4)
  },
)

test(
  'a line that a mail system would change is sent so that it arrives as it was',
  { skip: isWindows },
  async () => {
    const agent = '"-" "\\x1b caf\xc3\xa9 \xff"'
    const file = Buffer.from(codeRed('192.88.1.7', { tail: agent }), 'latin1')
    const { folder, env, mails } = machine()
    const ran = await besides([...submit, '-'], { folder, env }, file.toString('latin1'))
    equal(ran.code, 0, ran.told)
    const { head, body } = mails()[0]!
    match(head, /charset=utf-8\nContent-Transfer-Encoding: quoted-printable/)
    ok(body.split('\n').every(line => line.length <= 76))
    const decoded = body
      .replaceAll('=\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    const line = Buffer.from(decoded.split('\n')[1]!, 'latin1').toString('utf8')
    equal(line, codeRed('192.88.1.7', { tail: agent }).trimEnd())
  },
)

test(
  'much is split into several mails, and every machine is in one of them',
  { skip: isWindows },
  async () => {
    const sources = Array.from({ length: 1200 }, (_, at) => `192.88.${at >> 8}.${at & 255}`)
    const { folder, env, mails } = machine({
      'many.log': sources.map(source => codeRed(source)).join(''),
    })
    equal((await besides([...submit, 'many.log'], { folder, env })).code, 0)
    ok(mails().length > 1)
    ok(mails().every(({ body }) => body.length < 250_000))
    const told = new Set(mails().flatMap(({ body }) => body.match(/^192\.88\.\d+\.\d+/gm) ?? []))
    equal(told.size, 1200)
  },
)

for (const { code, kind, exit } of [
  { code: 75, kind: 'later', exit: 1 },
  { code: 1, kind: 'later', exit: 1 },
  { code: 67, kind: 'refused', exit: 2 },
]) {
  test(`a sendmail that ends with ${code} loses nothing`, { skip: isWindows }, async () => {
    const { folder, env, mails } = machine({ 'mails/fail': String(code) })
    const ran = await besides([...submit, '--json', 'access.log'], { folder, env })
    equal(ran.code, exit)
    const [told] = findings(ran)
    deepEqual([told.kind, told.reason], [kind, `sendmail failed with ${code}: mail system down`])
    const fixed = { ...env, MAILS: join(folder, 'fixed') }
    const again = await besides(['spool', 'send', told.submission], {
      folder,
      env: { ...fixed, MAILS: folder },
    })
    equal(again.code, 0, again.told)
    equal(mailsIn(folder).length, 1)
    equal(mails().length, 0)
  })
}

test('where there is no sendmail, drafts are written and the next step is told', async () => {
  const { folder } = machine()
  const words = [...submit, '--eml', 'drafts', 'access.log']
  const ran = await besides(words, { folder, env: { EMAIL: '' } })
  equal(ran.code, 0, ran.told)
  const [name] = readdirSync(join(folder, 'drafts'))
  match(name!, /^redalert-[0-9a-f]{8}\.eml$/)
  match(
    readFileSync(join(folder, 'drafts', name!), 'utf8'),
    /^X-Unsent: 1\r\nTo: redalert@example\.org\r\n/,
  )
  match(
    ran.out,
    /1 mail written, nothing was sent: open it in your mail program and send it to redalert@example\.org, as plain text\.\n$/,
  )
  await besides(words, { folder, env: { EMAIL: '' } })
  equal(readdirSync(join(folder, 'drafts')).length, 1, 'the same mail again')
  equal(existsSync(join(folder, 'state/redalert/spool/waiting')), false)
})

test('--dry-run prints the mails, and a wrong sender is said first', async () => {
  const { folder, env } = machine()
  const dry = await besides([...submit, '--dry-run', 'access.log'], { folder, env })
  match(dry.out, /^To: redalert@example\.org\r\nSubject: APACHE\r\n/)
  ok(dry.out.includes(codeRed('192.88.1.7').trimEnd()))
  const wrong = await besides([...submit, '--from', 'me\nBcc: x@example.org', 'access.log'], {
    folder,
    env,
  })
  equal(wrong.code, 2)
  match(wrong.told, /is no mail address/)
})

test('a log that shows nothing makes no mail', async () => {
  const { folder, env } = machine({ 'quiet.log': visitor })
  const ran = await besides([...submit, 'quiet.log'], { folder, env })
  deepEqual([ran.code, ran.told], [1, 'redalert: there is nothing to submit\n'])
})
