import { equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { main } from '../../cli.ts'
import { openLedger } from '../../ledger/open-ledger.ts'
import { anySigning, letterTo } from '../../outbox/posting/any-outbox.ts'
import { sinkProgram, startSink } from '../../outbox/posting/any-sink.ts'
import type { Io } from '../io.ts'

/** A folder with three letters that a person must see. */
function outboxFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-outbox-'))
  {
    using ledger = openLedger(join(folder, 'cases.db'))
    for (const number of [1, 2, 3]) ledger.letterbox.show(letterTo(number), 'first')
  }
  const run = async (...words: readonly string[]) => {
    let [output, errors] = ['', '']
    const into = (take: (text: string) => void) =>
      new Writable({
        write(chunk, _encoding, done) {
          take(String(chunk))
          done()
        },
      })
    const io = {
      ...process,
      env: {},
      cwd: () => folder,
      stdout: into(text => (output += text)),
      stderr: into(text => (errors += text)),
    } as unknown as Io
    const code = await main(['outbox', ...words, '--data', folder], io)
    return { code, output, errors }
  }
  return { folder, run, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

test('a person lists the letters, reads one, lets one go and keeps one back', async () => {
  using made = outboxFolder()
  const { run } = made
  const { output, code } = await run('list')
  equal(code, 0)
  match(output, /^1 +shown +first +1 +RA-2026-000001 abuse@o1\.example\.org +first$/m)
  const shown = await run('show', '1')
  match(shown.output, /^Subject: a subject$/m)
  match(shown.output, /^\.a letter$/m)
  equal((await run('approve', '1')).code, 0)
  equal((await run('hold', '2')).code, 0)
  const after = (await run('list', '--json')).output
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { id: number; state: string })
  equal(after.map(({ id, state }) => `${id} ${state}`).join(), '1 queued,2 held,3 shown')
  const twice = await run('approve', '1')
  equal(twice.code, 1)
  match(twice.errors, /letter 1 cannot be/)
  using ledger = openLedger(join(made.folder, 'cases.db'))
  equal(ledger.book.case('abuse@o1.example.org')?.mails.length, 1)
  equal(ledger.book.case('abuse@o3.example.org'), undefined)
})

test('nothing is sent without a relay, without a key, and in a dry run', async () => {
  using made = outboxFolder()
  const { folder, run } = made
  await run('approve', '1', '2', '3')
  match((await run('send')).errors, /write \[relay\]/)
  const relay = '[relay]\nhost = "127.0.0.1"\nport = 1\nfrom = "notices@notices.example.org"\n'
  writeFileSync(join(folder, 'redalert.toml'), relay)
  match((await run('send')).errors, /no key to sign by/)
  const key =
    'dkim_domain = "notices.example.org"\ndkim_rsa_selector = "r1"\ndkim_rsa_key = "rsa.pem"\n'
  writeFileSync(join(folder, 'redalert.toml'), `${relay}[outbox]\n${key}`)
  match((await run('send')).errors, /rsa\.pem cannot be read/)
  writeFileSync(join(folder, 'rsa.pem'), anySigning.rsa.pem)
  const dry = await run('send')
  match(dry.output, /dry run/)
  equal(dry.code, 1)
})

test(
  'what a person let go leaves, and nothing while the switch is pulled',
  { skip: sinkProgram === undefined && 'there is no smtp-sink (postfix) here' },
  async () => {
    using made = outboxFolder()
    const { folder, run } = made
    await using sink = await startSink()
    writeFileSync(join(folder, 'rsa.pem'), anySigning.rsa.pem)
    writeFileSync(
      join(folder, 'redalert.toml'),
      `[relay]\nhost = "127.0.0.1"\nport = ${sink.port}\nfrom = "notices@notices.example.org"\n[outbox]\nmode = "live"\ndkim_domain = "notices.example.org"\ndkim_rsa_selector = "r1"\ndkim_rsa_key = "rsa.pem"\n`,
    )
    await run('approve', '1', '2')
    equal((await run('stop')).code, 0)
    equal((await run('send')).output.trim(), '0 letters have left.')
    equal((await run('go')).code, 0)
    equal((await run('send')).output.trim(), '2 letters have left.')
    equal((await run('send')).output.trim(), '0 letters have left.')
    const mails = sink.mails()
    equal(mails.length, 2)
    ok(mails.every(mail => /^DKIM-Signature: /m.test(mail)))
  },
)

test('what is no verb and no number is said', async () => {
  using made = outboxFolder()
  match((await made.run('lst')).errors, /There is no outbox "lst"/)
  match((await made.run('show', '1e3')).errors, /no number of a letter/)
})

test("letters are planned in somebody's name, and of what a collector knows", async () => {
  using made = outboxFolder()
  const nobody = await made.run('plan')
  equal(nobody.code, 2)
  match(nobody.errors, /No collector ever ran/)
})
