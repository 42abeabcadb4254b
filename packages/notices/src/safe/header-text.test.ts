import { equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { headerText } from './header-text.ts'

test('a header is taken as it is', () => {
  equal(headerText('Zürich: 3 machines'), 'Zürich: 3 machines')
})

for (const [why, text] of [
  ['a line break', 'a\r\nBcc: victim@example.org'],
  ['a lone line feed', 'a\nb'],
  ['a NUL', 'a\0b'],
  ['text written backwards', 'a\u202eb'],
  ['a line separator', 'a\u2028b'],
  ['more than fits', 'a'.repeat(501)],
] as const) {
  test(`a header with ${why} is refused, not repaired`, () => {
    throws(() => headerText(text), { name: 'Fault', code: 'bad-header' })
  })
}
