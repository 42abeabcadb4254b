import type { WorldPlan } from './world.ts'

/**
 * What happened in July 2001, when everybody was asked for the logs of two days: a thousand submitters whom nobody
 * knew, four addresses each, one in twenty of whom lies. How fast hosts scan, and how unequally, is fitted to the
 * counts of that time; in whose networks the submitters are is assumed.
 */
export const seedCase: WorldPlan = {
  population: { hosts: 60_000, scansPerSecond: 8.8, rateShape: 0.8 },
  fleet: {
    submitters: 1000,
    addressesEach: 4,
    unequal: 0,
    byMail: 0.4,
    freeMail: 0.7,
    served: 0.6,
    networks: 400,
    liars: 50,
    liarsApart: false,
  },
  lies: { perVictim: 1, perDay: 300, camouflaged: false, atOnce: false },
  days: 2,
  pathsOnly: 0.1,
  sendEveryHours: 1,
}
