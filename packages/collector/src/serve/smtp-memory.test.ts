import { equal, match } from 'node:assert/strict'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { startCollector } from './any-collector.ts'
import { sendMail, type SmtpClient, smtpClient } from './any-smtp.ts'

const filler = (count: number) =>
  Buffer.from(`Subject: x\r\n\r\n${`${'x'.repeat(98)}\r\n`.repeat(count)}`)

/** A client that is about to send a message. */
async function inData(port: number): Promise<SmtpClient> {
  const client = await smtpClient(port)
  for (const line of [
    'EHLO client.example.org',
    'MAIL FROM:<x@example.org>',
    'RCPT TO:<redalert@example.org>',
    'DATA',
  ])
    await client.say(`${line}\r\n`)
  return client
}

test('whoever drips a message is hung up on after a while, and nothing of it is kept', async () => {
  await using collector = await startCollector({ toml: '[smtp]\nmax_message_seconds = 1\n' })
  const slow = await inData(collector.ports.smtp!)
  const dripping = setInterval(() => slow.socket.write('x'), 50)
  const closed = once(slow.socket, 'close')
  await closed
  clearInterval(dripping)
  match(slow.answers.at(-1) ?? '', /^421 4\.4\.2 /)
  equal(await sendMail(collector.ports.smtp!, filler(10)), 250, 'the next one is taken')
  await sleep(1500)
  equal(collector.logged.filter(line => line.includes('"level":50')).length, 0)
  equal(await sendMail(collector.ports.smtp!, filler(10)), 250, 'whoever was quick is left alone')
})

test('all messages together hold no more than they may, and what is refused is taken later', async () => {
  await using collector = await startCollector({
    toml: '[smtp]\nmax_message_mb = 1\nmax_memory_mb = 1\n',
  })
  const port = collector.ports.smtp!
  const slow = await inData(port)
  slow.socket.write(filler(7000))
  await sleep(1000)
  equal(await sendMail(port, filler(6000)), 452)
  equal(await sendMail(port, filler(1000)), 250, 'what there is room for is taken')
  equal(await slow.say('.\r\n'), 250)
  equal(await sendMail(port, filler(6000)), 250)

  const gone = await inData(port)
  gone.socket.write(filler(7000))
  await sleep(1000)
  gone.socket.destroy()
  slow.socket.destroy()
  await sleep(500)
  equal(await sendMail(port, filler(6000)), 250, 'whoever goes leaves the room that they took')
})
