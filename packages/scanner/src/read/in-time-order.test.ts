import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { inTimeOrder } from './in-time-order.ts'

/** Each is in its right order. */
const sets: Record<string, readonly string[]> = {
  'numbered by logrotate': [
    'access.log.10.gz',
    'access.log.9.gz',
    'access.log.2.gz',
    'access.log.1',
    'access.log',
  ],
  'an error log': ['error.log.10', 'error.log.9', 'error.log.1', 'error.log'],
  'dated by logrotate': ['access.log-20010718.gz', 'access.log-20010719', 'access.log'],
  'dated before the extension': ['access-2001-07-18.log', 'access-2001-07-19.log', 'access.log'],
  'dated twice on one day': [
    'app.2001-07-18.log',
    'app.2001-07-19.log.2',
    'app.2001-07-19.log.1',
    'app.2001-07-19.log',
  ],
  Tomcat: ['localhost_access_log.2001-07-18.txt', 'localhost_access_log.2001-07-19.txt'],
  'seconds of rotatelogs': ['access_log.0995500800', 'access_log.1026000000', 'access_log'],
  Caddy: ['access-2024-07-19T10-22-33.123.log.gz', 'access-2024-07-20T01-02-03.001.log.gz'],
  'IIS by day': ['u_ex991231.log', 'u_ex010718.log', 'u_ex010719.log.gz'],
  'IIS by hour': ['ex01071909.log', 'ex01071910.log'],
  'IIS by size': ['httperr2.log', 'httperr9.log', 'httperr10.log'],
  folders: ['logs/a/access.log.1', 'logs/a/access.log', 'logs/b/access.log.1', 'logs/b/access.log'],
  'folders on Windows': ['C:\\logs\\W3SVC1\\u_ex010719.log', 'C:\\logs\\W3SVC2\\u_ex010718.log'],
  'several sets': [
    'access.log.1',
    'access.log',
    'error.log.1',
    'error.log',
    'ex010719.log',
    'u_ex010719.log',
  ],
}

for (const [what, names] of Object.entries(sets)) {
  test(`rotated logs are in time order: ${what}`, () => {
    const itself = (name: string) => name
    deepEqual(inTimeOrder(names, itself), names)
    deepEqual(inTimeOrder(names.toReversed(), itself), names)
    deepEqual(inTimeOrder(names.toSorted(), itself), names)
  })
}
