import 'node:test'
import type { Signature } from '@redalert/core'

const line = (request: string) => `192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "${request}" 404 283`

/** A family of somebody's own, which convinces. */
export const ownWorm: Signature = {
  id: 'own-worm',
  name: 'Own worm',
  aliases: [],
  years: '2026',
  class: 'worm',
  hole: {
    id: 'own-hole',
    name: 'A hole of our own',
    advisories: [],
    patch: 'Close the hole.',
  },
  devices: 'Machines of our own',
  calendar: 'Always awake.',
  log: { shows: 'Its request.', hides: 'Nothing.' },
  advice: { clean: 'Clean it.', patch: 'Close the hole.' },
  references: ['https://www.example.org/own-worm'],
  marks: {
    'own-worm-asks': {
      when: { path: { is: '/own.worm' } },
      samples: {
        positive: [line('GET /own.worm HTTP/1.0')],
        negative: [{ why: 'another page', line: line('GET /own.html HTTP/1.0') }],
      },
    },
  },
  proves: [{ grade: 'infected', any: ['own-worm-asks'], because: 'it asks what only it asks' }],
}
