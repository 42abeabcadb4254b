import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../cases/book/any-event.ts'
import type { NoteStage } from '../letterbox.ts'
import {
  addressesOf,
  anyHearing,
  bounceOf,
  complaintOf,
  contact,
  draftOf,
  mailOf,
} from './any-hearing.ts'

const named = 'noc@two.example'
const { bounces, answers } = addressesOf(2)

/** An ear, and a mail that is no letter and has left. */
function noted(stage: NoteStage) {
  const ear = anyHearing()
  const { letterbox, wishes, summaries } = ear
  const about = stage === 'summary' ? 'alice' : contact
  const mailbox = stage === 'feed' ? contact : named
  const draft = { ...draftOf(2, mailbox), stage, hosts: [], about }
  summaries.wish({ submitter: 'alice', wants: 'on', mailbox: named })
  wishes.say([{ contact, at: at(3), kind: 'mailbox', mailbox: named }])
  wishes.say([{ contact, at: at(3), kind: 'mailbox-written', messageId: draft.messageId }])
  const id = letterbox.letGo(draft, [])
  letterbox.take(id, at(3))
  letterbox.note(id, { kind: 'sent', at: at(3) }, [])
  const bring = async (body: Uint8Array, to: string, from = named) => {
    const came = {
      way: 'mail',
      shape: 'mail',
      hints: {},
      submitter: 'anonymous',
      proof: 'none',
    } as const
    await ear.hear({ ...came, at: at(10), body, envelope: { from, to: [to] } })
    const { asked, refused } = wishes.of(contact)
    return {
      asked: asked?.mailbox,
      refused,
      isLeftAlone: wishes.of(named).isLeftAlone,
      weekly: summaries.one('alice') !== undefined,
      state: ear.book.case(contact)?.state,
      open: [...ear.heard.list({ all: false })].length,
      outcomes: letterbox.sent(at(0)).map(({ outcome }) => outcome ?? null),
    }
  }
  return { bring }
}

const before = {
  asked: named,
  refused: undefined,
  isLeftAlone: false,
  weekly: true,
  state: 'told',
  open: 0,
  outcomes: [null, null],
}
const gone = (stage: NoteStage) =>
  noted(stage).bring(bounceOf(bounces, '550 5.1.1 User unknown'), bounces, '')
const complains = (stage: NoteStage) =>
  noted(stage).bring(
    complaintOf('fbl@notices.example.org', `Return-Path: <${bounces}>`),
    'fbl@notices.example.org',
  )
const says = (stage: NoteStage, body: string) =>
  noted(stage).bring(mailOf({ to: answers, from: named, body }), answers)

test('a mailbox that is to confirm and is not there is refused, and the case of whoever named it stays', async () => {
  deepEqual(await gone('confirm'), {
    ...before,
    asked: undefined,
    refused: named,
    outcomes: [null, 'bounced'],
  })
  deepEqual(
    await noted('confirm').bring(
      bounceOf(bounces, '452 4.2.2 The mailbox is over quota'),
      bounces,
      '',
    ),
    before,
  )
})

test('whoever is asked to confirm and complains, or says stop, is never asked again', async () => {
  deepEqual(await complains('confirm'), {
    ...before,
    isLeftAlone: true,
    outcomes: [null, 'complained'],
  })
  deepEqual(await says('confirm', 'stop'), { ...before, isLeftAlone: true })
})

test('what they say otherwise waits for a person: to be asked gives nobody a word about machines', async () => {
  for (const body of ['cleaned', 'dynamic', 'not ours', 'Who are you?'])
    deepEqual(await says('confirm', body), { ...before, open: 1 }, body)
})

test('a weekly mail that does not arrive, or is not wanted, is the last one', async () => {
  deepEqual(await gone('summary'), { ...before, weekly: false, outcomes: [null, 'bounced'] })
  deepEqual(await complains('summary'), {
    ...before,
    weekly: false,
    outcomes: [null, 'complained'],
  })
  deepEqual(await says('summary', 'stop'), { ...before, weekly: false })
  deepEqual(await says('summary', 'Thank you!'), { ...before, open: 1 })
})

test('what comes back on the mail that brings a key is about the case of its reader', async () => {
  equal((await says('feed', 'stop')).state, 'opted-out')
  equal((await gone('feed')).state, 'undeliverable')
})
