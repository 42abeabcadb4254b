import { equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { familiesMarkdown } from './families-markdown.ts'
import { signatures } from './index.ts'
import { surest } from './surest.ts'

const page = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'families.md')

test('docs/families.md is what the families say', () => {
  equal(
    readFileSync(page, 'utf8').replaceAll('\r\n', '\n'),
    familiesMarkdown(signatures),
    'npm run docs writes it again',
  )
})

test('a family may hold what would break a page', () => {
  const [first] = signatures
  const text = familiesMarkdown([{ ...first!, id: 'x', name: 'a|b\n# <script>' }])
  ok(text.includes(String.raw`**a\|b # &lt;script>**`))
})

const most: Readonly<Record<string, string>> = {
  'codered-n': 'infected',
  nimda: 'infected',
  'webdav-search': 'likely',
  'root-exe': 'probe',
  jaws: 'infected',
  shellshock: 'infected',
  gpon: 'probe',
  hnap: 'probe',
  phpunit: 'probe',
  log4shell: 'probe',
}

for (const [id, grade] of Object.entries(most)) {
  test(`of ${id} a log can show at most: ${grade}`, () =>
    equal(surest(signatures.find(signature => signature.id === id)!), grade))
}
