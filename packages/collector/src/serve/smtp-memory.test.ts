import { equal } from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { startCollector } from './any-collector.ts'
import { sendMail, smtpClient } from './any-smtp.ts'

const filler = (count: number) =>
  Buffer.from(`Subject: x\r\n\r\n${`${'x'.repeat(98)}\r\n`.repeat(count)}`)

test('all messages together hold no more than they may, and what is refused is taken later', async () => {
  await using collector = await startCollector({
    toml: '[smtp]\nmax_message_mb = 1\nmax_memory_mb = 1\n',
  })
  const port = collector.ports.smtp!
  const slow = await smtpClient(port)
  for (const line of [
    'EHLO client.example.org',
    'MAIL FROM:<x@example.org>',
    'RCPT TO:<redalert@example.org>',
    'DATA',
  ])
    await slow.say(`${line}\r\n`)
  slow.socket.write(filler(7000))
  await sleep(1000)
  equal(await sendMail(port, filler(6000)), 452)
  equal(await sendMail(port, filler(1000)), 250, 'what there is room for is taken')
  equal(await slow.say('.\r\n'), 250)
  equal(await sendMail(port, filler(6000)), 250)

  const gone = await smtpClient(port)
  for (const line of [
    'EHLO client.example.org',
    'MAIL FROM:<x@example.org>',
    'RCPT TO:<redalert@example.org>',
    'DATA',
  ])
    await gone.say(`${line}\r\n`)
  gone.socket.write(filler(7000))
  await sleep(1000)
  gone.socket.destroy()
  slow.socket.destroy()
  await sleep(500)
  equal(await sendMail(port, filler(6000)), 250, 'whoever goes leaves the room that they took')
})
