import type { Hour } from '@redalert/core'

/** What a family's silence can mean. */
export type Habits = {
  /** Whether every copy of it looks for victims in this hour. Hours of which that is not sure prove nothing, and are not counted. */
  readonly isAwake: (hour: Hour) => boolean
  /** It lives in memory only: a restart ends it, and leaves the hole open. */
  readonly isMemoryOnly: boolean
}

/** The habits of a family; one that has no line here is always awake, and stays on the disk. */
export function habitsOf(family: string): Habits {
  return { isAwake: awake.get(family) ?? always, isMemoryOnly: memoryOnly.has(family) }
}

const always = (): boolean => true

/** Dates are those of the infected machine, which may be a day off anywhere on earth: the first and the last day are not sure. */
const awake: ReadonlyMap<string, (hour: Hour) => boolean> = new Map([
  ['codered-n', hour => isWithin(dayOf(hour), 2, 18)],
  // It stopped by itself; its variant F of March 2003 does not.
  ['codered-x', hour => hour < '2001-09-30T00' || hour >= '2003-03-01T00'],
])

const memoryOnly: ReadonlySet<string> = new Set([
  'boaform-login',
  'boaform-ping',
  'cctv-dvr',
  'codered-n',
  'dlink-2750b',
  'gpon',
  'hnap',
  'huawei-hg532',
  'jaws',
  'realtek-upnp',
  'tbk-dvr',
  'themoon',
  'tplink-ax21',
  'zyxel-p660',
  'zyxel-zhttpd',
])

function dayOf(hour: Hour): number {
  return Number(hour.slice(8, 10))
}

function isWithin(day: number, first: number, last: number): boolean {
  return day >= first && day <= last
}
