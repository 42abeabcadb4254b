import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { run } from '../cli/any-run.ts'
import { testFolder } from './any-collector.ts'
import { listenAddress } from './listen-address.ts'

test('where to listen is an address or a name, and a port', () => {
  deepEqual(listenAddress('127.0.0.1:8080'), { host: '127.0.0.1', port: 8080 })
  deepEqual(listenAddress('[::1]:0'), { host: '::1', port: 0 })
  deepEqual(listenAddress('localhost:65535'), { host: 'localhost', port: 65_535 })
  equal(listenAddress('off'), undefined)
})

for (const wrong of [
  '127.0.0.1:8080x',
  '127.0.0.1',
  '8080',
  '::1:80',
  '127.0.0.1:65536',
  ':80',
  '',
])
  for (const way of ['--http', '--smtp'])
    test(`${way} ${JSON.stringify(wrong)} is told in a sentence, and nothing is served`, async () => {
      const { code, told } = await run('serve', '--data', testFolder(), way, wrong)
      equal(code, 2)
      match(
        told,
        /is no place to listen: write it like 127\.0\.0\.1:8080, \[::1\]:8080 or off\.\n$/,
      )
    })
