import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { testFolder } from '../serve/any-collector.ts'

const program = join(import.meta.dirname, '..', '..', 'bin', 'redalert-collector.js')
const node = ['--conditions=@redalert/source', program]

/** Runs the program as a person does; gives its exit code and what it said. */
function collector(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

const folder = testFolder()
const data = join(folder, 'data')
const config = join(folder, 'serve.toml')
const withAddress = (name: string) => `[http]\naddress = "https://${name}.example.org"\n`
const logOf = (...lasts: readonly number[]) =>
  lasts
    .map(
      last =>
        `192.0.2.${last} - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`,
    )
    .join('')

let serving: ChildProcess
let url = ''
let logged = ''

before(async () => {
  writeFileSync(config, withAddress('one'))
  const words = ['serve', '--exercise', '--data', data, '--config', config]
  serving = spawn(process.execPath, [...node, ...words, '--smtp', 'off', '--http', '127.0.0.1:0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  serving.stderr!.setEncoding('utf8').on('data', text => {
    logged += text
  })
  await said(/"msg":"collecting"/)
  url = `http://127.0.0.1:${/"http":(\d+)/.exec(logged)?.[1]}`
})
after(() => serving.kill('SIGKILL'))

/** Waits until the collector says something. */
async function said(what: RegExp): Promise<void> {
  for (let wait = 0; !what.test(logged); wait++) {
    if (wait === 600 || serving.exitCode !== null)
      throw new Error(`it never said ${what}: ${logged}`)
    await sleep(50)
  }
}

/** Waits until a question is answered as it should be. */
async function until<Value>(ask: () => Value | Promise<Value>, is: (value: Value) => boolean) {
  let value = await ask()
  for (let wait = 0; wait < 100 && !is(value); wait++) {
    await sleep(100)
    value = await ask()
  }
  return value
}

async function submit(key: string, body: string): Promise<string> {
  // A connection that ended while a command ran must be seen to have ended, or it is used again.
  await sleep(100)
  const response = await fetch(`${url}/api/v1/submissions`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', ...(key && { authorization: `Bearer ${key}` }) },
  })
  equal(response.status, 202)
  return ((await response.json()) as { readonly id: string }).id
}

