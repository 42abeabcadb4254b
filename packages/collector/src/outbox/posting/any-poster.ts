import { ok } from 'node:assert/strict'
import { openLedger } from '../../ledger/open-ledger.ts'
import { clock, live } from './any-outbox.ts'
import { postLetters } from './post-letters.ts'

// Sends the letters of a ledger and kills itself at the so-many-th step: FILE PORT STEP HOURS

const [file = '', port = '', dieAt = '', hours = ''] = process.argv.slice(2)
ok(file !== '' && Number(port) > 0)
let steps = 0
using ledger = openLedger(file)
await postLetters({
  book: ledger.book,
  letterbox: ledger.letterbox,
  relay: { host: '127.0.0.1', port: Number(port), tls: false, from: 'notices@notices.example.org' },
  sign: async mail => mail,
  limits: live,
  now: clock(Number(hours)),
  isStopped: () => false,
  report: error => process.stderr.write(`${String(error)}\n`),
  step() {
    if (++steps === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
  },
})
