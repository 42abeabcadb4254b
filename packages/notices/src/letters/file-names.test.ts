import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { MailAddress } from '../safe/mail-address.ts'
import { fileNames } from './file-names.ts'

test('a file is named after whom it is for, safely and once', () => {
  const nameFile = fileNames()
  const addresses = [
    'abuse@example.org',
    'Abuse@example.org',
    '.a/../b|c*?@example.org',
    '-x@example.org',
  ]
  const names = addresses.map(address => nameFile(address as MailAddress))
  deepEqual(names, [
    'abuse@example.org.eml',
    'abuse@example.org-2.eml',
    '_a_.._b_c__@example.org.eml',
    '_x@example.org.eml',
  ])
  ok(names.every(name => !/[/\\:*?"<>|]/.test(name)))
})
