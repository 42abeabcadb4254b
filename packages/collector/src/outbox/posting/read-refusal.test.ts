import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { readRefusal } from './read-refusal.ts'

const table = [
  ['RCPT TO', '550 5.1.1 no such user', 'refused hard'],
  ['RCPT TO', '550-5.1.1 The account\n550 5.1.1 does not exist', 'refused hard'],
  ['RCPT TO', '550 User unknown', 'refused hard'],
  ['RCPT TO', '554 5.7.1 you are on a list', 'refused policy'],
  ['RCPT TO', '552 5.2.2 full', 'refused soft'],
  ['RCPT TO', '450 4.2.0 greylisted', 'later'],
  ['DATA', '554 5.7.1 spam', 'refused policy'],
  ['DATA', '451 4.3.0 later', 'later'],
  ['MAIL FROM', '530 5.7.0 log in first', 'later'],
  ['AUTH PLAIN', '535 5.7.8 wrong password', 'later'],
  ['CONN', '421 4.4.2 too long', 'later'],
  ['CONN', '', 'in-doubt'],
  ['DATA', '', 'in-doubt'],
] as const
for (const [command, response, meaning] of table)
  test(`${command} answered by "${response.split('\n')[0]}" means ${meaning}`, () => {
    const code = Number(response.slice(0, 3))
    const error = Object.assign(new Error('it failed'), {
      command,
      response,
      ...(code && { responseCode: code }),
    })
    const refusal = readRefusal(error)
    equal(`${refusal.kind}${refusal.kind === 'refused' ? ` ${refusal.how}` : ''}`, meaning)
  })