test('check names the nearest setting, and what it prints as the reference is one', () => {
  const file = join(folder, 'check.toml')
  const checked = (toml: string) => {
    writeFileSync(file, toml)
    return collector('check', '--config', file)
  }
  const wrong = checked('[smtp]\nmailbox = ["x"]\n[htpt]\n[store]\nraw_day = 3\n')
  deepEqual([wrong.status, wrong.stdout], [2, ''])
  match(wrong.stderr, /check\.toml cannot be used:/)
  for (const nearest of [
    'there is no smtp.mailbox: did you mean mailboxes?',
    'there is no htpt: did you mean http?',
    'there is no store.raw_day: did you mean raw_days?',
  ])
    ok(wrong.stderr.includes(nearest), wrong.stderr)
  const secret = checked('[imap]\nhost = "imap.example.org"\nuser = "x"\n')
  equal(secret.status, 2)
  match(secret.stderr, /REDALERT_IMAP_PASSWORD/)
  const reference = collector('check', '--reference')
  equal(reference.status, 0)
  match(reference.stdout, /\n\[store\]\n(?:#.*\n)*raw_days = 14\n/)
  const right = checked(reference.stdout)
  equal(right.status, 0, right.stderr)
})

for (const [words, told] of [
  [['submisions'], /there is no command "submisions": did you mean submissions\?/],
  [['export', '--dta', 'x'], /--dta/],
  [['why', '300.0.2.1', '--data', data], /is no address/],
  [['export', '--data', join(folder, 'empty')], /No collector ever ran in/],
  [['rebuild', '--data', data], /A collector is running on .*: stop it first/],
  [['forget', 'alice', '--data', data], /A collector is running on .*: stop it first/],
] as const) {
  test(`"${words.join(' ').replaceAll(folder, '')}" is refused, and it says why`, () => {
    const { status, stdout, stderr } = collector(...words)
    deepEqual([status, stdout], [2, ''])
    match(stderr, told)
    ok(!stderr.includes('    at '), 'a person is not shown a stack')
  })
}

test(
  'a signal has the configuration read again, and a wrong one changes nothing',
  {
    skip: process.platform === 'win32' && 'there are no such signals there',
  },
  async () => {
    const page = async () => await (await fetch(`${url}/`)).text()
    const names = (name: string) => (text: string) => text.includes(`https://${name}.example.org`)
    ok(names('one')(await page()))
    for (const wrong of [`${withAddress('two')}[htpt]\n`, '[http', `[http]\naddress = "two"\n`]) {
      logged = ''
      writeFileSync(config, wrong)
      serving.kill('SIGHUP')
      await said(/the configuration stays as it was/)
      equal((await fetch(`${url}/healthz`)).status, 200)
      ok(names('one')(await page()), wrong)
    }
    logged = ''
    writeFileSync(config, withAddress('three'))
    serving.kill('SIGHUP')
    await said(/the configuration was read again/)
    const text = await page()
    ok(names('three')(text))
    ok(!names('one')(text))
  },
)

test('whoever is enrolled is listed, tells, and is looked into, all while it runs', async () => {
  const added = collector('submitters', 'add', 'alice', '--data', data)
  equal(added.status, 0, added.stderr)
  const key = /ra_[0-9a-f]{12}_\S+/.exec(added.stdout)?.[0] ?? ''
  equal(collector('submitters', 'add', 'bob', '--data', data).status, 0)
  const list = collector('submitters', 'list', '--data', data).stdout
  match(list, /^alice {2}key, [^]*^bob {2}key, /m)
  ok(!list.includes(key), 'a key is shown once')

  const id = await submit(key, logOf(1, 2))
  await submit('', logOf(2, 3))
  const rows = await until(
    () => collector('submissions', '--data', data).stdout,
    text => !text.includes('not read yet'),
  )
  const [first = '', second = '', ...more] = rows.trimEnd().split('\n')
  match(first, / none {5,6}anonymous {2}\d+ bytes: 2 of 2 lines accepted, 0 refused$/)
  match(second, / key {6,7}alice {2}\d+ bytes: 2 of 2 lines accepted, 0 refused$/)
  deepEqual(more, [])
  const of = collector('submissions', '--submitter', 'alice', '--json', '--data', data).stdout
  equal(JSON.parse(of).id, id)
  match(
    collector('submissions', id, '--data', data).stdout,
    /alice {2}\d+ bytes, SHA-256 [0-9a-f]{64}\n/,
  )

  const why = collector('why', '192.0.2.2', '--data', data)
  equal(why.status, 0, why.stderr)
  match(why.stdout, /^192\.0\.2\.2\n[^]*told by alice[^]*GET \/scripts\/root\.exe\?\/c\+dir/)
  match(why.stdout, /told by anonymous/)
  const nobody = collector('why', '192.0.2.99', '--data', data)
  deepEqual([nobody.status, nobody.stdout], [1, 'Nobody told of 192.0.2.99.\n'])

  match(collector('submitters', 'revoke', key, '--data', data).stdout, /opens nothing any more/)
  await sleep(100)
  const refused = await fetch(`${url}/api/v1/submissions`, {
    method: 'POST',
    body: logOf(9),
    headers: { 'content-type': 'text/plain', authorization: `Bearer ${key}` },
  })
  equal(refused.status, 401)
})

/** The sources that an export names, with who told of each. */
function exported(from: string): readonly string[] {
  const { status, stdout, stderr } = collector('export', '--data', from)
  equal(status, 0, stderr)
  return stdout
    .split('\n')
    .filter(line => line.includes('"kind":"cell"'))
    .map(line => JSON.parse(line) as { readonly submitter: string; readonly source: string })
    .map(({ submitter, source }) => `${submitter} ${source}`)
    .toSorted()
}

const whole = ['alice 192.0.2.1', 'alice 192.0.2.2', 'anonymous 192.0.2.2', 'anonymous 192.0.2.3']

test('a copy that is made while it runs is all that it has, and is put back whole', async () => {
  deepEqual(exported(data), whole)
  equal(collector('backup', 'copy.db', '--data', data).status, 0)
  equal(collector('backup', 'copy.db', '--data', data).status, 2)
  serving.kill('SIGTERM')
  await once(serving, 'exit')
  equal(serving.exitCode, 0)
  match(logged, /stopping: what came is kept/)

  const again = join(folder, 'again')
  equal(collector('restore', 'copy.db', '--data', again).status, 0)
  match(collector('restore', 'copy.db', '--data', again).stderr, /holds a record already/)
  const rebuilt = collector('rebuild', '--exercise', '--data', again)
  deepEqual([rebuilt.status, rebuilt.stdout], [0, 'Everything was made again, up to arrival 2.\n'])
  equal(collector('export', '--data', again).stdout, collector('export', '--data', data).stdout)
  ok(existsSync(join(again, 'cells.db')))
})

test('what is forgotten is gone, and stays so when everything is made again', () => {
  const forget = (who: string) => collector('forget', who, '--exercise', '--data', data)
  deepEqual(
    [forget('carol').status, forget('192.0.2.99').stdout],
    [1, 'Nothing was told of "192.0.2.99".\n'],
  )
  deepEqual(exported(data), whole)
  match(forget('192.0.2.2').stdout, /^2 arrivals were changed/)
  const without = ['alice 192.0.2.1', 'anonymous 192.0.2.3']
  deepEqual(exported(data), without)
  equal(collector('why', '192.0.2.2', '--data', data).status, 1)
  match(forget('alice').stdout, /^1 arrivals were removed/)
  equal(collector('rebuild', '--exercise', '--data', data).status, 0)
  deepEqual(exported(data), ['anonymous 192.0.2.3'])
  match(collector('submissions', '--data', data).stdout, /^\S+ {2}\S+ {2}http .*anonymous.*\n$/)
})
