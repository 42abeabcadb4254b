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
  for (const word of ['[http]', '[imap]', '[relay]', '[trust.needed.ask]', 'raw_days = 14']) {
    ok(configReference().includes(word), word)
  }
})

for (const [toml, sentence] of [
  ['[htpt]\nlisten = "x:1"', /there is no htpt: did you mean http\?/],
  ['[smtp]\nmailbox = ["x"]', /there is no smtp\.mailbox: did you mean mailboxes\?/],
  ['[submitters.alice]\nkeys = ["x"]', /submitters are enrolled by redalert-collector submitters/],
  ['[trust.points]\nnwe = 1', /there is no trust\.points\.nwe: did you mean new\?/],
  ['[trust.points]\nnew = "much"', /trust\.points\.new must be/],
  ['[trust.points]\nnew = 5', /somebody new may not weigh more/],
  ['[trust.needed.assert]\nownAlone = 3', /trust\.needed\.assert\.ownAlone must be/],
  ['[whatsoever]', /there is no whatsoever$/],
  ['[http]\nmax_body_mb = "much"', /http\.max_body_mb must be/],
  ['[http]\nmax_body_mb = 0', /http\.max_body_mb must be/],
  ['[http]\nlisten = "everywhere"', /http\.listen must match/],
  ['[smtp]\ntls_cert = "/x"', /go together/],
  ['[imap]\nhost = "imap.example.org"', /imap/],
  ['[policy]\nremind_day = 5', /there is no policy\.remind_day: did you mean remind_days\?/],
  [
    '[policy]\nnever = ["300.0.2.0/24"]',
    /policy\.never names 300\.0\.2\.0\/24, which is no network/,
  ],
  ['[outbox]\nmode = "real"', /outbox\.mode must/],
  ['listen = = 1', /line 1, column/],
] as const) {
  test(`refused: ${toml.replaceAll('\n', ' ')}`, () => match(wrong(toml).join('\n'), sentence))
}

test('what is set is taken', () => {
  const reading = readConfig(
    '[trust.points]\nnew = 1.5\n[imap]\nhost = "imap.example.org"\nuser = "x"\n[log]\nlevel = "debug"',
  )
  ok('config' in reading)
  deepEqual(
    [reading.config.trust.points.new, reading.config.imap?.port, reading.config.log.level],
    [1.5, 993, 'debug'],
  )
})
