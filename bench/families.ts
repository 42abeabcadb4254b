import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomOf } from './random.ts'

/** Writes families of invented worms into a folder, each known by a path of its own. */
export function writeFamilies(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true })
  const random = randomOf(5)
  for (let number = 0; number < count; number++) {
    const path = `/${wordOf(random)}/${wordOf(random)}.php`
    const line = (asked: string) =>
      `192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET ${asked} HTTP/1.0" 404 283`
    const family = {
      id: `invented-${number}`,
      name: `Invented ${number}`,
      aliases: [],
      years: '2026',
      class: 'worm',
      hole: { id: `hole-${number}`, name: 'A hole', advisories: [], patch: 'Close the hole.' },
      devices: 'Invented machines',
      calendar: 'Always awake.',
      log: { shows: 'Its request.', hides: 'Nothing.' },
      advice: { clean: 'Clean it.', patch: 'Close the hole.' },
      references: ['https://www.example.org/invented'],
      marks: {
        [`invented-${number}-asks`]: {
          when: { path: { is: path } },
          samples: {
            positive: [line(path)],
            negative: [{ why: 'another page', line: line('/own.html') }],
          },
        },
      },
      proves: [
        {
          grade: 'infected',
          any: [`invented-${number}-asks`],
          because: 'it asks what only it asks',
        },
      ],
    }
    writeFileSync(join(folder, `${family.id}.json`), JSON.stringify(family))
  }
}

/** Eight letters, so that no word of a site is one by chance. */
function wordOf(random: (below: number) => number): string {
  return Array.from({ length: 8 }, () => String.fromCharCode(97 + random(26))).join('')
}
