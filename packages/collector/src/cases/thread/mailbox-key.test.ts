import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { mailboxKey } from './mailbox-key.ts'

const table = [
  ['Abuse@Example.ORG', 'abuse@example.org'],
  ['abuse+net7@example.org', 'abuse@example.org'],
  ['+x@example.org', '+x@example.org'],
  ['v.i.c.t.i.m+1@gmail.com', 'victim@gmail.com'],
  ['victim@googlemail.com', 'victim@gmail.com'],
  ['a.b@example.org', 'a.b@example.org'],
  ['nonsense', 'nonsense'],
] as const
for (const [mailbox, key] of table)
  test(`${mailbox} counts as ${key}`, () => {
    equal(mailboxKey(mailbox), key)
    equal(mailboxKey(key), key)
  })
