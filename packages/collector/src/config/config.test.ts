import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig, standardConfig } from './read-config.ts'
import { configReference } from './reference.ts'

const wrong = (toml: string) => {
  const reading = readConfig(toml)
  return 'wrong' in reading ? reading.wrong : []
}

test('an empty file sets the standard', () => {
  const config = standardConfig()
  deepEqual(
    [config.http.listen, config.smtp.listen, config.smtp.mailboxes, config.store.raw_days],
    ['127.0.0.1:8080', '127.0.0.1:2525', ['redalert'], 14],
  )
  equal(config.imap, undefined)
})

test('the reference is a file that sets the standard', () => {
  const reading = readConfig(configReference())
  ok('config' in reading)
  equal(JSON.stringify(reading.config), JSON.stringify(standardConfig()))
  for (const word of ['[http]', '[imap]', '[relay]', 'submitters.NAME', 'raw_days = 14']) {
    ok(configReference().includes(word), word)
  }
})

for (const [toml, sentence] of [
  ['[htpt]\nlisten = "x:1"', /there is no htpt: did you mean http\?/],
  ['[smtp]\nmailbox = ["x"]', /there is no smtp\.mailbox: did you mean mailboxes\?/],
  ['[submitters.alice]\nkey = ["x"]', /there is no submitters\.alice\.key: did you mean keys\?/],
  ['[whatsoever]', /there is no whatsoever$/],
  ['[http]\nmax_body_mb = "much"', /http\.max_body_mb must be/],
  ['[http]\nmax_body_mb = 0', /http\.max_body_mb must be/],
  ['[http]\nlisten = "everywhere"', /http\.listen must match/],
  ['[smtp]\ntls_cert = "/x"', /go together/],
  ['[submitters.anonymous]\nmail = ["a@example.org"]', /everybody who proves nothing/],
  [
    '[submitters.a]\nmail = ["x@example.org"]\n[submitters.b]\nmail = ["X@example.org"]',
    /have the same x@example\.org/,
  ],
  ['[imap]\nhost = "imap.example.org"', /imap/],
  ['listen = = 1', /line 1, column/],
] as const) {
  test(`refused: ${toml.replaceAll('\n', ' ')}`, () => match(wrong(toml).join('\n'), sentence))
}

test('what is set is taken', () => {
  const reading = readConfig(
    '[submitters.alice]\nmail = ["alice@example.org"]\n[imap]\nhost = "imap.example.org"\nuser = "x"\n[log]\nlevel = "debug"',
  )
  ok('config' in reading)
  deepEqual(
    [reading.config.submitters['alice']?.mail, reading.config.imap?.port, reading.config.log.level],
    [['alice@example.org'], 993, 'debug'],
  )
})
